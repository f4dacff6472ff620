"""FIG407: one measurement, two values: magnitude, distance, speed, duration, calibre.

The comparing is done in :mod:`crosscheck.compare.figures`.
"""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.figures import disputed
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="FIG407",
    name="measure",
    kind="figure",
    level="warning",
    summary="One measurement, two values: magnitude, distance, speed, duration, calibre.",
    aspects=("measure",),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """At most one finding a cluster."""
    return disputed(RULE, cluster, corpus, settings)
