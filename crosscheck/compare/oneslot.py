"""Whether two values stand in one place of one sentence: the rests of their sentences are laid side by side.

In: the sides of two facts. Out: the share of the shorter sentence's other words that come in the same order on the
same side of the value in both (longest common subsequence, before it and behind it). Two shares of one list, "55
percent in Egypt, 82 percent in India", stand in one sentence but in other places of it, and share little.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import LCSseq

from crosscheck.model import Corpus, Fact

_WORD = re.compile(r"\w+(?:['’.,]\w+)*")
Sides = tuple[list[str], list[str]]


def one_slot(one: Sides, other: Sides, least: int) -> float | None:
    """From 0 to 1; None where one sentence has fewer than ``least`` words beside the value."""
    shorter = min(len(one[0]) + len(one[1]), len(other[0]) + len(other[1]))
    if shorter < least:
        return None
    return sum(LCSseq.similarity(x, y) for x, y in zip(one, other, strict=True)) / shorter


def sides(fact: Fact, corpus: Corpus) -> Sides:
    """The words of the sentence before and behind the value, in lower case."""
    text, around, own = corpus.articles[fact.article].text, corpus.sentence(fact).span, fact.mention.span
    return _words(text[around.start : own.start]), _words(text[own.end : around.end])


def _words(text: str) -> list[str]:
    return [w.casefold() for w in _WORD.findall(text)]
