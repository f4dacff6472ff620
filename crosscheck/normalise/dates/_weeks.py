"""Resolves weekdays, weeks and weekends: "last Tuesday", "the first week of May", "the weekend before last"."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates import _yearly as yearly
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval
from crosscheck.normalise.dates._days import date_told
from crosscheck.normalise.dates._years import SHIFT, Fields, base_of, full_year, number_in

_THURSDAY, _SATURDAY = 3, 5


def weekday(fields: Fields, anchors: Anchors) -> Interval | None:
    weekday, rel = int(fields["wd"]), fields.get("rel", "")
    if "ru" in fields:
        base = base_of(rel, anchors)
        week = cal.unit_around(base, "W", SHIFT[rel]) if base else None
        return cal.day(week.start + timedelta(days=weekday)) if week else None
    if "held" in fields:
        return None  # "the Friday before the vote": no Friday that the calendar could tell
    if "dir" in fields:  # "two weeks ago Thursday", "two Thursdays from now"
        return _weeks_ago(fields, weekday, anchors)
    base = base_of(rel, anchors)
    if rel == "previous" and base and base == anchors.published:
        week = cal.unit_around(base, "W", -1)
        return cal.day(week.start + timedelta(days=weekday)) if week else None
    found = _told_by(rel, base, weekday, anchors) if base else None
    return cal.day(found) if found else None


def _told_by(rel: str, base: date, weekday: int, anchors: Anchors) -> date | None:
    """The weekday that "last", "next", "this" or no such word means on a day."""
    if rel in ("last", "past", "previous"):
        found = cal.weekday_near(base, weekday, ahead=False, strict=True)
        if rel == "last" and found and (base - found).days == 1 and base.weekday():
            return cal.add_days(found, -7)  # nobody calls yesterday "last Tuesday"; on a Monday, "last Sunday" it is
        return found
    if rel in ("next", "following", "coming"):
        found = cal.weekday_near(base, weekday, ahead=True, strict=True)
        if rel == "next" and found and (found - base).days <= 3:
            return cal.add_days(found, 7)  # nobody calls tomorrow "next Thursday"
        return found
    if rel == "this":
        return cal.weekday_near(base, weekday, ahead=anchors.tense != "past")
    return _plain(base, weekday, anchors)


def _plain(base: date, weekday: int, anchors: Anchors) -> date | None:
    """ "Tuesday": the last or, as the clause has it, the next one; the nearer where the clause leaves that open."""
    ahead = cal.weekday_near(base, weekday, ahead=True) if anchors.ahead else None
    past = cal.weekday_near(base, weekday, ahead=False)
    if ahead is None or past is None or not anchors.nearest:
        return ahead or past
    return past if (base - past) <= (ahead - base) else ahead


def _weeks_ago(fields: Fields, weekday: int, anchors: Anchors) -> Interval | None:
    """ "Two weeks ago Thursday" and "two Thursdays ago", of which the last Thursday is the first."""
    count = number_in(fields["n"])
    if anchors.published is None or count is None or fields.get("u", "W") != "W":
        return None
    ahead = fields["dir"] != "ago"
    near = cal.weekday_near(anchors.published, weekday, ahead=ahead, strict="u" not in fields)
    found = cal.add_days(near, (7 if ahead else -7) * (count if "u" in fields else count - 1)) if near else None
    return cal.day(found) if found else None


def weekon(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "A week from Friday", "Friday week": the coming Friday and so many weeks."""
    count = number_in(fields.get("n", "1"))
    if anchors.published is None or not count or anchors.tense == "past":
        return None
    near = cal.weekday_near(anchors.published, int(fields["wd"]), ahead=True)
    found = cal.move(near, fields["u"], count) if near else None
    return cal.day(found) if found else None


def weekof(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "The week of October 7": the week in which that day lies; "the week to", "ending", "starting": seven days."""
    told = _told(fields, anchors)
    if told is None:
        return None
    if fields["u"] in ("M", "Q", "Y"):  # "the year to March 2013", "the quarter ended 30 June"
        return cal.stretch_to(told.end, fields["u"], 1)
    if "d2" in fields and fields["u"] == "W":
        return told  # "the week of 17-21 June"
    if fields["u"] == "WE":
        return told if told.start != told.end else cal.unit_around(told.start, "WE")
    if fields["way"] in ("ending", "to"):
        first = cal.add_days(told.end, -6)
        return Interval(first, told.end, "week") if first else None
    if fields["way"] != "" and fields["way"] != "late":  # starting, beginning
        last = cal.add_days(told.start, 6)
        return Interval(told.start, last, "week") if last else None
    return cal.unit_around(told.start, "W")


def _told(fields: Fields, anchors: Anchors) -> Interval | None:
    """The day or month from or to which a week or a year is counted."""
    if "hol" in fields:
        return yearly.holiday(fields, anchors)
    if "wd" in fields and "d" not in fields:
        return weekday({"wd": fields["wd"]}, anchors)
    if "d" in fields:
        return date_told({k: v for k, v in fields.items() if k != "u"} | {"form": "range"}, anchors)
    return yearly.month({k: v for k, v in fields.items() if k in ("m", "y")}, anchors)


def weeknumber(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "Week 12 of 2013", as ISO 8601 counts weeks."""
    year, number = full_year(fields["y"], anchors.published), number_in(fields["wk"]) or 0
    first = cal.safe(year, 1, 4) if year and 1 <= number <= 53 else None
    return cal.unit_around(first, "W", number - 1) if first else None


def weekendago(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "Two weekends ago": the one before the last."""
    pub, count = anchors.published, number_in(fields["n"])
    return cal.unit_around(pub, "WE", -count) if pub and count else None


def nth(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "The first Monday in May", "the last week of October 2018", "the first nine months of 2021".

    A week belongs to the month or year that holds its Thursday (ISO 8601), a weekend to that of its Saturday.
    """
    whole = yearly.whole_of(fields, anchors)
    if whole is None or "many" in fields:
        return None
    unit, told = fields.get("u", "D"), fields.get("wd")
    days = cal.days_of(whole)
    if told is not None:
        days = [d for d in days if d.weekday() == int(told)]
    elif unit in ("W", "WE"):
        days = [d for d in days if d.weekday() == (_THURSDAY if unit == "W" else _SATURDAY)]
    elif unit != "D":
        days = [d for d in days if (around := cal.unit_around(d, unit)) and around.start == d]
    place, back = _place(fields["k"])
    count = number_in(fields.get("n", "1")) or 1
    picked = (days[::-1] if back else days)[place - 1 : place - 1 + count]
    if len(picked) < count:
        return None
    first, last = min(picked), max(picked)
    if unit == "D" or told is not None:
        return Interval(first, last, "day")
    one, two = cal.unit_around(first, unit), cal.unit_around(last, unit)
    return Interval(one.start, two.end, one.granularity) if one and two else None


def _place(words: str) -> tuple[int, bool]:
    """Which in a row, and whether counted from the end: "first", "last", "second last"."""
    number = number_in(words.removesuffix("last").strip() or "1") or 1
    return number, words.endswith("last")


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
    if "s" in fields:
        return yearly.season_beyond(fields["s"], anchors, back=back)
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
