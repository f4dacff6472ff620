"""The closed grammar of time expressions: patterns over word classes, and what each group of a pattern means.

After the pattern grammars of TIMEX3 taggers (Strötgen and Gertz, "HeidelTime", SemEval 2010; Chang and Manning,
"SUTime", LREC 2012), kept to what news prints. An expression that no pattern covers is no mention: no guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosscheck.extract.dates._tokens import Tokens
from crosscheck.extract.dates._words import CHARS

_MACROS = {
    "day": "(?P<d>DAYTH|DAY|NTH)",
    "bare": "(?P<d>DAYTH|NTH)(?!OF? MONTH|DASH? UNIT)",
    "num": "(?P<n>NUMBER|DAY|INTEGER|DECIMAL|A|A? COUPLE(?: OF)?|A? FEW)",
    "year": "(?P<y>YEAR|SHORTYEAR)",
    "wd": "(?P<wd>WEEKDAY|WKD)",
    "wdon": "(?:(?:(?P<edge>EARLY) ON?)? (?P<wd>WEEKDAY|WKD) (?:COMMA|OPEN)? (?:EARLY? (?P<part>PART) COMMA?)? ON?)?",
    "part": "(?P<part>PART)",
    "rel": "(?P<rel>LAST|NEXT|THIS|THAT|PREV|FOLLOWING|SAME|PAST|CURRENT)",
    "edge": "(?:(?P<edge>EARLY) DASH?|(?P<edge2>COMPARE)|THE? (?P<edge3>EARLY? EDGE) OF)",
    "zone": "(?: OPEN? (?:(?P<z>ZONE|LOCAL|COMPASSZONE) (?:ZONEKIND? TIME)?|(?P<zc>CAPITAL) TIME)"
    "(?P<off>(?:PLUS|DASH)(?:DAY|FOUR|CLOCK))?)",
    "hedge": "(?:(?P<h1>JUST|ABOUT)? (?P<h2>BEFORE|AFTER|ABOUT|UNTIL|BY))?",
    "work": "DASH? WORKING*",
    "yearof": "(?:(?:OF|IN|COMMA)? THE? (?:(?P<y>YEAR|SHORTYEAR)"
    "|(?P<yrel>LAST|NEXT|THIS|THAT|SAME|PREV|FOLLOWING) (?P<yu>UNIT)))",
}

# form: pattern. A form is what normalising dispatches on; several patterns may share one.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", "(?P<iso>ISO)"),
    ("numeric", "(?:{wd} (?:COMMA|DASH)?)? (?P<num>NUMERIC)"),
    ("month", "(?P<my>MONTHYEAR)"),
    # days
    (
        "range",
        "BETWEEN THE? (?P<d>DAYTH|DAY) AND THE? (?P<d2>DAYTH|DAY) OF? (?P<m>MONTH) (?:COMMA? {year})?",
    ),
    (
        "range",
        "FROM? THE? (?P<d>DAYTH|DAY) (?:DASH|TO|UNTIL) THE? (?P<d2>DAYTH|DAY) OF? (?P<m>MONTH) (?:COMMA? {year})?",
    ),
    (
        "range",
        "BETWEEN (?P<m>MONTH) THE? (?P<d>DAYTH|DAY|NTH) AND THE? (?P<d2>DAYTH|DAY|NTH) (?:COMMA {year})?",
    ),
    (
        "range",
        "FROM? (?P<m>MONTH) THE? (?P<d>DAYTH|DAY|NTH) (?:DASH|TO|UNTIL) THE? (?P<d2>DAYTH|DAY|NTH)(?!OF? MONTH) "
        "(?:COMMA? {year})?",
    ),
    # a day of a week or month that is told in part
    ("wdday", "{wd} COMMA? THE? {bare}"),
    ("monthday", "(?:ON THE?|(?:BY|UNTIL|BEFORE|AFTER|FROM|BETWEEN) THE) (?P<d>DAYTH)(?!OF? MONTH|DASH? UNIT)"),
    ("monthday", "ON? THE? {day} OF (?:THE (?P<mrel>CURRENT)|THE? (?P<mrel>THIS|LAST|NEXT|THAT|SAME)) (?P<mu>UNIT)"),
    (
        "weekof",
        "(?P<u>UNIT) (?:OF|STARTING|EDGE) ON? {wdon} THE? (?:(?P<m>MONTH) THE? {day}|{day} OF? (?P<m>MONTH)) "
        "(?:COMMA? {year})?",
    ),
    (
        "nth",
        "THE? (?P<k>NTH|DAYTH|LAST|NTH LAST) (?:{wd}|(?P<u>UNIT)) (?:OF|IN) "
        "(?:(?P<m>MONTH) (?:COMMA|OF)? {year}?|{year}|(?P<mrel>THIS|LAST|NEXT) (?P<mu>UNIT)|THE (?P<mu>UNIT))",
    ),
    ("nth", "THE (?P<k>NTH|LAST) {num} (?P<u>UNIT) (?:OF|IN) (?:(?P<m>MONTH) (?:COMMA|OF)? {year}?|{year})"),
    (
        "date",
        "{wdon} THE? {day} OF? (?P<m>MONTH) (?:COMMA? {yearof})?",
    ),
    ("date", "{wdon} THE? (?P<m>MONTH) (?:DASH|THE)? {day} (?:COMMA? {yearof})?"),
    ("date", "THIS {wdon} (?P<m>MONTH) {day}"),
    ("date", "THIS? (?P<wd>WEEKDAY|WKD) DASH (?P<m>MONTH) DASH? {day} (?:COMMA? {yearof})?"),
    ("date", "THE? (?P<m>MONTH) THE? {day} COMMA (?P<wd>WEEKDAY|WKD)"),
    ("date", "{year} (?P<m>MONTH) {day}"),
    ("date", "(?P<edge>EARLY) ON? (?P<m>MONTH) {day}"),
    (
        "date",
        "(?:IN|FROM) THE (?P<edge>EARLY|LOW) (?P<hours>UNIT) (?:OF|ON) (?:{wd} COMMA?)? THE? {day} OF? (?P<m>MONTH) "
        "(?:COMMA? {yearof})?",
    ),
    (
        "date",
        "(?:IN|FROM) THE (?P<edge>EARLY|LOW) (?P<hours>UNIT) (?:OF|ON) (?:{wd} COMMA?)? (?P<m>MONTH) THE? {day} "
        "(?:COMMA? {yearof})?",
    ),
    ("weekday", "(?:(?P<edge>EARLY) ON?)? {wd} POSS? (?:(?P<edge2>EARLY)? {part})?"),
    ("weekday", "{wd} (?:IN THE|AT) (?P<edge>EARLY)? {part}"),
    ("weekday", "{wd} COMMA? (?:OF|IN|FROM)? (?P<rel>LAST|NEXT|THIS|THAT|PREV|FOLLOWING) (?P<ru>UNIT)"),
    (
        "weekday",
        "(?:(?P<edge>EARLY) ON?)? THE? (?P<rel>LAST|NEXT|THIS|THAT|PREV|FOLLOWING|SAME|PAST) {wd} POSS? {part}?",
    ),
    ("weekday", "THIS (?P<rel>PAST|NEXT) {wd} POSS? {part}?"),
    ("weekday", "{num} (?P<u>UNIT) (?P<dir>AGO) ON? {wd}"),
    ("deictic", "(?P<edge>EARLY|COMPARE)? (?P<w>DEICTIC) POSS? (?:(?P<edge2>EARLY)? {part})?"),
    ("deictic", "(?P<day>THE UNIT (?P<dir>BEFORE|AFTER)) (?P<w>DEICTIC)"),
    ("relpart", "(?P<edge>COMPARE|EARLY)? (?P<rel>LAST|THIS|THAT|SAME|NEXT|FOLLOWING|PREV) {part}"),
    ("part", "(?:IN|AT|FROM|BEFORE|AFTER|UNTIL|BY) THE? (?P<edge>EARLY|LOW)? {part}"),
    ("part", "(?:IN|FROM) THE (?P<edge>EARLY|LOW) (?:UNIT OF THE {part}|(?P<hours>UNIT))(?: (?:OF|ON) {wd} {part}?)?"),
    ("holiday", "(?P<hol>HOLIDAY) (?P<eve>EVE|UNIT)? (?:COMMA? {yearof})?"),
    ("holiday", "{year} (?P<hol>HOLIDAY) (?P<eve>EVE|UNIT)?"),
    # months, quarters, years
    ("month", "{edge}? THE? (?P<m>MONTH) (?:COMMA|OF|IN)? {year}"),
    ("month", "{edge}? (?P<m>MONTH) (?:OF|IN|COMMA)? (?P<yrel>LAST|NEXT|THIS|THAT|SAME|PREV|FOLLOWING) (?P<yu>UNIT)"),
    ("month", "{year} DASH? (?P<m>MONTH)(?!DAY|DAYTH)"),
    ("month", "{edge}? THE? (?P<rel>LAST|NEXT|THIS|PAST|PREV)? (?P<m>MONTH)"),
    ("quarter", "THE? (?P<q>NTH|QNUM|DAYTH) DASH? (?P<u>UNIT) {yearof}?"),
    ("quarter", "(?P<q>QNUM) (?:DASH|COMMA)? {yearof}?"),
    ("quarter", "{year} DASH? (?P<q>QNUM)"),
    ("half", "THE? (?P<q>NTH) (?P<half>HALFWORD) {yearof}"),
    ("season", "{edge}? (?P<rel>LAST|NEXT|THIS|PAST|PREV) (?P<s>SEASON|SPRINGISH)"),
    ("season", "{edge}? (?:IN THE)? (?P<s>SEASON|SPRINGISH) {yearof}"),
    ("year", "(?:{edge} IN?)? {year}"),
    ("year", "(?P<fiscal>FISCAL) (?P<u>UNIT)? {year}"),
    ("years", "FROM? (?P<y>YEAR) (?:DASH|TO) (?P<y2>YEAR)"),
    ("years", "BETWEEN (?P<y>YEAR) AND (?P<y2>YEAR)"),
    ("years", "(?P<y>YEAR) DASH (?P<y2>DAY|INTEGER)"),
    ("decade", "THE? (?:(?P<edge>EARLY) (?:DASH|TO|AND|EARLY)*)? (?P<dec>TENS|DECADE)"),
    ("century", "THE? (?:(?P<edge>EARLY) DASH?)? (?P<c>DAYTH|NTH) DASH? (?P<u>UNIT)"),
    # relative to publication, or to the day told before
    (
        "calendar",
        "{edge}? (?:ON (?=THE))? (?P<the>THE)? (?P<rel>LAST|NEXT|THIS|THAT|PREV|FOLLOWING|SAME|CURRENT) (?P<u>UNIT)",
    ),
    ("weekend", "(?:ON|FOR|AT|IN|AND|OF)? THE (?P<u>UNIT)"),
    ("window", "THE? (?P<rel>LAST|PAST|NEXT|PREV|FOLLOWING) {num} {work} (?P<u>UNIT)"),
    ("window", "(?:THE|THIS) (?P<rel>LAST|PAST) (?P<u>UNIT)"),
    ("edgeof", "THE? (?P<edge>EDGE) OF THE (?P<u>UNIT)"),
    ("offset", "(?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT) (?P<dir>AGO|COMPARE)"),
    ("offset", "(?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT) (?P<dir>BEFORE|AFTER) (?P<w>DEICTIC)?"),
    ("offset", "THE (?P<u>UNIT) (?P<dir>BEFORE|AFTER|COMPARE)"),
    ("offset", "(?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT) (?P<dir>FROM) (?P<w>DEICTIC|NOW)"),
    ("offset", "{num} {work} (?P<u>UNIT) (?P<dir>AGO) (?P<w>DEICTIC)"),
    ("beyond", "THE (?:(?P<u>UNIT)|{wd}|{part}) (?P<dir>BEFORE|AFTER) (?P<rel>LAST|NEXT)"),
    ("hence", "IN (?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT)"),
    # durations
    ("duration", "(?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT) (?P<half>AND A HALFWORD)?"),
    ("duration", "(?P<n>NUMBER|DAY|INTEGER) DASH? AND DASH? A? DASH? (?P<half>HALFWORD) DASH? A? (?P<u>UNIT)"),
    ("duration", "(?P<n>A|NUMBER)? (?P<quarters>UNIT) OF A (?P<u>UNIT)"),
    ("duration", "{num} (?P<u>UNIT) AND (?P<half>HALFWORD)(?!A|OF|THE)"),
    ("duration", "{num} (?P<u>HOURS)"),
    ("duration", "(?P<n>NUMBER|DAY|INTEGER) (?P<nights>PART)"),
    ("duration", "A? (?P<half>HALFWORD) (?:A|DASH)? (?P<u>UNIT)"),
    ("duration", "(?P<n>NUMBER|DAY) (?P<secs>NTH)"),
    ("duration", "A? (?P<n>LONG)"),
    ("duration", "(?P<u>UNIT) DASH WORKING"),
    # time of day
    ("clock", "{hedge} (?P<t>CLOCK|CLOCKDOT|DAY|INTEGER) (?P<ap>AMPM) {zone}?"),
    ("clock", "{hedge} (?P<t>CLOCK|CLOCKDOT|FOUR|YEAR) (?P<hrs>HOURS|UNIT)? {zone}"),
    ("clock", "{hedge} (?P<t>CLOCK|CLOCKDOT|FOUR|YEAR) (?P<hrs>HOURS|UNIT)"),
    ("clock", "{hedge} (?P<t>CLOCK)"),
    ("clock", "{hedge} (?P<t>DAY|NUMBER|CLOCK) (?P<oc>CLOCKWORD) (?:IN THE {part}|AT {part})? {zone}?"),
    ("clock", "{hedge} (?P<t>DAY|NUMBER|CLOCK|CLOCKDOT) (?:IN THE {part}|AT {part}) {zone}?"),
    ("clock", "{hedge} (?:AT)? (?P<noon>PART) {zone}?"),
    (
        "clock",
        "{hedge} A? (?:(?P<qh>UNIT|HALFWORD) (?P<side>PAST|TO)|(?P<qm>NUMBER|DAY) UNIT? (?P<side>PAST)) "
        "(?P<t>NUMBER|DAY) (?P<oc>CLOCKWORD)? (?:(?:IN THE|AT) {part})? {zone}?",
    ),
    (
        "clocks",
        "(?:BETWEEN|FROM)? (?P<t>CLOCK|CLOCKDOT|DAY) (?P<ap1>AMPM)? (?:DASH|TO|AND|UNTIL) "
        "(?P<t2>CLOCK|CLOCKDOT|DAY) (?P<ap>AMPM) {zone}?",
    ),
    ("clocks", "(?:FROM? (?P<t>CLOCK|FOUR) (?:DASH|TO|UNTIL)|BETWEEN (?P<t>CLOCK|FOUR) AND) (?P<t2>CLOCK|FOUR) {zone}"),
)


def _compile(pattern: str) -> re.Pattern[str]:
    for name, body in _MACROS.items():
        pattern = pattern.replace(f"{{{name}}}", body)
    pattern = re.sub(r"(?<!\?)\b[A-Z]+\b", lambda m: CHARS[m.group()], pattern)
    seen: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:  # a group may stand twice in a pattern: the second as "part__2"
        name = match.group(1)
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}__{seen[name]}>" if seen[name] > 1 else match.group()

    return re.compile(re.sub(r"\(\?P<(\w+)>", numbered, pattern.replace(" ", "")))


# A form is only tried where a token of one of these classes stands in the text: most articles have none of most.
_NEEDS = {
    "iso": "ISO", "numeric": "NUMERIC", "range": "MONTH", "date": "MONTH", "month": "MONTH MONTHYEAR",
    "weekday": "WEEKDAY WKD", "wdday": "WEEKDAY WKD", "monthday": "DAYTH DAY NTH", "weekof": "MONTH",
    "nth": "NTH DAYTH LAST",
    "deictic": "DEICTIC", "relpart": "PART", "part": "PART UNIT", "holiday": "HOLIDAY", "half": "HALFWORD",
    "season": "SEASON SPRINGISH", "year": "YEAR SHORTYEAR", "years": "YEAR", "decade": "TENS DECADE", "century": "UNIT",
    "quarter": "UNIT QNUM", "clocks": "CLOCK CLOCKDOT AMPM FOUR", "calendar": "UNIT", "weekend": "UNIT",
    "window": "UNIT",
    "edgeof": "UNIT", "beyond": "LAST NEXT", "offset": "UNIT", "hence": "UNIT",
}  # fmt: skip


def _needs(form: str) -> tuple[str, ...]:
    return tuple(CHARS[name] for name in _NEEDS.get(form, "").split())


GRAMMAR = tuple((form, _needs(form), _compile(pattern)) for form, pattern in _PATTERNS)
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
    for order, (form, needs, pattern) in enumerate(GRAMMAR):
        if needs and present.isdisjoint(needs):
            continue
        for match in pattern.finditer(found.classes):
            node = _node(form, match, found)
            if plausible(node.form, node.fields):
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


_UNITS_OF = {  # units that a form may have; others only look like it
    "quarter": {"Q"}, "century": {"100Y"}, "weekend": {"WE"}, "year": {"Y"}, "part": {"H"},
    "weekof": {"W"}, "nth": {"D", "W"},
    "calendar": {"D", "W", "M", "Y", "Q", "WE", "10Y", "100Y"}, "edgeof": {"W", "M", "Y", "10Y", "100Y"},
}  # fmt: skip
_NOT_UNITS = {"window": {"S", "WE"}, "hence": {"S", "WE"}, "offset": {"Q", "WE"}, "duration": {"Q", "WE"}}


def plausible(form: str, fields: dict[str, str]) -> bool:
    """False where words that only look like time matched: a quarter that is no quarter, a 40th of May."""
    unit = fields.get("u")
    if unit is not None and (unit not in _UNITS_OF.get(form, {unit}) or unit in _NOT_UNITS.get(form, ())):
        return False
    if fields.get("quarters", "Q") != "Q" or ("quarters" in fields and unit not in ("H", "Y", "100Y")):
        return False
    if fields.get("secs", "2") != "2" or ("secs" in fields and fields["n"] != "1"):
        return False
    if fields.get("mu", "M") != "M" or fields.get("nights", "NI") != "NI":
        return False
    if fields.get("yu", "Y") != "Y" or fields.get("ru", "W") != "W" or fields.get("n") == "0":
        return False
    noon = fields.get("part") in ("NOON", "MIDNIGHT")
    match form:
        case "clock":
            return _clock_stands(fields)
        case "clocks":
            return all(_is_clock(fields[t], twelve="ap" in fields) for t in ("t", "t2"))
        case "part":
            return not noon and fields.get("hours", "H") == "H"
        case "relpart":
            return not noon
        case "holiday":
            return fields.get("eve", "D") in ("D", "eve")
        case "half":
            return fields["q"] in ("1", "2")
        case "years":
            return _year_range(fields["y"], fields["y2"])
        case "date" | "range" | "wdday" | "monthday" | "weekof":
            days = ("".join(c for c in fields.get(d, "1") if c.isdigit()) for d in ("d", "d2"))
            return fields.get("hours", "H") == "H" and all(1 <= int(n) <= 31 for n in days)
    return True


def _clock_stands(fields: dict[str, str]) -> bool:
    if "noon" in fields:
        return fields["noon"] in ("NOON", "MIDNIGHT")
    if fields.get("hrs", "hrs") not in ("hrs", "H"):
        return False
    if "side" in fields:  # "a quarter past two", "half past nine", "ten past four"
        minutes = fields.get("qm", "5")
        return fields.get("qh", "Q") in ("Q", "half") and minutes.isdigit() and int(minutes) < 31 and _is_hour(fields)
    return _is_clock(fields.get("t", ""), twelve="ap" in fields or "oc" in fields or "part" in fields)


def _is_hour(fields: dict[str, str]) -> bool:
    return fields.get("t", "").isdigit() and 1 <= int(fields["t"]) <= 12


def _is_clock(text: str, *, twelve: bool) -> bool:
    digits = "".join(c if c.isdigit() else " " for c in text).split()
    if len(digits) == 1 and len(digits[0]) in (3, 4):
        digits = [digits[0][:-2], digits[0][-2:]]
    if not digits or len(digits[0]) > 2:
        return False
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    return (1 <= hour <= 12 if twelve and hour < 13 else hour <= 24) and minute < 60 and hour + minute > 0


def _year_range(first: str, last: str) -> bool:
    if not last.isdigit():
        return False
    full = int(last) if len(last) == 4 else int(first[: 4 - len(last)] + last)
    return len(last) in (2, 4) and 0 < full - int(first) < 150
