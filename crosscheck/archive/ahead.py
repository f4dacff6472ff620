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
    """A line for each article published later than the day of the run, in the order given; of many some and a count."""
    now = today()
    last = now.toordinal() + settings.ahead_days
    found = [(sketch.key, sketch.day) for sketch in sketches if sketch.day is not None and sketch.day > last]
    told = [
        Unread(path=key, reason=f"published {date.fromordinal(day)}, but today is {now}: kept; check its date")
        for key, day in found[: settings.ahead_told]
    ]
    more = [day for _, day in found[settings.ahead_told :]]
    if more:
        until = date.fromordinal(max(more))
        reason = f"published after today, {now}, the last {until}: kept; check the clock of where they come from"
        told.append(Unread(path=f"{len(more):,} more articles", reason=reason))
    return told
