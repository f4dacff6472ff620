"""Resolves what comes once a year or holds years: months, quarters, seasons, holidays, years, decades, centuries."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.lexicons import load
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
    relative_year,
    year_told,
)

_SEASONS = {"SP": 3, "SU": 6, "AU": 9, "WI": 12}


def holiday(fields: Fields, anchors: Anchors) -> Interval | None:
    """Christmas, Easter and the like; the eve is the day before, the weekend the one that the day makes long."""
    name, eve = fields["hol"], fields.get("eve") == "eve"

    def make(year: int) -> Interval | None:
        if name in load("moving_holidays"):
            return _moving(year, name, eve=eve)
        found = _holiday_of(year, name)
        if found and fields.get("eve") == "WE":
            return _weekend_about(found)
        moved = cal.add_days(found, -1) if found and eve else found
        return cal.day(moved) if moved else None

    year = year_told(fields, anchors)
    if year is None:
        return None
    return make(year) if year else relative_year(make, fields.get("rel"), anchors)


def _moving(year: int, name: str, *, eve: bool) -> Interval | None:
    """The first occurrence in a year of a holiday that follows the moon, all its days."""
    tables = load("moving_holidays")
    table = tables[name]
    first = next((date.fromisoformat(d) for d in table["first"].split() if d.startswith(str(year))), None)
    if first is None:
        return None
    if eve:
        return cal.day(first - timedelta(days=1))
    ends = (date.fromisoformat(d) for d in tables[table["until"]]["first"].split()) if "until" in table else ()
    days = next(((end - first).days for end in ends if end > first), table.get("days", 1))
    return Interval(first, first + timedelta(days=days - 1), "day")


def _weekend_about(day: date) -> Interval | None:
    """The weekend with a holiday on its edge: Saturday to Monday, Thursday to Sunday; None in the midst of a week."""
    monday, thursday = 0, 3
    first = -2 if day.weekday() == monday else min(0, 5 - day.weekday())
    if monday < day.weekday() < thursday:
        return None
    start, end = cal.add_days(day, first), cal.add_days(day, 6 - day.weekday() if day.weekday() else 0)
    return Interval(start, end, "day") if start and end else None


def _holiday_of(year: int, name: str) -> date | None:
    """The day of a holiday of the lexicon in one year."""
    tables = load("holidays")
    if name in tables["fixed"]:
        return cal.safe(year, *tables["fixed"][name])
    if name in tables["easter"]:
        sunday = cal.easter(year)
        return cal.add_days(sunday, tables["easter"][name]) if sunday else None
    if name in tables["orthodox"]:
        sunday = cal.orthodox_easter(year)
        return cal.add_days(sunday, tables["orthodox"][name]) if sunday else None
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
    if "mm" in fields:
        return cal.month_of(int(fields["y"]), int(fields["mm"]))
    month, rel = int(fields["m"]), fields.get("rel")
    year = year_told(fields, anchors)
    if year is None:
        return None
    if year:
        return cal.month_of(year, month)
    if rel in ("that", "following"):
        told = anchors.antecedent(fine=False)
        years = [told.start.year + n for n in (0, 1)] if told else []
        options = [i for y in years if (i := cal.month_of(y, month))]
        return next((i for i in options if rel == "that" or (told and i.start > told.end)), None)
    return relative_year(lambda y: cal.month_of(y, month), rel, anchors)


def whole_of(fields: Fields, anchors: Anchors) -> Interval | None:
    """The month, year, decade or century of which a part is told: "of May", "of last year", "of the 1990s"."""
    if "m" in fields:
        return month({k: v for k, v in fields.items() if k in ("m", "y")}, anchors)
    if "y" in fields:
        return year_alone(fields, anchors)
    if "dec" in fields:
        return decade(fields, anchors)
    if "c" in fields:
        return century(fields, anchors)
    rel = fields.get("mrel", "this")
    base = base_of(rel, anchors, fine=False)
    return cal.unit_around(base, fields["mu"], SHIFT[rel]) if base and "mu" in fields else None


def season(fields: Fields, anchors: Anchors) -> Interval | None:
    """A season by the calendar's months, as the northern half has them; "in the summer" by the clause's tense."""
    month = _SEASONS[fields.get("s", "AU")]

    def make(year: int) -> Interval | None:
        return cal.month_of(year, month, 3, "quarter")

    year = year_told(fields, anchors)
    if year is None:
        return None
    if year:
        return make(year)
    if "rel" not in fields and anchors.tense != "future" and (anchors.tense != "past" or "fall" in fields):
        return None  # "in the summer it rains": any summer; "he was hurt in the fall": no season
    return relative_year(make, fields.get("rel"), anchors)


def season_beyond(season: str, anchors: Anchors, *, back: bool) -> Interval | None:
    """ "The summer before last", "the spring after next"."""
    near = relative_year(lambda y: cal.month_of(y, _SEASONS[season], 3, "quarter"), "last" if back else "next", anchors)
    moved = cal.add_months(near.start, -12 if back else 12) if near else None
    return cal.month_of(moved.year, moved.month, 3, "quarter") if moved else None


def quarter(fields: Fields, anchors: Anchors) -> Interval | None:
    """A quarter of a year."""
    number = 4 if fields["q"] == "last" else number_in(fields["q"]) or 0
    if not 1 <= number <= 4:
        return None
    year = year_told(fields, anchors)
    if year is None:
        return None
    if year:
        return cal.month_of(year, number * 3 - 2, 3, "quarter")
    return choose(lambda y: cal.month_of(y, number * 3 - 2, 3, "quarter"), anchors)


def half(fields: Fields, anchors: Anchors) -> Interval | None:
    """The first or second half of a year, a month, a decade or a century."""
    year = year_told(fields, anchors)
    if year and not {"m", "dec", "c", "mu"} & fields.keys():
        return cal.month_of(year, 1 if fields["q"] == "1" else 7, 6, "quarter")
    whole = whole_of(fields, anchors)
    return cal.halved(whole, second=fields["q"] != "1") if whole else None


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
    """A decade; "the 1800s" are a century, "the 2000s" the ten years before 2010."""
    digits = "".join(c for c in fields["dec"] if c.isdigit())
    if len(digits) == 2:
        digits = "19" + digits
    if len(digits) != 4:
        return None
    return cal.year_of(int(digits), 100 if digits.endswith("00") and digits < "1900" else 10)


def century(fields: Fields, anchors: Anchors) -> Interval | None:
    """A century, counted from its year 1."""
    number = number_in(fields["c"])
    return cal.year_of((number - 1) * 100 + 1, 100) if number and number <= 21 else None
