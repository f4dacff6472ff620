"""Whether two facts can tell one day, week, month or year.

In: facts of kind date. Out: a relation. Vagueness, one page's stamp and midnight are no difference.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crosscheck.model import Fact, When
from crosscheck.timing.told import PARTS, WEEKDAYS, Relation, minutes_of, ordinal

_SOFT_FORMS = frozenset({"deictic", "relpart"})  # "yesterday": a page's stamp can be a day off
_SLACK = {"week": 7, "month": 31, "quarter": 92, "year": 366}
_EDGES = ("early", "mid", "late")
_ABOUT = frozenset({"offset", "window", "season"})  # "a year ago" is not said to the day
# minutes of the day: by when a night has begun, and when the small hours end at the latest
_NIGHT_FROM, _MORNING_TO, _EARLY_TO = 20 * 60, 6 * 60, 8 * 60


class Days(msgspec.Struct, frozen=True):
    """Ordinals of the first and last day that a fact tells, its weekday (Monday is 0), and month and day alone."""

    first: int | None
    last: int | None
    weekday: int | None
    month_day: tuple[int, int] | None


def days_of(fact: Fact) -> Days:
    """The days of a fact of kind date."""
    value, attrs = fact.value, fact.mention.attrs
    if not isinstance(value, When):
        return Days(None, None, None, None)
    prefix = "a." if attrs.get("form") == "datetime" else ""
    month, number = attrs.get(f"{prefix}m", ""), attrs.get(f"{prefix}d", "")
    return _days(value.start, value.end, value.weekday, month, number)


@lru_cache(maxsize=4_096)
def _days(start: str | None, end: str | None, day: str | None, month: str, number: str) -> Days:
    weekday = WEEKDAYS.index(day) if day in WEEKDAYS else None
    first, last = ordinal(start), ordinal(end)
    if first is not None and first == last:
        weekday = (first - 1) % 7
    digits = "".join(c for c in number if c.isdigit())
    month_day = (int(month), int(digits)) if month.isdigit() and digits else None
    return Days(first, last, weekday, month_day)


def day_relation(a: Fact, b: Fact) -> Relation:
    """Whether two facts can tell one day (week, month, year): vagueness and one page's stamp are no difference."""
    one, two = days_of(a), days_of(b)
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return _partial(a, b, one, two)
    gap = max(one.first, two.first) - min(one.last, two.last)
    if gap <= 0:
        return "different" if _one_end_off(a, b, one, two) else "same"
    if _grain(a) != _grain(b) or "window" in (a.mention.attrs.get("form"), b.mention.attrs.get("form")):
        return "unknown"  # "last week" and "on Monday" date two things, or one of them loosely
    if gap <= max(slack(a), slack(b)) or is_open(a) or is_open(b):
        return "unknown"
    if gap <= 1 and (is_soft(a) or is_soft(b) or _across_midnight(a, b, one, two)):
        return "unknown"
    if _by_weekday(a) and _by_weekday(b) and one.weekday == two.weekday:
        return "unknown"  # "Tuesday" on pages stamped a week apart
    return "different"


def _one_end_off(a: Fact, b: Fact, one: Days, two: Days) -> bool:
    """True for "6-11 July" against "6-12 July": a span told by its ends, of which one is the same and one is not."""
    told = all(f.mention.attrs.get("form") == "range" and _grain(f) == "day" and not is_open(f) for f in (a, b))
    return (
        told and (one.first == two.first) != (one.last == two.last) and one.first != one.last and two.first != two.last
    )


def is_open(fact: Fact) -> bool:
    """True for "since Monday" and "by Friday": a bound, not the day itself."""
    value = fact.value
    return isinstance(value, When) and not value.clock and value.modifier in ("before", "after")


def _grain(fact: Fact) -> str:
    grain = (fact.value.granularity if isinstance(fact.value, When) else None) or "day"
    return "day" if grain in ("part", "hour", "minute") else grain


def _partial(a: Fact, b: Fact, one: Days, two: Days) -> Relation:
    if one.month_day and two.month_day:
        return "same" if one.month_day == two.month_day else "different"
    if one.weekday is not None and two.weekday is not None:
        if (two.weekday - one.weekday) % 7 == 1 and _one_night(a, b):
            return "unknown"
        if (one.weekday - two.weekday) % 7 == 1 and _one_night(b, a):
            return "unknown"
        return "same" if one.weekday == two.weekday else "different"
    return "unknown"


def slack(fact: Fact) -> int:
    """Days by which a time may be meant more widely: of a vague one its own length, "a year ago", "about 2012"."""
    value = fact.value
    if not isinstance(value, When):
        return 0
    about = fact.mention.attrs.get("form") in _ABOUT or value.modifier in ("about", "fiscal")
    return max(_SLACK.get(value.granularity or "", 1) if about else 0, edge_slack(fact))


def edge_slack(fact: Fact) -> int:
    """Days by which "early June" or "the end of 2012" may be meant more widely: three quarters of its own, else none.

    So the next third is no contradiction, and the far one is, in a decade too, whose first third has four years.
    """
    value = fact.value
    if not isinstance(value, When) or value.modifier not in _EDGES or value.granularity not in _SLACK:
        return 0
    first, last = ordinal(value.start), ordinal(value.end)
    return (last - first + 1) * 3 // 4 if first is not None and last is not None else 0


def is_soft(fact: Fact) -> bool:
    """True for "yesterday" and other words that hang on a page's stamp, and for a day in another zone."""
    attrs = fact.mention.attrs
    zone = fact.value.zone if isinstance(fact.value, When) else None
    return attrs.get("form") in _SOFT_FORMS or attrs.get("a.form") in _SOFT_FORMS or (zone or "local") != "local"


def _by_weekday(fact: Fact) -> bool:
    attrs = fact.mention.attrs
    return "weekday" in (attrs.get("form"), attrs.get("a.form"))


def _across_midnight(a: Fact, b: Fact, one: Days, two: Days) -> bool:
    return _one_night(a, b) if (one.first or 0) < (two.first or 0) else _one_night(b, a)


def _one_night(early: Fact, late: Fact) -> bool:
    """Saturday night and early on Sunday are one night, which is told by either day."""
    first, second = minutes_of(early), minutes_of(late) or _early(late)
    return (
        (first is None or first[1] >= _NIGHT_FROM)
        and second is not None
        and second[0] < _MORNING_TO
        and (first is not None or second[1] < _EARLY_TO)
    )


def _early(fact: Fact) -> tuple[int, int] | None:
    """Minutes of "early on Tuesday", which news says of the hours before work begins."""
    value = fact.value
    early = isinstance(value, When) and value.modifier == "early" and _grain(fact) == "day"
    return PARTS["early morning"] if early else None


def spoken(fact: Fact) -> bool:
    """True for a day that somebody who is quoted names from his own ("today", "this evening"): not the article's."""
    forms = (fact.mention.attrs.get(name) for name in ("form", "a.form", "b.form"))  # "six this morning" has two
    return fact.mention.quoted and any(form in ("deictic", "relpart") for form in forms)
