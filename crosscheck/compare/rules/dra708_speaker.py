"""DRA708: a quote that the draft gives to somebody else than its sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.compare.restated import moved
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="DRA708",
    name="speaker restated otherwise",
    kind="quote_attribution",
    level="warning",
    summary="The draft gives a quote to somebody else than its sources.",
    aspects=(),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the whole corpus."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding for each quote whose speaker in the sources is not named near it, where somebody else is."""
    return moved(RULE, corpus, settings)
