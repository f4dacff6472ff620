"""DRA705: a figure in the draft where the sources have another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.compare.restated import Figures, Lengths, restated
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="DRA705",
    name="figure restated otherwise",
    kind="figure",
    level="warning",
    summary="Where the draft retells its sources, they have another figure.",
    aspects=(),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the whole corpus."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding for each figure and length of the draft that departs from the slot that its clause retells."""
    for kind in (Figures, Lengths):
        yield from restated(RULE, kind, corpus, settings)
