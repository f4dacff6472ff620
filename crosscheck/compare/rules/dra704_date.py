"""DRA704: a day, month or year in the draft where the sources have another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.compare.restated import Dates, restated
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="DRA704",
    name="date restated otherwise",
    kind="date",
    level="warning",
    summary="Where the draft retells its sources, they have another date.",
    aspects=(),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the whole corpus."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding for each date of the draft that departs from the slot of the sources that its clause retells."""
    return restated(RULE, Dates, corpus, settings)
