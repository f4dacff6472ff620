"""One article that came twice, word for word: its second copy is no witness and changes nothing of what is compared.

In: a corpus. Out: the corpus without second copies, and afterwards clusters and findings to which their facts have come
back, so that every place where something is told is shown. Copies with other headlines or a changed paragraph are
another matter: they stay, and count as one source (crosscheck/align/sources.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from crosscheck.model import Article, Cluster, Corpus, Extraction, Fact, Finding


class Twin(msgspec.Struct, frozen=True):
    """A second copy: the article whose copy it is, and its own facts by the ids of the equal facts there."""

    first: str
    facts: dict[str, Fact]


Twins = dict[str, Twin]  # by the copy's id


def apart(corpus: Corpus) -> tuple[Corpus, Twins]:
    """The corpus of first copies, and the others by their ids.

    A copy has the text, the day and the part (source, primary) of its first, and the same facts were read.
    """
    first: dict[tuple[str, str | None, str], Article] = {}
    twins: Twins = {}
    for article in corpus.articles.values():
        original = first.setdefault((article.text.rstrip(), article.published, article.role), article)
        if original is article:
            continue
        facts = _pairs(corpus.extractions[original.id], corpus.extractions[article.id])
        if facts is not None and article.role != "draft":
            twins[article.id] = Twin(original.id, facts)
    if not twins:
        return corpus, twins
    kept = {a: x for a, x in corpus.articles.items() if a not in twins}
    told = {a: x for a, x in corpus.extractions.items() if a not in twins}
    return msgspec.structs.replace(corpus, articles=kept, extractions=told), twins


def _pairs(one: Extraction, other: Extraction) -> dict[str, Fact] | None:
    """Facts of the other by the ids of equal ones; None where the two do not tell the same in the same places."""
    if len(one.facts) != len(other.facts) or len(one.sentences) != len(other.sentences):
        return None
    if any(_shown(a) != _shown(b) for a, b in zip(one.facts, other.facts, strict=True)):
        return None
    return {a.id: b for a, b in zip(one.facts, other.facts, strict=True)}


def _shown(fact: Fact) -> tuple[object, ...]:
    return fact.kind, fact.subject, fact.value, fact.hedge, fact.mention.span, fact.mention.sentence


def together(
    whole: Corpus, found: Corpus, copies: Twins, clusters: list[Cluster], findings: list[Finding]
) -> tuple[Corpus, list[Cluster], list[Finding]]:
    """What was found without copies, with their facts in it: ``whole`` as read, ``found`` with groups filled in."""
    if not copies:
        return found, clusters, findings
    back = _Back(copies)
    corpus = _whole(whole, found, {article: twin.first for article, twin in copies.items()})
    return corpus, list(map(back.cluster, clusters)), list(map(back.finding, findings))


class _Back:
    """Gives the facts of copies back."""

    def __init__(self, copies: Twins) -> None:
        self._by_fact: dict[str, list[tuple[str, Fact]]] = defaultdict(list)
        for article, twin in copies.items():
            for id_, fact in twin.facts.items():
                self._by_fact[id_].append((article, fact))

    def cluster(self, cluster: Cluster) -> Cluster:
        """The cluster with the facts of copies behind those of their firsts."""
        sides = tuple((*side, *(f.id for id_ in side for _, f in self._by_fact.get(id_, ()))) for side in cluster.sides)
        return msgspec.structs.replace(cluster, facts=self._facts(cluster.facts), sides=sides)

    def finding(self, finding: Finding) -> Finding:
        """The finding with the facts of copies in the readings of their firsts, and what is marked in them."""
        readings = tuple(msgspec.structs.replace(r, facts=self._facts(r.facts)) for r in finding.readings)
        marks = dict(finding.marks)
        for id_, spans in finding.marks.items():
            marks |= {fact.id: spans for _, fact in self._by_fact.get(id_, ())}
        return msgspec.structs.replace(finding, readings=readings, marks=marks)

    def _facts(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """As the stages left the fact, in the copy's place."""
        return tuple(facts) + tuple(
            msgspec.structs.replace(fact, id=twin.id, mention=msgspec.structs.replace(fact.mention, article=article))
            for fact in facts
            for article, twin in self._by_fact.get(fact.id, ())
        )


def _whole(whole: Corpus, found: Corpus, firsts: dict[str, str]) -> Corpus:
    """The corpus as read, with what was found out of first copies said of the others too."""
    groups, passages, identities = dict(found.groups), dict(found.passages), dict(found.identities)
    copies: dict[str, list[str]] = defaultdict(list)
    for copy, first in firsts.items():
        groups[copy] = found.groups.get(first, first)
        copies[first].append(copy)
    for table, told in ((passages, found.passages), (identities, found.identities)):
        for key, value in told.items():
            first, _, rest = key.partition(":")
            table |= {f"{copy}:{rest}": value for copy in copies.get(first, ())}
    return msgspec.structs.replace(whole, groups=groups, passages=passages, identities=identities)
