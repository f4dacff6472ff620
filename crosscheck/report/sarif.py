"""SARIF 2.1.0 (OASIS): findings as results, for code scanning and editors.

Columns and offsets count code points (``columnKind``). ``partialFingerprints`` holds the finding's id, which does not
move with lines. Where the lines of an extracted text are not those of the file (HTML, DOCX), a result names the file
and quotes the words instead.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from crosscheck.document import DocFinding, DocMention, Document
from crosscheck.layout import Lines
from crosscheck.pages import rule_page
from crosscheck.report.context import Context, Index, others
from crosscheck.report.wording import readings

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "crosscheckFinding/v1"


def render(document: Document, context: Context) -> str:
    """One run. Unread files and warnings are notifications of the invocation."""
    rules = _rules(document)
    index = {rule["id"]: i for i, rule in enumerate(rules)}
    documented = Index(document)
    places = _Places(document, context)
    run = {
        "tool": {"driver": {"name": "crosscheck", "version": document.tool.version, "rules": rules}},
        "automationDetails": {"id": "crosscheck/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(document)}],
        "artifacts": [
            {"location": location(a.path), "description": {"text": a.title or a.path}} for a in document.articles
        ],
        "results": [_result(f, documented, places, index) for f in document.findings],
        "properties": {"model": document.tool.model, "settings": document.tool.settings},
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _rules(document: Document) -> list[dict[str, Any]]:
    """The rules that have results, with the help that a viewer shows beside them."""
    from crosscheck.registry import rules

    used = {f.rule for f in document.findings}
    described = []
    for rule in (m.RULE for m in rules() if m.RULE.code in used):
        page = rule_page(rule.code) or rule.summary
        described.append(
            {
                "id": rule.code,
                "name": "".join(w[:1].upper() + w[1:] for w in rule.name.replace("_", " ").replace("-", " ").split()),
                "shortDescription": {"text": rule.summary},
                "fullDescription": {"text": rule.summary},
                "help": {"text": page, "markdown": page},
                "defaultConfiguration": {"level": rule.level},
                "properties": {"tags": [rule.kind], "precision": "high" if rule.level == "error" else "medium"},
            }
        )
    return described


def _result(finding: DocFinding, documented: Index, places: _Places, index: dict[str, int]) -> dict[str, Any]:
    at = documented.anchor(finding)
    told = "\n".join([finding.message, *readings(finding, documented)])
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.level,
        "kind": "fail",
        "message": {"text": told},
        "locations": [places.location(at)],
        "relatedLocations": [
            {"id": n, **places.location(m), "message": {"text": f"also here: {m.text or m.article}"}}
            for n, m in enumerate(others(finding, at), start=1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "rank": round(finding.confidence * 100, 1),
        "properties": {"kind": finding.kind, "subject": finding.subject, "suggestion": finding.suggestion},
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    return result


class _Places:
    """Turns mentions into locations."""

    def __init__(self, document: Document, context: Context) -> None:
        self._articles = {a.id: (i, a.path) for i, a in enumerate(document.articles)}
        self._context = context
        self._lines = {a: Lines(text) for a, text in context.texts.items()}

    def location(self, mention: DocMention) -> dict[str, Any]:
        """A SARIF location of one mention."""
        number, path = self._articles[mention.article]
        physical: dict[str, Any] = {"artifactLocation": {**location(path), "index": number}}
        if mention.article in self._context.loose:
            # a region without lines must give bytes or characters of the file, which nobody knows: quote instead
            return {"physicalLocation": physical, "message": {"text": mention.text or path}}
        region: dict[str, Any] = {"startLine": mention.line, "startColumn": mention.column}
        if mention.article in self._lines:
            region["endLine"], region["endColumn"] = self._lines[mention.article].at(mention.end)
            region |= {"charOffset": mention.start, "charLength": mention.end - mention.start}
        if mention.text:
            region["snippet"] = {"text": mention.text}
        physical["region"] = region
        return {"physicalLocation": physical}


def location(path: str) -> dict[str, Any]:
    """An artifact location: relative to the place of the run where it can be, else a file URI."""
    file = Path(path.partition("#")[0])
    if file.is_absolute():
        here = Path.cwd()
        if not file.is_relative_to(here):
            return {"uri": "file://" + quote(file.as_posix())}
        file = file.relative_to(here)
    return {"uri": quote(file.as_posix()), "uriBaseId": "%SRCROOT%"}


def _notifications(document: Document) -> list[dict[str, Any]]:
    unread = [
        {
            "level": "warning",
            "message": {"text": f"not read: {u.reason}"},
            "locations": [{"physicalLocation": {"artifactLocation": location(u.path)}}],
        }
        for u in document.unread
    ]
    return [*unread, *({"level": "note", "message": {"text": w}} for w in document.warnings)]
