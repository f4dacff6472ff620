"""Resolves what comes once a year or holds years: months, quarters, seasons, holidays, years, decades, centuries."""

from __future__ import annotations

from datetime import date

from crosscheck.lexicons import load
from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval
from crosscheck.normalise.dates._years import Fields, choose, full_year, number_in, relative_year, year_told

_SEASONS = {"SP": 3, "SU": 6, "AU": 9, "WI": 12}


def holiday(fields: Fields, anchors: Anchors) -> Interval | None:
    """Christmas, Easter and the like; the eve is the day before."""
    name, eve = fields["hol"], fields.get("eve") == "eve"

    def make(year: int) -> Interval | None:
        found = _holiday_of(year, name)
        moved = cal.add_days(found, -1) if found and eve else found
        return cal.day(moved) if moved else None

    year = year_told(fields, anchors)
    if year is None:
        return None
    return make(year) if year else choose(make, anchors)


def _holiday_of(year: int, name: str) -> date | None:
    """The day of a holiday of the lexicon in one year."""
    tables = load("holidays")
    if name in tables["fixed"]:
        return cal.safe(year, *tables["fixed"][name])
    if name in tables["easter"]:
        sunday = cal.easter(year)
        return cal.add_days(sunday, tables["easter"][name]) if sunday else None
    if name not in tables["nth"]:
        return None
    number, weekday, which, after = tables["nth"][name]
    whole = cal.month_of(year, number)
    days = [d for d in cal.days_of(whole) if d.weekday() == weekday] if whole else []
    return cal.add_days(days[which - 1 if which > 0 else which], after) if days else None


def month(fields: Fields, anchors: Anchors) -> Interval | None:
    """A month, with or without its year."""
    if "my" in fields:
        number, _, year_written = fields["my"].partition("/")
        return cal.month_of(int(year_written), int(number))
    month, rel = int(fields["m"]), fields.get("rel")
    year = year_told(fields, anchors)
    if year is None:
        return None
    if year:
        return cal.month_of(year, month)
    return relative_year(lambda y: cal.month_of(y, month), rel, anchors)


def season(fields: Fields, anchors: Anchors) -> Interval | None:
    """A season by the calendar's months, as the northern half has them."""
    month = _SEASONS[fields["s"]]

    def make(year: int) -> Interval | None:
        return cal.month_of(year, month, 3, "quarter")

    year = year_told(fields, anchors)
    if year is None:
        return None
    return make(year) if year else relative_year(make, fields.get("rel"), anchors)


def quarter(fields: Fields, anchors: Anchors) -> Interval | None:
    """A quarter of a year."""
    number = number_in(fields["q"]) or 0
    if not 1 <= number <= 4:
        return None
    year = year_told(fields, anchors)
    if year is None:
        return None
    if year:
        return cal.month_of(year, number * 3 - 2, 3, "quarter")
    return choose(lambda y: cal.month_of(y, number * 3 - 2, 3, "quarter"), anchors)


def half(fields: Fields, anchors: Anchors) -> Interval | None:
    """The first or second half of a year."""
    year = year_told(fields, anchors)
    return cal.month_of(year, 1 if fields["q"] == "1" else 7, 6, "quarter") if year else None


def year_alone(fields: Fields, anchors: Anchors) -> Interval | None:
    """One year."""
    year = full_year(fields["y"], anchors.published)
    return cal.year_of(year) if year else None


def years(fields: Fields, anchors: Anchors) -> Interval | None:
    """A range of years; the last may be told in two digits."""
    first, last = int(fields["y"]), fields["y2"]
    final = int(last) if len(last) == 4 else int(fields["y"][: 4 - len(last)] + last)
    return cal.year_of(first, final - first + 1)


def decade(fields: Fields, anchors: Anchors) -> Interval | None:
    """A decade."""
    digits = "".join(c for c in fields["dec"] if c.isdigit())
    if len(digits) == 2:
        digits = "19" + digits
    return cal.year_of(int(digits), 10) if len(digits) == 4 else None


def century(fields: Fields, anchors: Anchors) -> Interval | None:
    """A century, counted from its year 1."""
    number = number_in(fields["c"])
    return cal.year_of((number - 1) * 100 + 1, 100) if number and number <= 21 else None
