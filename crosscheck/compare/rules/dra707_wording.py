"""DRA707: a quote in the draft that is a source's with a word changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.compare.restated import reworded
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="DRA707",
    name="quote restated otherwise",
    kind="quote_wording",
    level="warning",
    summary="A quote in the draft is a word or two from one of the sources.",
    aspects=(),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the whole corpus."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding for each quote that stands in no source and is a word or two from one that does."""
    return reworded(RULE, corpus, settings)
