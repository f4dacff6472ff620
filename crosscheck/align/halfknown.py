"""Whether two people who share half a name are one, told of in the same words: Dana Ekholm, Dana Marsh.

In: mentions of full names in different articles. Out: how alike their sentences are, by the words that are rare in the
event, the names themselves left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz.distance import OSA

from crosscheck.align.bearers import Bearer
from crosscheck.data import given
from crosscheck.model import Corpus, Fact
from crosscheck.normalise.nameparts import Parts, bare, fold, parts
from crosscheck.settings import NameSettings

_NEAR = 60  # characters in which a name and an age stand
_GIVEN = r"([^\W\d_]{2,})"
_AGE = r"(?:, \d+,?)?"


def share_half(one: Parts, other: Parts) -> bool:
    """True for two full names with the same family or the same first given name, neither of them an initial.

    Short forms and initials of the other half are no other name (AJ, Armando J.), nor are given names of two sexes.
    """
    if not one.given or not other.given or min(len(one.given[0]), len(other.given[0])) < 3:
        return False
    if one.suffix != other.suffix or set(one.words) <= set(other.words) or set(other.words) <= set(one.words):
        return False
    if bare(one.family[-1]) == bare(other.family[-1]):
        return not given.two_sexes(one.given[0], other.given[0])
    return one.given[0] == other.given[0]


def crossed(one: Parts, other: Parts) -> bool:
    """True for names of three words with one first name and two surnames of which both have one in other places.

    Maria Lena Ruiz and Maria Ruiz Castro: that a story has both is less likely than that one source knows one surname.
    """
    if len(one.words) != 3 or len(other.words) != 3 or one.given[:1] != other.given[:1]:
        return False
    shared = {*one.words[1:]} & {*other.words[1:]}
    return len(shared) == 1 and one.family != other.family and bool(shared & {one.family[-1], other.family[-1]})


def turned_letters(one: Parts, other: Parts) -> bool:
    """True for one given name with family names of the very same letters: no two people of one story."""
    a, b = (bare(name.family[-1]) for name in (one, other))
    return one.given == other.given and len(one.given[0]) > 1 and sorted(a) == sorted(b)


def one_key(one: Parts, other: Parts) -> bool:
    """True for two full names a letter apart of which one can hardly be anybody's: John Ward, Joohn Ward.

    Two relatives have two given names that are at home; two people of one given name have surnames further apart.
    """
    if not one.given or not other.given or len(one.words) != len(other.words):
        return False
    pairs = [(bare(x), bare(y)) for x, y in zip(one.words, other.words, strict=True) if bare(x) != bare(y)]
    if len(pairs) != 1 or OSA.distance(*pairs[0], score_cutoff=1) > 1:
        return False
    return not all(w in given.english_given() for w in pairs[0])


class Telling:
    """What the sentences of an event say of those whom they name."""

    def __init__(self, corpus: Corpus, settings: NameSettings) -> None:
        self._corpus, self._settings = corpus, settings
        self._read: dict[str, frozenset[str]] = {}

    @cached_property
    def _weight(self) -> dict[str, float]:
        """Words of the event, the rarer the heavier."""
        sentences = [s for e in self._corpus.extractions.values() for s in e.sentences]
        found = Counter(w for s in sentences for w in set(s.lemmas))
        return {w: math.log(len(sentences) / n) for w, n in found.items()}

    def alike(self, some: Iterable[Bearer], others: Iterable[Bearer]) -> bool:
        """True where some sentence tells of one in full what another tells of the other in full.

        Or where both are named beside one and the same relative: "Olaf Wick and Dana Wick", "Olaf and Berit Wick".
        """
        here, there = (
            [f for b in bearers for f in _full(b)[: self._settings.mentions_read]] for bearers in (some, others)
        )
        if {r for f in here for r in self._relatives(f)} & {r for f in there for r in self._relatives(f)}:
            return True
        return any(self._share(one, other) >= self._needed(one, other) for one in here for other in there)

    def _needed(self, one: Fact, other: Fact) -> float:
        """How alike two sentences must be: more for two who share a given name, which tells little of who they are."""
        family = {bare(_parts(f).family[-1]) for f in (one, other)}
        return self._settings.told_alike if len(family) == 1 else self._settings.told_alike_given

    def _relatives(self, fact: Fact) -> set[str]:
        """Given names of those who share the family name and stand right beside the mention."""
        text, span = self._corpus.articles[fact.article].text, fact.mention.span
        left, right = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
        family = re.escape(fact.mention.text.split()[-1])
        before = re.search(rf"\b{_GIVEN}(?: {family})?{_AGE} and (?:\d+-year-old )?$", left)
        after = re.match(rf"{_AGE} and (?:\d+-year-old )?{_GIVEN} {family}\b", right)
        return {fold(m[1]) for m in (before, after) if m and m[1][:1].isupper()}

    def _share(self, one: Fact, other: Fact) -> float:
        """Weight of the words that both sentences have, as a share of that of all their words; 0 for a headline."""
        if one.article == other.article:
            return 0.0
        own = {fold(w) for f in (one, other) for w in f.mention.text.split()}
        left, right = self._words(one) - own, self._words(other) - own
        if len(left & right) < self._settings.told_alike_words:
            return 0.0
        return self._sum(left & right) / (self._sum(left | right) or 1.0)

    def _words(self, fact: Fact) -> frozenset[str]:
        """Content words of the mention's sentence, none of a headline's."""
        if fact.id not in self._read:
            sentence = self._corpus.sentence(fact)
            self._read[fact.id] = frozenset(() if sentence.headline else sentence.lemmas)
        return self._read[fact.id]

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self._weight[w] for w in sorted(words))


def _parts(fact: Fact) -> Parts:
    return parts(" ".join(fact.mention.text.split()))


def _full(bearer: Bearer) -> list[Fact]:
    """Mentions by the full name; words that only may be a name are none."""
    return [f for f in bearer.facts if not f.mention.attrs.get("maybe") and parts(f.mention.text).given]
