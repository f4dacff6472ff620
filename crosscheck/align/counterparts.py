"""How surely two writings that differ by a word are one name: a body or a thing that two sources tell of.

In: the places of two names, and the texts. Out: signs, and by fitted weights a probability. A value (which word stands
there) is hardly a sign: a source that writes another word tells the same things of it, in like sentences, and nothing
of the other name. The weights stand in counterparts.json (:mod:`crosscheck.training.counterparts`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from crosscheck.linking.scorer import Model, read
from crosscheck.linking.signs import run
from crosscheck.model import Corpus
from crosscheck.normalise.nameparts import fold

FILE = Path(__file__).with_name("counterparts.json")
_WORD = re.compile(r"[^\W_]+")
_BESIDE = 3  # words on either side that are compared
_NEAR = 60  # characters in which they stand
Signs = dict[str, float | None]


class Place(NamedTuple):
    """One occurrence of a name."""

    article: str
    start: int
    end: int
    sentence: int


def load() -> Model:
    """The shipped weights."""
    return read(FILE)


class Tellings:
    """What the texts of one event tell where names stand."""

    def __init__(self, corpus: Corpus, most: int) -> None:
        self._corpus, self._most = corpus, most
        self._read: dict[tuple[str, int], frozenset[str]] = {}
        self._beside: dict[Place, tuple[list[str], list[str]]] = {}

    @cached_property
    def _weight(self) -> dict[str, float]:
        sentences = [s for e in self._corpus.extractions.values() for s in e.sentences]
        found = Counter(w for s in sentences for w in set(s.lemmas))
        return {w: math.log(1 + len(sentences) / n) for w, n in found.items()}

    def signs(self, one: Sequence[Place], other: Sequence[Place], own: frozenset[str]) -> Signs:
        """Signs of two names by where they stand; ``own`` are the words of the names themselves, which say nothing."""
        here, there = {p.article for p in one}, {p.article for p in other}
        fewer, more = sorted((len(here), len(there)))
        rare, common = sorted((one, other), key=len)
        best, left, right, names = 0.0, 0.0, 0.0, 0.0
        for a in one[: self._most]:
            for b in other[: self._most]:
                if a.article == b.article and a.sentence == b.sentence:
                    continue
                best = max(best, self._share(a, b, own))
                before, after = self._run(a, b)
                left, right = max(left, before), max(right, after)
                names = max(names, self._names(a, b, own))
        return {
            "told": best,
            "left": left,
            "right": right,
            "beside": left + right,
            "names": names,
            "articles of the rarer": float(fewer),
            "articles of the commoner": float(more),
            "places of the rarer": float(min(len(rare), 5)),
            "places of the commoner": float(min(len(common), 9)),
            "articles with both": float(len(here & there)),
            "side by side": float(self._side_by_side(one, other)),
            "apart in the text": self._apart(one, other),
        }

    def _share(self, a: Place, b: Place, own: frozenset[str]) -> float:
        left, right = self._words(a) - own, self._words(b) - own
        both, every = self._sum(left & right), self._sum(left | right)
        return both / every if every else 0.0

    def _words(self, place: Place) -> frozenset[str]:
        key = (place.article, place.sentence)
        if key not in self._read:
            sentences = self._corpus.extractions[place.article].sentences
            sentence = sentences[place.sentence] if sentences else None
            self._read[key] = frozenset(() if sentence is None or sentence.headline else sentence.lemmas)
        return self._read[key]

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self._weight[w] for w in sorted(words))

    def _names(self, a: Place, b: Place, own: frozenset[str]) -> float:
        """How many words of other names both sentences have."""
        found = []
        for place in (a, b):
            sentences = self._corpus.extractions[place.article].sentences
            names = sentences[place.sentence].names if sentences else ()
            found.append({fold(w) for n in names for w in n.split()} - own)
        return float(min(3, len(found[0] & found[1])))

    def _run(self, a: Place, b: Place) -> tuple[float, float]:
        """How many words right before, and right after, are the same."""
        (before, after), (other_before, other_after) = self._around(a), self._around(b)
        return float(run(before, other_before)), float(run(after, other_after))

    def _around(self, place: Place) -> tuple[list[str], list[str]]:
        if place not in self._beside:
            text = self._corpus.articles[place.article].text
            before = _WORD.findall(text[max(0, place.start - _NEAR) : place.start].rpartition("\n")[2].lower())
            after = _WORD.findall(text[place.end : place.end + _NEAR].partition("\n")[0].lower())
            self._beside[place] = before[::-1][:_BESIDE], after[:_BESIDE]
        return self._beside[place]

    def _side_by_side(self, one: Sequence[Place], other: Sequence[Place]) -> bool:
        """True where a sentence, or one and the next, has both."""
        there: dict[str, set[int]] = {}
        for p in other:
            there.setdefault(p.article, set()).update((p.sentence - 1, p.sentence, p.sentence + 1))
        return any(p.sentence in there.get(p.article, ()) for p in one)

    def _apart(self, one: Sequence[Place], other: Sequence[Place]) -> float:
        """How far apart the first places of the two stand, as shares of their articles' lengths."""
        at = [min(self._where(p) for p in side) for side in (one, other)]
        return abs(at[0] - at[1])

    def _where(self, place: Place) -> float:
        sentences = self._corpus.extractions[place.article].sentences
        return place.sentence / max(1, len(sentences))


def alike(one: str, other: str) -> float:
    """How alike two words are, from 0 to 1; the beginning counts most."""
    return float(JaroWinkler.similarity(one, other))
