"""How two times stand to one another: the same, different, or not to be told apart. Pure arithmetic on date facts.

Aligning asks which facts could be one, comparing asks which differ; both ask here. ISO intervals are days, both ends
inclusive; minutes of the day count from midnight.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from crosscheck.data.zones import country_offsets, offsets
from crosscheck.model import Fact, When
from crosscheck.settings import DateSettings

Relation = Literal["same", "different", "unknown"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = 24 * 60
_PARTS = {  # minutes of the day
    "morning": (0, 720),
    "afternoon": (720, 1080),
    "evening": (1020, 1440),
    "night": (1080, 1800),
    "noon": (700, 740),
    "midnight": (1410, 1470),
    "early morning": (0, 420),
    "early night": (1080, 1440),
    "early evening": (1020, 1200),
    "early afternoon": (720, 900),
}
_SOFT_FORMS = frozenset({"deictic", "relpart"})  # "yesterday": a page's stamp can be a day off
_SLACK = {"week": 7, "month": 31, "quarter": 92, "year": 366}
_EDGES = ("early", "mid", "late")
_ABOUT = frozenset({"offset", "window", "season"})  # "a year ago" is not said to the day


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
    weekday = WEEKDAYS.index(value.weekday) if value.weekday in WEEKDAYS else None
    first, last = ordinal(value.start), ordinal(value.end)
    if first is not None and first == last:
        weekday = (first - 1) % 7
    prefix = "a." if attrs.get("form") == "datetime" else ""
    month, number = attrs.get(f"{prefix}m", ""), "".join(c for c in attrs.get(f"{prefix}d", "") if c.isdigit())
    month_day = (int(month), int(number)) if month.isdigit() and number else None
    return Days(first, last, weekday, month_day)


def ordinal(iso: str | None) -> int | None:
    """Ordinal of the day of an ISO date or date-time; None where there is none."""
    try:
        return date.fromisoformat((iso or "")[:10]).toordinal()
    except ValueError:
        return None


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
    if gap <= max(_slack(a), _slack(b)) or is_open(a) or is_open(b):
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


def _slack(fact: Fact) -> int:
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
        (first is None or first[1] >= 20 * 60)
        and second is not None
        and second[0] < 6 * 60
        and (first is not None or second[1] < 8 * 60)
    )


def _early(fact: Fact) -> tuple[int, int] | None:
    """Minutes of "early on Tuesday", which news says of the hours before work begins."""
    value = fact.value
    early = isinstance(value, When) and value.modifier == "early" and _grain(fact) == "day"
    return _PARTS["early morning"] if early else None


def minutes_of(fact: Fact) -> tuple[int, int] | None:
    """First and last minute of the day that a fact tells, by the clock or as a part of the day."""
    value = fact.value
    if not isinstance(value, When):
        return None
    if value.clock:
        first, _, last = value.clock.partition("/")
        return _minute(first), _minute(last or first)
    return _PARTS.get(value.modifier or "") if value.granularity == "part" else None


def _minute(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:5])


def clock_relation(a: Fact, b: Fact, countries: Iterable[str], settings: DateSettings) -> Relation:
    """Whether two times of day can be one: zones respected, hedges and rounding allowed for.

    A time without a zone, or in "local time", is of one of ``countries``: the countries that the articles speak of.
    """
    one, two = _window(a, settings), _window(b, settings)
    if one is None or two is None or not isinstance(a.value, When) or not isinstance(b.value, When):
        return "unknown"
    shifts = _shifts(a, b, list(countries))
    if not shifts:
        return "unknown"
    half = _half_day_open(a) or _half_day_open(b)
    turns = (0, _DAY, -_DAY) + ((720, -720) if half else ())
    fits = any(one[0] <= two[1] + s + t and two[0] + s + t <= one[1] for s in shifts for t in turns)
    return "same" if fits else "different"


def _half_day_open(fact: Fact) -> bool:
    """True for a time up to twelve without a.m. or p.m."""
    attrs = fact.mention.attrs
    if isinstance(fact.value, When) and fact.value.clock and fact.value.clock[:2] > "12":
        return False
    prefix = "b." if attrs.get("form") == "datetime" else ""
    if attrs.get(f"{prefix}form") not in ("clock", "clocks") or f"{prefix}noon" in attrs:
        return False
    text = attrs.get(f"{prefix}t", "")
    told = any(f"{prefix}{k}" in attrs for k in ("ap", "part", "z", "hrs")) or "a.part" in attrs
    return not told and not text.startswith("0")


def _shifts(a: Fact, b: Fact, countries: list[str]) -> list[int]:
    """Minutes to add to b's clock to read it by a's, one for each pair of zones that could be meant."""
    zone_a = a.value.zone if isinstance(a.value, When) else None
    zone_b = b.value.zone if isinstance(b.value, When) else None
    told_a, told_b = offsets(zone_a), offsets(zone_b)
    if not told_a and not told_b:
        return [0]
    if told_a and told_b:
        return sorted({x - y for x in told_a for y in told_b})
    start = next((v.start for v in (a.value, b.value) if isinstance(v, When) and v.start), None)
    on = date.fromordinal(ordinal(start) or date(2020, 1, 1).toordinal())
    local = sorted({o for country in countries for o in country_offsets(country, on)})
    return sorted({x - y for x in told_a or local for y in told_b or local})


def _window(fact: Fact, settings: DateSettings) -> tuple[int, int] | None:
    minutes = minutes_of(fact)
    if minutes is None or not isinstance(fact.value, When):
        return None
    first, last = minutes
    if not fact.value.clock:
        return first - settings.part_slack, last + settings.part_slack
    slack = _rounding(fact, first, last, settings)
    hedge = fact.hedge or fact.value.modifier or ""
    near = any(w in hedge for w in ("just", "shortly", "soon"))
    reach = settings.shortly_minutes if near else _DAY // 2 - 1
    if "before" in hedge or hedge.endswith(("by", "until", "till")):
        return first - reach, last + slack
    if "after" in hedge or "since" in hedge or hedge.endswith("past"):
        return first - slack, last + reach
    return first - slack, last + slack


def _rounding(fact: Fact, first: int, last: int, settings: DateSettings) -> int:
    if first != last or fact.hedge or first % 15 == 0:
        return settings.about_minutes
    return settings.five_minutes if first % 5 == 0 else settings.exact_minutes


def duration_days(iso: str | None) -> float | None:
    """A duration in days: ``P3D`` is 3, ``PT36H`` 1.5, months 30.4 and years 365.25; None where it is none."""
    if not iso or not iso.startswith("P"):
        return None
    units = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
    if iso.startswith("PT"):
        units = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}
    total, digits = 0.0, ""
    for sign in iso.removeprefix("PT").removeprefix("P"):
        if sign.isdigit():
            digits += sign
        elif sign in units and digits:
            total += int(digits) * units[sign]
            digits = ""
    return total or None


def duration_relation(a: Fact, b: Fact, settings: DateSettings) -> Relation:
    """Whether two durations, or a duration and a range of days, measure one stretch of time."""
    one, two = _length(a), _length(b)
    if one is None or two is None or not (one[2] or two[2]):
        return "unknown"
    low, high = max(one[0], two[0]), min(one[1], two[1])
    if low <= high + 1e-9:
        return "same"
    share = settings.duration_share if low > settings.counted_days or low < 1 else 0.0
    return "same" if low - high <= share * low else "different"


def _length(fact: Fact) -> tuple[float, float, bool] | None:
    """Shortest and longest length in days, and whether it is told as a duration. A range may count fewer."""
    value = fact.value
    if not isinstance(value, When):
        return None
    if value.duration:
        days = duration_days(value.duration)
        if days is None:
            return None
        slack = days * 0.25 if value.modifier else 0.0
        return days - slack, days + slack, True
    first, last = ordinal(value.start), ordinal(value.end)
    if first is None or last is None or last <= first:
        return None
    return float(last - first), float(last - first + 1), False
