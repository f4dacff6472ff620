"""Which year: what an expression tells of it, and which occurrence of a yearly day or month the clause means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval, edged

Fields = Mapping[str, str]

STAMP_DAYS = 3  # a page's stamp and the day of its news lie no farther apart; a date told as past may be so new
NEAR_DAYS = 60  # within two months a weekday that is not the date's is a slip of the pen; farther off it tells the year
FAR_DAYS = 270  # of a day told without its year; of 182 read as ahead in real news none beyond seven months was
SHIFT = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "that": 0,
    "same": 0,
    "next": 1,
    "following": 1,
    "coming": 1,
}
_TOLD = frozenset({"that", "same", "previous", "following"})  # held to what was told, not to publication
_PIVOT = 5  # a two-digit year lies at most this far after publication


def number_in(text: str | None) -> int | None:
    """The last number of a text ("a couple" comes as "1 2"); None where it has none, or only "few"."""
    words = (text or "").split()
    if "few" in words:
        return None
    digits = "".join(c for c in words[-1] if c.isdigit()) if words else ""
    return int(digits[:6]) if digits else None


def full_year(text: str, published: date | None) -> int | None:
    """A year of two or four digits; two digits turn at a few years after publication."""
    number = number_in(text)
    if number is None or len(text.strip("'’")) == 4:
        return number
    century = ((published.year if published else 2000) + _PIVOT) // 100 * 100
    return century + number if not published or century + number <= published.year + _PIVOT else century - 100 + number


def base_of(rel: str, anchors: Anchors, *, fine: bool = True) -> date | None:
    """The day that a word like "last" or "following" counts from: publication, or what was told before."""
    if rel in _TOLD:
        told = anchors.antecedent(fine=fine)
        if rel == "previous" and (told is None or _is_ahead(told, anchors)):
            return anchors.published  # nothing was told that it could be held to
        return told.start if told else None
    return anchors.published


def _is_ahead(told: Interval, anchors: Anchors) -> bool:
    return anchors.published is not None and told.start > anchors.published


def year_told(fields: Fields, anchors: Anchors) -> int | None:
    """The year that the expression itself tells, in digits or as "last year"; 0 where it tells none, None unknown."""
    if "y" in fields:
        return full_year(fields["y"], anchors.published)
    if "yrel" in fields:
        base = base_of(fields["yrel"], anchors, fine=False)
        return base.year + SHIFT[fields["yrel"]] if base else None
    return 0


def choose(make: Callable[[int], Interval | None], anchors: Anchors) -> Interval | None:
    """The occurrence of a yearly interval that the clause means: before publication, after it, or the nearest."""
    pub = anchors.published
    if pub is None:
        return None
    whole = [i for y in range(pub.year - 1, pub.year + 2) if (i := make(y)) is not None]
    options = [edged(i, anchors.edges) for i in whole]
    found = _chosen(options, pub, anchors)
    return whole[options.index(found)] if found else None


def _chosen(options: list[Interval], pub: date, anchors: Anchors) -> Interval | None:
    if anchors.ahead and anchors.weekday is None:
        return _ahead(options, pub, nearest=anchors.nearest)
    if (told := _by_weekday(options, anchors)) is not None:
        return told
    past = [i for i in options if i.start <= pub]
    coming = next((i for i in options if 0 < (i.start - pub).days <= STAMP_DAYS), None)
    if coming and anchors.tense != "present":
        return coming  # told as past a day before it came: the page's stamp is off, or the date is, not by a year
    if anchors.tense == "past" or not past:
        return past[-1] if past else None
    coming = next((i for i in options if i.start > pub), None)
    near = (pub - past[-1].end).days
    return coming if coming and (coming.start - pub).days < near else past[-1]


def _ahead(options: list[Interval], pub: date, *, nearest: bool) -> Interval | None:
    """The next occurrence, unless it is nearly a year off: who means that one says "next June" or tells its year."""
    coming = next((i for i in options if i.end >= pub), None)
    past = [i for i in options if i.end < pub]
    if coming is None or not past:
        return coming
    off = (coming.start - pub).days
    if nearest:
        return past[-1] if (pub - past[-1].end).days <= off else coming
    return past[-1] if off > FAR_DAYS and coming.start.year != pub.year else coming


def _by_weekday(options: list[Interval], anchors: Anchors) -> Interval | None:
    """The occurrence on the weekday beside it, where the one nearest to publication is far off and of another weekday.

    A date of these weeks whose weekday does not fit is a slip, not a date of another year.
    """
    pub, weekday = anchors.published, anchors.weekday
    if pub is None or weekday is None:
        return None
    days = [i for i in options if i.start == i.end]
    nearest = min(days, key=lambda i: abs((i.start - pub).days), default=None)
    if nearest is None or nearest.start.weekday() == weekday or abs((nearest.start - pub).days) <= NEAR_DAYS:
        return nearest
    fitting = [i for i in days if i.start.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def relative_year(make: Callable[[int], Interval | None], rel: str | None, anchors: Anchors) -> Interval | None:
    """Last, this or next occurrence of a yearly interval; without such a word as the clause has it."""
    pub = anchors.published
    if pub is None or rel is None:
        return choose(make, anchors)
    options = [i for y in range(pub.year - 2, pub.year + 3) if (i := make(y)) is not None]
    if rel in ("last", "past", "previous"):
        return next((i for i in reversed(options) if i.end < pub), None)
    if rel in ("next", "coming"):
        return next((i for i in options if i.start > pub), None)
    if around := next((i for i in options if i.start <= pub <= i.end), None):
        return around  # "this winter" said in February
    return next((i for i in options if i.start.year == pub.year), None)
