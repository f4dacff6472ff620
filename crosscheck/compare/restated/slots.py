"""Which facts could stand in one slot of a sentence, and when one carries the value of another.

A slot is named by a plain word: a percentage never stands where a sum of money stood, nor a month where a weekday did.
Whether a value is carried is asked more kindly: "in April" is carried by "on 2 April", 16 by 14 and two of one breath.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from crosscheck.compare.restated.derived import Derived
from crosscheck.compare.restated.times import Times
from crosscheck.compare.sourcetext import SourceText
from crosscheck.data.numbers import ONES, TEENS
from crosscheck.kinds import Relation
from crosscheck.kinds.intervals import interval, point, power_of_ten, relate
from crosscheck.model import Corpus, Fact, MentionKind, Quantity
from crosscheck.settings import Settings

_PLAIN = frozenset({"count", "age", "rank", "score"})  # readers of numbers mistake one for the other
_TENS = 10  # smaller numbers stand everywhere
_ROUND = re.compile(r"\ba (?:hundred|thousand|million)\b")


class Slots(Protocol):
    """One kind of fact, as restating asks about it."""

    kind: MentionKind

    def sort(self, fact: Fact) -> str:
        """The sort of slot that a fact fills; empty for a fact that is not asked about."""

    def relate(self, a: Fact, b: Fact) -> Relation:
        """How two values of one sort stand to one another."""

    def stands_against(self, a: Fact, b: Fact) -> bool:
        """True for two values that cannot both be right, and that one slip may have made of one another."""

    def told_otherwise(self, fact: Fact) -> bool:
        """True where a source carries the value without a fact of the same sort that has it."""

    def stamped(self, fact: Fact, shift: int = 0) -> bool:
        """True where the value may come from the page and not from what was reported."""


class Figures:
    """Counts, sums of money, shares, ages, measures."""

    kind: MentionKind = "figure"

    def __init__(self, corpus: Corpus, sources: Sequence[Fact], text: SourceText, settings: Settings) -> None:
        self._settings, self._text = settings, text
        self._times = Times(corpus, sources)
        self._derived = Derived()
        self._plain: set[float] = set()  # numbers of the sources, whatever they count
        self._ages: set[float] = set()
        for fact in sources:
            made, sort = interval(fact), self.sort(fact)
            if made is not None and sort:
                self._derived.add(fact, sort, point(made))
            if made is not None and _measure(fact) in _PLAIN:
                self._plain.add(point(made))
                if _measure(fact) == "age":
                    self._ages.add(point(made))

    def sort(self, fact: Fact) -> str:
        """The measure, of money with its currency; vague numbers ("dozens"), times and lengths are not asked about."""
        value = fact.value
        if not isinstance(value, Quantity) or fact.mention.quoted:
            return ""
        made = interval(fact)
        if made is None or made.vague or value.measure == "rank" or self._times.covers(fact) or _idle(fact):
            return ""
        return f"{value.measure} {made.unit}".strip()

    def relate(self, a: Fact, b: Fact) -> Relation:
        """By interval, with what hedges and roundings leave open."""
        found = relate(a, b, self._settings.figures)
        if found.kind in ("same", "unknown"):
            return "same" if found.kind == "same" else "unknown"
        return "compatible" if found.holds else "different"

    def stands_against(self, a: Fact, b: Fact) -> bool:
        """Different, no bare "one" or "two", not far apart, and ages of somebody whom both sentences name."""
        one, two = interval(a), interval(b)
        if self.relate(a, b) != "different" or one is None or two is None or self._far(a, b):
            return False
        if self.sort(a).startswith("age"):
            return bool(_bearer(a) & _bearer(b))
        counted = a.mention.parts.get("counted") or self.sort(a) != "count"
        return point(one) > (1 if counted else 2)

    def _far(self, a: Fact, b: Fact) -> bool:
        """True for two counts so far apart that they count two things, and that are no slip of scale."""
        one, two = interval(a), interval(b)
        if one is None or two is None or power_of_ten(a, b):
            return False
        low, high = sorted((abs(point(one)), abs(point(two))))
        return high > low * self._settings.restated.far_factor

    def told_otherwise(self, fact: Fact) -> bool:
        """A written number anywhere, and for counts a sum or difference of two counts told together."""
        made, value = interval(fact), fact.value
        if made is None or not isinstance(value, Quantity) or value.measure == "count" and point(made) <= 1:
            return True
        if any(self._text.has_phrase(w) for w in _numbers(fact)):
            return True
        if value.measure in _PLAIN and point(made) >= _TENS:
            if point(made) in self._ages or not value.counted and point(made) in self._plain:
                return True  # "an engineer of 41" is read as a count
        if not value.counted and self._times.of_a_length(fact, point(made)):
            return True  # "a ride of 25 minutes is now one of 90"
        return made.exact and self._derived.holds(fact, self.sort(fact), point(made))

    def stamped(self, fact: Fact, shift: int = 0) -> bool:
        """Never: a page's stamp has no figures."""
        return False


def _bearer(fact: Fact) -> set[str]:
    """Whom an age is told of: the words of the name, or of what stands for it."""
    attrs = fact.mention.attrs
    told = attrs.get("age_of") or attrs.get("age_of_desc") or attrs.get("of_names", "")
    return {w for w in told.replace(";", " ").casefold().split() if len(w) > 2}


def _numbers(fact: Fact) -> Iterable[str]:
    """A number as it may be written: as the draft has it, or in words; a small one with what it counts."""
    span, at = fact.mention.parts.get("number", fact.mention.span), fact.mention.span.start
    written = fact.mention.text[span.start - at : span.end - at]
    if sum(c.isdigit() for c in written) > 2 or "." in written:
        yield written
    value, behind = fact.value, fact.mention.text[span.end - at :].strip()
    if behind and isinstance(value, Quantity) and value.low is not None and value.low == value.high:
        forms = [word for word, number in {**ONES, **TEENS}.items() if number == value.low]
        yield from (f"{form} {behind}" for form in (written, f"{value.low:g}", *forms))


def _measure(fact: Fact) -> str:
    return fact.value.measure if isinstance(fact.value, Quantity) else ""


def _idle(fact: Fact) -> bool:
    """True for "half of what they were after", "a hundred times": a share or a round number told without a digit.

    A writer rounds with them, and turns a phrase.
    """
    text = fact.mention.text.casefold()
    if any(c.isdigit() for c in text):
        return False
    return _measure(fact) == "percent" and "cent" not in text or bool(_ROUND.search(text))
