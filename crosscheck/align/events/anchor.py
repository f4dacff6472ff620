"""What event a fact is about: the record that every aligner compares.

In: a time expression. Out: an :class:`Anchor`.
"""

from __future__ import annotations

import msgspec

from crosscheck.align.events import times


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """What event a fact is about, as far as the text says.

    ``period`` is (first day, last day), ISO 8601, both inclusive, or None; ``label`` the words that it was read from;
    ``background`` True for an event before the one that the articles cover; ``names`` the proper names of the sentence,
    casefolded words; ``explicit`` False where the anchor was carried over from the sentence before or is a default;
    ``open`` True for a stretch of time up to now ("since October"); ``vague`` where the clause turns to another time
    that it does not name ("two years after a quake that killed ...").
    """

    period: tuple[str, str] | None = None
    label: str = ""
    background: bool = False
    names: frozenset[str] = frozenset()
    explicit: bool = False
    open: bool = False
    vague: bool = False
    clock: int | None = None  # minutes of the day, where a time of day is told with the event


def anchor_of(stamp: times.Stamp, names: frozenset[str]) -> Anchor:
    """The anchor that a time expression of the clause gives; ``names`` are those of the sentence."""
    return Anchor(
        period=stamp.period,
        label=stamp.label,
        background=stamp.past,
        names=names,
        explicit=True,
        open=stamp.open,
        clock=stamp.clock,
    )
