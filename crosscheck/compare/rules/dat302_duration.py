"""DAT302: a duration that does not fit the range of days, or another duration, of the same thing."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.dates import findings, show_length
from crosscheck.model import Cluster, Corpus, Fact, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings
from crosscheck.timing import Relation, duration_relation

RULE = Rule(
    code="DAT302",
    name="duration",
    kind="date",
    level="warning",
    summary="How long something lasted is told differently.",
    aspects=("duration",),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding where the cluster holds more than one length."""

    def relation(a: Fact, b: Fact) -> Relation:
        return duration_relation(a, b, settings.dates)

    return findings(RULE, cluster, corpus, relation, show_length, what=cluster.subject, verdict="duration")
