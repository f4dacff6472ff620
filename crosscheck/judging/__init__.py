"""Judging: links of one question in, clusters of two sides out: what differs, pair by pair, and what is told alike.

A dispute starts from one pair of facts that surely answer one question and whose values differ. A fact joins a reading
only where it agrees with all of it and stands against all of the others; another clash is another dispute.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import partial

from crosscheck.align.events import forget, index_of
from crosscheck.guard import guarded_each
from crosscheck.judging import clashes, scales
from crosscheck.judging.disputes import Dispute, alike, disputes, kept
from crosscheck.judging.subjects import KIND, subject_of
from crosscheck.kinds import Kind
from crosscheck.linking import link
from crosscheck.linking.context import Contexts
from crosscheck.linking.kinds import TRUSTED, kinds_of
from crosscheck.model import ALIKE, Cluster, Corpus, Fact, MentionKind, digest
from crosscheck.settings import Settings


def judged(corpus: Corpus, settings: Settings) -> list[Cluster]:
    """Disputes of the questions that linking is trusted with. A fault in one kind costs that kind."""
    found: list[Cluster] = []
    try:
        contextual = Contexts(corpus, settings.linking, index_of(corpus, settings.events))
        for name, kind in kinds_of(settings).items():
            found += guarded_each(f"linking {name}s", partial(_of_kind, name, kind, corpus, contextual, settings))
        for name, kind in clashes.kinds_of(settings).items():
            told = partial(clashes.clashes, corpus.facts(name), kind, contextual, corpus, settings)
            found += guarded_each(f"weighing pairs of {name}s", told)
        found += guarded_each("holding scales against each other", partial(scales.slips, corpus, settings.judging))
    finally:
        forget()  # aligning kept the index of events for this
    return found


def standing(clusters: Sequence[Cluster], told: Container[str]) -> list[Cluster]:
    """The clusters without pairs that no finding tells of: such a pair was a guess, and its facts met nobody."""
    return [c for c in clusters if clashes.MARK not in c.id or c.id in told]


def _of_kind(
    name: MentionKind, kind: Kind, corpus: Corpus, contextual: Contexts, settings: Settings
) -> Iterator[Cluster]:
    links = link(corpus.facts(name), kind, contextual, settings.linking, asked=TRUSTED)
    relate = kept(kind)
    for dispute in disputes(links, relate, corpus, settings.judging):
        if {kind.aspect(f) for side in dispute.sides for f in side} <= TRUSTED:
            yield _cluster(dispute, kind)
    for facts, probability in alike(links, relate, corpus, settings.judging):
        if {kind.aspect(f) for f in facts} <= TRUSTED:
            yield _agreed(facts, probability)


def _agreed(facts: Sequence[Fact], probability: float) -> Cluster:
    """What several articles tell alike by the links that would have told a dispute: no rule asks it, lists do."""
    first = facts[0]
    return Cluster(
        id=f"{first.kind}:alike:{digest(facts)}",
        kind=KIND[first.kind],
        aspect=ALIKE,
        subject=subject_of(facts),
        key=f"{ALIKE}|{_core(facts)}",
        facts=tuple(facts),
        similarity=round(probability, 3),
    )


def _cluster(dispute: Dispute, kind: Kind) -> Cluster:
    facts = tuple(f for side in dispute.sides for f in side)
    first = facts[0]
    aspect = kind.aspect(first)
    return Cluster(
        id=f"{first.kind}:linked:{digest(facts)}",
        kind=KIND[first.kind],
        aspect=aspect,
        subject=subject_of(facts),
        key=f"{aspect}|{_core(facts)}",
        facts=facts,
        similarity=round(dispute.probability, 3),
        sides=tuple(tuple(f.id for f in side) for side in dispute.sides),
        why=dispute.why,
    )


def _core(facts: Sequence[Fact]) -> str:
    """A word for the event or thing that does not change with one more article: the smallest of what is governed."""
    frames = [f.mention.frame for f in facts if f.mention.frame is not None]
    return min((x.head or x.verb for x in frames if x.head or x.verb), default="")
