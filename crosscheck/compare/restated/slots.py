"""Which facts could stand in one slot of a sentence, and when one carries the value of another.

A slot is named by a plain word: a percentage never stands where a sum of money stood, nor a month where a weekday did.
Whether a value is carried is asked more kindly: "in April" is carried by "on 2 April", 16 by 14 and two of one breath.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from crosscheck.compare.sourcetext import SourceText
from crosscheck.data.numbers import ONES, TEENS
from crosscheck.kinds import Relation
from crosscheck.kinds.intervals import interval, point, power_of_ten, relate
from crosscheck.model import Corpus, Fact, MentionKind, Quantity, When
from crosscheck.settings import Settings
from crosscheck.timing import Days, days_of, ordinal

_FORMS = frozenset({"date", "iso", "numeric", "weekday", "wdday", "month", "year", "season", "quarter"})


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
        self._near: dict[tuple[str, int], list[float]] = {}
        for fact in sources:
            made = interval(fact)
            if made is not None and self.sort(fact) == "count":
                self._near.setdefault((fact.article, fact.mention.sentence), []).append(point(made))
        self._sums = frozenset(_sums(self._near))

    def sort(self, fact: Fact) -> str:
        """The measure, of money with its currency; vague numbers ("dozens") are not asked about."""
        value = fact.value
        if not isinstance(value, Quantity) or fact.mention.quoted:
            return ""
        made = interval(fact)
        if made is None or made.vague:
            return ""
        return "" if value.measure == "rank" else f"{value.measure} {made.unit}".strip()

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
        if made is None or not isinstance(value, Quantity):
            return True
        if any(self._text.has_phrase(w) for w in _numbers(fact)):
            return True
        return self.sort(fact) == "count" and made.exact and point(made) in self._sums

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


def _sums(told: dict[tuple[str, int], list[float]]) -> Iterable[float]:
    """Sums and differences of two counts of one sentence, or of two that follow each other."""
    for (article, sentence), mine in told.items():
        near = [*mine, *told.get((article, sentence + 1), ())][:8]
        for i, a in enumerate(near):
            for b in near[i + 1 :]:
                yield a + b
                yield abs(a - b)


class Dates:
    """Days, weekdays, months, years."""

    kind: MentionKind = "date"

    def __init__(self, corpus: Corpus, sources: Sequence[Fact], text: SourceText, settings: Settings) -> None:
        self._sources = frozenset(days_of(f) for f in sources)
        self._reach = settings.restated.weekday_reach
        stamps = (ordinal(a.published) for a in corpus.articles.values())
        self._stamps = frozenset((day - 1) % 7 for day in stamps if day is not None)

    def sort(self, fact: Fact) -> str:
        """day, month or year, by how finely the date is told; ranges, lengths and times of day are not asked about."""
        value = fact.value
        if not isinstance(value, When) or fact.mention.quoted or value.duration or value.clock:
            return ""
        if fact.mention.attrs.get("form") not in _FORMS or value.modifier == "about":
            return ""
        days = days_of(fact)
        if value.granularity in ("month", "year"):
            return value.granularity
        return "day" if days.weekday is not None or days.month_day is not None else ""

    def relate(self, a: Fact, b: Fact) -> Relation:
        """By their days, whether told as a bound or not; a weekday alone says no more than which of the seven it is."""
        one, two = days_of(a), days_of(b)
        months = [f.mention.attrs.get("m", "") for f in (a, b)]
        if all(months) and not all(f.mention.attrs.get("y") for f in (a, b)):  # the year is a guess from the tense
            numbers = [f.mention.attrs.get("d", "") for f in (a, b)]
            if months[0] != months[1] or all(numbers) and one.month_day != two.month_day:
                return "different"
            return "same" if bool(numbers[0]) == bool(numbers[1]) else "compatible"
        weekdays = [f.mention.attrs.get("form") == "weekday" for f in (a, b)]
        if any(weekdays) and one.weekday is not None and two.weekday is not None:
            if one.weekday != two.weekday:
                return "different"
            return "same" if all(weekdays) or not self._apart(one, two) else "different"
        if one.first is None or one.last is None or two.first is None or two.last is None:
            if one.month_day and two.month_day:
                return "same" if one.month_day == two.month_day else "different"
            return "unknown"
        if (one.first, one.last) == (two.first, two.last):
            return "same"
        return "compatible" if max(one.first, two.first) <= min(one.last, two.last) else "different"

    def stands_against(self, a: Fact, b: Fact) -> bool:
        """Different, and in reach where a weekday is held against a date."""
        forms = {f.mention.attrs.get("form") == "weekday" for f in (a, b)}
        if len(forms) > 1 and self._apart(days_of(a), days_of(b)):
            return False
        return self.relate(a, b) == "different"

    def _apart(self, one: Days, two: Days) -> bool:
        """True for two days farther from one another than a weekday reaches."""
        return one.first is not None and two.first is not None and abs(one.first - two.first) > self._reach

    def told_otherwise(self, fact: Fact) -> bool:
        """A source's finer or other telling of the same time."""
        days = days_of(fact)
        return any(_holds(days, other) for other in self._sources)

    def stamped(self, fact: Fact, shift: int = 0) -> bool:
        """True for a weekday on which an article appeared; ``shift`` asks of one so many days later in the week."""
        weekday = days_of(fact).weekday if fact.mention.attrs.get("form") == "weekday" else None
        return weekday is not None and (weekday + shift) % 7 in self._stamps


def _holds(wide: Days, fine: Days) -> bool:
    """True where the second stretch of days lies within the first."""
    if wide.first is None or wide.last is None or fine.first is None or fine.last is None:
        return wide.weekday is not None and wide.weekday == fine.weekday
    return wide.first <= fine.first and fine.last <= wide.last
