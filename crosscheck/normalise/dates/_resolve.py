"""Resolves an expression's form and fields to an interval of days. None is an honest answer: no guess.

Weekdays and dates without a year lie on or before publication unless the clause tells of what is to come.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval

Fields = Mapping[str, str]
Resolver = Callable[[Fields, Anchors], Interval | None]

_SHIFT = {"last": -1, "past": -1, "previous": -1, "this": 0, "that": 0, "same": 0, "next": 1, "following": 1}
_TOLD = frozenset({"that", "same", "previous", "following"})  # held to what was told, not to publication
_SEASONS = {"SP": 3, "SU": 6, "AU": 9, "WI": 12}
_FIXED_HOLIDAYS = {"christmas": (12, 25), "halloween": (10, 31)}
_PIVOT = 5  # a two-digit year lies at most this far after publication


def resolve(fields: Fields, anchors: Anchors) -> Interval | None:
    """The days that the fields of one expression name, or None."""
    resolver = _RESOLVERS.get(fields.get("form", ""))
    return resolver(fields, anchors) if resolver else None


def _number(text: str | None) -> int | None:
    digits = "".join(c for c in text or "" if c.isdigit())
    return int(digits[:6]) if digits else None


def full_year(text: str, published: date | None) -> int | None:
    """A year of two or four digits; two digits turn at a few years after publication."""
    number = _number(text)
    if number is None or len(text.strip("'’")) == 4:
        return number
    century = ((published.year if published else 2000) + _PIVOT) // 100 * 100
    return century + number if not published or century + number <= published.year + _PIVOT else century - 100 + number


def _base(rel: str, anchors: Anchors, *, fine: bool = True) -> date | None:
    if rel in _TOLD:
        told = anchors.antecedent(fine=fine)
        return told.start if told else None
    return anchors.published


def _year(fields: Fields, anchors: Anchors) -> int | None:
    """The year that the expression itself tells, in digits or as "last year"; 0 where it tells none, None if unknown."""
    if "y" in fields:
        return full_year(fields["y"], anchors.published)
    if "yrel" in fields:
        base = _base(fields["yrel"], anchors, fine=False)
        return base.year + _SHIFT[fields["yrel"]] if base else None
    return 0


def _choose(make: Callable[[int], Interval | None], anchors: Anchors) -> Interval | None:
    """The occurrence of a yearly interval that the clause means: before publication, after it, or the nearest."""
    pub = anchors.published
    if pub is None:
        return None
    options = [i for y in range(pub.year - 1, pub.year + 2) if (i := make(y)) is not None]
    if anchors.ahead:
        return next((i for i in options if i.end >= pub), None)
    past = [i for i in options if i.start <= pub]
    if anchors.tense == "past" or not past:
        return past[-1] if past else None
    coming = next((i for i in options if i.start > pub), None)
    near = (pub - past[-1].end).days
    return coming if coming and (coming.start - pub).days < near else past[-1]


def _date(fields: Fields, anchors: Anchors) -> Interval | None:
    month, number = int(fields["m"]), _number(fields["d"]) or 0
    last = _number(fields.get("d2")) or number

    def make(year: int) -> Interval | None:
        start, end = cal.safe(year, month, number), cal.safe(year, month, last)
        return Interval(start, end, "day") if start and end and start <= end else None

    year = _year(fields, anchors)
    if year is None:
        return None
    return make(year) if year else _choose(make, anchors)


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
        base = _base(rel, anchors)
        week = cal.unit_around(base, "W", _SHIFT[rel]) if base else None
        return cal.day(week.start + timedelta(days=weekday)) if week else None
    if "dir" in fields:  # "two weeks ago Thursday"
        return _weeks_ago(fields, weekday, anchors)
    base = _base(rel, anchors)
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
    count = _number(fields["n"])
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
    base = _base("following" if rel == "next" else rel, anchors)
    if base is None:
        return None
    found = cal.add_days(base, _SHIFT[rel])
    return cal.day(found) if found else None


def _part(fields: Fields, anchors: Anchors) -> Interval | None:
    if "wd" in fields:
        return _weekday(fields, anchors)
    told = anchors.antecedent(here=True)
    return told if told and told.start == told.end else None


def _holiday(fields: Fields, anchors: Anchors) -> Interval | None:
    name, eve = fields["hol"], fields.get("eve") == "eve"

    def make(year: int) -> Interval | None:
        found = cal.easter(year) if name == "easter" else cal.safe(year, *_FIXED_HOLIDAYS.get(name, (0, 0)))
        moved = cal.add_days(found, -1) if found and eve else found
        return cal.day(moved) if moved else None

    year = _year(fields, anchors)
    if year is None:
        return None
    return make(year) if year else _choose(make, anchors)


def _month(fields: Fields, anchors: Anchors) -> Interval | None:
    month, rel = int(fields["m"]), fields.get("rel")
    year = _year(fields, anchors)
    if year is None:
        return None
    if year:
        return cal.month_of(year, month)
    return _relative(lambda y: cal.month_of(y, month), rel, anchors)


def _relative(make: Callable[[int], Interval | None], rel: str | None, anchors: Anchors) -> Interval | None:
    """Last, this or next occurrence of a yearly interval; without such a word as the clause has it."""
    pub = anchors.published
    if pub is None or rel is None:
        return _choose(make, anchors)
    options = [i for y in range(pub.year - 2, pub.year + 3) if (i := make(y)) is not None]
    if rel in ("last", "past", "previous"):
        return next((i for i in reversed(options) if i.end < pub), None)
    if rel == "next":
        return next((i for i in options if i.start > pub), None)
    return next((i for i in options if i.start.year == pub.year), None)


def _season(fields: Fields, anchors: Anchors) -> Interval | None:
    month = _SEASONS[fields["s"]]

    def make(year: int) -> Interval | None:
        return cal.month_of(year, month, 3, "quarter")

    if "y" in fields:
        year = full_year(fields["y"], anchors.published)
        return make(year) if year else None
    return _relative(make, fields.get("rel"), anchors)


def _quarter(fields: Fields, anchors: Anchors) -> Interval | None:
    number = _number(fields["q"]) or 0
    if not 1 <= number <= 4:
        return None
    year = _year(fields, anchors)
    if year is None:
        return None
    if year:
        return cal.month_of(year, number * 3 - 2, 3, "quarter")
    return _choose(lambda y: cal.month_of(y, number * 3 - 2, 3, "quarter"), anchors)


def _half(fields: Fields, anchors: Anchors) -> Interval | None:
    year = _year(fields, anchors)
    return cal.month_of(year, 1 if fields["q"] == "1" else 7, 6, "quarter") if year else None


def _year_alone(fields: Fields, anchors: Anchors) -> Interval | None:
    year = full_year(fields["y"], anchors.published)
    return cal.year_of(year) if year else None


def _years(fields: Fields, anchors: Anchors) -> Interval | None:
    first, last = int(fields["y"]), fields["y2"]
    final = int(last) if len(last) == 4 else int(fields["y"][: 4 - len(last)] + last)
    return cal.year_of(first, final - first + 1)


def _decade(fields: Fields, anchors: Anchors) -> Interval | None:
    digits = "".join(c for c in fields["dec"] if c.isdigit())
    if len(digits) == 2:
        digits = "19" + digits
    return cal.year_of(int(digits), 10) if len(digits) == 4 else None


def _century(fields: Fields, anchors: Anchors) -> Interval | None:
    number = _number(fields["c"])
    return cal.year_of((number - 1) * 100 + 1, 100) if number and number <= 21 else None


def _calendar(fields: Fields, anchors: Anchors) -> Interval | None:
    rel, unit = fields["rel"], fields["u"]
    narrated = rel == "next" and "the" in fields
    if unit == "D" and rel in ("last", "this", "past", "next") and not narrated:
        return None  # "the last day", "this day": of what?
    if rel in ("last", "next") and unit in ("10Y", "100Y"):
        return None
    base = _base("following" if narrated else rel, anchors, fine=unit == "D")
    if base is None:
        return None
    if unit == "WE":
        return _weekend_of(rel, base, anchors)
    return cal.unit_around(base, unit, _SHIFT[rel])


def _weekend_of(rel: str, base: date, anchors: Anchors) -> Interval | None:
    shift = _SHIFT[rel]
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
    count = _number(fields.get("n", "1"))
    base = _base(rel, anchors)
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
    count = _number(fields.get("n", "1"))
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
    count = _number(fields["n"])
    if not anchors.ahead or anchors.published is None or count is None:
        return None
    moved = cal.move(anchors.published, fields["u"], count)
    return cal.unit_around(moved, fields["u"]) if moved else None


_RESOLVERS: dict[str, Resolver] = {
    "iso": _iso, "numeric": _numeric, "date": _date, "range": _date, "weekday": _weekday, "deictic": _deictic,
    "relpart": _relpart, "part": _part, "holiday": _holiday, "month": _month, "season": _season, "quarter": _quarter,
    "half": _half, "year": _year_alone, "years": _years, "decade": _decade, "century": _century, "calendar": _calendar,
    "weekend": _weekend, "window": _window, "edgeof": _edgeof, "offset": _offset, "hence": _hence,
}
