"""Dates: on which day, at what time of day, how long."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from crosscheck.kinds import Relation, Signs, times
from crosscheck.model import Fact, When
from crosscheck.settings import Settings
from crosscheck.timing import days_of, is_soft, spoken


class Dates:
    """Facts of kind date. A time of day is a question of its own, whether its day is told or not."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings.dates
        self._aspects: dict[str, str] = {}

    def aspect(self, fact: Fact) -> str:
        """clock, day or length; kept, since every pair asks."""
        known = self._aspects.get(fact.id)
        if known is None:
            known = self._aspects[fact.id] = self._asked(fact)
        return known

    def _asked(self, fact: Fact) -> str:
        value = fact.value
        if not isinstance(value, When) or spoken(fact):
            return ""
        if value.duration and not value.start:
            return "length"
        if value.clock:
            return "clock"
        days = days_of(fact)
        told = days.first is not None or days.weekday is not None or days.month_day is not None
        return "day" if told or value.granularity == "part" else ""

    def comparable(self, a: Fact, b: Fact) -> bool:
        """A day meets a time of day; a length meets lengths only."""
        one, two = self.aspect(a), self.aspect(b)
        if "length" in (one, two):
            return one == two or "range" in (a.mention.attrs.get("form"), b.mention.attrs.get("form"))
        return bool(one and two)

    def held(self, fact: Fact) -> Hashable:
        """The question, and whether it is told as a range."""
        return self.aspect(fact), fact.mention.attrs.get("form") == "range"

    def place(self, fact: Fact) -> str:
        """Times of day, days, lengths: the first that an article tells is mostly the event's own."""
        return self.aspect(fact)

    def keys(self, fact: Fact) -> Iterable[str]:
        """None of its own."""
        return ()

    def signs(self, a: Fact, b: Fact) -> Signs:
        """How finely both tell the time, and by which form."""
        one, two = a.value, b.value
        assert isinstance(one, When) and isinstance(two, When)
        return {
            "clocks": float(bool(one.clock)) + float(bool(two.clock)),
            "one grain": float(one.granularity == two.granularity),
            "hangs on the page": float(is_soft(a)) + float(is_soft(b)),
            "open": float((one.modifier in ("before", "after")) == (two.modifier in ("before", "after"))),
        }

    def relate(self, a: Fact, b: Fact) -> Relation:
        """By interval: disjoint times of any grain differ, unless a page's stamp or a hedge may explain it."""
        if "length" in (self.aspect(a), self.aspect(b)):
            return times.lengths(a, b, self._settings)
        return times.relate(a, b, self._settings)
