"""Whether two facts can tell one time of day, each in its zone and as loosely as it is told.

In: facts of kind date, and the countries that their articles speak of. Out: a relation.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from crosscheck.data.zones import country_offsets, offsets
from crosscheck.model import Fact, When
from crosscheck.settings import DateSettings
from crosscheck.timing.told import DAY, Relation, minutes_of, ordinal

HALF_DAY = DAY // 2
_ANY_DAY = date(2020, 1, 1)  # for offsets where nothing dates the clock: winter time of the north


def clock_relation(a: Fact, b: Fact, countries: Iterable[str], settings: DateSettings) -> Relation:
    """Whether two times of day can be one: zones respected, hedges and rounding allowed for.

    A time without a zone, or in "local time", is of one of ``countries``: the countries that the articles speak of.
    """
    one, two = _window(a, settings), _window(b, settings)
    if one is None or two is None or not isinstance(a.value, When) or not isinstance(b.value, When):
        return "unknown"
    shifts = _shifts(a, b, list(countries))
    if not shifts:
        return "unknown"
    half = half_day_open(a) or half_day_open(b)
    turns = (0, DAY, -DAY) + ((HALF_DAY, -HALF_DAY) if half else ())
    fits = any(one[0] <= two[1] + s + t and two[0] + s + t <= one[1] for s in shifts for t in turns)
    return "same" if fits else "different"


def half_day_open(fact: Fact) -> bool:
    """True for a time up to twelve without a.m. or p.m."""
    attrs = fact.mention.attrs
    if isinstance(fact.value, When) and fact.value.clock and fact.value.clock[:2] > "12":
        return False
    prefix = "b." if attrs.get("form") == "datetime" else ""
    if attrs.get(f"{prefix}form") not in ("clock", "clocks") or f"{prefix}noon" in attrs:
        return False
    text = attrs.get(f"{prefix}t", "")
    told = any(f"{prefix}{k}" in attrs for k in ("ap", "part", "z", "hrs")) or "a.part" in attrs
    return not told and not text.startswith("0")


def _shifts(a: Fact, b: Fact, countries: list[str]) -> list[int]:
    """Minutes to add to b's clock to read it by a's, one for each pair of zones that could be meant."""
    zone_a = a.value.zone if isinstance(a.value, When) else None
    zone_b = b.value.zone if isinstance(b.value, When) else None
    told_a, told_b = offsets(zone_a), offsets(zone_b)
    if not told_a and not told_b:
        return [0]
    if told_a and told_b:
        return sorted({x - y for x in told_a for y in told_b})
    start = next((v.start for v in (a.value, b.value) if isinstance(v, When) and v.start), None)
    on = date.fromordinal(ordinal(start) or _ANY_DAY.toordinal())
    local = sorted({o for country in countries for o in country_offsets(country, on)})
    return sorted({x - y for x in told_a or local for y in told_b or local})


def _window(fact: Fact, settings: DateSettings) -> tuple[int, int] | None:
    minutes = minutes_of(fact)
    if minutes is None or not isinstance(fact.value, When):
        return None
    first, last = minutes
    if not fact.value.clock:
        return first - settings.part_slack, last + settings.part_slack
    slack = _rounding(fact, first, last, settings)
    hedge = fact.hedge or fact.value.modifier or ""
    near = any(w in hedge for w in ("just", "shortly", "soon"))
    reach = settings.shortly_minutes if near else HALF_DAY - 1
    if "before" in hedge or hedge.endswith(("by", "until", "till")):
        return first - reach, last + slack
    if "after" in hedge or "since" in hedge or hedge.endswith("past"):
        return first - slack, last + reach
    return first - slack, last + slack


def _rounding(fact: Fact, first: int, last: int, settings: DateSettings) -> int:
    if first != last or fact.hedge or first % 15 == 0:
        return settings.about_minutes
    return settings.five_minutes if first % 5 == 0 else settings.exact_minutes
