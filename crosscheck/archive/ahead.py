"""Articles from the future: a clock somewhere runs ahead, or a date was mistyped. They are kept, and told.

Nothing that is stored depends on it: the same articles make the same archive on every day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from crosscheck.archive.grouping.sketch import Sketch
from crosscheck.archive.settings import GroupingSettings
from crosscheck.model import Unread
from crosscheck.timing.today import today


def ahead(sketches: Iterable[Sketch], settings: GroupingSettings) -> list[Unread]:
    """A line for each article that was published later than the day of the run, in the order given."""
    now = today()
    last = now.toordinal() + settings.ahead_days
    return [
        Unread(
            path=sketch.key,
            reason=f"published {date.fromordinal(sketch.day)}, but today is {now}: kept; check its date",
        )
        for sketch in sketches
        if sketch.day is not None and sketch.day > last
    ]
