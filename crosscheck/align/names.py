"""Aligns names across articles: one cluster an identity (aspect ``person``), one a body (aspect ``organisation``).

Bodies are joined by their writing without legal form; writings that are nearly one (aspect ``organisation``) come into
one cluster when they share all words but one, or are one word with a letter changed, or initials turned round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from crosscheck.align.bodies import BodyName, body_name, near_bodies
from crosscheck.model import Cluster, Corpus, Fact, Name
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
    yield from _bodies({n: f for n, f in bodies.items() if n not in names}, settings)


def _people(people: dict[str, list[Fact]]) -> Iterator[Cluster]:
    for identity in sorted(people):
        facts = people[identity]
        if not identity or not _is_person(facts):
            continue
        shown = max(facts, key=lambda f: (len(f.subject.split()), -len(f.subject), f.subject)).subject
        yield Cluster(
            id=f"person:{identity}", kind="name", aspect="person", subject=shown, key=identity.partition("#")[0],
            facts=tuple(facts), blocking_key=identity,
        )  # fmt: skip


def _is_person(facts: list[Fact]) -> bool:
    """A full name, or a word that some cue calls a person; other single words are listed nowhere."""
    return any(
        len(f.mention.text.split()) > 1 or _STRONG & set(f.mention.attrs.get("cues", "").split()) for f in facts
    )


def _bodies(bodies: dict[BodyName, list[Fact]], settings: Settings) -> Iterator[Cluster]:
    for names in near_bodies(sorted(bodies), settings.names):
        facts = [f for n in names for f in bodies[n]]
        first = min(names)
        yield Cluster(
            id=f"body:{first.key}", kind="name", aspect="organisation", subject=facts[0].subject, key=first.key,
            facts=tuple(facts), blocking_key=first.key,
        )  # fmt: skip
