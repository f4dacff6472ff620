"""Heights, parts of a unit and measures in two units: "5'10", "half a mile", "an hour and ten minutes", "11st 4lb"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.data import currencies, units
from crosscheck.data.numbers import ONES, PARTS, TEENS, TENS, alternatives
from crosscheck.extract.figures.mentions import special
from crosscheck.extract.figures.reader import Reader
from crosscheck.model import Mention, Span

_Found = tuple[Span, dict[str, str]]

_SMALL: dict[str, int] = ONES | TEENS | TENS
_ENDS = r"(?=[.,;)]|\s(?:tall|and|in|with|man|woman|who)\b|-tall|$)"
_HEIGHT = re.compile(
    r"(?P<ft>[3-8])(?:[\s-]?(?:foot|feet|ft\.?)[,\s-]{1,2}(?P<in>1[01]|\d)(?:[\s-]?(?:inch(?:es)?|in)\b)?(?![\d-])"
    rf"|['’′]\s?(?P<in2>1[01]|\d)(?:\"|”|″|''|{_ENDS}))",
    re.IGNORECASE,
)
_HEIGHT_IN_WORDS = re.compile(
    rf"(?P<ft>four|five|six|seven)[\s-](?:foot|feet)[,\s-]{{1,2}}(?P<in>{alternatives(ONES)}|ten|eleven)"
    rf"(?:[\s-]inch(?:es)?)?{_ENDS}",
    re.IGNORECASE,
)
# one measure in two units that are glued to their numbers: 1m80, 11st 4lb, 1h 20m
_TWO_UNITS = (
    (re.compile(r"([12])\s?m\s?(\d\d)(?:\s?cm\b|(?=\stall\b)|(?<=m\d\d)\b)"), "distance", "m", 100),
    (re.compile(r"(\d{1,2})\s?st\.?,?\s(\d{1,2})\s?lbs?\b"), "mass", "stone", 14),
    (re.compile(r"(\d{1,2})h\s?([0-5]?\d)m(?:ins?)?\b"), "duration", "hour", 60),
)
_UNITS = (
    "mile|hour|minute|kilomet(?:er|re)|kilogram|kilo|gram|ton|tonne|pint|gallon|lit(?:er|re)|ounce|acre|hectare|inch|foot|yard"
    "|met(?:er|re)|pound"
)
_HALF_UNIT = re.compile(rf"half(?:[\s-]an?\s|-|\s)(?P<unit>{_UNITS}|second|century|decade|year)\b", re.IGNORECASE)
_QUARTER_UNIT = re.compile(rf"quarter[\s-](?P<unit>{_UNITS})\b", re.IGNORECASE)
_ONE_BEFORE = re.compile(r"\b(?:an?|one)[\s-]$", re.IGNORECASE)
# "a mile and a half", "two hours and a quarter": begun before the word that is looked up
_AND_HALF = re.compile(
    r"\b(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s"
    rf"(?P<unit>{_UNITS}|dollar|euro)(?:s|es)?\sand\sa\s$",
    re.IGNORECASE,
)
_PART_WORD = re.compile(r"(?:half|quarter)\b", re.IGNORECASE)
_REACH = 32  # characters of "eight kilometres and a"
_HALF_DATE = re.compile(r"\s(?:ago|later|earlier|before|after)\b")
_FRACTIONS = alternatives(w for w in PARTS if w != "halves")
# "between a quarter and a third of them"
_SHARES = re.compile(
    rf"(?P<a>{_FRACTIONS})\s(?:and|to)\s(?P<n>an?|one|two|three|four)[\s-](?P<b>{_FRACTIONS})s?\b(?=\sof\b|[.,;)]|$)",
    re.IGNORECASE,
)
# "half a percent", "two-tenths of a percentage point"
_PART_PERCENT = re.compile(
    rf"(?:(?P<n>\d|{alternatives(ONES)})[\s-])?(?P<part>{_FRACTIONS})s?(?:\s(?:an?|of\s(?:an?|one|1)))?\s(?:per\s?cent|(?P<point>percentage\spoint))\b(?!\sof)",
    re.IGNORECASE,
)
_BETWEEN_A = re.compile(r"(?:\bbetween\s)?\ban?\s$", re.IGNORECASE)
# "an hour and ten minutes", not "60 miles an hour and ten minutes later"
_AN_HOUR = re.compile(
    r"(?P<rate>\S*)\s?\b(?P<lead>an?\s(?P<unit>hour|minute|year)(?:,|\sand|,\sand)?\s)$", re.IGNORECASE
)
_ONE = re.compile(r"\b(?:an?|one)\s$", re.IGNORECASE)
_OF = re.compile(r"\w+\sof\s(?!the\b|his\b|her\b|their\b|flesh\b)[a-z]")
_PRICED = re.compile(r"\b(?:for|per|costs?|price[ds]?|worth|buys?|within|by)\b[^.;]{0,20}$", re.IGNORECASE)
_AND_TEN = re.compile(
    rf"(?P<n>\d{{1,2}}|{alternatives(_SMALL)})[\s-](?P<unit>minute|min|second|month)s?\b", re.IGNORECASE
)
_NEXT_UNIT = {"hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12)}


def heights(reader: Reader, text: str) -> Iterator[Mention]:
    """ "5 foot 8 inches", "6-foot-2", "5'10\"", "six foot two", "1m80": one height; "11st 4lb", "1h 20m"."""
    for start in (*reader.triggers.digits, *reader.triggers.words):
        found = _height(text, start) or _two_units(text, start)
        if found is not None:
            yield special(reader, found[0], found[0], found[1])


def _height(text: str, start: int) -> _Found | None:
    if text[start - 1 : start].isalnum():
        return None
    if match := _HEIGHT.match(text, start):
        feet = int(match["ft"]) + int(match["in"] or match["in2"]) / 12
    elif match := _HEIGHT_IN_WORDS.match(text, start):
        feet = ONES[match["ft"].lower()] + (ONES | TEENS)[match["in"].lower()] / 12
    else:
        return None
    attrs = {"value": str(feet), "number": match.group(), "measure": "distance", "unit": "foot", "counted": "height"}
    return Span(*match.span()), attrs


def _two_units(text: str, start: int) -> _Found | None:
    for pattern, measure, unit, parts in _TWO_UNITS:
        if (match := pattern.match(text, start)) and not text[start - 1 : start].isalnum():
            value = int(match[1]) + int(match[2]) / parts
            return Span(*match.span()), {"value": str(value), "number": match.group(), "measure": measure, "unit": unit}
    return None


def halves(reader: Reader, text: str) -> Iterator[Mention]:
    """ "Half a mile", "a quarter mile", "an hour and ten minutes", "between a third and a half", "a kilo of"."""
    for start in reader.triggers.words:
        found = (
            _part_of_percent(text, start)
            or _and_half(text, start)
            or _shares(text, start)
            or _an_hour_and(text, start)
            or _part_of_unit(text, start)
        )
        if found is not None:
            yield special(reader, found[0], found[0], found[1])
    for start in reader.triggers.units:
        if (found := _one_of(text, start)) is not None:
            yield special(reader, found[0], found[0], found[1])
    for start in reader.triggers.digits:
        if (found := _an_hour_and(text, start)) is not None:
            yield special(reader, found[0], found[0], found[1])


def _one_of(text: str, start: int) -> _Found | None:
    """ "A kilo of heroin", "a foot of snow", of which the unit begins at ``start``; not "$2 for a gallon of milk"."""
    if not _OF.match(text, start) or not (one := _ONE.search(text, max(0, start - 4), start)):
        return None
    if _PRICED.search(text, max(0, one.start() - _REACH), one.start()):
        return None
    span = Span(one.start(), text.index(" ", start))
    return span, _measure("1", text[span.start : span.end], text[start : span.end].lower())


def _part_of_percent(text: str, start: int) -> _Found | None:
    match = _PART_PERCENT.match(text, start)
    if match is None:
        return None
    if text[max(0, start - 6) : start].lower().endswith((" and a ", "-and-a-", "and a ")):
        return None  # "five and a half percent"
    article = _ONE_BEFORE.search(text, max(0, start - 4), start)
    if not (match["n"] or article or match["part"].lower() == "half"):
        return None
    span = Span(start if match["n"] or not article else article.start(), match.end())
    value = (read_whole(match["n"] or "a") or 1) / PARTS[match["part"].lower()]
    unit = "percentage point" if match["point"] else "percent"
    return span, {"value": str(value), "number": text[span.start : span.end], "measure": "percent", "unit": unit}


def _part_of_unit(text: str, start: int) -> _Found | None:
    """ "Half a mile", "a quarter-mile"; the end of "two and a half miles" is none."""
    match = _HALF_UNIT.match(text, start) or _QUARTER_UNIT.match(text, start)
    if match is None or _HALF_DATE.match(text, match.end()) or text[max(0, start - 6) : start].lower() == " and a ":
        return None
    half = text[start].lower() == "h"
    if not half and not _ONE_BEFORE.search(text, max(0, start - 4), start):
        return None
    return Span(*match.span()), _measure("0.5" if half else "0.25", match.group(), match["unit"].lower())


def _measure(value: str, number: str, unit: str) -> dict[str, str]:
    if unit in currencies.NAMES and unit not in units.UNITS:
        return {"value": value, "number": number, "measure": "money", "currency": currencies.NAMES[unit] or ""}
    measure = units.UNITS[unit].measure
    return {"value": value, "number": number, "measure": measure, "unit": unit, "unit_written": unit}


def _and_half(text: str, start: int) -> _Found | None:
    """ "A mile and a half", "three hours and a quarter", of which the last word begins at ``start``."""
    part = _PART_WORD.match(text, start)
    before = _AND_HALF.search(text, max(0, start - _REACH), start) if part else None
    number = read_whole(before["n"]) if before else None
    if part is None or before is None or number is None or _HALF_DATE.match(text, part.end()):
        return None
    value = number + (0.5 if part.group().lower() == "half" else 0.25)
    span = Span(before.start(), part.end())
    return span, _measure(str(value), text[span.start : span.end], before["unit"].lower())


def _shares(text: str, start: int) -> _Found | None:
    match = _SHARES.match(text, start)
    before = _BETWEEN_A.search(text, max(0, start - _REACH), start) if match else None
    if match is None or before is None or " and " in match.group() and " " not in before.group().strip():
        return None
    low = 100 / PARTS[match["a"].lower()]
    high = 100 * (read_whole(match["n"]) or 1) / PARTS[match["b"].lower()]
    span = Span(before.start(), match.end())
    return span, {"value": str(min(low, high)), "value_to": str(max(low, high)), "number": text[span.start : span.end],
                  "measure": "percent", "unit": "percent"}  # fmt: skip


def _an_hour_and(text: str, start: int) -> _Found | None:
    match = _AND_TEN.match(text, start)
    before = _AN_HOUR.search(text, max(0, start - _REACH), start) if match else None
    if match is None or before is None or _HALF_DATE.match(text, match.end()) or _is_rate(before["rate"]):
        return None
    unit = before["unit"].lower()
    smaller, parts = _NEXT_UNIT[unit]
    number = read_whole(match["n"])
    if number is None or not smaller.startswith(match["unit"].lower()):
        return None
    span = Span(before.start("lead"), match.end())
    return span, _measure(str(1 + number / parts), text[span.start : span.end], unit)


def _is_rate(word: str) -> bool:
    """ "miles an hour", "$20 an hour", "twice a year"."""
    return word[-1:].isdigit() or word.lower() in ("once", "twice", "times") or units.lookup(word) is not None


def read_whole(word: str) -> int | None:
    """A small whole number in digits or words, an article being one."""
    lowered = word.lower()
    if lowered.isdigit():
        return int(lowered)
    return 1 if lowered in ("a", "an") else _SMALL.get(lowered)
