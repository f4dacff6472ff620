"""Resolves days told by their numbers: "3 May", "2013-05-03", "3/5/2013", "on the 29th"."""

from __future__ import annotations

import re
from datetime import date

from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval
from crosscheck.normalise.dates._years import (
    SHIFT,
    Fields,
    base_of,
    choose,
    full_year,
    number_in,
    year_told,
)

_MONTHS_ABOUT = 12  # months on both sides of publication in which a day told by its number alone is looked for


def date_told(fields: Fields, anchors: Anchors) -> Interval | None:
    month, number = int(fields["m"]), number_in(fields["d"]) or 0
    last = number_in(fields.get("d2")) or number

    def make(year: int) -> Interval | None:
        start, end = cal.safe(year, month, number), cal.safe(year, month, last)
        if start and end and end < start and fields.get("form") == "range":
            after = cal.add_months(start.replace(day=1), 1)  # "from April 27 to the 3rd"
            end = cal.safe(after.year, after.month, last) if after else None
        return Interval(start, end, "day") if start and end and start <= end else None

    year = year_told(fields, anchors)
    if year is None:
        return None
    return make(year) if year else choose(make, anchors)


def iso(fields: Fields, anchors: Anchors) -> Interval | None:
    text = fields["iso"]
    if "W" in text:
        first, number = cal.safe(int(text[:4]), 1, 4), int(text.partition("W")[2][:2])
        return cal.unit_around(first, "W", number - 1) if first and 1 <= number <= 53 else None
    found = cal.safe(int(text[:4]), int(text[5:7]), int(text[8:10]))
    return cal.day(found) if found else None


def numeric(fields: Fields, anchors: Anchors) -> Interval | None:
    """2/7/2013 could be either: one part cannot be a month, a dot marks day first, the article tells."""
    text = fields["num"]
    if text == "9/11":
        return cal.day(date(2001, 9, 11))
    written = re.split(r"[./-]", text)
    parts = [int(p) for p in written]
    if parts[0] > 31:
        found = cal.safe(*parts)
        return cal.day(found) if found else None
    if len(parts) == 2:
        return _day_of_no_year(parts[0], parts[1], anchors)
    year = full_year(written[2], anchors.published) or 0
    dotted = "." in text
    days = [cal.safe(year, parts[1], parts[0])] + ([] if dotted else [cal.safe(year, parts[0], parts[1])])
    possible = sorted({d for d in days if d is not None})
    if len(possible) > 1:
        possible = _told_apart(days, possible, anchors)
    return cal.day(possible[0]) if len(possible) == 1 else None


def _told_apart(days: list[date | None], possible: list[date], anchors: Anchors) -> list[date]:
    """The reading that the article's other dates in figures leave."""
    if anchors.day_first is not None:
        return [d for d in [days[0 if anchors.day_first else 1]] if d]
    return possible


def _day_of_no_year(first: int, second: int, anchors: Anchors) -> Interval | None:
    """ "On 6/25": the one reading that is a day, or the one that the article's other dates are written by."""
    readings = (
        {(second, first), (first, second)}
        if anchors.day_first is None
        else ({(second, first)} if anchors.day_first else {(first, second)})
    )
    possible = [(m, d) for m, d in readings if m <= 12 and d <= 31]
    if len(possible) != 1:
        return None
    month, number = possible[0]

    def make(year: int) -> Interval | None:
        found = cal.safe(year, month, number)
        return cal.day(found) if found else None

    return choose(make, anchors)


def day_first(text: str) -> bool | None:
    """Whether a date in figures is written day first (25/6) or month first (6/25); None where it does not tell."""
    parts = [int(p) for p in re.split(r"[./-]", text)]
    if len(parts) < 2 or parts[0] > 31 or "." in text or (parts[0] > 12) == (parts[1] > 12):
        return None
    return parts[0] > 12


def monthday(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "On the 29th", "the 20th of this month", "from the 20th to the 22nd"."""
    if "d2" in fields:
        ends = [monthday({"d": fields[d]}, anchors) for d in ("d", "d2")]
        one, two = ends[0], ends[1]
        return Interval(one.start, two.end, "day") if one and two and one.start < two.end else None
    number, rel = number_in(fields["d"]) or 0, fields.get("mrel")
    if rel is None:
        told = anchors.antecedent()
        if told is not None and told.granularity == "day":
            found = cal.safe(told.start.year, told.start.month, number)
            return cal.day(found) if found else None
        return _numbered(number, None, anchors)
    base = base_of(rel, anchors, fine=False)
    month = cal.add_months(base.replace(day=1), SHIFT[rel]) if base else None
    found = cal.safe(month.year, month.month, number) if month else None
    return cal.day(found) if found else None


def wdday(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "Tuesday the 19th": the day of that number that is such a weekday, nearest in the clause's tense."""
    return _numbered(number_in(fields["d"]) or 0, int(fields["wd"]), anchors)


def _numbered(number: int, weekday: int | None, anchors: Anchors) -> Interval | None:
    pub = anchors.published
    if pub is None:
        return None
    months = (cal.add_months(pub.replace(day=1), n) for n in range(-_MONTHS_ABOUT, _MONTHS_ABOUT + 1))
    days = [d for m in months if m and (d := cal.safe(m.year, m.month, number))]
    days = [d for d in days if weekday is None or d.weekday() == weekday]
    here = [d for d in days if (d.year, d.month) == (pub.year, pub.month)]
    if here and (weekday is not None or anchors.tense == "present"):
        return cal.day(here[0])
    fitting = [d for d in days if anchors.nearest or (d >= pub if anchors.ahead else d <= pub)]
    nearest = min(fitting, key=lambda d: abs((d - pub).days), default=None)
    return cal.day(nearest) if nearest else None
