"""DRA706: a place or body in the draft where the sources have another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.compare.restated import renamed
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="DRA706",
    name="name restated otherwise",
    kind="name",
    level="warning",
    summary="Where the draft retells its sources, they have another name.",
    aspects=(),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the whole corpus."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding for each name that no source has and that stands in the place of one of theirs."""
    return renamed(RULE, corpus, settings)
