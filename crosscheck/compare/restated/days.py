"""Days, weekdays, months and years as a draft restates them.

A time of day that is told with its day ("six on Friday morning") says the day too. A bare weekday is the day that its
tense asks for; one of the future, or of no known tense, may be a week off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.compare.restated.slots import Slots
from crosscheck.compare.restated.times import form, is_sharp, same_time
from crosscheck.compare.sourcetext import SourceText
from crosscheck.kinds import Relation
from crosscheck.model import Corpus, Fact, MentionKind, When
from crosscheck.settings import Settings
from crosscheck.timing import Days, days_of, minutes_of, ordinal

_ARTICLE = re.compile(r"\b(?:a|the first|the last|every|each|any|no|or) $", re.IGNORECASE)
_OR = re.compile(r" or (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_WEEKEND = 5  # Saturday, counted from Monday
_LEAD = 10  # characters before a day that may make it one of its kind
_FORMS = frozenset({"date", "iso", "numeric", "weekday", "wdday", "month", "year", "season", "quarter"})


class Dates(Slots):
    """Days, weekdays, months, years."""

    kind: MentionKind = "date"

    def __init__(self, corpus: Corpus, sources: Sequence[Fact], text: SourceText, settings: Settings) -> None:
        self._articles = corpus.articles
        self._sources = frozenset(days_of(f) for f in sources)
        ends = (ordinal(day) for f in sources if isinstance(f.value, When) for day in (f.value.start, f.value.end))
        self._ends = frozenset(day for day in ends if day is not None)
        self._weekend = any(text.has_word(w) for w in ("weekend", "weekends"))
        self._reach = settings.restated.weekday_reach
        self._timed = [f for f in sources if is_sharp(f) and days_of(f).weekday is not None]
        stamps = (ordinal(a.published) for a in corpus.articles.values())
        self._stamps = frozenset((day - 1) % 7 for day in stamps if day is not None)

    def sort(self, fact: Fact) -> str:
        """day, month or year, by how finely the date is told; ranges, lengths and times of day are not asked about."""
        value, told = fact.value, form(fact)
        if not isinstance(value, When) or fact.mention.quoted or value.duration:
            return ""
        if told == "weekday" and self._of_its_kind(fact):
            return ""
        if told not in _FORMS or value.modifier == "about" or value.clock and told == fact.mention.attrs.get("form"):
            return ""
        days = days_of(fact)
        if value.granularity in ("month", "year"):
            return value.granularity
        return "day" if days.weekday is not None or days.month_day is not None else ""

    def _of_its_kind(self, fact: Fact) -> bool:
        """True for "July 19, a Saturday", "a Wednesday in May", "the first Sunday": words on a day, no day."""
        span, text = fact.mention.span, self._articles[fact.article].text
        if _OR.match(text, span.end):
            return True
        return _ARTICLE.search(text, max(0, span.start - _LEAD), span.start) is not None

    def relate(self, a: Fact, b: Fact) -> Relation:
        """By their days, whether told as a bound or not; a weekday alone says no more than which of the seven it is."""
        one, two = days_of(a), days_of(b)
        months = [_told(f, "m") for f in (a, b)]
        if all(months) and not all(_told(f, "y") for f in (a, b)):  # the year is a guess from the tense
            numbers = [_told(f, "d") for f in (a, b)]
            if months[0] != months[1] or all(numbers) and one.month_day != two.month_day:
                return "different"
            return "same" if bool(numbers[0]) == bool(numbers[1]) else "compatible"
        if "weekday" in (form(a), form(b)) and one.weekday is not None and two.weekday is not None:
            return self._by_weekday(a, b)
        if one.first is None or one.last is None or two.first is None or two.last is None:
            if one.month_day and two.month_day:
                return "same" if one.month_day == two.month_day else "different"
            return "unknown"
        if (one.first, one.last) == (two.first, two.last):
            return "same"
        return "compatible" if max(one.first, two.first) <= min(one.last, two.last) else "different"

    def _by_weekday(self, a: Fact, b: Fact) -> Relation:
        """Two days of which one at least is told by its weekday alone."""
        one, two = days_of(a), days_of(b)
        if one.weekday != two.weekday:
            return "different"
        if _parts_clash(a, b) or not is_sharp(b) and self._timed_otherwise(a):
            return "unknown"
        if form(a) == form(b) or one.first == two.first or one.first is None or two.first is None:
            return "same"
        bare = a if form(a) == "weekday" else b
        if bare.mention.attrs.get("tense") == "past" and days_of(bare).first is not None:
            return "different"
        return "different" if self._apart(one, two) else "same"

    def stands_against(self, a: Fact, b: Fact) -> bool:
        """Different, and in reach where a weekday is held against a date."""
        forms = {form(f) == "weekday" for f in (a, b)}
        if len(forms) > 1 and self._apart(days_of(a), days_of(b)):
            return False
        return self.relate(a, b) == "different"

    def _timed_otherwise(self, fact: Fact) -> bool:
        """True for "six on Thursday" where the sources have six o'clock on Friday, and on no Thursday."""
        days = {days_of(f).weekday for f in self._timed if is_sharp(fact) and same_time(f, fact)} - {None}
        return bool(days) and days_of(fact).weekday not in (None, *days)

    def _apart(self, one: Days, two: Days) -> bool:
        """True for two days farther from one another than a weekday reaches."""
        return one.first is not None and two.first is not None and abs(one.first - two.first) > self._reach

    def told_otherwise(self, fact: Fact) -> bool:
        """A source's finer or other telling of the same time."""
        days = days_of(fact)
        if self._timed_otherwise(fact):
            return False
        value = fact.value
        if isinstance(value, When) and value.modifier == "before" and days.first is not None:
            if days.first - 1 in self._ends:
                return True  # "before June" for "by the end of May"
        if isinstance(value, When) and value.granularity in ("month", "year") and days.first and days.last:
            if any(days.first <= day <= days.last for day in self._ends):
                return True  # "in September" for "from 3 September to 19 December"
        if self._weekend and form(fact) == "weekday" and (days.weekday or 0) >= _WEEKEND:
            return True
        return any(_holds(days, other) for other in self._sources)

    def stamped(self, fact: Fact, shift: int = 0) -> bool:
        """True for a weekday on which an article appeared; ``shift`` asks of one so many days later in the week."""
        weekday = days_of(fact).weekday if form(fact) == "weekday" else None
        return weekday is not None and (weekday + shift) % 7 in self._stamps


def _holds(wide: Days, fine: Days) -> bool:
    """True where the second stretch of days lies within the first."""
    if wide.first is None or wide.last is None or fine.first is None or fine.last is None:
        return wide.weekday is not None and wide.weekday == fine.weekday
    return wide.first <= fine.first and fine.last <= wide.last


def _told(fact: Fact, part: str) -> str:
    """The year, month or day as a date tells it (y, m, d); empty where it does not."""
    attrs = fact.mention.attrs
    return attrs.get(f"a.{part}" if attrs.get("form") == "datetime" else part, "")


def _parts_clash(a: Fact, b: Fact) -> bool:
    """True for "Sunday night" and "Sunday afternoon"."""
    one, two = minutes_of(a), minutes_of(b)
    return one is not None and two is not None and min(one[1], two[1]) < max(one[0], two[0])
