"""PLA602: another direction or distance from one named place."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.places import finding
from crosscheck.geography import bearing_relation
from crosscheck.model import Cluster, Corpus, Fact, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings
from crosscheck.timing import Relation

RULE = Rule(
    code="PLA602",
    name="bearing",
    kind="place",
    level="warning",
    summary="Direction or distance from a place differ.",
    aspects=("bearing",),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding where the cluster holds more than one direction or distance."""

    def relation(a: Fact, b: Fact) -> Relation:
        return bearing_relation(a, b, settings.places)

    return finding(RULE, cluster, corpus, relation, what=cluster.subject, verdict="bearing")
