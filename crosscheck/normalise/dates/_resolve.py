"""Resolves an expression's form and fields to an interval of days. None is an honest answer: no guess.

Weekdays and dates without a year lie on or before publication unless the clause tells of what is to come.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates import _yearly as yearly
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval
from crosscheck.normalise.dates._years import SHIFT, Fields, base_of, choose, full_year, number_in, year_told

Resolver = Callable[[Fields, Anchors], Interval | None]


def resolve(fields: Fields, anchors: Anchors) -> Interval | None:
    """The days that the fields of one expression name, or None."""
    resolver = _RESOLVERS.get(fields.get("form", ""))
    return resolver(fields, anchors) if resolver else None


def _date(fields: Fields, anchors: Anchors) -> Interval | None:
    month, number = int(fields["m"]), number_in(fields["d"]) or 0
    last = number_in(fields.get("d2")) or number

    def make(year: int) -> Interval | None:
        start, end = cal.safe(year, month, number), cal.safe(year, month, last)
        return Interval(start, end, "day") if start and end and start <= end else None

    year = year_told(fields, anchors)
    if year is None:
        return None
    return make(year) if year else choose(make, anchors)


def _iso(fields: Fields, anchors: Anchors) -> Interval | None:
    text = fields["iso"]
    found = cal.safe(int(text[:4]), int(text[5:7]), int(text[8:10]))
    return cal.day(found) if found else None


def _numeric(fields: Fields, anchors: Anchors) -> Interval | None:
    """2/7/2013 could be either; it is resolved where one part cannot be a month, or a dot marks day first."""
    text = fields["num"]
    if text == "9/11":
        return cal.day(date(2001, 9, 11))
    parts = [int(p) for p in text.replace(".", "/").split("/")]
    if parts[0] > 31:
        year, month, number = parts
    else:
        first, second = parts[0], parts[1]
        year = full_year(text.replace(".", "/").rpartition("/")[2], anchors.published) or 0
        if first == second or first > 12 or "." in text:
            number, month = first, second
        elif second > 12:
            month, number = first, second
        else:
            return None
    found = cal.safe(year, month, number)
    return cal.day(found) if found else None


def _weekday(fields: Fields, anchors: Anchors) -> Interval | None:
    weekday, rel = int(fields["wd"]), fields.get("rel", "")
    if "ru" in fields:
        base = base_of(rel, anchors)
        week = cal.unit_around(base, "W", SHIFT[rel]) if base else None
        return cal.day(week.start + timedelta(days=weekday)) if week else None
    if "dir" in fields:  # "two weeks ago Thursday"
        return _weeks_ago(fields, weekday, anchors)
    base = base_of(rel, anchors)
    if base is None:
        return None
    if rel in ("last", "past", "previous"):
        found = cal.weekday_near(base, weekday, ahead=False, strict=True)
    elif rel in ("next", "following"):
        found = cal.weekday_near(base, weekday, ahead=True, strict=True)
        if rel == "next" and found and (found - base).days <= 3:
            found = cal.add_days(found, 7)  # nobody calls tomorrow "next Thursday"
    elif rel == "this":
        found = cal.weekday_near(base, weekday, ahead=anchors.tense != "past")
    else:
        found = cal.weekday_near(base, weekday, ahead=anchors.ahead)
    return cal.day(found) if found else None


def _weeks_ago(fields: Fields, weekday: int, anchors: Anchors) -> Interval | None:
    count = number_in(fields["n"])
    if anchors.published is None or count is None or fields["u"] != "W":
        return None
    near = cal.weekday_near(anchors.published, weekday, ahead=False)
    found = cal.add_days(near, -7 * count) if near else None
    return cal.day(found) if found else None


def _deictic(fields: Fields, anchors: Anchors) -> Interval | None:
    if anchors.published is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(fields["w"], 0)
    if "dir" in fields:
        shift += 1 if fields["dir"] == "after" else -1
    found = cal.add_days(anchors.published, shift)
    return cal.day(found) if found else None


def _relpart(fields: Fields, anchors: Anchors) -> Interval | None:
    rel = fields["rel"]
    base = base_of("following" if rel == "next" else rel, anchors)
    if base is None:
        return None
    found = cal.add_days(base, SHIFT[rel])
    return cal.day(found) if found else None


def _part(fields: Fields, anchors: Anchors) -> Interval | None:
    if "wd" in fields:
        return _weekday(fields, anchors)
    told = anchors.antecedent(here=True)
    return told if told and told.start == told.end else None


def _calendar(fields: Fields, anchors: Anchors) -> Interval | None:
    rel, unit = fields["rel"], fields["u"]
    narrated = rel == "next" and "the" in fields
    if unit == "D" and rel in ("last", "this", "past", "next") and not narrated:
        return None  # "the last day", "this day": of what?
    if rel in ("last", "next") and unit in ("10Y", "100Y"):
        return None
    base = base_of("following" if narrated else rel, anchors, fine=unit == "D")
    if base is None:
        return None
    if unit == "WE":
        return _weekend_of(rel, base, anchors)
    return cal.unit_around(base, unit, SHIFT[rel])


def _weekend_of(rel: str, base: date, anchors: Anchors) -> Interval | None:
    shift = SHIFT[rel]
    if rel == "this" and anchors.tense == "past" and base.weekday() < 4:
        shift = -1  # told on Monday to Thursday of what has been
    return cal.unit_around(base, "WE", shift)


def _weekend(fields: Fields, anchors: Anchors) -> Interval | None:
    pub = anchors.published
    if pub is None:
        return None
    return cal.unit_around(pub, "WE", 0 if anchors.ahead or pub.weekday() > 4 else -1)


def _window(fields: Fields, anchors: Anchors) -> Interval | None:
    rel, unit = fields["rel"], fields["u"]
    count = number_in(fields.get("n", "1"))
    base = base_of(rel, anchors)
    if base is None or count is None or unit in ("H", "MIN", "S", "Q", "WE"):
        return None
    ahead = rel in ("next", "following")
    other = cal.move(base, unit, count if ahead else -count)
    if other is None:
        return None
    return Interval(min(base, other), max(base, other), cal.granularity(unit))


def _edgeof(fields: Fields, anchors: Anchors) -> Interval | None:
    return cal.unit_around(anchors.published, fields["u"]) if anchors.published else None


def _offset(fields: Fields, anchors: Anchors) -> Interval | None:
    unit, direction = fields["u"], fields["dir"]
    count = number_in(fields.get("n", "1"))
    if count is None:
        return None
    back = direction in ("ago", "earlier", "before")
    if direction == "ago":
        base = anchors.published
    else:
        told = anchors.antecedent(fine=unit in ("D", "W", "2W"))
        if told is not None and told.granularity in ("quarter", "month") and unit == "Y":
            moved = cal.add_months(told.start, -12 * count if back else 12 * count)
            length = 3 if told.granularity == "quarter" else 1
            return cal.month_of(moved.year, moved.month, length, told.granularity) if moved else None
        base = told.start if told else None
    moved = cal.move(base, unit, -count if back else count) if base else None
    return cal.unit_around(moved, unit) if moved else None


def _hence(fields: Fields, anchors: Anchors) -> Interval | None:
    count = number_in(fields["n"])
    if not anchors.ahead or anchors.published is None or count is None:
        return None
    moved = cal.move(anchors.published, fields["u"], count)
    return cal.unit_around(moved, fields["u"]) if moved else None


_RESOLVERS: dict[str, Resolver] = {
    "iso": _iso,
    "numeric": _numeric,
    "date": _date,
    "range": _date,
    "weekday": _weekday,
    "deictic": _deictic,
    "relpart": _relpart,
    "part": _part,
    "holiday": yearly.holiday,
    "month": yearly.month,
    "season": yearly.season,
    "quarter": yearly.quarter,
    "half": yearly.half,
    "year": yearly.year_alone,
    "years": yearly.years,
    "decade": yearly.decade,
    "century": yearly.century,
    "calendar": _calendar,
    "weekend": _weekend,
    "window": _window,
    "edgeof": _edgeof,
    "offset": _offset,
    "hence": _hence,
}
