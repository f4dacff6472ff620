"""Calendar intervals: a day, a week, a month, and moving them by units. Pure arithmetic on dates."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

Granularity = Literal["year", "quarter", "month", "week", "day", "part", "hour", "minute"]
FIRST_YEAR, LAST_YEAR = 1, 9998  # what datetime can hold, with room for the day after

_LENGTH = {"M": 1, "Q": 3, "Y": 12, "10Y": 120, "100Y": 1200}
_GRANULARITY: dict[str, Granularity] = {
    "D": "day",
    "W": "week",
    "2W": "week",
    "WE": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "10Y": "year",
    "100Y": "year",
    "H": "hour",
    "MIN": "minute",
    "S": "minute",
}


class Interval(msgspec.Struct, frozen=True):
    """Days from ``start`` to ``end``, both inclusive."""

    start: date
    end: date
    granularity: Granularity


def granularity(unit: str) -> Granularity:
    """The granularity of a unit of the grammar."""
    return _GRANULARITY.get(unit, "day")


def day(value: date) -> Interval:
    """One day."""
    return Interval(value, value, "day")


def safe(year: int, month: int = 1, number: int = 1) -> date | None:
    """The date, or None where the calendar has none (30 February, year 0)."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    return date(year, month, number) if 1 <= number <= calendar.monthrange(year, month)[1] else None


def impossible(month: int, number: int, year: int | None = None) -> bool:
    """True for a day that its month never has (31 June), or not in that year (29 February 2017)."""
    if not 1 <= month <= 12 or number < 1:
        return False
    return number > calendar.monthrange(year if year and FIRST_YEAR <= year <= LAST_YEAR else 2000, month)[1]


def month_of(year: int, month: int, months: int = 1, grain: Granularity = "month") -> Interval | None:
    """``months`` months from the first of ``month``; None outside the calendar."""
    index = year * 12 + month - 1
    last = index + months - 1
    first, final = safe(index // 12, index % 12 + 1), safe(last // 12, last % 12 + 1)
    if first is None or final is None:
        return None
    return Interval(first, final.replace(day=calendar.monthrange(final.year, final.month)[1]), grain)


def year_of(year: int, years: int = 1) -> Interval | None:
    """``years`` whole years from ``year``."""
    return month_of(year, 1, 12 * years, "year")


def add_days(value: date, days: int) -> date | None:
    """``value`` moved by days; None outside the calendar."""
    ordinal = value.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date(LAST_YEAR, 12, 31).toordinal() else None


def add_months(value: date, months: int) -> date | None:
    """``value`` moved by months, the day clipped to the month's length."""
    index = value.year * 12 + value.month - 1 + months
    first = safe(index // 12, index % 12 + 1)
    if first is None:
        return None
    return first.replace(day=min(value.day, calendar.monthrange(first.year, first.month)[1]))


def unit_around(anchor: date, unit: str, shift: int = 0) -> Interval | None:
    """The calendar unit in which ``anchor`` lies, moved by ``shift`` units: this week, last month, next year."""
    if unit == "D":
        moved = add_days(anchor, shift)
        return day(moved) if moved else None
    if unit in ("W", "2W", "WE"):
        monday = add_days(anchor, -anchor.weekday() + 7 * shift * (2 if unit == "2W" else 1))
        if monday is None:
            return None
        first = monday + timedelta(days=5) if unit == "WE" else monday
        return Interval(first, monday + timedelta(days=6), "day" if unit == "WE" else "week")
    months = _LENGTH.get(unit)
    if months is None:
        return None
    moved = add_months(anchor, shift * months)
    if moved is None:
        return None
    if months >= 12:
        years = months // 12
        return year_of(moved.year // years * years, years)
    return month_of(moved.year, (moved.month - 1) // months * months + 1, months, granularity(unit))


def move(anchor: date, unit: str, count: int) -> date | None:
    """``anchor`` moved by ``count`` units; hours and minutes leave the day."""
    if unit in ("D", "W", "2W"):
        return add_days(anchor, count * {"D": 1, "W": 7, "2W": 14}[unit])
    months = _LENGTH.get(unit)
    return add_months(anchor, count * months) if months else None


def stretch_to(end: date, unit: str, count: int) -> Interval | None:
    """``count`` units that end with a day: the three months to 30 June are April to June."""
    after = add_days(end, 1)
    start = move(after, unit, -count) if after else None
    return Interval(start, end, granularity(unit)) if start and start <= end else None


def days_of(interval: Interval) -> list[date]:
    """The days of an interval of at most a year or so, in order."""
    return [interval.start + timedelta(days=n) for n in range((interval.end - interval.start).days + 1)]


def weekday_near(anchor: date, weekday: int, *, ahead: bool, strict: bool = False) -> date | None:
    """The weekday on or before ``anchor`` (``ahead``: on or after); ``strict`` leaves the anchor's own day out."""
    step = (weekday - anchor.weekday()) % 7 if ahead else -((anchor.weekday() - weekday) % 7)
    if step == 0 and strict:
        step = 7 if ahead else -7
    return add_days(anchor, step)


def edge(interval: Interval, which: str) -> Interval:
    """The early, middle or late third of a week, a month or more, as English uses "early June" and "the mid-1990s".

    A week's ends are three days, a month's thirds ten days or what is left; what is longer is cut at months, what holds
    ten years or more at years, the first third being the longest. A weekend and what is shorter stay whole.
    """
    start, end = interval.start, interval.end
    days = (end - start).days + 1
    if days < 7:
        return interval
    if days == 7:
        first, last = {"early": (0, 2), "mid": (1, 3), "late": (4, 6)}[which]
    elif (start.year, start.month) == (end.year, end.month):
        first, last = {"early": (0, 9), "mid": (10, 19), "late": (20, days - 1)}[which]
    else:
        return _third_of_months(interval, which)
    return Interval(start + timedelta(days=first), start + timedelta(days=last), interval.granularity)


def edged(whole: Interval, words: Sequence[str]) -> Interval:
    """From the first to the last third that ``words`` (early, mid, late) name; the whole where there are none."""
    thirds = [edge(whole, w) for w in words]
    return Interval(thirds[0].start, thirds[-1].end, whole.granularity) if thirds else whole


def _third_of_months(interval: Interval, which: str) -> Interval:
    start, end = interval.start, interval.end
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    third = months // 36 * 12 if months >= 120 else max(1, months // 3)
    longest = months - 2 * third
    skipped, length = {"early": (0, longest), "mid": (longest, third), "late": (longest + third, third)}[which]
    first = add_months(start, skipped)
    return (month_of(first.year, first.month, length, interval.granularity) if first else None) or interval


def halved(interval: Interval, *, second: bool) -> Interval:
    """The first or second half: a month's at its 15th, what is longer at a month."""
    start, end = interval.start, interval.end
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 1:
        middle = start + timedelta(days=14)
        return Interval(middle + timedelta(days=1), end, "month") if second else Interval(start, middle, "month")
    first = add_months(start, months // 2) if second else start
    grain: Granularity = "quarter" if months <= 12 else "year"
    return (month_of(first.year, first.month, months // 2, grain) if first else None) or interval


def orthodox_easter(year: int) -> date | None:
    """Easter Sunday of the Eastern churches: by the Julian calendar (Meeus), told in the Gregorian one."""
    if not 1900 <= year <= 2099:
        return None
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    month, number = divmod(d + (2 * a + 4 * b - d + 34) % 7 + 114, 31)
    return date(year, month, number + 1) + timedelta(days=13)


def easter(year: int) -> date | None:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of Meeus, Jones and Butcher)."""
    if not 1583 <= year <= LAST_YEAR:
        return None
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, number = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, number + 1)
