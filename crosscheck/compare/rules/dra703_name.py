"""DRA703: a name in the draft that no source carries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.compare.draft import only_the_draft, untold
from crosscheck.compare.sourcetext import SourceText, words
from crosscheck.model import Cluster, Corpus, Finding, Name
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="DRA703",
    name="name only in the draft",
    kind="name",
    level="note",
    summary="A person or body in the draft whom no source names.",
    aspects=(),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the whole corpus."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A note for the first mention of each person or body no word of whose name stands in a source."""
    sources = SourceText(corpus)
    seen: set[str] = set()
    for fact in untold(clusters, corpus, frozenset({"name"})):
        value = fact.value
        if not isinstance(value, Name) or value.entity == "place":
            continue
        key = value.key or value.full.casefold()
        known = value.family or value.full
        if {key, value.full.casefold()} & seen or any(sources.has_word(w) for w in words(known) if len(w) > 1):
            seen.add(key)
            continue
        seen |= {key, value.full.casefold()}
        yield only_the_draft(
            fact,
            rule=RULE.code,
            kind=RULE.kind,
            subject=value.full,
            key=key,
            value=value.full,
            message=f"Only the draft names {value.full}: no source does.",
            confidence=settings.draft.only_confidence,
        )
