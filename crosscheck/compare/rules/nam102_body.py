"""NAM102: one firm, body or place, two spellings of its name."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.findings import favoured, majority_first, make_finding
from crosscheck.compare.names import body_spellings, told, word_spellings
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="NAM102",
    name="spelling-of-a-body",
    kind="name",
    level="warning",
    summary="Sources spell the name of a firm, body or place differently.",
    aspects=("organisation", "word"),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Misspellings as warnings; plurals and romanisations as notes."""
    if cluster.aspect == "word":
        word = word_spellings(cluster, corpus)
        spellings = [word] if word else []
    else:
        spellings = list(body_spellings(cluster, corpus, settings.names))
    for found in spellings:
        readings = majority_first(found.readings, corpus)
        slip = found.level == "spelling"
        text = f"The name is written in different ways: {told(readings, corpus)}."
        advice = " Check the lone writing." if cluster.aspect == "word" else " Check which the body itself uses."
        yield make_finding(
            RULE,
            cluster,
            corpus,
            readings,
            message=text + (advice if slip else ""),
            confidence=0.65 if slip else 0.4,
            level="warning" if slip else "note",
            verdict="spelling" if slip else "variant",
            suggestion=favoured(readings, corpus) if slip else None,
        )
