"""The words of the sources, for questions that a draft raises: is this said anywhere at all?

In: a corpus. Out: answers by plain words, whatever was or was not extracted, so that "only the draft says this" is said
only where no source comes near.
"""

from __future__ import annotations

import re
from functools import cached_property

from crosscheck.compare.draft import drafts
from crosscheck.data.numbers import ONES, TEENS
from crosscheck.model import Corpus

_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,4})?(?!\d)")
_TALLY = re.compile(r"(?<![\d.,])(\d{1,4})(?: to |[-–])(\d{1,4})(?![\d.,]?\d)")
_SHARED = 0.6  # share of a quote's words that a source must have before the slow comparison is worth it


def words(text: str) -> list[str]:
    """Words and numbers of a text, case folded, in order; "1,200" and "Jean-Paul" are one each, "Smith's" is Smith."""
    return [w.casefold().replace("’", "'").removesuffix("'s") for w in _WORD.findall(text)]


class SourceText:
    """The texts of all articles but the drafts."""

    def __init__(self, corpus: Corpus) -> None:
        mine = drafts(corpus)
        self._texts = [a.text for a in corpus.articles.values() if a.id not in mine]

    @cached_property
    def _words(self) -> list[list[str]]:
        return [words(text) for text in self._texts]

    @cached_property
    def _sets(self) -> list[frozenset[str]]:
        return [frozenset(w) for w in self._words]

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset().union(*self._sets)

    @cached_property
    def numbers(self) -> frozenset[float]:
        """The numbers that the sources write, whatever they count: of "11.05am" 11.05, of "5-2" both, of "four" 4."""
        found = (n.replace(",", "") for text in self._texts for n in _NUMBER.findall(text))
        return frozenset(map(float, found)) | {float(n) for word, n in {**ONES, **TEENS}.items() if self.has_word(word)}

    @cached_property
    def tallies(self) -> frozenset[float]:
        """The numbers of "75 to 71" and "5-2", which count what the sentence tells elsewhere."""
        return frozenset(float(n) for text in self._texts for pair in _TALLY.findall(text) for n in pair)

    def has_word(self, word: str) -> bool:
        """True when a source has this word or number."""
        return word.casefold().replace("’", "'") in self._all

    def has_phrase(self, phrase: str) -> bool:
        """True when a source has these words next to one another, whatever stands between them."""
        wanted = f" {' '.join(words(phrase))} "
        return any(wanted in f" {' '.join(own)} " for own in self._words)

    def likeness(self, quote: str) -> float:
        """0 to 100: how nearly the best stretch of a source has these words in this order."""
        wanted = words(quote)
        if not wanted:
            return 100.0
        phrase, rare = " ".join(wanted), set(wanted)
        from rapidfuzz import fuzz

        best = 0.0
        for own, known in zip(self._words, self._sets, strict=True):
            if len(rare & known) < _SHARED * len(rare):
                continue
            best = max(best, fuzz.partial_ratio(phrase, " ".join(own), score_cutoff=best))
            if best == 100.0:
                break
        return best
