"""Two people of one surname, or of one given name, who are most likely one: a writer remembered half of the name.

Names so far apart are never one by their letters (Graham and Gareth Pell); that no article knows both, that an age told
of both is the same, or that their sentences copy each other, makes them one. Clusters have the aspect ``half``. People
under one office are found with the offices, see :mod:`crosscheck.align.roles`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from crosscheck.data import given
from crosscheck.model import Cluster, Corpus, Fact, Name
from crosscheck.normalise.nameparts import Parts, bare, parts
from crosscheck.settings import NameSettings, Settings


class _Someone(NamedTuple):
    """An identity with its fullest name, its facts, and what is told of it."""

    identity: str
    name: Parts
    facts: list[Fact]
    articles: frozenset[str]
    ages: frozenset[str]
    sexes: frozenset[str]


def align(corpus: Corpus, settings: Settings) -> Iterator[Cluster]:
    """A cluster a pair of identities; its key is the half that they share."""
    blocks: dict[tuple[str, str], list[_Someone]] = defaultdict(list)
    for someone in _people(corpus):
        blocks["family", bare(someone.name.family[-1])].append(someone)
        blocks["given", someone.name.given[0]].append(someone)
    for (half, word), block in sorted(blocks.items()):
        if len(word) < settings.names.slip_min_length:
            continue
        for one, other in combinations(block[: settings.names.block_size], 2):
            if _may_be_one(one, other, half) and _tied(one, other, corpus, settings.names):
                first, second = sorted((one, other), key=lambda s: (-len(s.articles), s.identity))
                yield Cluster(
                    id=f"half:{first.identity}:{second.identity}", kind="name", aspect="half",
                    subject=first.facts[0].subject, key=f"{half} {word}", facts=(*first.facts, *second.facts),
                    blocking_key=word,
                )  # fmt: skip


def _people(corpus: Corpus) -> Iterator[_Someone]:
    """Identities that stand in full somewhere, in the order of their names."""
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in corpus.facts("name"):
        value = fact.value
        if isinstance(value, Name) and value.entity == "person" and not fact.mention.attrs.get("maybe"):
            if identity := corpus.identities.get(f"{fact.article}:{value.person}"):
                facts[identity].append(fact)
    for identity in sorted(facts):
        # only where the name stands in full: what is told beside a surname may be told of a relative
        full = [f for f in facts[identity] if len(parts(f.mention.text).words) > 1]
        if not full or len(parts(full[0].subject).given[0]) < 2:
            continue
        attrs = [f.mention.attrs for f in full]
        yield _Someone(
            identity=identity,
            name=parts(full[0].subject),
            facts=full,
            articles=frozenset(f.article for f in facts[identity]),
            ages=frozenset(a["age"] for a in attrs if "age" in a),
            sexes=frozenset(a["gender"] for a in attrs if "gender" in a),
        )


def _may_be_one(one: _Someone, other: _Someone, half: str) -> bool:
    """True where no article knows both and nothing else tells them apart; the other half begins alike for surnames."""
    if one.articles & other.articles or one.ages and other.ages and not one.ages & other.ages:
        return False
    if one.sexes and other.sexes and not one.sexes & other.sexes or one.name.suffix != other.name.suffix:
        return False
    if half == "family":
        return one.name.given[0] != other.name.given[0] and not given.two_sexes(one.name.given[0], other.name.given[0])
    return one.name.family[-1] != other.name.family[-1] and one.name.family[-1][0] == other.name.family[-1][0]


def _tied(one: _Someone, other: _Someone, corpus: Corpus, settings: NameSettings) -> bool:
    """True where both are told of one age, or in sentences that copy each other."""
    if one.ages & other.ages:
        return True
    mine = [s for f in one.facts if (s := _content(f, corpus)) and len(s) >= settings.copied_words]
    theirs = [s for f in other.facts if (s := _content(f, corpus)) and len(s) >= settings.copied_words]
    return any(
        len(a & b) >= settings.copied_overlap * max(len(a), len(b))
        for a in mine[: settings.block_size]
        for b in theirs[: settings.block_size]
    )


def _content(fact: Fact, corpus: Corpus) -> frozenset[str]:
    """What the sentence says beside the name."""
    return frozenset(corpus.sentence(fact).lemmas) - {w.casefold() for w in fact.subject.split()}
