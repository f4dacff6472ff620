"""Joins neighbouring expressions: a time with its day, two ends of a range."""

from __future__ import annotations

import re

from crosscheck.extract.dates._grammar import Node
from crosscheck.extract.dates._tokens import Tokens
from crosscheck.extract.dates._words import CHARS

_DAYS = frozenset({"date", "weekday", "deictic", "numeric", "iso", "holiday", "calendar", "relpart"})
_CLOCKS = frozenset({"clock", "clocks", "part"})
_SPANS = {  # forms that may be the two ends of one range
    "date": "day",
    "weekday": "day",
    "numeric": "day",
    "iso": "day",
    "deictic": "day",
    "clock": "clock",
    "month": "month",
    "year": "year",
    "datetime": "datetime",
    "quarter": "quarter",
}


def _chars(names: str) -> str:
    return "".join(CHARS[n] for n in names.split())


_TO = re.compile(f"[{_chars('TO DASH UNTIL')}][{_chars('ON THE')}]*")
_AND = re.compile(f"{CHARS['AND']}[{_chars('ON THE')}]*")
_TIME_GAP = re.compile(f"[{_chars('COMMA ON AT OF ABOUT JUST BEFORE AFTER OPEN IN UNTIL BY BETWEEN FROM')}]{{0,4}}")
_DAY_GAP = re.compile(f"[{_chars('COMMA ON OF')}]{{0,2}}")


def join(found: list[Node], tokens: Tokens) -> list[Node]:
    """Times joined with days, then ends joined to ranges."""
    return _fold(_fold(found, tokens, _datetime), tokens, _range)


def _fold(found: list[Node], tokens: Tokens, rule) -> list[Node]:  # type: ignore[no-untyped-def]
    out: list[Node] = []
    for node in found:
        joined = rule(out[-1], node, tokens) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(node)
    return out


def _datetime(left: Node, right: Node, tokens: Tokens) -> Node | None:
    gap = tokens.classes[left.end : right.start]
    if right.start < left.end or len(gap) > 4:
        return None
    if left.form in _DAYS and right.form in _CLOCKS and _TIME_GAP.fullmatch(gap):
        day, clock = left, right
    elif left.form in _CLOCKS and right.form in _DAYS and _DAY_GAP.fullmatch(gap):
        day, clock = right, left
    else:
        return None
    if left.form == "part" and "part" in day.fields:
        return None
    return Node("datetime", left.start, right.end, {}, (day, clock))


def _range(left: Node, right: Node, tokens: Tokens) -> Node | None:
    if _SPANS.get(left.form) is None or right.start <= left.end:
        return None
    kinds = {_SPANS.get(left.form), _SPANS.get(right.form)}
    if len(kinds) > 1 and kinds != {"clock", "datetime"}:
        return None
    gap = tokens.classes[left.end : right.start]
    before = tokens.classes[max(0, left.start - 3) : left.start]
    if not _TO.fullmatch(gap) and not (_AND.fullmatch(gap) and CHARS["BETWEEN"] in before):
        return None
    return Node("span", left.start, right.end, {}, (left, right))
