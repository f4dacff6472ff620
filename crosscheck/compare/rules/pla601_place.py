"""PLA601: one event at two places."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.places import finding
from crosscheck.compare.sides import disputed
from crosscheck.geography import place_relation
from crosscheck.model import Cluster, Corpus, Fact, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings
from crosscheck.timing import Relation

RULE = Rule(
    code="PLA601",
    name="place",
    kind="place",
    level="warning",
    summary="One event is placed differently.",
    aspects=("location", "address", "part", "home"),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding where the cluster holds more than one place."""
    if cluster.sides:
        return disputed(RULE, cluster, corpus, verdict="place")

    def relation(a: Fact, b: Fact) -> Relation:
        return place_relation(a, b, settings.places)

    return finding(RULE, cluster, corpus, relation, what=cluster.subject, verdict="place")
