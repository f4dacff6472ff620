"""FIG405: one figure told at two scales, such as million and billion.

The comparing is done in :mod:`crosscheck.compare.figures`.
"""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare import sides
from crosscheck.compare.figures import disputed
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="FIG405",
    name="scale-slip",
    kind="figure",
    level="warning",
    summary="One figure told at two scales, such as million and billion.",
    aspects=("count", "money", "percent", "measure", "scale"),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """At most one finding a cluster."""
    if cluster.sides:
        return sides.disputed(RULE, cluster, corpus, verdict="scale")
    return disputed(RULE, cluster, corpus, settings, scale=True)
