"""Resolves an expression's form and fields to an interval of days. None is an honest answer: no guess.

Weekdays and dates without a year lie on or before publication unless the clause tells of what is to come.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates import _yearly as yearly
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval
from crosscheck.normalise.dates._years import SHIFT, Fields, base_of, choose, full_year, number_in, year_told

_MONTHS_ABOUT = 12  # months on both sides of publication in which a day told by its number alone is looked for
_THURSDAY = 3

Resolver = Callable[[Fields, Anchors], Interval | None]


def resolve(fields: Fields, anchors: Anchors) -> Interval | None:
    """The days that the fields of one expression name, or None."""
    resolver = _RESOLVERS.get(fields.get("form", ""))
    anchors.weekday = int(fields["wd"]) if fields.get("wd", "").isdigit() else None
    return resolver(fields, anchors) if resolver else None


def _date(fields: Fields, anchors: Anchors) -> Interval | None:
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


def _iso(fields: Fields, anchors: Anchors) -> Interval | None:
    text = fields["iso"]
    found = cal.safe(int(text[:4]), int(text[5:7]), int(text[8:10]))
    return cal.day(found) if found else None


def _numeric(fields: Fields, anchors: Anchors) -> Interval | None:
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


def _weekday(fields: Fields, anchors: Anchors) -> Interval | None:
    weekday, rel = int(fields["wd"]), fields.get("rel", "")
    if "ru" in fields:
        base = base_of(rel, anchors)
        week = cal.unit_around(base, "W", SHIFT[rel]) if base else None
        return cal.day(week.start + timedelta(days=weekday)) if week else None
    if "dir" in fields:  # "two weeks ago Thursday"
        return _weeks_ago(fields, weekday, anchors)
    if rel == "previous" and not anchors.told and anchors.published:  # nothing was told that it could be held to
        week = cal.unit_around(anchors.published, "W", -1)
        return cal.day(week.start + timedelta(days=weekday)) if week else None
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


def _wdday(fields: Fields, anchors: Anchors) -> Interval | None:
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


def _monthday(fields: Fields, anchors: Anchors) -> Interval | None:
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


def _weekof(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "The week of October 7": the week in which that day lies."""
    day = _date({k: v for k, v in fields.items() if k != "u"}, anchors)
    return cal.unit_around(day.start, "W") if day else None


def _nth(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "The first Monday in May", "the last week of October 2018", "the first two weeks of 2021".

    A week belongs to the month or year that holds its Thursday (ISO 8601).
    """
    whole = _whole(fields, anchors)
    if whole is None:
        return None
    unit, weekday = fields.get("u", "D"), fields.get("wd")
    days = cal.days_of(whole)
    if weekday is not None:
        days = [d for d in days if d.weekday() == int(weekday)]
    elif unit == "W":
        days = [d for d in days if d.weekday() == _THURSDAY]
    place, back = _place(fields["k"])
    count = number_in(fields.get("n", "1")) or 1
    picked = (days[::-1] if back else days)[place - 1 : place - 1 + count]
    if len(picked) < count:
        return None
    first, last = min(picked), max(picked)
    if unit == "W" and weekday is None:
        return Interval(first - timedelta(days=_THURSDAY), last + timedelta(days=6 - _THURSDAY), "week")
    return Interval(first, last, "day")


def _place(words: str) -> tuple[int, bool]:
    """Which in a row, and whether counted from the end: "first", "last", "second last"."""
    number = number_in(words.removesuffix("last").strip() or "1") or 1
    return number, words.endswith("last")


def _whole(fields: Fields, anchors: Anchors) -> Interval | None:
    """The month or year of which a part is told."""
    if "m" in fields:
        return yearly.month({k: v for k, v in fields.items() if k in ("m", "y")}, anchors)
    if "y" in fields:
        return yearly.year_alone(fields, anchors)
    base = base_of(fields.get("mrel", "this"), anchors, fine=False)
    return cal.unit_around(base, "M", SHIFT[fields.get("mrel", "this")]) if base else None


def _beyond(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "The weekend before last", "the Friday after next"."""
    pub, back = anchors.published, fields["rel"] == "last"
    if pub is None or (fields["dir"] == "before") is not back:
        return None
    if "wd" in fields:
        found = cal.weekday_near(pub, int(fields["wd"]), ahead=not back, strict=True)
        moved = cal.add_days(found, -7 if back else 7) if found else None
        return cal.day(moved) if moved else None
    if "part" in fields:
        found = cal.add_days(pub, -2 if back else 2)
        return cal.day(found) if found else None
    if fields.get("u") not in ("W", "WE", "M", "Y", "Q"):
        return None
    shift = -2 if back else 2
    if fields["u"] == "WE" and back and pub.weekday() > 4:
        shift = -1 if pub.weekday() == 5 else shift
    return cal.unit_around(pub, fields["u"], shift)


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
    base = anchors.published if rel == "previous" and not anchors.told else base_of(rel, anchors)
    if unit == "H" and count is not None and count % 24 == 0:
        unit, count = "D", count // 24  # "in the past 24 hours"
    if base is None or not count or unit in ("H", "MIN", "S", "WE"):
        return None
    ahead = rel in ("next", "following")
    if unit == "Q":  # the last two quarters are whole ones
        one, two = (
            cal.unit_around(base, "Q", 1 if ahead else -count),
            cal.unit_around(base, "Q", count if ahead else -1),
        )
        return Interval(one.start, two.end, "quarter") if one and two else None
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
    if direction == "from" or fields.get("w"):
        return _from_deictic(fields, count, anchors)
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


def _from_deictic(fields: Fields, count: int, anchors: Anchors) -> Interval | None:
    """ "Three weeks from tomorrow", "two days before yesterday": told to the day."""
    base = anchors.published
    if base is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(fields.get("w", ""), 0)
    moved = cal.move(base, fields["u"], -count if fields["dir"] in ("before", "ago") else count)
    found = cal.add_days(moved, shift) if moved else None
    return cal.day(found) if found else None


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
    "wdday": _wdday,
    "monthday": _monthday,
    "weekof": _weekof,
    "nth": _nth,
    "beyond": _beyond,
    "edgeof": _edgeof,
    "offset": _offset,
    "hence": _hence,
}
