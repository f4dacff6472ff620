"""Clashes: pairs of facts whose values differ and that so surely answer one question that one of them is a slip.

In: the facts of one kind. Out: clusters of two sides for the rules, and the probability of every pair that was weighed.
Beside what linking knows of two facts it counts how one ranks among the other's partners and whether either article
tells the other's value too. The weights were fitted on readers' marks and on planted slips
(:mod:`crosscheck.training.clash`); no value is a sign.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from crosscheck.judging.subjects import KIND, subject_of
from crosscheck.kinds import Kind
from crosscheck.kinds.date import Dates
from crosscheck.kinds.figure import Figures
from crosscheck.kinds.place import Places
from crosscheck.kinds.values import canonical
from crosscheck.linking import pair_signs
from crosscheck.linking.candidates import Floats, candidates
from crosscheck.linking.columns import Columns, Numbered, Weighed, relations
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
Wanted = set[str] | None


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two facts of two articles with differing values, the group of their question and all signs by name."""

    a: Fact
    b: Fact
    group: str
    aspect: str
    signs: Signs


class _Sure(NamedTuple):
    """A pair that stands out: how surely, its facts, the aspect that the rules know, its values, what can say why."""

    probability: float
    a: Fact
    b: Fact
    aspect: str
    values: frozenset[int]  # each by a number of its own
    explain: Callable[[], Scored]


def load() -> Model:
    """The shipped weights."""
    return read(FILE)


def kinds_of(settings: Settings) -> dict[MentionKind, Kind]:
    """Kinds by the kind of mention, in the order in which they are weighed."""
    return {"figure": Figures(settings), "date": Dates(settings), "place": Places(settings)}


class _Differing:
    """The candidate pairs of one kind whose values differ, with what they stand in."""

    def __init__(
        self, facts: Sequence[Fact], kind: Kind, contextual: Contexts, settings: LinkingSettings, wanted: Wanted
    ) -> None:
        self.facts = [f for f in facts if kind.aspect(f) in ASKED and not _stamp(f)]
        self.contexts = contextual.of(self.facts, kind)
        # pairs of which neither has the other as best partner are not weighed
        every = candidates(self.contexts, kind, contextual, settings, wanted, best=True)
        self.pairs = every.only(relations(self.facts, kind, every) == "different")
        self.value = Numbered(map(canonical, self.facts))
        self.asked = [ASKED[kind.aspect(self.facts[i])] for i in self.pairs.a.tolist()]

    def own_signs(self) -> dict[str, Floats]:
        """Signs beside those of linking, by name, a number a pair."""
        a, b = self.pairs.a, self.pairs.b
        article, value = Numbered(map(_article, self.facts)), self.value
        told = article.of * len(value.values) + value.of
        crossed = [np.isin(article.of[x] * len(value.values) + value.of[y], told) for x, y in ((a, b), (b, a))]
        nth = np.array([c.nth for c in self.contexts], np.float64)
        surely = np.array([f.mention.confidence for f in self.facts], np.float64)
        return {
            "knows the other value": crossed[0].astype(np.float64) + crossed[1],
            "told before": nth[a] + nth[b],
            "read surely": np.minimum(surely[a], surely[b]),
        }


def pairs(
    facts: Sequence[Fact], kind: Kind, contextual: Contexts, settings: LinkingSettings, wanted: Wanted = None
) -> Iterator[Pair]:
    """Candidate pairs of one kind whose values differ; with ``wanted`` those of which one fact has such an id."""
    found = _Differing(facts, kind, contextual, settings, wanted)
    own = found.own_signs()
    for row, (pair, (group, aspect)) in enumerate(zip(found.pairs, found.asked, strict=True)):
        signs = pair_signs(pair, found.contexts, kind, contextual) | {n: float(v[row]) for n, v in own.items()}
        yield Pair(a=found.facts[pair.a], b=found.facts[pair.b], group=group, aspect=aspect, signs=signs)


def _article(fact: Fact) -> str:
    return fact.mention.article


def _stamp(fact: Fact) -> bool:
    """True for a day that no verb goes with: a dateline, a caption's or a page's date is no event's."""
    return fact.kind == "date" and not (fact.mention.frame and fact.mention.frame.verb)


def clashes(
    facts: Sequence[Fact], kind: Kind, contextual: Contexts, corpus: Corpus, settings: Settings
) -> list[Cluster]:
    """Clusters of the pairs that are sure enough, the surest first; keeps the probability of every pair.

    A draft is left out: it is held against its sources clause by clause (:mod:`crosscheck.compare.restated`).
    """
    model, kept = load(), _weighed_of(corpus)
    facts = [f for f in facts if corpus.articles[f.article].role != "draft"]
    found = _Differing(facts, kind, contextual, settings.linking, None)
    levels = Columns(found.contexts, found.pairs, kind, contextual, model).levels(found.own_signs())
    weighed = Weighed(model, levels, [group for group, _ in found.asked])
    sure: list[_Sure] = []
    least = settings.judging.clash_from
    value = found.value.of.tolist()
    rows = zip(found.pairs.a.tolist(), found.pairs.b.tolist(), weighed.probability, strict=True)
    for row, (i, j, probability) in enumerate(rows):
        a, b = found.facts[i], found.facts[j]
        kept[a.id][b.id] = kept[b.id][a.id] = probability
        if probability >= least:
            values = frozenset((value[i], value[j]))
            sure.append(_Sure(probability, a, b, found.asked[row][1], values, partial(weighed.scored, row)))
    sure.sort(key=lambda s: (-s.probability, s.a.id, s.b.id))
    return list(_clusters(sure, corpus))


_Kept = defaultdict[str, dict[str, float]]  # by the ids of both facts, either first
_last: list[tuple[Corpus, _Kept]] = []


def _weighed_of(corpus: Corpus) -> _Kept:
    if not _last or _last[0][0] is not corpus:
        _last[:] = [(corpus, defaultdict(dict))]
    return _last[0][1]


def surest(left: Iterable[Fact], right: Iterable[Fact], corpus: Corpus) -> float | None:
    """How surely the surest pair of two sides is one question; None where none was weighed of the last corpus."""
    weighed, others = _weighed_of(corpus), [b.id for b in right]
    rows = (weighed[a.id] for a in left if a.id in weighed)
    return max((row[b] for row in rows for b in others if b in row), default=None)


def forget() -> None:
    """Let go of the last corpus."""
    _last.clear()


def _clusters(sure: Sequence[_Sure], corpus: Corpus) -> Iterator[Cluster]:
    """One cluster a clash: pairs of the same two values that share a fact are one, the surest speaks for it."""
    order = {article: i for i, article in enumerate(corpus.articles)}
    groups: list[tuple[_Sure, dict[str, Fact]]] = []
    first: dict[tuple[frozenset[int], str], int] = {}  # by values and fact, the first group that has it
    for pair in sure:
        values = pair.values
        known = [first[values, f.id] for f in (pair.a, pair.b) if (values, f.id) in first]
        at = min(known, default=len(groups))
        if at == len(groups):
            groups.append((pair, {}))
        for fact in (pair.a, pair.b):
            groups[at][1][fact.id] = fact
            first.setdefault((values, fact.id), at)
    for pair, members in groups:
        yield _cluster(pair, sorted(members.values(), key=lambda f: (order[f.article], f.mention.span)))


def _cluster(pair: _Sure, facts: Sequence[Fact]) -> Cluster:
    subject = subject_of(facts)
    return Cluster(
        id=f"{pair.a.kind}{MARK}{digest(facts)}",
        kind=KIND[pair.a.kind],
        aspect=pair.aspect,
        subject=subject,
        key=f"{pair.aspect}|{subject.casefold()}",
        facts=tuple(facts),
        blocking_key="now",
        similarity=round(pair.probability, 3),
        why=pair.explain().why(),
    )
