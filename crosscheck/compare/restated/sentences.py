"""How much of a draft's sentence a source's sentence tells, whatever the order and form of its words.

In: the sentences of a corpus. Out: shares between 0 and 1 of the weight of one side's words that the other side has, as
the same word, one of the same stem, or one near in meaning (static vectors). A word weighs by how rare it is in the
language and among these articles; numbers are no words here, since a number may be the mistake.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from crosscheck.linking import words as vectors
from crosscheck.linking.context import PLAIN
from crosscheck.model import Corpus, Sentence
from crosscheck.settings import RestatedSettings

_PLAIN = PLAIN | frozenset("will would can could may per cent percent".split())
Matrix = Any  # float32 array


def content(words: Iterable[str]) -> frozenset[str]:
    """Words that tell something: no grammar words, no numbers."""
    return frozenset(w for w in words if w and w not in _PLAIN and not any(c.isdigit() for c in w))


class Wording:
    """The words of a draft and its sources: their weights, and how alike each of the draft's is to all others."""

    def __init__(self, corpus: Corpus, settings: RestatedSettings) -> None:
        self._settings = settings
        told = [sentence_words(s) for e in corpus.extractions.values() for s in e.sentences]
        seen = Counter(w for t in told for w in t)
        self._words = sorted(seen)
        self._at = {w: i for i, w in enumerate(self._words)}
        most = math.log(len(told) + 1)
        rarity = (self._rarity(w) * math.log((len(told) + 1) / seen[w]) / most for w in self._words)
        self._weights = np.fromiter(rarity, dtype=np.float32, count=len(self._words))
        self._rows = vectors.rows(self._words)
        least = settings.stem_letters
        stems = {w[:least]: i for i, w in enumerate(self._words)}
        self._stems = np.array([stems[w[:least]] if len(w) >= least else -1 - i for i, w in enumerate(self._words)])
        self._lengths = np.array([len(w) for w in self._words])

    def _rarity(self, word: str) -> float:
        """How rare a word is in the language, 0 to 1, by its rank; a name that the table lacks is as rare as can be."""
        rank = vectors.rank(word)
        return 1.0 if rank is None else min(1.0, math.log(rank + 2) / math.log(self._settings.rare_rank))

    def indexes(self, words: Iterable[str]) -> Any:
        """Indexes of words, in the order of the alphabet; those that no sentence has are left out."""
        return np.array(sorted({self._at[w] for w in words if w in self._at}), dtype=np.int64)

    def weight(self, indexes: Any) -> float:
        """The weight of words together."""
        return float(self._weights[indexes].sum())

    def shared(self, mine: Any, theirs: Any) -> tuple[float, float]:
        """The weight of the draft's words that a source has, each by how alike its nearest there is; and back."""
        if not len(mine) or not len(theirs):
            return 0.0, 0.0
        near = self._likeness(mine, theirs)
        return float(near.max(axis=1) @ self._weights[mine]), float(near.max(axis=0) @ self._weights[theirs])

    def _likeness(self, mine: Any, theirs: Any) -> Matrix:
        """How alike each of some words is to each of others: 1 for itself, less for one of its stem or meaning."""
        found = self._rows[mine] @ self._rows[theirs].T
        found[found < self._settings.near_word] = 0.0
        stem = self._stems[mine][:, None] == self._stems[theirs][None, :]
        if stem.any():
            stem &= abs(self._lengths[mine][:, None] - self._lengths[theirs][None, :]) < self._settings.stem_letters
            found[stem] = np.maximum(found[stem], self._settings.same_stem)
            found[mine[:, None] == theirs[None, :]] = 1.0
        return found


def _of(sentence: Sentence) -> Iterable[str]:
    yield from sentence.lemmas
    for name in sentence.names:
        yield from name.casefold().split()


def sentence_words(sentence: Sentence) -> frozenset[str]:
    """The telling words of a sentence, names among them."""
    return content(_of(sentence))


def around(sentences: Sequence[Sentence], index: int) -> frozenset[str]:
    """The telling words of the sentences before and behind."""
    beside = (sentences[i] for i in (index - 1, index + 1) if 0 <= i < len(sentences))
    return frozenset().union(*(sentence_words(s) for s in beside))
