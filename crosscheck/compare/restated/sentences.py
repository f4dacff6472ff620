"""How much of a draft's sentence a source's sentence tells, whatever the order and form of its words.

In: the sentences of a corpus. Out: shares between 0 and 1 of the weight of one side's words that the other side has, as
the same word, one of the same stem, or one near in meaning (static vectors). A word weighs by how rare it is in the
language and among these articles; numbers are no words here, since a number may be the mistake.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from crosscheck.linking import words as vectors
from crosscheck.model import Corpus, Sentence
from crosscheck.settings import RestatedSettings

_PLAIN = frozenset(
    "be have do say tell get make take go come give the a an of to and in on at for with from by as that this it he "
    "she they we you i his her their its who which what when where there not no or but if so than then more most other "
    "also just only very mr mrs ms dr will would can could may per cent percent".split()
)
Matrix = Any  # float32 array


def content(words: Iterable[str]) -> frozenset[str]:
    """Words that tell something: no grammar words, no numbers."""
    return frozenset(w for w in words if w and w not in _PLAIN and not any(c.isdigit() for c in w))


class Wording:
    """The words of a draft and its sources: their weights, and how alike each of the draft's is to all others."""

    def __init__(self, corpus: Corpus, mine: frozenset[str], settings: RestatedSettings) -> None:
        self._settings = settings
        told = [(a, sentence_words(s)) for a, e in corpus.extractions.items() for s in e.sentences]
        seen = Counter(w for _, t in told for w in t)
        self._words = sorted(seen)
        self._at = {w: i for i, w in enumerate(self._words)}
        most = math.log(len(told) + 1)
        rarity = (self._rarity(w) * math.log((len(told) + 1) / seen[w]) / most for w in self._words)
        self._weights = np.fromiter(rarity, dtype=np.float32, count=len(self._words))
        own = self.indexes(w for a, t in told if a in mine for w in t)
        self._row = np.full(len(self._words), -1, dtype=np.int64)
        self._row[own] = np.arange(len(own))
        self._near = self._likeness(own)

    def _rarity(self, word: str) -> float:
        """How rare a word is in the language, 0 to 1, by its rank; a name that the table lacks is as rare as can be."""
        rank = vectors.rank(word)
        return 1.0 if rank is None else min(1.0, math.log(rank + 2) / math.log(self._settings.rare_rank))

    def _likeness(self, own: Any) -> Matrix:
        """A row for each word of the draft, a column for each of all."""
        rows = vectors.rows(self._words)
        found = rows[own] @ rows.T
        found[found < self._settings.near_word] = 0.0
        least, stems = self._settings.stem_letters, defaultdict(list)
        for i, word in enumerate(self._words):
            if len(word) >= least:
                stems[word[:least]].append(i)
        for row, i in enumerate(own.tolist()):
            word = self._words[i]
            for j in stems.get(word[:least], ()):
                if abs(len(word) - len(self._words[j])) < least:
                    found[row, j] = max(found[row, j], self._settings.same_stem)
            found[row, i] = 1.0
        return found

    def indexes(self, words: Iterable[str]) -> Any:
        """Indexes of words, in the order of the alphabet; those that no sentence has are left out."""
        return np.array(sorted({self._at[w] for w in words if w in self._at}), dtype=np.int64)

    def weight(self, indexes: Any) -> float:
        """The weight of words together."""
        return float(self._weights[indexes].sum())

    def shared(self, mine: Any, theirs: Any) -> tuple[float, float]:
        """The weight of the draft's words that a source has, each by how alike its nearest there is; and back."""
        mine = mine[self._row[mine] >= 0]
        if not len(mine) or not len(theirs):
            return 0.0, 0.0
        near = self._near[self._row[mine]][:, theirs]
        return float(near.max(axis=1) @ self._weights[mine]), float(near.max(axis=0) @ self._weights[theirs])


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
