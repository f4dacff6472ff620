"""Whether two facts that answer one question can both hold: what stands as one row of the quiet lists.

In: two facts of one kind. Out: True where neither says what the other excludes. A fact that says less than another (no
clock beside a clock, a bare surname beside a full name) agrees with it.
"""

from __future__ import annotations

from datetime import date

from crosscheck.kinds import intervals
from crosscheck.model import Fact, Name, Place, Quantity, Quote, Role, When
from crosscheck.settings import FigureSettings
from crosscheck.timing import WEEKDAYS
from crosscheck.wording import normal

_NEAR = 0.1  # share by which two distances may differ and still be one: 55 km is 34 miles, news rounds both


def definite(fact: Fact) -> bool:
    """False for a date that names no day, clock or length and a number that was never counted ("dozens")."""
    match fact.value:
        case When(start=start, duration=duration, clock=clock, weekday=weekday):
            return bool(start or duration or clock or weekday)
        case Quantity(low=low, high=high):
            return low is not None or high is not None
        case _:
            return True


def may_agree(one: Fact, other: Fact, settings: FigureSettings) -> bool:
    """True where both can be right about one question; facts of different kinds never agree."""
    match one.value, other.value:
        case When() as a, When() as b:
            return _times(a, b)
        case Quantity(), Quantity():
            return intervals.relate(one, other, settings).holds
        case Place() as a, Place() as b:
            return _places(a, b)
        case Role() as a, Role() as b:
            return _offices(a, b)
        case Name() as a, Name() as b:
            return a.key == b.key or _nested(a.full, b.full)
        case Quote() as a, Quote() as b:
            x, y = normal(a.content), normal(b.content)
            return f" {x} " in f" {y} " or f" {y} " in f" {x} "
        case _:
            return False


def _times(a: When, b: When) -> bool:
    if a.duration or b.duration:
        return a.duration == b.duration
    if a.clock and b.clock and (a.clock != b.clock or (a.zone and b.zone and a.zone != b.zone)):
        return False
    if a.start and b.start:
        return a.start[:10] <= (b.end or b.start)[:10] and b.start[:10] <= (a.end or a.start)[:10]
    one, other = _weekday(a), _weekday(b)
    return one is None or other is None or one == other


def _weekday(when: When) -> int | None:
    """0 for a Monday; None where no single day or weekday is told. "On Monday" says so without a date too."""
    if when.start is None:
        return WEEKDAYS.index(when.weekday) if when.weekday in WEEKDAYS else None
    day, last = when.start[:10], (when.end or when.start)[:10]
    return date.fromisoformat(day).weekday() if day == last and len(day) == len("2024-03-12") else None


def _places(a: Place, b: Place) -> bool:
    if a.direction and b.direction and a.direction != b.direction:
        return False
    if a.distance_km and b.distance_km:
        return abs(a.distance_km - b.distance_km) <= _NEAR * max(a.distance_km, b.distance_km)
    return (a.key or a.name) == (b.key or b.name) or _nested(a.name, b.name)


def _offices(a: Role, b: Role) -> bool:
    if a.status != b.status or (a.country and b.country and a.country != b.country):
        return False
    return all(not x or not y or _nested(x, y) for x, y in ((a.title, b.title), (a.organisation, b.organisation)))


def _nested(one: str, other: str) -> bool:
    """All words of the shorter stand in the longer: Lin and Lin Jian, agency and disaster agency."""
    a, b = set(normal(one).split()), set(normal(other).split())
    return bool(a and b) and (a <= b or b <= a)
