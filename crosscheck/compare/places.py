"""What the place rules share: readings of a cluster, and how a reader sees a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from crosscheck.align.sources import independent
from crosscheck.compare.dates import sentence_case
from crosscheck.compare.findings import make_finding, sources_phrase
from crosscheck.model import Cluster, Corpus, Fact, Finding, Place, Reading
from crosscheck.registry import Rule
from crosscheck.timing import Relation

MAX_READINGS = 4  # more are no longer one sentence; the cluster keeps them all


def readings(
    facts: Sequence[Fact], corpus: Corpus, relation: Callable[[Fact, Fact], Relation], show: Callable[[Fact], str]
) -> list[Reading]:
    """The versions of one place, most sources first. Facts join the first version that they do not differ from."""
    versions: list[list[Fact]] = []
    for fact in facts:
        home = next((v for v in versions if relation(v[0], fact) == "same"), None)
        if home is not None:
            home.append(fact)
        elif all(relation(v[0], fact) == "different" for v in versions):
            versions.append([fact])
    found = [Reading(value=show(v[0]), canonical=_canonical(v[0]), facts=tuple(v)) for v in versions]
    return sorted(found, key=lambda r: (-independent(r.facts, corpus), r.canonical))


def _canonical(fact: Fact) -> str:
    value = fact.value
    if not isinstance(value, Place):
        return fact.mention.text.casefold()
    return f"{value.key}|{value.direction or ''}|{value.distance_km or ''}"


def show_place(fact: Fact) -> str:
    """The place as written."""
    return " ".join(fact.mention.text.split())


def finding(
    rule: Rule,
    cluster: Cluster,
    corpus: Corpus,
    relation: Callable[[Fact, Fact], Relation],
    *,
    what: str,
    verdict: str,
) -> Iterable[Finding]:
    """One finding that holds every version of the place, the one most sources carry first."""
    found = readings(cluster.facts, corpus, relation, show_place)[:MAX_READINGS]
    if len({r.canonical for r in found}) < 2:
        return
    told = [f"“{r.value}” by {sources_phrase(r.facts, corpus)}" for r in found]
    message = f"{sentence_case(what)} is told as {', as '.join(told[:-1])} and as {told[-1]}."
    yield make_finding(
        rule, cluster, corpus, found, message=message, verdict=verdict, confidence=0.35 + 0.55 * cluster.similarity
    )
