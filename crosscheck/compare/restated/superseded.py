"""Figures that the sources themselves have taken back: a draft that keeps one is behind its wires.

In: the figures of the sources, and one of the draft. Out: what stands in its place now. Three things take a figure
back: "46 and not 38", "from 12 to 7"; a correction to a figure that only a slip of the fingers parts from it; and a
later source that alone answers the same question (dead, missing, staff) with another figure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from crosscheck.compare.restated.slips import is_slip
from crosscheck.kinds.intervals import relate
from crosscheck.model import Corpus, Fact, Quantity, When
from crosscheck.settings import FigureSettings
from crosscheck.timing import ordinal

_BACK = re.compile(r"\b(?:not|instead of|rather than)(?: (?:the|about|some|around|an?|at|to|of|by))*\s$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom(?: (?:the|about|some|around|an?))*\s$", re.IGNORECASE)
_TO = re.compile(r"\bto(?: (?:the|about|some|around|an?))*\s$", re.IGNORECASE)
_RIGHTED = frozenset("correct revise recount amend rectify".split())
_ANY = frozenset({"", "change", "price", "duration", "share", "age", "rank"})  # attributes that many questions share
_STANDS = frozenset({"count", "money"})  # measures of what is counted on; shares rise and fall from day to day
_LEAD = 24  # characters before a figure that are looked at
_HEAD = 6  # characters, marks of emphasis mostly, before the date that heads a paragraph
# questions that an event answers once, whoever tells it; of others ("staff", "cost") each body has its own
ONCE = frozenset({"dead", "injured", "missing", "attendance", "evacuated", "arrested"})
# words before a figure, and behind it, by which a draft says that it tells what held once
_PERFECT = r"had (?:been|\w+(?:ed|en)|put|set|cut|let|paid|said|told|stood|left|won|lost|risen|fallen)"
_ONCE_HELD = re.compile(
    r"\b(?:at first|initial\w*|original\w*|earlier|previous\w*|until (?:then|now)"
    rf"|(?:first|early) (?:count|toll|report|figure|estimate|number)s?|{_PERFECT})\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:raised|lowered|cut|corrected|revised|increased|reduced|changed|upgraded|amended)"
    r" (?:that|it|this|them|the (?:number|figure|count|toll|total))\b",
    re.IGNORECASE,
)


class Taken(msgspec.Struct, frozen=True):
    """A figure that a source takes back, and the one that it gives instead."""

    old: Fact
    new: Fact


class Superseded:
    """What the sources take back."""

    def __init__(self, corpus: Corpus, sources: Sequence[Fact], settings: FigureSettings) -> None:
        self._corpus, self._settings = corpus, settings
        self._sources = [f for f in sources if isinstance(f.value, Quantity) and not f.mention.quoted]
        by_sentence: dict[tuple[str, int], list[Fact]] = defaultdict(list)
        self._asked: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self._by_number: dict[float | None, list[Fact]] = defaultdict(list)
        for fact in self._sources:
            self._by_number[_number(fact)].append(fact)
            by_sentence[fact.article, fact.mention.sentence].append(fact)
            attribute = fact.mention.attrs.get("attribute", "")
            if attribute not in _ANY and _measure(fact) in _STANDS:
                self._asked[attribute, _measure(fact)].append(fact)
        self._taken = [t for told in by_sentence.values() if len(told) > 1 for t in self._in_sentence(told)]
        self._old = frozenset(t.old.id for t in self._taken)
        self._righted = [f for f in self._sources if _RIGHTED & set(corpus.sentence(f).lemmas) and self._before(f, _TO)]

    def newer(self, fact: Fact, drafted: Sequence[Fact]) -> tuple[Fact, ...]:
        """What the sources have instead of a figure of the draft; nothing where it stands or the draft has both."""
        if self._once_held(fact):
            return ()
        carriers = [f for f in self._by_number.get(_number(fact), ()) if _same(f, fact)]
        for new in (*self._taken_back(fact, carriers), *self._asked_later(fact, carriers)):
            if not any(_same(new, other) for other in drafted) and not self._told_of_before(fact, new):
                return (new,)
        return ()

    def _told_of_before(self, fact: Fact, new: Fact) -> bool:
        """True in a paragraph that a day before ``new`` heads: a chronicle tells of each day what was known on it."""
        sentences = self._corpus.extractions[fact.article].sentences
        paragraph = sentences[fact.mention.sentence].paragraph
        start = min(s.span.start for s in sentences if s.paragraph == paragraph)
        for date in self._corpus.extractions[fact.article].facts:
            if isinstance(date.value, When) and 0 <= date.mention.span.start - start <= _HEAD:
                day = ordinal(date.value.start)
                return day is not None and day < (ordinal(self._published(new)) or 0)
        return False

    def outlived(self, fact: Fact, others: Sequence[Fact]) -> bool:
        """True where a source with the number of ``fact`` is newer than all ``others``."""
        carriers = self._by_number.get(_number(fact), ())
        newest = max((self._published(f) for f in carriers), default="")
        return newest > max((self._published(f) for f in others), default="")

    def shifted(self, fact: Fact) -> bool:
        """True for a total of the sources moved by what they take back: 162 for 163, with 156 passengers, not 157."""
        mine = _number(fact)
        moves = ((_number(t.new) or 0.0) - (_number(t.old) or 0.0) for t in self._taken if _one_sort(t.old, t.new))
        return mine is not None and any(
            _one_sort(total, fact) for move in moves for total in self._by_number.get(mine - move, ())
        )

    def _taken_back(self, fact: Fact, carriers: Sequence[Fact]) -> list[Fact]:
        found = [t.new for t in self._taken if _same(t.old, fact) and self._all_before(carriers, t.old)]
        righted = (f for f in self._righted if is_slip(fact, f) and relate(fact, f, self._settings).kind == "different")
        return found + [f for f in righted if carriers and self._all_before(carriers, f)]

    def _asked_later(self, fact: Fact, carriers: Sequence[Fact]) -> list[Fact]:
        """The figure of the newest source that answers the question, where it answers it once."""
        told = self._asked.get((fact.mention.attrs.get("attribute", ""), _measure(fact)), [])
        answers = [f for f in told if _number(f) != 1]
        if not carriers or not answers:
            return []
        newest = max(self._published(f) for f in answers)
        latest = [f for f in answers if self._published(f) == newest]
        if len({_number(f) for f in latest}) > 1 or len({f.article for f in latest}) > 1:
            return []
        new = latest[0]
        if new.mention.attrs.get("attribute") not in ONCE:
            names = self._names(new)
            if not all(_one_sort(f, new) and names & self._names(f) for f in carriers):
                return []
        return latest[:1] if self._all_before(carriers, new) else []

    def _names(self, fact: Fact) -> frozenset[str]:
        """The words of the names in the sentence of a figure."""
        return frozenset(w for n in self._corpus.sentence(fact).names for w in n.casefold().split())

    def _once_held(self, fact: Fact) -> bool:
        """True where the sentence tells what held once: "at first 14", "spoke of seven; a lab raised that"."""
        span, text = self._corpus.sentence(fact).span, self._corpus.articles[fact.article].text
        told = fact.mention.span
        return bool(_ONCE_HELD.search(text, span.start, told.start) or _SINCE.search(text, told.end, span.end))

    def _all_before(self, carriers: Sequence[Fact], than: Fact) -> bool:
        """True where every source that has the figure is older, or is the one that takes it back."""
        when = self._published(than)
        return all(f.id in self._old or self._published(f) < when for f in carriers)

    def _in_sentence(self, told: Sequence[Fact]) -> list[Taken]:
        """What one sentence takes back: of "590, not 640, for 50 ..." the 640, for the 590 that stands before it."""
        found = []
        for i, old in enumerate(told):
            others = [f for f in told if f is not old and _number(f) != _number(old) and _one_sort(old, f)]
            if self._before(old, _FROM):
                others = [f for f in others if self._before(f, _TO)]
            elif self._before(old, _BACK):
                others.sort(key=lambda f: (f not in told[:i], abs(f.mention.span.start - old.mention.span.start)))
            else:
                continue
            found += [Taken(old, f) for f in others[:1]]
        return found

    def _before(self, fact: Fact, pattern: re.Pattern[str]) -> bool:
        start = fact.mention.span.start
        text = self._corpus.articles[fact.article].text
        return bool(pattern.search(text[max(0, start - _LEAD) : start]))

    def _published(self, fact: Fact) -> str:
        return self._corpus.articles[fact.article].published or ""


def _measure(fact: Fact) -> str:
    return fact.value.measure if isinstance(fact.value, Quantity) else ""


def _number(fact: Fact) -> float | None:
    value = fact.value
    return (value.low if value.low is not None else value.high) if isinstance(value, Quantity) else None


def _same(a: Fact, b: Fact) -> bool:
    """One number of one sort; a bare number, as in "not 4.8 billion", takes the sort of the other."""
    return _number(a) == _number(b) and _one_sort(a, b)


def _one_sort(a: Fact, b: Fact) -> bool:
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
        return False
    if "count" in (a.value.measure, b.value.measure) and not (a.value.counted and b.value.counted):
        bare = a.value if a.value.measure == "count" and not a.value.counted else b.value
        return bare.measure == "count" and not bare.counted
    return a.value.measure == b.value.measure and a.value.currency == b.value.currency
