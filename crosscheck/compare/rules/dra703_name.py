"""DRA703: a name in the draft that no source carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crosscheck.compare.draft import drafts, only_the_draft, untold
from crosscheck.compare.sourcetext import SourceText, words
from crosscheck.model import Cluster, Corpus, Fact, Finding, Name
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

# what stands before the rest of a longer name: "Department of Natural Resources", "Secretary of the Interior"
_HEAD = re.compile(r"\b[A-Z][\w’'-]+ (?:of|for|on)(?: the)? (?:[A-Z][\w’'-]+,? (?:and|&) )?$")
_DAYS = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_AFTER = re.compile(rf" {_DAYS}[A-Z][\w’'-]*[a-z]")
_BEFORE = re.compile(rf"[a-z,;] {_DAYS}[A-Z][\w’'-]*[a-z] $")
_NEAR = 60  # characters before a name in which the head of a longer one is looked for


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the whole corpus."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A note for the first mention of each person or body no word of whose name stands in a source."""
    sources = SourceText(corpus)
    longer = _longer(corpus)
    seen: set[str] = set()
    for fact in untold(clusters, corpus, frozenset({"name"}), least=settings.draft.least_confidence):
        value = fact.value
        if not isinstance(value, Name) or value.entity == "place" or _fragment(fact, value, corpus, longer):
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


def _longer(corpus: Corpus) -> frozenset[str]:
    """Every run of words inside a longer name of a draft, case folded."""
    runs: set[str] = set()
    for article in drafts(corpus):
        for fact in corpus.extractions[article].facts:
            if isinstance(fact.value, Name) and 2 < len(parts := words(fact.value.full)) < 12:
                size = len(parts)
                runs |= {" ".join(parts[i:j]) for i in range(size) for j in range(i + 1, size + 1) if j - i < size}
    return frozenset(runs)


def _fragment(fact: Fact, value: Name, corpus: Corpus, longer: frozenset[str]) -> bool:
    """True for a piece of a longer name: "Natural Resources" in "Department of Natural Resources"."""
    if value.entity == "person":
        return False
    if " ".join(words(value.full)) in longer:
        return True
    text, span = corpus.articles[fact.article].text, fact.mention.span
    before = " ".join(text[max(0, span.start - _NEAR) : span.start].split("\n"))
    return bool(_HEAD.search(before) or _BEFORE.search(before) or _AFTER.match(text[span.end : span.end + 30]))
