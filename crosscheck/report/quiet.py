"""What no finding tells: facts that several independent sources tell alike, and facts that one source alone tells.

In: the clusters that the findings were made from. Out: rows in two lists. Every fact of a cluster stands in exactly one
place: in a finding, in an agreed row or in a single one; a fact of several clusters stands in the first of these. What
no cluster holds (the name of a country, which everyone tells and nobody disputes) stands nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import msgspec

from crosscheck import guard
from crosscheck.align.sources import independent
from crosscheck.kinds.values import by_value, display
from crosscheck.model import ALIKE, Cluster, Corpus, Fact, FindingKind, MentionKind
from crosscheck.report.saying import definite, may_agree
from crosscheck.settings import FigureSettings

# clusters that ask another question of facts which stand in clusters of their own already
OTHERS_FACTS = frozenset({"office", "word", "half", "owner", "clock", "address", "part", "home", "kin", ALIKE})
_TIMED = frozenset({"date", "figure"})
_PILES = 20  # values of one question that a further one is held against: a bound, so that no cluster costs its square
KIND_OF: dict[MentionKind, FindingKind] = {
    "name": "name", "role": "affiliation", "date": "date", "figure": "figure", "place": "place",
    "quote": "quote_wording",
}  # fmt: skip


class Row(msgspec.Struct, frozen=True):
    """One fact as it is told: kind, what it is about, commonest form, who tells it, and whether a draft does."""

    kind: FindingKind
    subject: str
    value: str
    facts: tuple[Fact, ...]
    sources: int
    drafted: bool

    @property
    def agreed(self) -> bool:
        """Told by two independent sources, or by a draft and one."""
        return self.sources + self.drafted > 1


def rows(
    clusters: Sequence[Cluster], loud: Iterable[Fact], corpus: Corpus, settings: FigureSettings
) -> tuple[list[Row], list[Row]]:
    """(agreed, told by one source only). ``loud`` are the facts of findings. With a draft only what it tells counts."""
    drafts = frozenset(a.id for a in corpus.articles.values() if a.role == "draft")
    found = [
        row
        for c in clusters
        for row in guard.guarded_each(f"telling a {c.kind}", partial(_of_cluster, c, corpus, drafts, settings))
    ]
    found = _with_alike(found, [c for c in clusters if c.aspect == ALIKE], corpus, drafts)
    order = sorted(range(len(found)), key=lambda i: (not found[i].agreed, i))
    loud = tuple(loud)
    taken = {f.id for f in loud} | _twins(loud, found)
    kept: dict[int, Row] = {}
    for i in order:
        row = found[i]
        facts = tuple(f for f in row.facts if f.id not in taken)
        if not facts:
            continue
        kept[i] = row if len(facts) == len(row.facts) else _row(row.kind, row.subject, facts, corpus, drafts)
        taken.update(f.id for f in facts)
    shown = [kept[i] for i in sorted(kept)]
    told = [row for row in shown if row.drafted or not drafts]
    return [row for row in told if row.agreed], [row for row in told if not row.agreed]


def _with_alike(found: list[Row], alike: Iterable[Cluster], corpus: Corpus, drafts: frozenset[str]) -> list[Row]:
    """The rows, those that links know to tell one value as one row: the first that agrees, else the first."""
    rows_of: dict[str, list[int]] = {}
    for i, row in enumerate(found):
        for fact in row.facts:
            rows_of.setdefault(fact.id, []).append(i)
    for cluster in alike:
        at = sorted({i for f in cluster.facts for i in rows_of.get(f.id, ())}, key=lambda i: (not found[i].agreed, i))
        if at:
            home = found[at[0]]
            found[at[0]] = _row(home.kind, home.subject, (*home.facts, *cluster.facts), corpus, drafts)
    return found


def _twins(loud: Sequence[Fact], found: Iterable[Row]) -> set[str]:
    """Ids of facts that are a disputed one read a second time: a length of time is a date and a figure in one."""
    places: dict[tuple[str, int], list[Fact]] = {}  # by sentence
    for fact in loud:
        if fact.kind in _TIMED:
            places.setdefault((fact.article, fact.mention.sentence), []).append(fact)
    return {
        f.id
        for row in found
        for f in row.facts
        if f.kind in _TIMED
        and any(
            o.kind != f.kind and o.mention.span.overlaps(f.mention.span)
            for o in places.get((f.article, f.mention.sentence), ())
        )
    }


def _of_cluster(cluster: Cluster, corpus: Corpus, drafts: frozenset[str], settings: FigureSettings) -> list[Row]:
    if not cluster.facts or cluster.aspect in OTHERS_FACTS:
        return []
    piles: list[tuple[list[Fact], list[Fact]]] = []  # (one fact of each value, all facts)
    for facts in by_value(cluster.facts):
        near = (p for p in piles[:_PILES] if _fits(facts[0], p[0][:_PILES], settings))
        home = next(near, None)
        if home is None:
            piles.append(([facts[0]], list(facts)))
        else:
            home[0].append(facts[0])
            home[1].extend(facts)
    return [_row(cluster.kind, cluster.subject, tuple(p), corpus, drafts) for _, p in piles]


def _fits(fact: Fact, values: Sequence[Fact], settings: FigureSettings) -> bool:
    """Agrees with a fact of each value."""
    return definite(fact) and all(definite(f) and may_agree(fact, f, settings) for f in values)


def _row(kind: FindingKind, subject: str, facts: tuple[Fact, ...], corpus: Corpus, drafts: frozenset[str]) -> Row:
    commonest = max(by_value(facts), key=lambda group: independent(group, corpus))
    unique = tuple({f.id: f for f in facts}.values())
    return Row(
        kind,
        subject,
        display(commonest[0]),
        unique,
        independent(unique, corpus),
        any(f.article in drafts for f in unique),
    )
