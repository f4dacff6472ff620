"""How surely two figures answer one question, by what is counted or measured.

In: two profiles. Out: a score between 0 and 1. What must agree depends on the measure (:mod:`counts`, :mod:`measures`);
a question named by both clauses (:mod:`questions`) and a copied sentence count beside it; :mod:`bars` go before all.
"""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.align.figures import measures
from crosscheck.align.figures.bars import Bars, side_by_side
from crosscheck.align.figures.context import Context
from crosscheck.align.figures.counts import count
from crosscheck.align.figures.nearness import nouns_alike
from crosscheck.align.figures.profile import Profile
from crosscheck.align.figures.questions import question
from crosscheck.likeness import likeness

_BY_MEASURE: dict[str, Callable[[Profile, Profile, Context], float]] = {
    "count": count,
    "money": measures.money,
    "percent": measures.percent,
    "age": measures.age,
    "magnitude": measures.magnitude,
    "distance": measures.distance,
    "calibre": measures.calibre,
    "rank": measures.rank,
}


class Scorer:
    """Scores pairs of profiles of one event."""

    def __init__(self, context: Context) -> None:
        self._context = context
        bars = Bars(context)
        self.barred = bars.barred
        self.long_apart = bars.long_apart
        self.side_by_side = side_by_side

    def score(self, a: Profile, b: Profile) -> float:
        """0 where two figures cannot be about the same thing."""
        if a.measure != b.measure or (a.unit != b.unit and a.measure != "money"):
            return 0.0
        copy = likeness(a.setting, b.setting)
        if self.barred(a, b, copy):
            return 0.0
        context = self._context
        measured = _BY_MEASURE.get(a.measure, measures.other)(a, b, context)
        found = max(measured, question(a, b, context))
        if copy >= context.settings.copied and nouns_alike(a, b):
            found = max(found, context.scores.copy.base + context.scores.copy.likeness * copy)
        return min(1.0, found)
