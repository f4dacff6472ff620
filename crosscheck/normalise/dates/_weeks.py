"""Resolves weekdays, weeks and weekends: "last Tuesday", "the first week of May", "the weekend before last"."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates import _yearly as yearly
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval
from crosscheck.normalise.dates._days import date_told
from crosscheck.normalise.dates._years import SHIFT, Fields, base_of, number_in

_THURSDAY = 3


def weekday(fields: Fields, anchors: Anchors) -> Interval | None:
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


def _weeks_ago(fields: Fields, weekday: int, anchors: Anchors) -> Interval | None:
    count = number_in(fields["n"])
    if anchors.published is None or count is None or fields["u"] != "W":
        return None
    near = cal.weekday_near(anchors.published, weekday, ahead=False)
    found = cal.add_days(near, -7 * count) if near else None
    return cal.day(found) if found else None


def weekof(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "The week of October 7": the week in which that day lies."""
    day = date_told({k: v for k, v in fields.items() if k != "u"}, anchors)
    return cal.unit_around(day.start, "W") if day else None


def nth(fields: Fields, anchors: Anchors) -> Interval | None:
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


def beyond(fields: Fields, anchors: Anchors) -> Interval | None:
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


def weekend_of(rel: str, base: date, anchors: Anchors) -> Interval | None:
    shift = SHIFT[rel]
    if rel == "this" and anchors.tense == "past" and base.weekday() < 4:
        shift = -1  # told on Monday to Thursday of what has been
    return cal.unit_around(base, "WE", shift)


def weekend(fields: Fields, anchors: Anchors) -> Interval | None:
    pub = anchors.published
    if pub is None:
        return None
    return cal.unit_around(pub, "WE", 0 if anchors.ahead or pub.weekday() > 4 else -1)
