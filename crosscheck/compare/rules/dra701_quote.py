"""DRA701: a quote in the draft that no source carries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.compare.draft import drafts, only_the_draft, untold
from crosscheck.compare.quotes import clip
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

_PHRASE_WORDS = 4


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the whole corpus."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A note for each quote of the draft that no source comes near, inside quotation marks or outside.

    Very short quotes are told only where a source quotes a phrase with one of their words: "decisive supporter", where
    the sources have "decisive enabler".
    """
    sources, phrases = SourceText(corpus), _phrases(corpus)
    seen: set[str] = set()
    for fact in untold(clusters, corpus, frozenset({"quote"}), least=settings.draft.least_confidence):
        if not isinstance(fact.value, Quote):
            continue
        content = fact.value.content
        key = " ".join(words(content))
        if key in seen:
            continue
        near = None
        if key.count(" ") + 1 < settings.draft.min_quote_words:
            near = _near(key, phrases) if not sources.has_phrase(key) else None
            if near is None:
                continue
        elif sources.likeness(content) >= settings.draft.quote_carried:
            continue
        seen.add(key)
        shown = clip(content, settings.quotes.shown_words).rstrip(".")
        beside = f", but one has “{near}”" if near else ""
        who = f" of {fact.value.speaker}" if fact.value.speaker else ""
        yield only_the_draft(
            fact,
            rule=RULE.code,
            kind=RULE.kind,
            subject=f"words{who}",
            key=key,
            value=content,
            message=f"Only the draft has the quote “{shown}”: no source carries it{beside}.",
            confidence=settings.draft.only_confidence,
        )


def _phrases(corpus: Corpus) -> list[str]:
    """Short quoted phrases of the sources, as written, each once."""
    mine = drafts(corpus)
    found: dict[str, str] = {}
    for fact in corpus.facts("quote"):
        if fact.article not in mine and isinstance(fact.value, Quote):
            said = words(fact.value.content)
            if 1 < len(said) <= _PHRASE_WORDS:
                found.setdefault(" ".join(said), clip(fact.value.content, _PHRASE_WORDS).rstrip("."))
    return list(found.values())


def _near(key: str, phrases: Iterable[str]) -> str | None:
    """The first phrase as long as the draft's that has the same words but for one; grammar words do not count."""
    own = set(key.split())
    if len(own) < 2:
        return None
    return next((p for p in phrases if len(w := set(words(p))) == len(own) and any(len(c) > 3 for c in own & w)), None)
