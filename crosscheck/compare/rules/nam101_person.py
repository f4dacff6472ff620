"""NAM101: one person, two spellings of the name."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosscheck.compare.findings import majority_first, make_finding
from crosscheck.compare.names import certain, person_spellings, told
from crosscheck.model import Cluster, Corpus, Fact, Finding, Name, Reading
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="NAM101",
    name="spelling-of-a-person",
    kind="name",
    level="warning",
    summary="Sources spell one person's name differently.",
    aspects=("person", "half"),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Misspellings as warnings (errors where age or office say that it is one person), romanisations as notes."""
    if cluster.aspect == "half":
        yield from _half(cluster, corpus)
        return
    for found in person_spellings(cluster, corpus, settings.names):
        readings = majority_first(found.readings, corpus)
        cluster = msgspec.structs.replace(cluster, key=found.key)
        if found.level == "variant":
            text = f"The {found.part} is romanised in different ways: {told(readings, corpus)}. Settle on one."
            yield make_finding(
                RULE, cluster, corpus, readings, message=text, confidence=0.6, level="note", verdict="romanisation"
            )
            continue
        sure = certain(readings, settings.names)
        text = f"The {found.part} is spelled in different ways: {told(readings, corpus)}. At most one of them is right."
        yield make_finding(
            RULE,
            cluster,
            corpus,
            readings,
            message=text,
            confidence=0.9 if sure else 0.75,
            level="error" if sure else "warning",
            verdict="spelling",
            suggestion=readings[0].value,
        )


def _half(cluster: Cluster, corpus: Corpus) -> Iterable[Finding]:
    """One person, two names of which half is the same."""
    groups: dict[str, list[Fact]] = {}
    for fact in cluster.facts:
        assert isinstance(fact.value, Name)
        groups.setdefault(corpus.identities[f"{fact.article}:{fact.value.person}"], []).append(fact)
    readings = majority_first(
        (Reading(value=f[0].subject, canonical=identity, facts=tuple(f)) for identity, f in groups.items()), corpus
    )
    part = "given name" if cluster.key.startswith("family") else "family name"
    text = f"One person seems to be told of under two names; the {part} differs: {told(readings, corpus)}."
    yield make_finding(RULE, cluster, corpus, readings, message=text, confidence=0.6, verdict="name")
