"""The closed grammar of time expressions: runs the patterns of its families over the word classes of a text.

After the pattern grammars of TIMEX3 taggers (Strötgen and Gertz, "HeidelTime", SemEval 2010; Chang and Manning,
"SUTime", LREC 2012), kept to what news prints. An expression that no pattern covers is no mention: no guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crosscheck.extract.dates._family import Family
from crosscheck.extract.dates._tokens import Tokens
from crosscheck.extract.dates._words import CHARS
from crosscheck.extract.dates.families import FAMILIES

_MACROS = {
    "day": "(?P<d>DAYTH|DAY|NTH)",
    "bare": "(?P<d>DAYTH|NTH)(?!OF? MONTH|DASH? UNIT)",
    "num": "(?P<n>NUMBER|DAY|INTEGER|DECIMAL|A|A? COUPLE(?: OF)?|A? FEW)",
    "year": "(?P<y>YEAR|SHORTYEAR)",
    "wd": "(?P<wd>WEEKDAY|WKD)",
    "wdon": "(?:(?:(?P<edge>EARLY) ON?)? (?P<wd>WEEKDAY|WKD) (?:COMMA|OPEN)? (?:EARLY? (?P<part>PART) COMMA?)? ON?)?",
    "part": "(?P<part>PART)",
    "rel": "(?P<rel>LAST|NEXT|THIS|THAT|PREV|FOLLOWING|SAME|PAST|CURRENT)",
    "edge": "(?:(?P<edge>EARLY(?: DASH? TO EARLY)?) (?:DASH|IN|TO)?|(?P<edge2>COMPARE) IN?"
    "|THE? (?P<edge3>EARLY? EDGE) OF|THE? (?P<edge3>EARLY) (?:PIECE|UNIT) OF)",
    "zone": "(?: OPEN? (?:(?P<z>ZONE|LOCAL|COMPASSZONE) (?:ZONEKIND? TIME)?|(?P<zc>CAPITAL) TIME)"
    "(?P<off>(?:PLUS|DASH)(?:DAY|FOUR|CLOCK))?)",
    "hedge": "(?:(?P<h1>JUST|ABOUT)? (?P<h2>BEFORE|AFTER|ABOUT|UNTIL|BY))?",
    "work": "DASH? WORKING*",
    "whole": "(?:(?P<m>MONTH) (?:COMMA|OF)? {year}?|THE? {year}|THE? (?P<dec>TENS|DECADE)"
    "|(?P<mrel>THIS|LAST|NEXT|PREV|THAT|SAME|FOLLOWING) (?P<mu>UNIT)|THE (?P<mu>UNIT)"
    "|THE? (?P<c>DAYTH|NTH) DASH? (?P<cu>UNIT))",
    "yearof": "(?:(?:OF|IN|COMMA)? THE? (?:(?P<y>YEAR|SHORTYEAR)"
    "|(?P<yrel>LAST|NEXT|THIS|THAT|SAME|PREV|FOLLOWING) (?P<yu>UNIT)))",
}


@cache  # when first looked for: most articles hold few forms, and a check of some must start soon
def _compile(pattern: str) -> re.Pattern[str]:
    while "{" in pattern:  # a macro may hold another
        pattern = re.sub(r"\{(\w+)\}", lambda m: _MACROS[m.group(1)], pattern)
    pattern = re.sub(r"(?<!\?)\b[A-Z]+\b", lambda m: CHARS[m.group()], pattern)
    seen: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:  # a group may stand twice in a pattern: the second as "part__2"
        name = match.group(1)
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}__{seen[name]}>" if seen[name] > 1 else match.group()

    return re.compile(re.sub(r"\(\?P<(\w+)>", numbered, pattern.replace(" ", "")))


def _chars(names: str) -> tuple[str, ...]:
    return tuple(CHARS[name] for name in names.split())


GRAMMAR = tuple(
    (form, family, _chars(family.needs.get(form, "")), pattern)
    for family in FAMILIES
    for form, pattern in family.patterns
)
# Words that belong to the pattern's context and not to the expression: they are cut from the mention's span.
_LEADING = frozenset(
    CHARS[c] for c in "IN ON AT FOR FROM BETWEEN BEFORE AFTER UNTIL BY OF AND ABOUT JUST OPEN COMMA".split()
)
_TRAILING = frozenset(CHARS[c] for c in "POSS COMMA OF ON DASH".split())


@dataclass(slots=True)
class Node:
    """A time expression: token range [start, end), its form and the values of the pattern's groups."""

    form: str
    start: int
    end: int
    fields: dict[str, str]
    parts: tuple[Node, ...] = ()


def nodes(found: Tokens) -> list[Node]:
    """The expressions of a text, leftmost first and the longest at each place, none overlapping another."""
    candidates: list[tuple[int, int, int, Node]] = []
    present = frozenset(found.classes)
    for order, (form, family, needs, pattern) in enumerate(GRAMMAR):
        if needs and present.isdisjoint(needs):
            continue
        for match in _compile(pattern).finditer(found.classes):
            node = _node(form, match, found)
            if plausible(family, node.form, node.fields):
                candidates.append((match.start(), -match.end(), order, node))
    candidates.sort(key=lambda c: c[:3])
    chosen = []
    at = 0
    for start, minus_end, _, node in candidates:
        if start >= at:
            at = -minus_end
            chosen.append(node)
    return chosen


def _node(form: str, match: re.Match[str], found: Tokens) -> Node:
    fields = {}
    for name, value in match.groupdict().items():
        if value is not None:
            a, b = match.span(name)
            fields[name.partition("__")[0]] = " ".join(v for v in found.values[a:b] if v)
    start, end = match.span()
    while start < end - 1 and found.classes[start] in _LEADING:
        start += 1
    while end > start + 1 and found.classes[end - 1] in _TRAILING:
        end -= 1
    return Node(form, start, end, fields)


def plausible(family: Family, form: str, fields: dict[str, str]) -> bool:
    """False where words that only look like time matched: a quarter that is no quarter, a 40th of May."""
    if fields.get("mu", "M") not in ("M", "Y") or fields.get("yu", "Y") != "Y" or fields.get("ru", "W") != "W":
        return False
    return fields.get("n") != "0" and family.stands(form, fields)
