"""DRA701: a quote in the draft that no source carries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.compare.draft import only_the_draft, untold
from crosscheck.compare.sourcetext import SourceText, words
from crosscheck.model import Cluster, Corpus, Finding, Quote
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="DRA701",
    name="quote only in the draft",
    kind="quote_wording",
    level="note",
    summary="A quote in the draft whose words stand in no source.",
    aspects=(),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the whole corpus."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A note for each quote of the draft that no source comes near, inside quotation marks or outside."""
    sources = SourceText(corpus)
    seen: set[str] = set()
    for fact in untold(clusters, corpus, frozenset({"quote"})):
        if not isinstance(fact.value, Quote):
            continue
        content = fact.value.content
        key = " ".join(words(content))
        if key in seen or key.count(" ") + 1 < settings.draft.min_quote_words:
            continue
        if sources.likeness(content) >= settings.draft.quote_carried:
            continue
        seen.add(key)
        who = f" of {fact.value.speaker}" if fact.value.speaker else ""
        yield only_the_draft(
            fact,
            rule=RULE.code,
            kind=RULE.kind,
            subject=f"words{who}",
            key=key,
            value=content,
            message="Only the draft has this quote: no source carries these words.",
            confidence=settings.draft.only_confidence,
        )
