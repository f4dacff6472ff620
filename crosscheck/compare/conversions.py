"""Whether a figure is contradicted by its own conversion: "55 kilometres (41 miles)" where others tell 34 miles.

In: a finding. Out: True where one of its figures does not equal what stands in brackets beside it, and what stands
there agrees with another source. Then the article itself says that the figure is miswritten.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.kinds.intervals import relate
from crosscheck.model import Corpus, Fact, Finding
from crosscheck.settings import FigureSettings


class Conversions:
    """The figures of one corpus that stand beside their conversions; an article is read when it is first asked for."""

    def __init__(self, corpus: Corpus, settings: FigureSettings) -> None:
        self._corpus, self._settings = corpus, settings
        self._kept: dict[str, dict[str, list[Fact]]] = {}

    def miswritten(self, finding: Finding) -> bool:
        """True where the figure of one reading is not its own conversion, and another reading agrees with that."""
        return any(
            relate(one, beside, self._settings).kind == "different"
            and any(
                relate(other, beside, self._settings).holds
                for rival in finding.readings
                if rival is not reading
                for other in rival.facts
                if other.article != one.article
            )
            for reading in finding.readings
            for one in reading.facts
            for beside in self._beside(one)
        )

    def _beside(self, fact: Fact) -> Sequence[Fact]:
        """The same figure in another unit, as the article has it in brackets, or before them."""
        known = self._kept.get(fact.article)
        if known is None:
            known = self._kept[fact.article] = _converted(self._corpus.extractions[fact.article].facts)
        return known.get(fact.id, ())


def _converted(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """By a figure's id, the other figures of its article that it is turned into, or that are turned into it."""
    at: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind == "figure":
            at.setdefault(_stretch(fact), []).append(fact)
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        for other in at.get(fact.mention.attrs.get("converts", ""), ()) if fact.kind == "figure" else ():
            if other.id != fact.id:
                found.setdefault(fact.id, []).append(other)
                found.setdefault(other.id, []).append(fact)
    return found


def _stretch(fact: Fact) -> str:
    return f"{fact.mention.span.start}-{fact.mention.span.end}"
