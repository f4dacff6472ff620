"""Resolves what counts from publication or a day told before: "yesterday", "last week", "two weeks ago"."""

from __future__ import annotations

from datetime import date

from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval
from crosscheck.normalise.dates._weeks import weekday, weekend_of
from crosscheck.normalise.dates._years import SHIFT, Fields, base_of, number_in

_HOURS_OF_TODAY = 100  # "90 minutes ago" is today, "200 hours ago" nobody counts back
_GRAIN_TOLD = {"2W": "W"}  # "a fortnight ago" tells a week
_HALF_OF = {"W": ("D", 3), "M": ("D", 15), "Y": ("M", 6), "10Y": ("Y", 5), "100Y": ("10Y", 5)}


def deictic(fields: Fields, anchors: Anchors) -> Interval | None:
    if anchors.published is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(fields["w"], 0)
    if "dir" in fields:
        shift += 1 if fields["dir"] == "after" else -1
    if "u" in fields:  # "a week tomorrow", "tomorrow week"
        if anchors.tense == "past":
            return None
        shift += 7 if fields["u"] == "W" else 14
    found = cal.add_days(anchors.published, shift)
    return cal.day(found) if found else None


def relpart(fields: Fields, anchors: Anchors) -> Interval | None:
    rel = fields["rel"]
    base = base_of("following" if rel == "next" else rel, anchors)
    if base is None:
        return None
    found = cal.add_days(base, SHIFT[rel])
    return cal.day(found) if found else None


def part(fields: Fields, anchors: Anchors) -> Interval | None:
    if "wd" in fields:
        return weekday(fields, anchors)
    if "w" in fields:
        return deictic(fields, anchors)
    if "rel" in fields:
        return relpart(fields, anchors)
    told = anchors.antecedent(here=True)
    return told if told and told.start == told.end else None


def calendar(fields: Fields, anchors: Anchors) -> Interval | None:
    rel, unit = fields.get("rel", "this"), fields["u"]
    if "many" in fields:
        return None  # "in the coming weeks": how many?
    narrated = rel == "next" and "the" in fields
    if unit == "D" and rel in ("last", "this", "past", "next", "coming") and not narrated:
        return None  # "the last day", "this day": of what?
    if rel in ("last", "next", "coming") and unit in ("10Y", "100Y"):
        return None
    base = base_of("following" if narrated else rel, anchors, fine=unit == "D")
    if base is None and narrated and unit != "D":
        base = anchors.published  # "in the next quarter", where no other was told
    if base is None:
        return None
    if unit == "WE":
        return weekend_of(rel, base, anchors)
    return cal.unit_around(base, unit, SHIFT[rel])


def window(fields: Fields, anchors: Anchors) -> Interval | None:
    rel, unit = fields["rel"], fields["u"]
    count = number_in(fields.get("n", "1"))
    base = anchors.published if rel == "previous" and not anchors.told else base_of(rel, anchors)
    if unit == "H" and count is not None and count % 24 == 0:
        unit, count = "D", count // 24  # "in the past 24 hours"
    if base is None or not count or unit in ("H", "MIN", "S", "WE"):
        return None
    ahead = rel in ("next", "following", "coming")
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


def edgeof(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "The end of the year": the unit of publication, of which the end is taken afterwards."""
    return cal.unit_around(anchors.published, fields["u"]) if anchors.published else None


def rest(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "The rest of the week": from publication to its end."""
    pub = anchors.published
    whole = cal.unit_around(pub, fields["u"]) if pub and anchors.tense != "past" else None
    return Interval(pub, whole.end, whole.granularity) if pub and whole else None


def todate(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "The year to date": from its beginning to publication."""
    pub = anchors.published
    whole = cal.unit_around(pub, fields["u"]) if pub else None
    return Interval(whole.start, pub, whole.granularity) if pub and whole else None


def then(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "This time last year", "this week last year": the day or unit of publication, so much earlier or later."""
    count = -(number_in(fields.get("n", "1")) or 0) if fields["rel"] == "ago" else SHIFT[fields["rel"]]
    moved = cal.move(anchors.published, fields["tu"], count) if anchors.published and count else None
    return cal.unit_around(moved, fields.get("u", "D")) if moved else None


def offset(fields: Fields, anchors: Anchors) -> Interval | None:
    """ "Three days ago", "a year later", "two and a half years ago"."""
    unit, direction = fields.get("u", "D"), fields["dir"]
    count = number_in(fields.get("n", "0" if "half" in fields else "1"))
    if count is None:
        return None
    if unit == "H" and count and count % 24 == 0 and direction == "ago":
        unit, count = "D", count // 24  # "48 hours ago"
    if direction == "from" or fields.get("w"):
        return _from_deictic(fields, count, anchors)
    back = direction in ("ago", "earlier", "before")
    if direction == "ago":
        base = anchors.published
        if unit in ("H", "MIN"):
            return _today(count, anchors)
    else:
        told = anchors.antecedent(fine=unit in ("D", "W", "2W"))
        if told is not None and told.granularity in ("quarter", "month") and unit == "Y":
            moved = cal.add_months(told.start, -12 * count if back else 12 * count)
            length = 3 if told.granularity == "quarter" else 1
            return cal.month_of(moved.year, moved.month, length, told.granularity) if moved else None
        base = told.start if told else None
    moved = cal.move(base, unit, -count if back else count) if base and count else base
    if "half" in fields:
        return _half_more(moved, unit, back=back)
    return cal.unit_around(moved, _GRAIN_TOLD.get(unit, unit)) if moved else None


def _today(count: int, anchors: Anchors) -> Interval | None:
    """ "Two hours ago", "in an hour": the day of publication, unless somebody is quoted, whose day may be another."""
    if anchors.published is None or anchors.quoted or count >= _HOURS_OF_TODAY:
        return None
    return cal.day(anchors.published)


def _half_more(moved: date | None, unit: str, *, back: bool) -> Interval | None:
    """Half a unit farther: told to the next smaller one."""
    smaller, count = _HALF_OF.get(unit, ("", 0))
    farther = cal.move(moved, smaller, -count if back else count) if moved and count else None
    return cal.unit_around(farther, "W" if smaller == "D" else _GRAIN_TOLD.get(smaller, smaller)) if farther else None


def _from_deictic(fields: Fields, count: int, anchors: Anchors) -> Interval | None:
    """ "Three weeks from tomorrow", "two days before yesterday": told to the day."""
    base = anchors.published
    if base is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(fields.get("w", ""), 0)
    moved = cal.move(base, fields["u"], -count if fields["dir"] in ("before", "ago") else count)
    found = cal.add_days(moved, shift) if moved else None
    return cal.day(found) if found else None


def hence(fields: Fields, anchors: Anchors) -> Interval | None:
    count = number_in(fields.get("n", "0" if "half" in fields else "1"))
    if not (anchors.ahead or "hence" in fields) or anchors.published is None or count is None:
        return None
    if fields["u"] == "H" and count and count % 24 == 0:  # "in 48 hours"
        later = cal.add_days(anchors.published, count // 24)
        return cal.day(later) if later else None
    if fields["u"] in ("H", "MIN"):
        return _today(count, anchors)
    moved = cal.move(anchors.published, fields["u"], count)
    if "half" in fields:
        return _half_more(moved, fields["u"], back=False)
    if moved and fields.get("in") == "within":
        return Interval(anchors.published, moved, cal.granularity(fields["u"]))
    return cal.unit_around(moved, _GRAIN_TOLD.get(fields["u"], fields["u"])) if moved else None
