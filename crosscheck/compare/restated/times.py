"""Where numbers are times of day or lengths of time, and how a date is told.

In: the facts of a corpus. Out: whether a number stands in one ("six" in "six on Friday morning"), or leaves out the
unit of a length that its sentence tells.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from crosscheck.model import Corpus, Fact, Span, When
from crosscheck.timing import duration_days, minutes_of

_HOUR, _HALF_DAY = 60, 12 * 60  # minutes
UNITS = {"MIN": 1 / 1440, "H": 1 / 24, "D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}  # days, by the Gregorian mean


class Times:
    """The times of day and lengths of all articles, by sentence; and the lengths of the sources."""

    def __init__(self, corpus: Corpus, sources: Sequence[Fact]) -> None:
        self._spans: dict[tuple[str, int], list[Span]] = {}
        self._units: dict[tuple[str, int], set[float]] = {}
        kept = {f.article for f in sources}
        self._lengths = set()
        for fact in corpus.facts("date"):
            at, days = (fact.article, fact.mention.sentence), length_of(fact)
            if days or isinstance(fact.value, When) and fact.value.clock:
                self._spans.setdefault(at, []).append(fact.mention.span)
            if days:
                self._units.setdefault(at, set()).add(unit_of(fact))
                if fact.article in kept:
                    self._lengths.add(days)

    def covers(self, fact: Fact) -> bool:
        """True for a number that is part of a time of day or of a length, which are asked about by themselves."""
        at = fact.article, fact.mention.sentence
        return any(span.overlaps(fact.mention.span) for span in self._spans.get(at, ()))

    def of_a_length(self, fact: Fact, number: float) -> bool:
        """True where the sources tell a length of so many of the units in which the sentence tells another."""
        units = self._units.get((fact.article, fact.mention.sentence), ())
        return any(math.isclose(number * unit, days, rel_tol=1e-6) for unit in units for days in self._lengths)


def length_of(fact: Fact) -> float | None:
    """A length of time in days; None for other dates."""
    return duration_days(fact.value.duration) if isinstance(fact.value, When) else None


def unit_of(fact: Fact) -> float:
    """The unit in which a length is told, in days."""
    return UNITS.get(fact.mention.attrs.get("u", ""), 1.0)


def form(fact: Fact) -> str:
    """How a date is told; of a day with a time of day, how the day is."""
    attrs = fact.mention.attrs
    return attrs.get("a.form", "") if attrs.get("form") == "datetime" else attrs.get("form", "")


def same_time(a: Fact, b: Fact) -> bool:
    """True for two times of day that meet; "at six" may be in the evening."""
    one, two = minutes_of(a), minutes_of(b)
    if one is None or two is None:
        return False
    return any(one[0] <= two[1] + half and two[0] + half <= one[1] for half in (-_HALF_DAY, 0, _HALF_DAY))


def is_sharp(fact: Fact) -> bool:
    """True for a time of day of less than an hour: "6am on Friday", "Saturday at noon"."""
    minutes = minutes_of(fact)
    return minutes is not None and minutes[1] - minutes[0] < _HOUR
