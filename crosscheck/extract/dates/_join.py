"""Joins neighbouring expressions: a time with its day, two ends of a range."""

from __future__ import annotations

import re

from crosscheck.extract.dates._grammar import Node
from crosscheck.extract.dates._tokens import Tokens
from crosscheck.extract.dates._words import CHARS

_DAYS = frozenset(
    {"wdday", "monthday", "date", "weekday", "deictic", "numeric", "iso", "holiday", "calendar", "relpart", "offset"}
)
_CLOCKS = frozenset({"clock", "clocks", "part"})
_SPANS = {  # forms that may be the two ends of one range
    "date": "day",
    "wdday": "day",
    "monthday": "day",
    "weekday": "day",
    "numeric": "day",
    "iso": "day",
    "deictic": "day",
    "clock": "clock",
    "month": "month",
    "year": "year",
    "datetime": "datetime",
    "quarter": "quarter",
    "decade": "year",
    "century": "year",
    "season": "season",
}


def _chars(names: str) -> str:
    return "".join(CHARS[n] for n in names.split())


_TO = re.compile(f"[{_chars('TO DASH UNTIL')}][{_chars('ON THE')}]*")
_AND = re.compile(f"{CHARS['AND']}[{_chars('ON THE')}]*")
_TIME_GAP = re.compile(f"[{_chars('COMMA ON AT OF ABOUT JUST BEFORE AFTER OPEN IN UNTIL BY BETWEEN FROM')}]{{0,4}}")
_DAY_GAP = re.compile(f"[{_chars('COMMA ON OF')}]{{0,2}}")


_NOW = re.compile(f"[{_chars('TO DASH UNTIL')}]{CHARS['THE']}?{CHARS['NOW']}")
_AND_NOW = re.compile(f"{CHARS['AND']}{CHARS['NOW']}")
_FROM_NOW = re.compile(
    f"(?:{CHARS['BETWEEN']}{CHARS['NOW']}{CHARS['AND']}|{CHARS['FROM']}{CHARS['NOW']}[{_chars('TO UNTIL')}])$"
)
_PLUS = re.compile(f"{CHARS['COMMA']}?{CHARS['AND']}?")
_UP_TO = re.compile(f"[{_chars('TO ENDING')}][{_chars('ON THE')}]*")  # "in the three months to June"
_FROM_DAY = re.compile(f"[{_chars('FROM BEFORE AFTER')}]{CHARS['THE']}?")
_STARTING = re.compile(f"{CHARS['COMMA']}?[{_chars('FROM STARTING EDGE')}][{_chars('ON THE')}]*")
_LASTS = frozenset({CHARS["FOR"], CHARS["STARTING"], CHARS["EDGE"]})
_NOT_ITS_OWN = re.compile(
    r"['’]s|[ -](?!(?:and|but|or|in|at|on|to|when|with|as|for|by|the|he|she|it|they|was|were|is|after|before)\b)[a-z]"
)
_LENGTHS = ("100Y", "10Y", "Y", "Q", "M", "2W", "W", "D", "H", "hrs", "MIN", "S")


def join(found: list[Node], tokens: Tokens) -> list[Node]:
    """Durations joined with durations, times with days, ends to ranges, lengths with the day they count from."""
    for rule in (_compound, _datetime, _range, _counted):
        found = _fold(found, tokens, rule)
    for node in found:
        if _is_bare_weekday(node, tokens) and tokens.classes[node.end : node.end + 1] in (
            CHARS["BEFORE"],
            CHARS["AFTER"],
        ):
            node.fields["held"] = ""  # "the Friday before the vote"
    return [_until_now(node, tokens) for node in found if node.form != "step"]


def _fold(found: list[Node], tokens: Tokens, rule) -> list[Node]:  # type: ignore[no-untyped-def]
    out: list[Node] = []
    for node in found:
        joined = rule(out[-1], node, tokens) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(node)
    return out


def _compound(left: Node, right: Node, tokens: Tokens) -> Node | None:
    """ "An hour and 30 minutes", "2 weeks and 2 days ago": lengths in falling units."""
    if left.form not in ("duration", "compound") or right.form not in ("duration", "offset"):
        return None
    if not _PLUS.fullmatch(tokens.classes[left.end : right.start]) or right.fields.get("dir", "ago") == "":
        return None
    last = left.parts[1] if left.form == "compound" else left
    units = [n.fields.get("u", n.fields.get("hrs", "")) for n in (last, right)]
    if any(u not in _LENGTHS for u in units) or _LENGTHS.index(units[0]) >= _LENGTHS.index(units[1]):
        return None
    fields: dict[str, str] = {name: right.fields[name] for name in ("dir", "w") if name in right.fields}
    return Node("compound", left.start, right.end, fields, (left, right))


def _counted(left: Node, right: Node, tokens: Tokens) -> Node | None:
    """ "Two days after Christmas" is a day; "for three days from Monday" a stretch of days."""
    lasts = left.form in ("duration", "compound", "step") or _is_bare_weekday(left, tokens)
    if not lasts or (_SPANS.get(right.form) not in ("day", "month") and right.form != "holiday"):
        return None
    gap = tokens.classes[left.end : right.start]
    before = tokens.classes[max(0, left.start - 1) : left.start]
    if right.form == "month" and not (_UP_TO.fullmatch(gap) and before == CHARS["THE"]):
        return None
    if _STARTING.fullmatch(gap) and (before in _LASTS or _LASTS & set(gap)):
        return Node("lasting", left.start, right.end, {}, (left, right))
    if _UP_TO.fullmatch(gap) and before == CHARS["THE"] and left.form == "duration":
        return Node("upto", left.start, right.end, {}, (left, right))
    way = left.fields.get("dir") if gap in ("", CHARS["THE"]) else None
    if way is None and _FROM_DAY.fullmatch(gap):
        way = tokens.values[left.end] or "from"
    if way is None or _NOT_ITS_OWN.match(tokens.text, tokens.ends[right.end - 1]):
        return None  # "two days after the June 5 vote" counts from the vote
    return Node("shifted", left.start, right.end, {"dir": "before" if way == "before" else "after"}, (left, right))


def _is_bare_weekday(node: Node, tokens: Tokens) -> bool:
    """True for "the Friday", which counts from the day that follows: "the Friday before Easter"."""
    before = tokens.classes[max(0, node.start - 1) : node.start]
    if node.form != "weekday" or not node.fields.keys() <= {"wd", "k"}:
        return False
    return "k" in node.fields or before == CHARS["THE"]


def _until_now(node: Node, tokens: Tokens) -> Node:
    """ "Since March to date", "between now and 21 May"."""
    if _SPANS.get(node.form) is None:
        return node
    after = tokens.classes[node.end : node.end + 3]
    present = _NOW.match(after)
    before = tokens.classes[max(0, node.start - 3) : node.start]
    if present or (_AND_NOW.match(after) and CHARS["BETWEEN"] in before):
        last = node.end + (present.end() if present else 2)
        now = Node("now", last - 1, last, {})
        return Node("span", node.start, now.end, {}, (node, now))
    if _FROM_NOW.search(before):
        now = Node("now", node.start - 2, node.start - 1, {})
        return Node("span", now.start, node.end, {}, (now, node))
    return node


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
    gap = tokens.classes[left.end : right.start]
    if len(kinds) > 1 and kinds != {"clock", "datetime"} and not _mixed(kinds, left, right, gap):
        return None
    before = tokens.classes[max(0, left.start - 3) : left.start]
    if gap[:1] == CHARS["COMMA"] and "y" in left.fields:
        gap = gap[1:]  # "from December 28, 2012, to January 3, 2013"
    iso = gap == CHARS["SLASH"] and left.form == right.form == "iso"  # ISO 8601 writes "2013-06-05/2013-06-09"
    if not iso and not _TO.fullmatch(gap) and not (_AND.fullmatch(gap) and CHARS["BETWEEN"] in before):
        return None
    return Node("span", left.start, right.end, {}, (left, right))


def _mixed(kinds: set[str | None], left: Node, right: Node, gap: str) -> bool:
    """ "2014 through 2 May 2018", "Nov-Feb 5, 2017": ends of two grains, where "to" stands or a year is told."""
    if not kinds <= {"day", "month", "year"}:
        return False
    return CHARS["DASH"] not in gap or (left.form == "month" and "y" in right.fields)
