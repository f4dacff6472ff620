"""Whether two anchors can be one event.

In: two anchors. Out: ``same``, ``different``, or ``unknown`` where the text does not say. Periods decide where both
have one; an older event is never the one that the articles cover, unless their own ledes date it.
"""

from __future__ import annotations

from typing import Literal

from crosscheck.align.events import times
from crosscheck.align.events.anchor import Anchor
from crosscheck.align.events.stamps import Stamps
from crosscheck.model import Corpus
from crosscheck.settings import EventSettings

Agreement = Literal["same", "different", "unknown"]


class Agreements:
    """Compares the anchors of one corpus; knows which periods its ledes tell as their own event's."""

    def __init__(self, corpus: Corpus, stamps: Stamps, settings: EventSettings) -> None:
        self._corpus = corpus
        self._stamps = stamps
        self._settings = settings
        self._main: list[tuple[int, int]] | None = None

    def compatible(self, a: Anchor, b: Anchor) -> Agreement:
        """Whether two anchors can be one event."""
        if a.open != b.open or a.vague or b.vague:
            return "unknown"
        apart = a.clock is not None and b.clock is not None and abs(a.clock - b.clock) > self._settings.clock_minutes
        if a.period and b.period:
            agreement = self._periods(a.period, b.period)
            if agreement == "different" and a.label == b.label and times.DAY.fullmatch(a.label):
                agreement = "unknown"  # "Friday" on Friday and on Monday: the week is a guess
            return "different" if apart and agreement != "different" else agreement
        if a.background != b.background:
            return self._old_and_new(*((a, b) if a.background else (b, a)))
        if a.background:  # two older events, at least one without a date
            return "same" if a.label == b.label and a.label.startswith("last ") else "unknown"
        two_days = a.label != b.label and times.DAY.fullmatch(a.label) and times.DAY.fullmatch(b.label)
        if two_days and not (a.period or b.period):
            return "different"
        return "different" if apart else "same"

    def _old_and_new(self, past: Anchor, other: Anchor) -> Agreement:
        """Of an older event and one that may be the covered one, at least one of them without a date."""
        if past.period and self._is_main(past.period):
            return "same"
        named = other.explicit and bool(other.label) and not other.period and not times.DAY.fullmatch(other.label)
        return "different" if past.explicit and not named else "unknown"  # "in January", of which year?

    def _periods(self, a: tuple[str, str], b: tuple[str, str]) -> Agreement:
        first, second = times.days(a), times.days(b)
        if first is None or second is None:
            return "unknown"
        gap = max(first[0], second[0]) - min(first[1], second[1])
        if gap <= 0:
            return "same"
        age = max(1, (self._stamps.median or max(first[1], second[1])) - min(first[0], second[0]))
        slack = max(self._settings.day_slack, age * self._settings.gap_share)
        return "unknown" if gap <= slack else "different"

    def _is_main(self, period: tuple[str, str]) -> bool:
        """True for a period that headlines and ledes of several articles tell as their own event's."""
        if self._main is None:
            self._main = self._told_first()
        days = times.days(period)
        return days is not None and any(days[0] <= b and a <= days[1] for a, b in self._main)

    def _told_first(self) -> list[tuple[int, int]]:
        """Periods, as ordinals of days, that the ledes of enough source groups date."""
        told: dict[str, set[tuple[int, int]]] = {}  # by source group: a copied lede is one lede
        for article in self._corpus.extractions:
            lede = self._stamps.of(article)[: self._settings.lede_sentences]
            periods = {d for row in lede for s in row if not s.local and s.period and (d := times.days(s.period))}
            told.setdefault(self._corpus.groups.get(article, article), set()).update(periods)
        least = max(2, len(told) * self._settings.main_share)
        every = sorted(set().union(*told.values()))
        return [p for p in every if sum(any(q[0] <= p[1] and p[0] <= q[1] for q in t) for t in told.values()) >= least]
