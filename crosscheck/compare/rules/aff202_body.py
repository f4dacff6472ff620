"""AFF202: one person, two bodies or two countries."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.findings import majority_first, make_finding
from crosscheck.compare.roles import (
    bodies_conflict,
    countries_conflict,
    current,
    pairs,
    readings_by,
    role_of,
    shown,
    told,
)
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="AFF202",
    name="body-or-country-of-a-person",
    kind="affiliation",
    level="warning",
    summary="Sources place one person in two bodies or two countries.",
    aspects=("affiliation", "owner"),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Another country is an error, another body a warning, an inferred one at lower confidence."""
    if cluster.aspect == "owner":
        yield _owner(cluster, corpus)
        return
    facts = current(cluster.facts)
    by_country = readings_by(facts, corpus, key=lambda f: role_of(f).country, show=shown)
    for pair in pairs(by_country, countries_conflict):
        ordered = majority_first(pair, corpus)
        inferred = any(all(f.inferred for f in r.facts) for r in ordered)
        text = f"{cluster.subject} is given to two countries: {told(ordered, corpus)}."
        yield make_finding(
            RULE, cluster, corpus, ordered, message=text, confidence=0.7 if inferred else 0.85,
            level="warning" if inferred else "error", verdict="country",
        )  # fmt: skip
    by_body = readings_by(facts, corpus, key=lambda f: role_of(f).organisation, show=shown)
    for pair in pairs(by_body, bodies_conflict):
        ordered = majority_first(pair, corpus)
        inferred = any(all(f.inferred for f in r.facts) for r in ordered)
        text = f"{cluster.subject} is placed in two bodies: {told(ordered, corpus)}."
        yield make_finding(
            RULE, cluster, corpus, ordered, message=text, confidence=0.45 if inferred else 0.6,
            level="note" if inferred else "warning", verdict="body",
        )  # fmt: skip


def _owner(cluster: Cluster, corpus: Corpus) -> Finding:
    """A body that one source gives to another country than the rest."""
    readings = readings_by(
        cluster.facts, corpus, key=lambda f: role_of(f).country, show=lambda f: " ".join(f.mention.text.split())
    )
    ordered = majority_first(readings, corpus)
    text = f"In sentences that tell the same, the {cluster.subject} is of two countries: {told(ordered, corpus)}."
    return make_finding(RULE, cluster, corpus, ordered, message=text, confidence=0.65, verdict="country")
