"""What the SARIF 2.1.0 schema (OASIS) demands of the objects that the report uses, as a table.

Every object is closed: a property that is not listed is a fault, as are a missing required one, a value outside its
enumeration and a number below its minimum. Each entry: (required, other properties with the object or check for each).
"""

from __future__ import annotations

import re
from typing import Any

LEVELS = {"none", "note", "warning", "error"}
RULES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "log": ({"version": {"2.1.0"}, "runs": ["run"]}, {"$schema": "uri", "properties": "bag"}),
    "run": (
        {"tool": "tool"},
        {
            "invocations": ["invocation"],
            "artifacts": ["artifact"],
            "results": ["result"],
            "automationDetails": "details",
            "columnKind": {"utf16CodeUnits", "unicodeCodePoints"},
            "properties": "bag",
        },
    ),
    "tool": ({"driver": "component"}, {"extensions": ["component"]}),
    "component": (
        {"name": "text"},
        {"version": "text", "semanticVersion": "text", "informationUri": "uri", "rules": ["descriptor"]},
    ),
    "descriptor": (
        {"id": "text"},
        {
            "name": "text",
            "shortDescription": "multiformat",
            "fullDescription": "multiformat",
            "help": "multiformat",
            "helpUri": "uri",
            "defaultConfiguration": "configuration",
            "properties": "bag",
        },
    ),
    "multiformat": ({"text": "text"}, {"markdown": "text"}),
    "configuration": ({}, {"enabled": "bool", "level": LEVELS, "rank": "rank"}),
    "details": ({}, {"id": "text", "description": "message"}),
    "invocation": (
        {"executionSuccessful": "bool"},
        {"toolExecutionNotifications": ["notification"], "exitCode": "int"},
    ),
    "notification": ({"message": "message"}, {"level": LEVELS, "locations": ["location"]}),
    "artifact": ({}, {"location": "artifactLocation", "description": "message", "length": "int"}),
    "message": ({"text": "text"}, {"markdown": "text"}),
    "result": (
        {"message": "message"},
        {
            "ruleId": "text",
            "ruleIndex": "int",
            "level": LEVELS,
            "kind": {"notApplicable", "pass", "fail", "review", "open", "informational"},
            "locations": ["location"],
            "relatedLocations": ["location"],
            "partialFingerprints": "strings",
            "rank": "rank",
            "properties": "bag",
        },
    ),
    "location": ({}, {"id": "int", "physicalLocation": "physicalLocation", "message": "message"}),
    "physicalLocation": ({"artifactLocation": "artifactLocation"}, {"region": "region"}),
    "artifactLocation": ({}, {"uri": "uri", "uriBaseId": "text", "index": "int"}),
    "region": (
        {},
        {
            "startLine": "one",
            "startColumn": "one",
            "endLine": "one",
            "endColumn": "one",
            "charOffset": "int",
            "charLength": "int",
            "snippet": "content",
        },
    ),
    "content": ({}, {"text": "text"}),
}
URI = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?[A-Za-z0-9\-._~%!$&'()*+,;=:@/?#\[\]]*")


def faults(value: Any, kind: Any = "log", at: str = "$") -> list[str]:
    """Everything that is wrong with a value, each with its place."""
    if isinstance(kind, list):
        if not isinstance(value, list):
            return [f"{at}: not a list"]
        return [f for i, item in enumerate(value) for f in faults(item, kind[0], f"{at}[{i}]")]
    if isinstance(kind, set):
        return [] if value in kind else [f"{at}: {value!r} not in {sorted(kind)}"]
    if kind in RULES:
        return _object(value, kind, at)
    good = {
        "text": lambda v: isinstance(v, str),
        "uri": lambda v: isinstance(v, str) and URI.fullmatch(v) is not None,
        "bool": lambda v: isinstance(v, bool),
        "int": lambda v: type(v) is int and v >= 0,
        "one": lambda v: type(v) is int and v >= 1,
        "rank": lambda v: isinstance(v, (int, float)) and -1 <= v <= 100,
        "bag": lambda v: isinstance(v, dict),
        "strings": lambda v: isinstance(v, dict) and all(isinstance(x, str) for x in v.values()),
    }[kind]
    return [] if good(value) else [f"{at}: {value!r} is no {kind}"]


def _object(value: Any, kind: str, at: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{at}: not an object"]
    required, optional = RULES[kind]
    found = [f"{at}: {name} is missing" for name in required if name not in value]
    known = {**required, **optional}
    for name, inner in value.items():
        found += faults(inner, known[name], f"{at}.{name}") if name in known else [f"{at}: {name} is not allowed"]
    return found
