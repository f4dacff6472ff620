"""How alike two figures stand in their sentences: shared by aligning and comparing.

In: facts and their sentences. Out: numbers between 0 and 1. Numbers are masked, so that near copies that differ in
nothing but a number are entirely alike.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import filterfalse

import msgspec

from crosscheck.model import Corpus, Fact

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*\d|\d")
NUMBER_WORDS = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
        "trillion dozen dozens hundreds thousands millions bn mn percent cent"
    ).split()
)
_FILLERS = frozenset(
    "the a an about some around nearly almost at least more than over up to approximately only just".split()
)


class Setting(msgspec.Struct, frozen=True):
    """Where a figure stands: words left (nearest first) and right of it, and the content lemmas of its sentence."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    words: frozenset[str]


def setting(fact: Fact, corpus: Corpus, count: int) -> Setting:
    """The setting of a figure, with ``count`` words to either side; hedges and articles are left out."""
    sentence = corpus.sentence(fact)
    text = corpus.articles[fact.article].text
    number = fact.mention.parts.get("number", fact.mention.span)
    left = _words(text[max(sentence.span.start, number.start - 20 * count) : number.start])
    right = _words(text[number.end : min(sentence.span.end, number.end + 20 * count)])
    return Setting(
        left=tuple(reversed(left[-count:])),
        right=tuple(right[:count]),
        words=frozenset(filterfalse(_is_number, sentence.lemmas)),
    )


@lru_cache(maxsize=65_536)
def _is_number(lemma: str) -> bool:
    return lemma in NUMBER_WORDS or lemma[:1].isdigit()


def beside(a: Setting, b: Setting, *, least: int = 7) -> float:
    """Share of the words beside two figures that are the same, counted outwards until the first that differs."""
    left, right = _run(a.left, b.left), _run(a.right, b.right)
    possible = min(len(a.left), len(b.left)) + min(len(a.right), len(b.right))
    return (left + right) / max(least, possible)


def overlap(a: Setting, b: Setting) -> float:
    """Jaccard share of the content words of two sentences."""
    both = len(a.words & b.words)
    union = len(a.words) + len(b.words) - both
    return both / union if union else 0.0


def likeness(a: Setting, b: Setting) -> float:
    """How surely two figures are one and the same as two copies of a sentence tell it."""
    near = beside(a, b)
    touching = a.left[:1] == b.left[:1] != () or a.right[:1] == b.right[:1] != ()
    return max(near, overlap(a, b)) if touching else near


def _words(text: str) -> list[str]:
    return [word for word in map(_mask, _WORD.findall(text)) if word]


@lru_cache(maxsize=65_536)
def _mask(word: str) -> str:
    word = word.casefold()
    if word in _FILLERS:
        return ""
    return "#" if word[0].isdigit() or word in NUMBER_WORDS else word


def _run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y and not (len(x) > 3 and len(y) > 3 and x[:4] == y[:4]):  # "carry" and "carrying" are one word here
            break
        count += 1
    return count
