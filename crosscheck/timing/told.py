"""What a fact of kind date tells by itself: days as ordinals, times as minutes of the day.

In: facts and ISO dates. Out: numbers, None where nothing is told.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

from crosscheck.model import Fact, When

Relation = Literal["same", "different", "unknown"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY = 24 * 60
PARTS = {  # minutes of the day
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


@lru_cache(maxsize=4_096)
def ordinal(iso: str | None) -> int | None:
    """Ordinal of the day of an ISO date or date-time; None where there is none."""
    try:
        return date.fromisoformat((iso or "")[:10]).toordinal()
    except ValueError:
        return None


def minutes_of(fact: Fact) -> tuple[int, int] | None:
    """First and last minute of the day that a fact tells, by the clock or as a part of the day."""
    value = fact.value
    if not isinstance(value, When):
        return None
    if value.clock:
        return _minutes(value.clock)
    return PARTS.get(value.modifier or "") if value.granularity == "part" else None


@lru_cache(maxsize=4_096)
def _minutes(clock: str) -> tuple[int, int]:
    first, _, last = clock.partition("/")
    return _minute(first), _minute(last or first)


def _minute(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:5])
