"""Whether a figure is contradicted by its own conversion: "55 kilometres (41 miles)" where others tell 34 miles.

In: a finding. Out: True where one of its figures does not equal what stands in brackets beside it, and what stands
there agrees with another source. Then the article itself says that the figure is miswritten.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.kinds.intervals import relate
from crosscheck.model import Corpus, Fact, Finding
from crosscheck.settings import FigureSettings


def miswritten(finding: Finding, corpus: Corpus, settings: FigureSettings) -> bool:
    """True where the figure of one reading is not its own conversion, and another reading agrees with that."""
    return any(
        relate(one, beside, settings).kind == "different"
        and any(
            relate(other, beside, settings).holds
            for rival in finding.readings
            if rival is not reading
            for other in rival.facts
            if other.article != one.article
        )
        for reading in finding.readings
        for one in reading.facts
        for beside in _converted(one, corpus)
    )


def _converted(fact: Fact, corpus: Corpus) -> Iterator[Fact]:
    """The same figure in another unit, as the article has it in brackets, or before them."""
    mine = _stretch(fact)
    for other in corpus.extractions[fact.article].facts:
        if other.kind == "figure" and other.id != fact.id:
            if other.mention.attrs.get("converts") == mine or fact.mention.attrs.get("converts") == _stretch(other):
                yield other


def _stretch(fact: Fact) -> str:
    return f"{fact.mention.span.start}-{fact.mention.span.end}"
