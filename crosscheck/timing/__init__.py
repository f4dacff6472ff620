"""How two times stand to one another: the same, different, or not to be told apart. Pure arithmetic on date facts.

Aligning asks which facts could be one, comparing asks which differ; both ask here. ISO intervals are days, both ends
inclusive; minutes of the day count from midnight.
"""

from __future__ import annotations

from crosscheck.timing.clocks import HALF_DAY, clock_relation, half_day_open
from crosscheck.timing.days import Days, day_relation, days_of, edge_slack, is_open, is_soft, slack, spoken
from crosscheck.timing.durations import duration_days, duration_relation
from crosscheck.timing.told import DAY, WEEKDAYS, Relation, minutes_of, ordinal

__all__ = [
    "DAY", "HALF_DAY", "WEEKDAYS", "Days", "Relation", "clock_relation", "day_relation", "days_of", "duration_days",
    "duration_relation", "edge_slack", "half_day_open", "is_open", "is_soft", "minutes_of", "ordinal", "slack",
    "spoken",
]  # fmt: skip
