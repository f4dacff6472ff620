"""Whether two facts can measure one stretch of time.

In: facts of kind date. Out: lengths in days, and a relation.
"""

from __future__ import annotations

from crosscheck.model import Fact, When
from crosscheck.settings import DateSettings
from crosscheck.timing.told import Relation, ordinal

_DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}  # days in a unit of ISO 8601, by the Gregorian mean
_TIMES = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}
_SAME = 1e-9  # two lengths this near were only counted in other units


def duration_days(iso: str | None) -> float | None:
    """A duration in days: ``P3D`` is 3, ``PT36H`` 1.5, months 30.4 and years 365.25; None where it is none."""
    if not iso or not iso.startswith("P"):
        return None
    units = _DAYS
    if iso.startswith("PT"):
        units = _TIMES
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
    one, two = _length(a, settings), _length(b, settings)
    if one is None or two is None or not (one[2] or two[2]):
        return "unknown"
    low, high = max(one[0], two[0]), min(one[1], two[1])
    if low <= high + _SAME:
        return "same"
    share = settings.duration_share if low > settings.counted_days or low < 1 else 0.0
    return "same" if low - high <= share * low else "different"


def _length(fact: Fact, settings: DateSettings) -> tuple[float, float, bool] | None:
    """Shortest and longest length in days, and whether it is told as a duration. A range may count fewer."""
    value = fact.value
    if not isinstance(value, When):
        return None
    if value.duration:
        days = duration_days(value.duration)
        if days is None:
            return None
        slack = days * settings.vague_duration_share if value.modifier else 0.0
        return days - slack, days + slack, True
    first, last = ordinal(value.start), ordinal(value.end)
    if first is None or last is None or last <= first:
        return None
    return float(last - first), float(last - first + 1), False
