"""Which facts could stand in one slot of a sentence, and when one carries the value of another.

A slot is named by a plain word: a percentage never stands where a sum of money stood, nor a month where a weekday did.
Whether a value is carried is asked more kindly: "in April" is carried by "on 2 April", 16 by 14 and two of one breath.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from crosscheck.compare.restated.derived import TENS, Derived, counted
from crosscheck.compare.restated.superseded import ONCE
from crosscheck.compare.restated.times import Times
from crosscheck.compare.sourcetext import SourceText
from crosscheck.data.numbers import ONES, TEENS
from crosscheck.kinds import Relation
from crosscheck.kinds.intervals import Interval, interval, point, power_of_ten, relate
from crosscheck.linking.words import alike
from crosscheck.model import Corpus, Fact, MentionKind, Quantity
from crosscheck.settings import Settings

_PLAIN = frozenset({"count", "age", "rank", "score"})  # readers of numbers mistake one for the other
_ROUND = re.compile(r"\ba (?:hundred|thousand|million)\b")
_OTHERS = frozenset("colleague companion other fellow teammate".split())  # counted without one who is named
_SMALL = "|".join((r"\d{1,2}", *ONES, "ten"))
_IN = r"(?: (?:in|out of)(?: every| each)?) "
_PART = re.compile(rf"{_IN}(?:{_SMALL}|a hundred)\b", re.IGNORECASE)  # "two dollars in five"
_WHOLE = re.compile(rf"\b(?:{_SMALL})(?: [^\W\d]+){{0,3}}{_IN}$", re.IGNORECASE)
_LEAD = 45  # characters before and behind a number that may make a ratio of it


HOLDS: tuple[Relation, ...] = ("same", "compatible")


class Slots(Protocol):
    """One kind of fact, as restating asks about it."""

    kind: MentionKind

    def sort(self, fact: Fact) -> str:
        """The sort of slot that a fact fills; empty for a fact that is not asked about."""

    def relate(self, a: Fact, b: Fact) -> Relation:
        """How two values of one sort stand to one another."""

    def carries(self, mine: Fact, theirs: Fact) -> bool:
        """True where a draft may have its value from a source's: both can be right."""
        return self.relate(mine, theirs) in HOLDS

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
        self._articles = corpus.articles
        self._starts = {(f.article, f.mention.span.start): f for f in corpus.facts("figure")}
        self._times = Times(corpus, sources)
        self._derived = Derived(settings.restated)
        self._plain: set[float] = set()  # numbers of the sources, whatever they count
        self._ages: set[float] = set()
        self._bare: set[float] = set(text.tallies)  # those told without what they count
        self._written = set(text.numbers)
        self._measured: set[float] = set()  # those of money, shares and measures
        self._counts: dict[float, list[set[str]]] = defaultdict(list)  # by number, the words for what is counted
        for fact in sources:
            self._written.update(_raw(fact))
            behind = self._starts.get((fact.article, fact.mention.span.end + 1))
            if behind is not None and _measure(behind) == "count":  # "one metre forty"
                self._written.update(a + b / 100 for a in _raw(fact) for b in _raw(behind))
            if _measure(fact) not in _PLAIN:
                self._measured.update(_raw(fact))
            made, sort = interval(fact), self.sort(fact)
            if made is not None and sort:
                self._derived.add(fact, sort, point(made))
            if made is not None and _measure(fact) == "count":
                self._counts[point(made)].append(set(counted(fact).split()))
            if made is not None and _measure(fact) in _PLAIN:
                self._plain.add(point(made))
                if _measure(fact) == "age":
                    self._ages.add(point(made))
                elif not fact.mention.attrs.get("counted"):
                    self._bare.add(point(made))

    def sort(self, fact: Fact) -> str:
        """The measure, of money with its currency; vague numbers ("dozens"), times and lengths are not asked about."""
        value = fact.value
        if not isinstance(value, Quantity) or fact.mention.quoted:
            return ""
        made = interval(fact)
        if made is None or made.vague or value.measure == "rank" or self._times.covers(fact) or _idle(fact):
            return ""
        if self._in_ratio(fact) or (fact.article, fact.mention.span.end + 1) in self._starts:
            return ""  # "two dollars in five"; "one metre forty"
        return f"{value.measure} {made.unit}".strip()

    def carries(self, mine: Fact, theirs: Fact) -> bool:
        """True where the draft may have the first from the second: the same number, or another that it stands for.

        A bound stands for what is near it ("more than 60" for 67); neither a bound nor a range is told by a number that
        it leaves open: who read "over 70" writes no 76.
        """
        how = self.relate(mine, theirs)
        one, two = interval(mine), interval(theirs)
        if how != "compatible" or one is None or two is None:
            return how == "same"
        if _open(one):
            x, y = sorted((abs(point(one)), abs(point(two))))
            return y <= x * self._settings.restated.bound_near
        if not one.exact or two.exact or two.about or point(one) < TENS:
            return True  # a few of many a writer may have counted
        return any(math.isclose(point(one), end, rel_tol=1e-6) for end in (two.low, two.high))

    def relate(self, a: Fact, b: Fact) -> Relation:
        """By interval, with what hedges and roundings leave open."""
        found = relate(a, b, self._settings.figures)
        if found.kind in ("same", "unknown"):
            return "same" if found.kind == "same" else "unknown"
        return "compatible" if found.holds else "different"

    def _in_ratio(self, fact: Fact) -> bool:
        """True for either number of "two dollars in five"."""
        if _measure(fact) == "percent":
            return False
        text, span = self._articles[fact.article].text, fact.mention.span
        behind = _PART.match(text, span.end, span.end + _LEAD)
        return bool(behind or _WHOLE.search(text, max(0, span.start - _LEAD), span.start))

    def stands_against(self, a: Fact, b: Fact) -> bool:
        """Different, no bare "one" or "two", not far apart, and ages of somebody whom both sentences name."""
        one, two = interval(a), interval(b)
        if one is None or two is None or self._far(a, b):
            return False
        how = self.relate(a, b)
        if how != "different" and not (how == "compatible" and _open(one) and not self.carries(a, b)):
            return False
        if ends_in(a, b):
            return False
        if self.sort(a).startswith("age"):
            return bool(_bearer(a) & _bearer(b))
        told = a.mention.parts.get("counted") or self.sort(a) != "count"
        if a.mention.attrs.get("counted", "").split()[-1:] and point(two) - point(one) == 1:
            if a.mention.attrs["counted"].split()[-1] in _OTHERS:
                return False  # a judge "and her two colleagues" of a panel of three
        return point(one) > (1 if told else 2) and not self._small_talk(a, b)

    def _small_talk(self, a: Fact, b: Fact) -> bool:
        """True for a count below ten against one of other things: "two makers" and 37 plants."""
        one, two, made = counted(a), counted(b), interval(a)
        if self.sort(a) != "count" or made is None or point(made) >= TENS or not one or not two or one == two:
            return False
        near = alike(one.split()[-1], two.split()[-1])
        return near is None or near < self._settings.restated.near_word

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
        if any(self._text.has_phrase(w) for w in _numbers(fact)) or self._counted_alike(fact, point(made)):
            return True
        bare = value.measure == "count" and not value.counted
        if (bare or "." in fact.mention.text) and not self._written.isdisjoint(_raw(fact)):
            return True  # "a target of 95" for 95 kroner; "1.40 metres" for "one metre forty"
        if value.measure in _PLAIN and point(made) >= TENS:
            if point(made) in self._ages or not value.counted and point(made) in self._plain:
                return True  # "an engineer of 41" is read as a count
            if point(made) in self._bare or value.measure == "count" and point(made) in self._measured:
                return True  # "75 votes to 71" for "75 to 71", "a target of 95" for 95 kroner
        if not value.counted and self._times.of_a_length(fact, point(made)):
            return True  # "a ride of 25 minutes is now one of 90"
        if _open(made):
            return False
        return bare and self._derived.holds_bare(point(made)) or self._derived.holds(fact, self.sort(fact), point(made))

    def _counted_alike(self, fact: Fact, number: float) -> bool:
        """True where a source counts as many by a word in common: 24 league games, 24 league appearances."""
        words = set(counted(fact).split()) if _measure(fact) == "count" else set()
        return number >= TENS and any(words & told for told in self._counts.get(number, ()))

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
    written, rest = _written(fact)
    if sum(c.isdigit() for c in written) > 2 or "." in written or _measure(fact) == "score":
        yield written
    value, behind = fact.value, rest.strip()
    if behind and isinstance(value, Quantity) and value.low is not None and value.low == value.high:
        forms = [word for word, number in {**ONES, **TEENS}.items() if number == value.low]
        yield from (f"{form} {behind}" for form in (written, f"{value.low:g}", *forms))


def _written(fact: Fact) -> tuple[str, str]:
    """The number of a figure as its article writes it, and what stands behind it in the mention."""
    span, at = fact.mention.parts.get("number", fact.mention.span), fact.mention.span.start
    return fact.mention.text[span.start - at : span.end - at], fact.mention.text[span.end - at :]


def ends_in(span: Fact, fact: Fact) -> bool:
    """True for "from 50,000 to 75,000" and either of the two."""
    return len(set(_raw(span))) > 1 and bool(set(_raw(span)) & set(_raw(fact)))


def number_of_one(a: Fact, b: Fact) -> bool:
    """True where the first is the bare number of the second: "leaving 15,000" for "15,000 francs"."""
    return _measure(a) == "count" and not a.mention.attrs.get("counted") and bool(set(_raw(a)) & set(_raw(b)))


def elided(fact: Fact) -> bool:
    """True for a small number that does not say what it counts: "three turned up later"."""
    value = fact.value
    if not isinstance(value, Quantity) or value.measure != "count" or fact.mention.parts.get("counted"):
        return False
    return min(_raw(fact), default=TENS) < TENS and fact.mention.attrs.get("attribute") not in ONCE


def _raw(fact: Fact) -> tuple[float, ...]:
    """The numbers of a figure as they are told, whatever they measure."""
    value = fact.value
    return tuple(n for n in (value.low, value.high) if n is not None) if isinstance(value, Quantity) else ()


def _measure(fact: Fact) -> str:
    return fact.value.measure if isinstance(fact.value, Quantity) else ""


def _idle(fact: Fact) -> bool:
    """True for "half of what they were after", "a hundred times": a share or a round number told without a digit.

    A writer rounds with them, and turns a phrase.
    """
    text = fact.mention.text.casefold()
    if _measure(fact) == "percent" and _written(fact)[0].casefold() in ("all", "half"):
        return True  # "all of it costs 780 million"
    if any(c.isdigit() for c in text):
        return False
    return _measure(fact) == "percent" and "cent" not in text or bool(_ROUND.search(text))


def _open(told: Interval) -> bool:
    """True for a bound: "over 70", "as many as 6,500"."""
    return math.isinf(told.low) or math.isinf(told.high)
