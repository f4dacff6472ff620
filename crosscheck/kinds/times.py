"""Times as intervals: each by its own precision, held against one another.

In: date facts. Out: same, compatible, different, unknown. Days are ordinals (date.toordinal), times of day minutes from
midnight. "Around 3:30" is a stretch round 3:30, "just after 4" one behind 4; how wide they are stands in the settings.
"""

from __future__ import annotations

from crosscheck.kinds import Relation
from crosscheck.model import Fact, When
from crosscheck.settings import DateSettings
from crosscheck.timing import DAY, HALF_DAY, days_of, duration_relation, half_day_open, is_soft, slack

_PARTS = {
    "morning": (180, 720), "afternoon": (720, 1080), "evening": (1020, 1440), "night": (1110, 1800),
    "noon": (690, 750), "midnight": (1410, 1470), "early morning": (0, 480), "late morning": (570, 740),
    "early afternoon": (720, 900), "late afternoon": (900, 1110), "early evening": (1020, 1200),
    "late night": (1260, 1680), "late evening": (1200, 1440), "early night": (1080, 1440),
}  # fmt: skip


def relate(a: Fact, b: Fact, settings: DateSettings) -> Relation:
    """How two times stand to one another: by their days where both tell one, and by the time of day."""
    days = _days(a, b)
    clocks = _clocks(a, b, settings)
    if days == "different":
        return "unknown" if _one_night(a, b) else "different"
    if clocks == "different":
        return "different"
    if "same" in (days, clocks):
        return "same"
    return "compatible" if "compatible" in (days, clocks) else "unknown"


def _days(a: Fact, b: Fact) -> Relation:
    one, two = days_of(a), days_of(b)
    if one.first is None or one.last is None or two.first is None or two.last is None:
        if one.month_day and two.month_day:
            return "same" if one.month_day == two.month_day else "different"
        if one.weekday is None or two.weekday is None:
            return "unknown"
        return "same" if one.weekday == two.weekday else "different"
    first, second = _stretch(a, one.first, one.last), _stretch(b, two.first, two.last)
    gap = max(first[0], second[0]) - min(first[1], second[1])
    if gap <= 0:
        if (one.first, one.last) == (two.first, two.last):
            return "same"
        ends = _by_ends(a) and _by_ends(b)
        return "different" if ends and (one.first == two.first) != (one.last == two.last) else "compatible"
    if gap <= max(slack(a), slack(b)):
        return "unknown"
    if gap <= 1 and (is_soft(a) or is_soft(b)):
        return "unknown"  # "yesterday" hangs on a page's stamp, which can be a day off
    if one.weekday is not None and one.weekday == two.weekday and _weekday(a) and _weekday(b):
        return "unknown"  # "Tuesday" on pages stamped a week apart
    return "different"


def _stretch(fact: Fact, first: int, last: int) -> tuple[int, int]:
    """First and last day, open to one side for "before", "by", "since"; clocks told so are no bounds of days."""
    value = fact.value
    if isinstance(value, When) and not value.clock:
        if value.modifier == "before":
            return first - 10_000, last
        if value.modifier == "after":
            return first, last + 10_000
    return first, last


def _by_ends(fact: Fact) -> bool:
    """True for "6-11 July": a span told by its two days."""
    return fact.mention.attrs.get("form") == "range"


def _weekday(fact: Fact) -> bool:
    attrs = fact.mention.attrs
    return "weekday" in (attrs.get("form"), attrs.get("a.form"))


# --- times of day ----------------------------------------------------------------------------------------------------


def window(fact: Fact, settings: DateSettings) -> tuple[int, int] | None:
    """First and last minute of the day that a fact can mean, each by its own precision; None where it tells none."""
    value = fact.value
    if not isinstance(value, When):
        return None
    if value.clock:
        first, _, last = value.clock.partition("/")
        low, high = _minute(first), _minute(last or first)
        on_the_hour = low % 60 == 0
        if value.modifier == "before":
            return low - settings.shortly_after_minutes, high
        if value.modifier == "after":
            return low, high + settings.shortly_after_minutes
        if value.modifier == "about":
            wide = settings.near_hour_minutes if on_the_hour else settings.near_minutes
            wide = wide if low % 5 == 0 else settings.exact_minutes
            return low - wide, high + wide
        wide = settings.near_minutes if on_the_hour else settings.exact_minutes
        return low - wide, high + wide
    if value.granularity == "part":
        return _PARTS.get(value.modifier or "")
    return None


def _minute(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:5])


def _clocks(a: Fact, b: Fact, settings: DateSettings) -> Relation:
    one, two = window(a, settings), window(b, settings)
    if one is None or two is None:
        return "unknown"
    if not isinstance(a.value, When) or not isinstance(b.value, When):
        return "unknown"
    if not _one_clock(a.value.zone, b.value.zone):
        return "unknown"
    open_half = half_day_open(a) or half_day_open(b)  # "half past nine" may be in the evening
    turns = (0, DAY, -DAY) + ((HALF_DAY, -HALF_DAY) if open_half else ())
    gap = min(max(one[0], two[0] + t) - min(one[1], two[1] + t) for t in turns)
    if gap > 0:
        return "different"
    if gap == 0 and {a.value.modifier, b.value.modifier} == {"before", "after"}:
        return "different"  # "just before 6" and "just after 6"
    exact = a.value.clock and b.value.clock
    return "same" if exact and a.value.clock == b.value.clock else "compatible"


def _one_clock(one: str | None, other: str | None) -> bool:
    """True unless one time goes by another zone's clock, or by one that the other's cannot be turned into."""
    one, other = (None if z == "local" else z for z in (one, other))
    if one == other:
        return True
    told = [z for z in (one, other) if z]
    return len(told) == 1 and told[0][:1] not in "+-" and told[0] not in ("UTC", "GMT", "Z")


def _one_night(a: Fact, b: Fact) -> bool:
    """Saturday night and early on Sunday are one night, which is told by either day."""
    first, second = sorted((a, b), key=lambda f: days_of(f).first or 0)
    one, two = days_of(first), days_of(second)
    next_day = one.last is not None and two.first is not None and two.first - one.last == 1
    weekdays = one.weekday is not None and two.weekday is not None and (two.weekday - one.weekday) % 7 == 1
    if not next_day and not weekdays:
        return False
    return _late(first) and _early(second)


def _late(fact: Fact) -> bool:
    """True where a fact may mean the hours before midnight, or tells no hour at all."""
    value = fact.value
    if not isinstance(value, When):
        return False
    if value.clock:
        return _minute(value.clock) >= 20 * 60
    return value.modifier in ("night", "late", "evening", "late night", "midnight", "overnight")


def _early(fact: Fact) -> bool:
    value = fact.value
    if not isinstance(value, When):
        return False
    if value.clock:
        return _minute(value.clock) < 6 * 60
    return value.modifier in ("early morning", "early", "overnight", "midnight", "morning")


def lengths(a: Fact, b: Fact, settings: DateSettings) -> Relation:
    """Two durations, or a duration and a range of days that lasts as long."""
    return duration_relation(a, b, settings)
