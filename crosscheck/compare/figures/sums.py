"""Parts and sums: figures that differ and are both right, since one is a part, or one person more, of the other.

In: facts and the corpus. Out: whether one figure with its companions makes the other. "Five other men" beside "a group
of six", "150 passengers and eight crew" beside "158 aboard", "eight seriously and 261 slightly hurt" beside "269 hurt".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.data.themes import KINDS, PEOPLE, THEMES
from crosscheck.model import Corpus, Fact, Quantity

_OF_WHICH = re.compile(r"(?:[\w,.-]+\s+){1,3}of\s+(?:which|whom|them|these|those)\b", re.IGNORECASE)


def value_of(fact: Fact) -> float | None:
    """The number that a count tells, None for other measures and open lower ends."""
    value = fact.value
    if not isinstance(value, Quantity) or value.measure != "count":
        return None
    return value.low if value.low is not None else value.high


def adds_up(part: Fact, whole: Fact, corpus: Corpus) -> bool:
    """True where ``part`` with the figures beside it, or with the one person named before it, makes ``whole``."""
    small, large = value_of(part), value_of(whole)
    if small is None or large is None or small >= large:
        return False
    if part.mention.attrs.get("further") == "1" and large - small == 1:
        return True
    beside = [f for f in companions(part, corpus) if value_of(f)]
    if _event(part) == _event(whole):
        beside = [f for f in beside if _event(f) == _event(part)]  # the dead are no part of the injured
    total = small
    for other in beside:
        total += value_of(other) or 0.0
    if beside and total == large:
        return True
    return any(small + (value_of(other) or 0.0) == large for other in beside)


def companions(fact: Fact, corpus: Corpus) -> Iterator[Fact]:
    """Other counts of the same sentence that may be parts of one sum: of people, or of one noun; no "two of which"."""
    noun = fact.mention.attrs.get("counted", "")
    for other in in_sentence(fact, corpus):
        if other is fact or value_of(other) is None or _of_another(other, corpus):
            continue
        nouns = {noun, other.mention.attrs.get("counted", "")}
        if len(nouns) == 1 or nouns <= PEOPLE or any(nouns <= kind for kind in KINDS):
            yield other


def _of_another(fact: Fact, corpus: Corpus) -> bool:
    """True for what is a part of a figure that was told before it."""
    return _OF_WHICH.match(corpus.articles[fact.article].text, fact.mention.span.start) is not None


def in_sentence(fact: Fact, corpus: Corpus) -> list[Fact]:
    """All figures of the sentence in which a figure stands."""
    facts = corpus.extractions[fact.article].facts
    return [f for f in facts if f.kind == "figure" and f.mention.sentence == fact.mention.sentence]


def _event(fact: Fact) -> str:
    attrs = fact.mention.attrs
    return attrs.get("event") or THEMES.get(attrs.get("verb", ""), "")
