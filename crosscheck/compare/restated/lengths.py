"""Lengths of time as a draft restates them: five hours, for eleven years, after six weeks.

In: facts of kind date that tell a length. A writer works lengths out: from two times of a clock, two dates, two years,
two lengths of one breath. What can be worked out is carried.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from crosscheck.compare.restated.derived import told_together
from crosscheck.compare.restated.slots import Slots
from crosscheck.compare.restated.times import UNITS, length_of, unit_of
from crosscheck.compare.sourcetext import SourceText
from crosscheck.kinds import Relation
from crosscheck.model import Corpus, Fact, MentionKind, Quantity, When
from crosscheck.settings import Settings
from crosscheck.timing import duration_days, duration_relation, minutes_of, ordinal

_OF_AN_ERA = re.compile(r"\b(\d{1,5})\s?(?:BC|BCE|CE|AD)\b")
_HOUR, _DAY = 60, 24 * 60  # minutes
_MANY = 30  # days and years of which the distances are worked out


class Lengths(Slots):
    """How long something took, takes or will take."""

    kind: MentionKind = "date"

    def __init__(self, corpus: Corpus, sources: Sequence[Fact], text: SourceText, settings: Settings) -> None:
        self._settings, self._text = settings, text
        kept = frozenset(f.article for f in sources)
        days = {day for a in corpus.articles.values() if (day := ordinal(a.published)) is not None}
        days |= {day for f in sources if isinstance(f.value, When) and (day := ordinal(f.value.start)) is not None}
        self._days = _distances(days)
        years = {int(y) for f in sources if (y := f.mention.attrs.get("y", "")).isdigit()}
        texts = (corpus.articles[a].text for a in sorted(kept))
        self._years = _distances(years | {int(y) for text in texts for y in _OF_AN_ERA.findall(text)})
        lengths = sorted({length for f in sources if (length := length_of(f))})[:_MANY]
        apart = (b - a for i, a in enumerate(lengths) for b in lengths[i + 1 :])
        told = (f for f in corpus.facts("figure") if f.article in kept)
        ages = {int(n) for f in told if (n := _age(f)) is not None}
        younger = (years * UNITS["Y"] for years in _distances(ages))
        self._worked_out = (*apart, *_sums(sources), *_open(sources), *_from_now(sources), *younger)

    def sort(self, fact: Fact) -> str:
        """One sort for all; "one day" is a phrase, and a quote is not asked about."""
        value = fact.value
        if not isinstance(value, When) or not value.duration or value.clock or fact.mention.quoted:
            return ""
        return "length" if fact.mention.attrs.get("n") != "1" and duration_days(value.duration) else ""

    def relate(self, a: Fact, b: Fact) -> Relation:
        """By their days, with what "about" and "at least" leave open; plainly in one unit, by their numbers."""
        if unit_of(a) == unit_of(b) and not any(isinstance(f.value, When) and f.value.modifier for f in (a, b)):
            same = math.isclose(length_of(a) or 0.0, length_of(b) or 0.0, rel_tol=1e-6)
            return "same" if same else "different"
        return duration_relation(a, b, self._settings.dates)

    def stands_against(self, a: Fact, b: Fact) -> bool:
        """Different, and not so far apart that they measure two things."""
        low, high = sorted((length_of(a) or 0.0, length_of(b) or 0.0))
        return self.relate(a, b) == "different" and high <= low * self._settings.restated.far_factor

    def told_otherwise(self, fact: Fact) -> bool:
        """A source tells it in so many words, or it can be worked out."""
        mine, unit = length_of(fact), fact.mention.attrs.get("u", "")
        if mine is None or self._text.has_phrase(fact.mention.text):
            return True
        if any(math.isclose(mine, told, rel_tol=self._settings.restated.worked_out) for told in self._worked_out):
            return True
        if unit == "Y" and round(mine / UNITS["Y"]) in self._years:
            return True
        slack = UNITS.get(unit, 0.0) / 2
        return mine >= 1 and any(abs(mine - days) <= slack for days in self._days)

    def stamped(self, fact: Fact, shift: int = 0) -> bool:
        """Never: a page's stamp has no lengths."""
        return False


def _age(fact: Fact) -> float | None:
    """Somebody's age in years: of two people one is so many years younger."""
    return fact.value.low if isinstance(fact.value, Quantity) and fact.value.measure == "age" else None


def _from_now(sources: Iterable[Fact]) -> Iterator[float]:
    """Lengths that are read as days of the calendar: "within 12 years"."""
    for fact in sources:
        n, unit = (fact.mention.attrs.get(name, "") for name in ("n", "u"))
        if n.isdigit() and unit in UNITS and length_of(fact) is None:
            yield int(n) * UNITS[unit]


def _open(sources: Iterable[Fact]) -> Iterator[float]:
    """From "between 10am and 4pm" the six hours."""
    for fact in sources:
        minutes = minutes_of(fact) if isinstance(fact.value, When) and fact.value.clock else None
        if minutes is not None and minutes[1] - minutes[0] >= _HOUR:
            yield (minutes[1] - minutes[0]) / _DAY


def _clock(fact: Fact) -> float | None:
    """A time of day, in days."""
    minutes = minutes_of(fact) if isinstance(fact.value, When) and fact.value.clock else None
    return minutes[0] / (24 * 60) if minutes else None


def _sums(sources: Sequence[Fact]) -> Iterator[float]:
    """Sums of two lengths, and distances of two times of day, told in one sentence or in two that follow."""
    told: dict[tuple[str, int], list[Fact]] = {}
    for fact in sources:
        if length_of(fact) or _clock(fact) is not None:
            told.setdefault((fact.article, fact.mention.sentence), []).append(fact)
    for a, b in told_together(told):
        clocks, lengths = (_clock(a), _clock(b)), (length_of(a), length_of(b))
        if clocks[0] is not None and clocks[1] is not None:
            yield abs(clocks[0] - clocks[1])
            yield 1 - abs(clocks[0] - clocks[1])  # over midnight
        elif lengths[0] and lengths[1]:
            yield lengths[0] + lengths[1]


def _distances(numbers: Iterable[int]) -> frozenset[int]:
    some = sorted(numbers)[:_MANY]
    return frozenset(b - a for i, a in enumerate(some) for b in some[i + 1 :])
