"""Capitalised words of the articles with what stands beside them, whatever kind of name they belong to.

In: a corpus. Out: :class:`Word` records by their folded writing, in the order of the text. A name's words hang together
over single spaces and small words ("Institute of Forensic Sciences"); punctuation, a line's end or any other word in
lower case ends it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from crosscheck.data import titles
from crosscheck.model import Corpus
from crosscheck.normalise.nameparts import fold

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][^\W\d_]*[a-zà-öø-ÿ][^\W\d_]*"
_JOINED = r"(?:of|the|for|and|to|at|de|la|del)[ \xa0]"
_PHRASE = re.compile(
    rf"(?<![\w@#/.'’-]){_CAPITAL}(?:['’]s)?(?:[ \xa0](?:{_JOINED}){{0,2}}{_CAPITAL}(?:['’]s)?(?![\w@-]))*(?![\w@-])"
)
_WORD = re.compile(rf"{_CAPITAL}|\b[a-z]+\b")
# beside these no word is known by its neighbour: the calendar, articles and pronouns at a sentence's start
EMPTY = frozenset(
    "the this that these those they there then when where while what with from for and but his her its our their "
    "after before under over about into some many most mr mrs ms miss dr sir rev hon sen rep gov gen col capt sgt lt "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct "
    "nov dec according".split()
)


class Word(NamedTuple):
    """One occurrence of a capitalised word; ``before`` and ``after`` are the words of its name, nearest first."""

    article: str
    start: int
    end: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    inside: bool  # its capital means something: the sentence began before the name
    headline: bool  # or a line of its own: capitals mean nothing there


class Phrase(NamedTuple):
    """A run of capitalised words, joined by small ones: its words, folded, with the offsets of each."""

    article: str
    words: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...]
    owners: frozenset[int]  # of its words, counted from 0, those that own the next ("Oman's")
    headline: bool

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.offsets[0][0]

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.offsets[-1][1]

    def last(self, count: int) -> Phrase:
        """Its last ``count`` words."""
        cut = len(self.words) - count
        owners = frozenset(i - cut for i in self.owners if i >= cut)
        return self._replace(words=self.words[cut:], offsets=self.offsets[cut:], owners=owners)

    def owned(self, count: int) -> bool:
        """True where its last ``count`` words belong to the one before them."""
        return len(self.words) - count - 1 in self.owners

    def sentence(self, corpus: Corpus) -> int:
        """Index of the sentence in which it begins."""
        sentences = corpus.extractions[self.article].sentences
        return max(bisect_right(sentences, self.start, key=lambda s: s.span.start) - 1, 0)


def phrases(corpus: Corpus) -> Iterator[Phrase]:
    """The runs of capitalised words of the articles, in order; furniture and bylines are left out."""
    for article in corpus.articles.values():
        text = corpus.seen(article.id)
        regions = sorted(article.regions, key=lambda r: r.span.start)
        starts = [r.span.start for r in regions]
        for phrase in _PHRASE.finditer(text):
            at = bisect_right(starts, phrase.start()) - 1
            region = regions[at] if at >= 0 and phrase.start() < regions[at].span.end else None
            if region is not None and region.kind != "headline":
                continue
            start, end = phrase.span()
            alone = text[max(0, start - 1) : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
            parts = [(m.start() + start, m.end() + start, fold(m.group())) for m in _WORD.finditer(phrase.group())]
            parts = [p for p in parts if text[p[0]].isupper() or p[2] != "s"]
            owners = {i for i, p in enumerate(parts) if text[p[1] : p[1] + 2] in ("'s", "’s")}
            yield Phrase(
                article.id, tuple(p[2] for p in parts), tuple((p[0], p[1]) for p in parts), frozenset(owners),
                region is not None or alone,
            )  # fmt: skip


def words(corpus: Corpus, said: Iterable[Phrase] | None = None) -> dict[str, list[Word]]:
    """Every capitalised word of the articles, by its folded writing; furniture and bylines are left out.

    ``said`` are the phrases of the corpus, where they have been read already.
    """
    found: dict[str, list[Word]] = defaultdict(list)
    for phrase in phrases(corpus) if said is None else said:
        text, start = corpus.articles[phrase.article].text, phrase.start
        inside = start > 1 and text[start - 1] == " " and (text[start - 2].isalnum() or text[start - 2] == ",")
        for i, (first, last) in enumerate(phrase.offsets):
            if text[first].isupper():
                names = phrase.words
                place = Word(
                    phrase.article, first, last, names[:i][::-1], names[i + 1 :], inside and not phrase.headline,
                    phrase.headline,
                )  # fmt: skip
                found[names[i]].append(place)
    return found


def shared(one: Word, other: Word) -> int:
    """How many telling words in a row both have right before and right after them in their names."""
    return _shared(one.before, other.before) + _shared(one.after, other.after)


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    both = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(len(word) > 2 and word not in EMPTY and titles.lookup(word) is None for word, _ in both)
