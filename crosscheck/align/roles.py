"""Aligns offices: what is said of one person (aspect ``affiliation``), whose kin one is (``kin``), and who holds one
office (``office``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from crosscheck.align import owners
from crosscheck.align.names import common_name
from crosscheck.data import countries, titles
from crosscheck.model import Cluster, Corpus, Fact, Role
from crosscheck.normalise.nameparts import parts
from crosscheck.settings import Settings


def align(corpus: Corpus, settings: Settings) -> Iterable[Cluster]:
    """A cluster a person with a role, a person with a tie of kin, then an office that more than one person holds."""
    people: dict[str, list[Fact]] = defaultdict(list)
    kin: dict[str, list[Fact]] = defaultdict(list)
    offices: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in corpus.facts("role"):
        role = fact.value
        assert isinstance(role, Role)
        identity = corpus.identities.get(f"{fact.article}:{role.person_id}", "")
        if not identity:
            continue
        if "kin" in fact.mention.attrs:
            kin[identity].append(fact)
            continue
        people[identity].append(fact)
        if key := office_key(fact):
            offices[key].append(fact)
    offices |= _by_half_a_name(people)
    for identity in sorted(people):
        facts = people[identity]
        shown = common_name(facts)
        yield Cluster(
            id=f"role:{identity}", kind="affiliation", aspect="affiliation", subject=shown,
            key=_initial_key(identity), facts=tuple(facts), blocking_key=identity,
        )  # fmt: skip
    for identity in sorted(kin):
        yield Cluster(
            id=f"kin:{identity}", kind="affiliation", aspect="kin", subject=common_name(kin[identity]),
            key=_initial_key(identity), facts=tuple(kin[identity]), blocking_key=identity,
        )  # fmt: skip
    for key in sorted(offices):
        facts = offices[key]
        if len({corpus.identities[f"{f.article}:{_role(f).person_id}"] for f in facts}) > 1:
            name = " ".join(part for part in (key[2], key[1], key[0]) if part)
            shown = key[0] if "~" in name else " ".join(p for p in (countries.name_of(key[2]), key[1], key[0]) if p)
            yield Cluster(
                id=f"office:{name}", kind="name", aspect="office", subject=shown, key=name, facts=tuple(facts),
                blocking_key=name,
            )  # fmt: skip
    yield from owners.align(corpus, settings)


def _by_half_a_name(people: dict[str, list[Fact]]) -> dict[tuple[str, str, str], list[Fact]]:
    """Offices that several people hold who share half a name: "fire chief Marit Solberg", "fire chief Marit Solheim".

    Here the bare title is enough: that two holders of one title share a given or a family name is no chance.
    """
    halves: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for identity in sorted(people):
        for fact in people[identity]:
            role, name = _role(fact), parts(fact.subject)
            if role.title is None or role.status != "current" or inside_quote(fact) or not name.given:
                continue
            title = titles.by_canonical().get(role.title)
            if title is not None and len(name.given[0]) > 2:
                halves[role.title, "", f"{name.given[0]} ~"].append(fact)
                halves[role.title, "", f"~ {name.family[-1]}"].append(fact)
    return {
        key: facts
        for key, facts in halves.items()
        if len({f.subject for f in facts}) > 1 and not _other_bodies(facts) and _has_one(key[0], facts)
    }


def _has_one(title: str, facts: list[Fact]) -> bool:
    """True for a title with one holder, or one that somebody holds as the only one in the story ("the driver")."""
    known = titles.by_canonical()[title]
    return known.singular or title == "spokesperson" or any(f.mention.attrs.get("definite") for f in facts)


def _other_bodies(facts: list[Fact]) -> bool:
    """True where the holders are said to be of different countries or bodies."""
    return (
        len({_role(f).country for f in facts} - {None}) > 1 or len({_role(f).organisation for f in facts} - {None}) > 1
    )


def _initial_key(identity: str) -> str:
    """Family name and initial: a slip in a given name leaves findings on the person's office as they are."""
    family, _, first = identity.partition("#")[0].partition(" ")
    return f"{family} {first[:1]}".strip()


def inside_quote(fact: Fact) -> bool:
    """True for an office told inside quotation marks; whoever a verb of saying names stands outside them."""
    return fact.mention.quoted and not fact.mention.attrs.get("said")


def office_key(fact: Fact) -> tuple[str, str, str] | None:
    """Title, body and country of an office that one person holds at a time; None for any other.

    Only a current holder counts, only where the sentence itself says whose office it is, and not inside a quote.
    """
    role = fact.value
    if (
        not isinstance(role, Role)
        or role.title is None
        or role.status != "current"
        or fact.inferred
        or inside_quote(fact)
    ):
        return None
    title = titles.by_canonical()[role.title]
    if not title.singular or not role.organisation and not (role.country and title.canonical in titles.NATIONAL):
        return None
    return role.title, role.organisation or "", role.country or ""


def _role(fact: Fact) -> Role:
    assert isinstance(fact.value, Role)
    return fact.value
