"""Resolves days told by their numbers: "3 May", "2013-05-03", "3/5/2013", "on the 29th"."""

from __future__ import annotations

import re
from datetime import date

from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval
from crosscheck.normalise.dates._years import SHIFT, Fields, base_of, choose, full_year, number_in, year_told

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
    found = cal.safe(int(text[:4]), int(text[5:7]), int(text[8:10]))
    return cal.day(found) if found else None


def numeric(fields: Fields, anchors: Anchors) -> Interval | None:
    """2/7/2013 could be either; it is resolved where one part cannot be a month, or a dot marks day first."""
    text = fields["num"]
    if text == "9/11":
        return cal.day(date(2001, 9, 11))
    parts = [int(p) for p in re.split(r"[./-]", text)]
    if parts[0] > 31:
        year, month, number = parts
    else:
        first, second = parts[0], parts[1]
        year = full_year(re.split(r"[./-]", text)[2], anchors.published) or 0
        if first == second or first > 12 or "." in text:
            number, month = first, second
        elif second > 12:
            month, number = first, second
        else:
            return None
    found = cal.safe(year, month, number)
    return cal.day(found) if found else None


def monthday(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "On the 29th", "the 20th of this month"."""
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
    fitting = [d for d in days if (d >= pub if anchors.ahead else d <= pub)]
    nearest = min(fitting, key=lambda d: abs((d - pub).days), default=None)
    return cal.day(nearest) if nearest else None
