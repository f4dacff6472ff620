"""NAM103: one body, its name in other words."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.findings import favoured, majority_first, make_finding
from crosscheck.compare.names import told
from crosscheck.compare.roles import readings_by
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="NAM103",
    name="wording-of-a-body",
    kind="name",
    level="warning",
    summary="Sources give the name of a firm or body in other words.",
    aspects=("wording",),
)

_WHAT = {
    "turned": "has its words in another order",
    "of": "is told with “of” and without",
    "exchanged": "has another word in it",
    "plural": "has a word of it in the plural and in the singular",
    "left out": "lacks a word that its initials stand for",
    "letters": "is told in words that its initials do not stand for",
}


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """One finding a pair of names; how they differ is what aligning met them by."""
    readings = readings_by(
        cluster.facts, corpus, key=lambda f: f.mention.attrs["words"], show=lambda f: " ".join(f.mention.text.split())
    )
    ordered = majority_first(readings, corpus)
    text = f"The name of one body {_WHAT[cluster.blocking_key]}: {told(ordered, corpus)}. Check which it uses itself."
    yield make_finding(
        RULE, cluster, corpus, ordered, message=text, confidence=0.65, verdict=cluster.blocking_key,
        suggestion=favoured(ordered, corpus),
    )  # fmt: skip
