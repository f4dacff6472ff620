"""DRA709: a title in the draft where the sources have another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.compare.restated import entitled
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="DRA709",
    name="title restated otherwise",
    kind="affiliation",
    level="warning",
    summary="The draft gives somebody a title that no source has; they have another.",
    aspects=(),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the whole corpus."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding for each title that stands in no source, of somebody to whom the sources give another."""
    return entitled(RULE, corpus, settings)
