"""Quotes of a draft that are a source's with a word changed, or that it puts into another mouth without a cue.

A draft has its quotes from its sources, so so few words in common suffice as would prove nothing between two reports.
In: a corpus with a draft. Out: for each such quote those of the sources that it should follow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crosscheck.compare.restated.names import Names
from crosscheck.compare.restated.naming import Named
from crosscheck.compare.sourcetext import SourceText
from crosscheck.linking.signs import run
from crosscheck.model import Corpus, Fact, Quote, Span
from crosscheck.settings import RestatedSettings
from crosscheck.wording import tokens

_OPENING = frozenset(("for", "of", "to"))  # "for the minister it is", "in the words of", "according to"


class Reworded(msgspec.Struct, frozen=True, kw_only=True):
    """A quote of the draft with those of the sources from which it departs by a word or two: the words of either."""

    mine: Fact
    theirs: tuple[Fact, ...]
    said: str
    had: str


class _Change(msgspec.Struct, frozen=True):
    """The words that differ on either side, and how many before and behind are the same."""

    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    common: int

    def possible(self, most: int) -> bool:
        """True where words were changed, not added or left out, and not too many; "in to" is "into"."""
        changed = bool(self.mine and self.theirs) and max(len(self.mine), len(self.theirs)) <= most
        return changed and "".join(self.mine) != "".join(self.theirs)


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A quote of the draft, whom the draft names as its speaker, and the quotes of the sources with theirs."""

    mine: Fact
    speaker: Named
    theirs: tuple[Fact, ...]


class Quotes:
    """The quotes of one corpus."""

    def __init__(
        self, corpus: Corpus, mine: frozenset[str], names: Names, text: SourceText, settings: RestatedSettings
    ) -> None:
        self._corpus, self._names, self._text, self._settings = corpus, names, text, settings
        whole = list(_whole(corpus.facts("quote")))
        self._mine = [f for f in whole if f.article in mine]
        self._theirs = [(f, _words(f)) for f in whole if f.article not in mine]
        self._telling: dict[str, list[int]] = defaultdict(list)
        for i, (_, words) in enumerate(self._theirs):
            for word in dict.fromkeys(words):
                self._telling[word].append(i)

    def _near(self, words: Sequence[str]) -> Iterator[tuple[Fact, Sequence[str]]]:
        """Quotes of the sources that share a word, but for words that very many have."""
        postings = (self._telling.get(w, ()) for w in dict.fromkeys(words))
        shared = {i for posting in postings if len(posting) <= self._settings.posting for i in posting}
        return (self._theirs[i] for i in sorted(shared))

    # --- a word changed --------------------------------------------------------------------------------------------

    def reworded(self) -> Iterator[Reworded]:
        """Quotes that stand in no source and are a word or two from one that does."""
        for fact in self._mine:
            words = _words(fact)
            if len(words) < 2 or self._text.has_phrase(fact.mention.text):
                continue
            found = [
                (change, other)
                for other, theirs in self._near(words)
                if (change := self._changed(fact, words, other, theirs))
            ]
            if found:
                first = min(found, key=lambda c: len(c[0][0]) + len(c[0][1]))[0]
                same = tuple(other for change, other in found if change == first)
                yield Reworded(mine=fact, theirs=same, said=" ".join(first[0]), had=" ".join(first[1]))

    def _changed(
        self, fact: Fact, words: Sequence[str], other: Fact, theirs: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """The words that differ on either side, where all others are common and enough to be sure of."""
        if len(set(words) & set(theirs)) * 2 < len(words) - 1:
            return None
        most = self._settings.changed_words
        best: _Change | None = None
        for start, end in _windows(words, theirs, most):
            part = theirs[start:end]
            lead = run(words, part)
            tail = run(words[lead:][::-1], part[lead:][::-1])
            change = _Change(tuple(words[lead : len(words) - tail]), tuple(part[lead : len(part) - tail]), lead + tail)
            whole = len(part) == len(theirs)
            if change.possible(most if whole else 1) and (best is None or change.common > best.common):
                if self._enough(fact, other, words, change, whole=whole):
                    best = change
        return (best.mine, best.theirs) if best else None

    def _enough(self, fact: Fact, other: Fact, words: Sequence[str], change: _Change, *, whole: bool) -> bool:
        """Enough in common: most of a whole quote, more of a part of one, less where one speaker says both."""
        telling = {t.form for t in tokens(fact.mention.text) if t.content} & set(_words(other)) - set(change.mine)
        if not whole:
            return change.common > self._settings.common_words and len(telling) > 1
        if change.common >= self._settings.common_words and change.common * 2 >= len(words):
            return bool(telling) or _one_speaker(fact, other)
        if not telling:
            return False
        return _one_speaker(fact, other) or self._names.retold(fact, other) >= self._settings.retold

    # --- another mouth ---------------------------------------------------------------------------------------------

    def moved(self) -> Iterator[Moved]:
        """Quotes that the draft gives to somebody whom no source names near them."""
        for fact in self._mine:
            words = _words(fact)
            speaker = self._speaker(fact) if len(words) > 2 else None
            theirs = [f for f, w in self._near(words) if _holds(w, words) and _spoken(f)] if speaker else []
            if speaker is None or not theirs:
                continue
            said_by = {w for f in theirs for w in _speaker_words(f)}
            tied = _spoken(fact)
            near = {w for n in (speaker, *(() if tied else self._names.near(fact, back=2, ahead=1))) for w in n.words}
            if any(self._names.near_spelt(w, other) for w in near for other in said_by):
                continue
            beside = {w for f in theirs for n in self._names.near(f, back=3, ahead=1) for w in n.words}
            if not tied or speaker.words[-1] not in beside:
                yield Moved(mine=fact, speaker=speaker, theirs=tuple(theirs))

    def _speaker(self, fact: Fact) -> Named | None:
        """Whom the draft names as the speaker: whom a verb ties, who opens the sentence, who alone is named before."""
        value = fact.value
        if isinstance(value, Quote) and value.direct_link and value.speaker:
            said = fact.mention.parts.get("speaker")
            tied = (n for n in self._names.near(fact) if said is not None and said.overlaps(n.span))
            return next((n for n in tied if self._names.is_person(n)), None)
        here = [n for n in self._names.near(fact) if n.span.end <= fact.mention.span.start and self._names.is_person(n)]
        if here and here[0].before in _OPENING:
            return here[0]
        if here or fact.mention.parts.get("cue") is None:
            return None
        before = [n for n in self._names.near(fact, back=1) if self._names.is_person(n)]
        return before[0] if len({n.words for n in before}) == 1 else None


def _whole(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Quotations as they stand: sentences of a longer one are left out."""
    kept: dict[str, list[Span]] = {}
    for fact in sorted(facts, key=lambda f: (f.article, f.mention.span.start, -f.mention.span.end)):
        spans = kept.setdefault(fact.article, [])
        if isinstance(fact.value, Quote) and not any(s.contains(fact.mention.span) for s in spans[-1:]):
            spans.append(fact.mention.span)
            yield fact


def _words(fact: Fact) -> list[str]:
    return [t.form for t in tokens(fact.mention.text)]


def _windows(words: Sequence[str], theirs: Sequence[str], most: int) -> Iterator[tuple[int, int]]:
    """Stretches of a source's quote that may be the draft's: the whole, and those that begin or end with its words."""
    yield 0, len(theirs)
    for length in range(max(2, len(words) - most + 1), len(words) + most):
        for start in range(len(theirs) - length + 1):
            if theirs[start] == words[0] or theirs[start + length - 1] == words[-1]:
                yield start, start + length


def _holds(long: Sequence[str], short: Sequence[str]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _spoken(fact: Fact) -> bool:
    value = fact.value
    return isinstance(value, Quote) and bool(value.direct_link and value.speaker) and value.speaker_kind == "person"


def _speaker_words(fact: Fact) -> list[str]:
    value = fact.value
    return (value.speaker or "").casefold().split()[-1:] if isinstance(value, Quote) else []


def _one_speaker(a: Fact, b: Fact) -> bool:
    one, two = _speaker_words(a), _speaker_words(b)
    return bool(one) and one == two
