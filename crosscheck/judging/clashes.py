"""Clashes: pairs of facts whose values differ and that so surely answer one question that one of them is a slip.

In: the facts of one kind. Out: clusters of two sides for the rules, and the probability of every pair that was weighed.
Beside what linking knows of two facts it counts how one ranks among the other's partners and whether either article
tells the other's value too. The weights were fitted on readers' marks and on planted slips
(:mod:`crosscheck.training.clash`); no value is a sign.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from crosscheck.judging.subjects import KIND, subject_of
from crosscheck.kinds import Kind
from crosscheck.kinds.date import Dates
from crosscheck.kinds.figure import Figures
from crosscheck.kinds.place import Places
from crosscheck.kinds.values import canonical
from crosscheck.linking import pair_signs
from crosscheck.linking.candidates import candidates
from crosscheck.linking.context import Contexts
from crosscheck.linking.scorer import Model, Scored, read
from crosscheck.model import Cluster, Corpus, Fact, MentionKind, digest
from crosscheck.settings import LinkingSettings, Settings

FILE = Path(__file__).with_name("clash.json")
# questions of the kinds: the group whose weights they share, and the aspect that the rules know
ASKED: dict[str, tuple[str, str]] = {
    "toll": ("toll", "count"),
    "count": ("count", "count"),
    "age": ("age", "age"),
    "money": ("amount", "money"),
    "percent": ("amount", "percent"),
    "measure": ("amount", "measure"),
    "day": ("day", "date"),
    "location": ("place", "location"),
}
MARK = ":clash:"  # stands in the ids of these clusters
Signs = dict[str, float | None]


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two facts of two articles with differing values, the group of their question and all signs by name."""

    a: Fact
    b: Fact
    group: str
    aspect: str
    signs: Signs


def load() -> Model:
    """The shipped weights."""
    return read(FILE)


def kinds_of(settings: Settings) -> dict[MentionKind, Kind]:
    """Kinds by the kind of mention, in the order in which they are weighed."""
    return {"figure": Figures(settings), "date": Dates(settings), "place": Places(settings)}


def pairs(
    facts: Sequence[Fact], kind: Kind, contextual: Contexts, settings: LinkingSettings, wanted: set[str] | None = None
) -> Iterator[Pair]:
    """Candidate pairs of one kind whose values differ; with ``wanted`` those of which one fact has such an id."""
    asked = [f for f in facts if kind.aspect(f) in ASKED and not _stamp(f)]
    told: dict[str, set[str]] = defaultdict(set)
    for fact in asked:
        told[fact.article].add(canonical(fact))
    contexts = contextual.of(asked, kind)
    # pairs of which neither has the other as best partner are not weighed
    for pair in candidates(contexts, kind, contextual, settings, wanted, best=True):
        a, b = asked[pair.a], asked[pair.b]
        if kind.relate(a, b) != "different":
            continue
        found = pair_signs(pair, contexts, kind, contextual)
        found["knows the other value"] = float(canonical(b) in told[a.article]) + float(canonical(a) in told[b.article])
        found["told before"] = float(contexts[pair.a].nth + contexts[pair.b].nth)
        found["read surely"] = min(a.mention.confidence, b.mention.confidence)
        group, aspect = ASKED[kind.aspect(a)]
        yield Pair(a=a, b=b, group=group, aspect=aspect, signs=found)


def _stamp(fact: Fact) -> bool:
    """True for a day that no verb goes with: a dateline, a caption's or a page's date is no event's."""
    return fact.kind == "date" and not (fact.mention.frame and fact.mention.frame.verb)


def clashes(
    facts: Sequence[Fact], kind: Kind, contextual: Contexts, corpus: Corpus, settings: Settings
) -> list[Cluster]:
    """Clusters of the pairs that are sure enough, the surest first; keeps the probability of every pair.

    A draft is left out: it is held against its sources clause by clause (:mod:`crosscheck.compare.restated`).
    """
    model, weighed = load(), _weighed_of(corpus)
    facts = [f for f in facts if corpus.articles[f.article].role != "draft"]
    sure: list[tuple[Scored, Pair]] = []
    least = settings.judging.clash_from
    for pair in pairs(facts, kind, contextual, settings.linking):
        scored = model.score(pair.group, pair.signs)
        weighed[frozenset((pair.a.id, pair.b.id))] = scored.probability
        if scored.probability >= least:
            sure.append((scored, pair))
    sure.sort(key=lambda s: (-s[0].probability, s[1].a.id, s[1].b.id))
    return list(_clusters(sure, corpus))


_last: list[tuple[Corpus, dict[frozenset[str], float]]] = []


def _weighed_of(corpus: Corpus) -> dict[frozenset[str], float]:
    if not _last or _last[0][0] is not corpus:
        _last[:] = [(corpus, {})]
    return _last[0][1]


def probability(a: Fact, b: Fact, corpus: Corpus) -> float | None:
    """How surely two facts of the last corpus are one question; None where the pair was not weighed."""
    return _weighed_of(corpus).get(frozenset((a.id, b.id)))


def forget() -> None:
    """Let go of the last corpus."""
    _last.clear()


def _clusters(sure: Sequence[tuple[Scored, Pair]], corpus: Corpus) -> Iterator[Cluster]:
    """One cluster a clash: pairs of the same two values that share a fact are one, the surest speaks for it."""
    order = {article: i for i, article in enumerate(corpus.articles)}
    groups: list[tuple[Scored, Pair, dict[str, Fact]]] = []
    first: dict[tuple[frozenset[str], str], int] = {}  # by values and fact, the first group that has it
    for scored, pair in sure:
        values = frozenset((canonical(pair.a), canonical(pair.b)))
        known = [first[values, f.id] for f in (pair.a, pair.b) if (values, f.id) in first]
        at = min(known, default=len(groups))
        if at == len(groups):
            groups.append((scored, pair, {}))
        for fact in (pair.a, pair.b):
            groups[at][2][fact.id] = fact
            first.setdefault((values, fact.id), at)
    for scored, pair, members in groups:
        yield _cluster(scored, pair, sorted(members.values(), key=lambda f: (order[f.article], f.mention.span)))


def _cluster(scored: Scored, pair: Pair, facts: Sequence[Fact]) -> Cluster:
    subject = subject_of(facts)
    return Cluster(
        id=f"{pair.a.kind}{MARK}{digest(facts)}",
        kind=KIND[pair.a.kind],
        aspect=pair.aspect,
        subject=subject,
        key=f"{pair.aspect}|{subject.casefold()}",
        facts=tuple(facts),
        blocking_key="now",
        similarity=round(scored.probability, 3),
        why=scored.why(),
    )
