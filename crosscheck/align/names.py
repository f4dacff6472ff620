"""Aligns names across articles: one cluster an identity (aspect ``person``), one a body (aspect ``organisation``).

Bodies are joined by their writing without legal form; writings that are nearly one (aspect ``organisation``) come into
one cluster when they share all words but one, or are one word with a letter changed, or initials turned round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from crosscheck.align import models, proper, wordings
from crosscheck.align.bodies import BodyName, body_name, near_bodies
from crosscheck.align.phrases import phrases
from crosscheck.data import given, scripts
from crosscheck.model import Cluster, Corpus, Fact, Name
from crosscheck.normalise.nameparts import parts
from crosscheck.settings import Settings

_STRONG = frozenset({"title", "honorific", "age", "kin", "said", "identified"})


def align(corpus: Corpus, settings: Settings) -> Iterable[Cluster]:
    """Clusters of people, then of bodies."""
    people: dict[str, list[Fact]] = defaultdict(list)
    bodies: dict[BodyName, list[Fact]] = defaultdict(list)
    for fact in corpus.facts("name"):
        value = fact.value
        assert isinstance(value, Name)
        if value.entity == "person":
            people[corpus.identities.get(f"{fact.article}:{value.person}", "")].append(fact)
        elif value.entity == "organisation":
            bodies[body_name(value.full)].append(fact)
    yield from _people(people)
    names = {body_name(f.mention.text) for identity, facts in people.items() if identity for f in facts}
    judged = list(_bodies({n: f for n, f in bodies.items() if n not in names}, settings))
    yield from judged
    said = list(phrases(corpus))
    words = list(proper.align(corpus, settings, judged, said))
    yield from words
    yield from wordings.align(corpus, settings, [*judged, *words], said)
    yield from models.align(corpus)


def _people(people: dict[str, list[Fact]]) -> Iterator[Cluster]:
    for identity in sorted(people):
        facts = people[identity]
        if not identity or not _is_person(facts):
            continue
        shown = common_name(facts)
        yield Cluster(
            id=f"person:{identity}", kind="name", aspect="person", subject=shown, key=identity.partition("#")[0],
            facts=tuple(facts), blocking_key=identity,
        )  # fmt: skip


def common_name(facts: list[Fact]) -> str:
    """The full name that most articles write, the longer where two are as common."""
    articles: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if " " in fact.subject:
            articles[fact.subject].add(fact.article)
    if not articles:
        return facts[0].subject
    return max(articles, key=lambda name: (len(articles[name]), len(name.split()), name))


def _is_person(facts: list[Fact]) -> bool:
    """A full name that a cue, a known given name or a later surname alone calls a person's, or one word with a cue.

    A name that only the language model takes for a person's counts unless it stands where places stand; other
    capitalised words are listed nowhere.
    """
    cues = {c for f in facts for c in f.mention.attrs.get("cues", "").split()}
    if cues & _STRONG:
        return True
    if "place" not in cues and any(" " in f.mention.text and f.mention.attrs.get("label") == "PERSON" for f in facts):
        return True
    sizes = {len(f.mention.text.split()) > 1 for f in facts}
    return len(sizes) == 2 or any(
        word in given.english_given() or word in scripts.variants() for f in facts for word in parts(f.subject).given
    )


def _bodies(bodies: dict[BodyName, list[Fact]], settings: Settings) -> Iterator[Cluster]:
    for names in near_bodies(sorted(bodies), settings.names):
        facts = [f for n in names for f in bodies[n]]
        first = min(names)
        yield Cluster(
            id=f"body:{first.key}", kind="name", aspect="organisation", subject=facts[0].subject, key=first.key,
            facts=tuple(facts), blocking_key=first.key,
        )  # fmt: skip
