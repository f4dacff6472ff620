"""FIG406: parts that do not make the whole, or a part that is more than the whole."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.figures.message import shown
from crosscheck.compare.figures.sums import value_of
from crosscheck.compare.findings import make_finding
from crosscheck.model import Cluster, Corpus, Fact, Finding, Reading
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="FIG406",
    name="parts-and-sum",
    kind="figure",
    level="warning",
    summary="Parts that do not add up to the whole that is told beside them.",
    aspects=("sum",),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """At most one finding a cluster: its first fact is the whole, the others are its parts."""
    whole, *parts = cluster.facts
    told = value_of(whole)
    values = [value_of(p) for p in parts]
    if told is None or any(v is None for v in values):
        return
    total = sum(v for v in values if v is not None)
    listed = len(parts) > 1
    if total == told if listed else total <= told:
        return
    words = " and ".join(shown([p]) for p in parts)
    message = (
        f"The parts do not make the whole: {words} are {total:g} together, beside “{shown([whole])}”."
        if listed
        else f"A part is more than its whole: “{words}” of “{shown([whole])}”."
    )
    yield make_finding(
        RULE,
        cluster,
        corpus,
        [_reading(f"{told:g}", [whole]), _reading(f"{total:g} in parts", parts)],
        message=message,
        confidence=settings.figures.sum_confidence if listed else settings.figures.part_confidence,
        verdict="sum",
    )


def _reading(canonical: str, facts: list[Fact]) -> Reading:
    return Reading(value=" and ".join(shown([f]) for f in facts), canonical=canonical, facts=tuple(facts))
