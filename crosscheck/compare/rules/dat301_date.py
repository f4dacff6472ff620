"""DAT301: one event on two dates."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.dates import findings, show_day
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings
from crosscheck.timing import day_relation

RULE = Rule(
    code="DAT301",
    name="date",
    kind="date",
    level="warning",
    summary="One event is dated differently.",
    aspects=("date",),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding where the cluster holds more than one day."""

    return findings(RULE, cluster, corpus, day_relation, show_day, what=cluster.subject, verdict="date")
