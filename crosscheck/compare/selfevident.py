"""Slips that show by themselves: digits in another order, a scale too many, a day that its own weekday contradicts.

In: a finding, and how many facts of each reading are looked at. Out: True where two of its readings stand so to each
other. No weights are needed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import permutations, product

from crosscheck.compare.restated.slips import digits, reordered
from crosscheck.kinds.intervals import interval, is_scale_slip, point
from crosscheck.model import Fact, Finding, When
from crosscheck.timing import WEEKDAYS

_WEEK = 7
_DIGITS = re.compile(r"\d\D{0,1}\d")


def turned(finding: Finding, most: int) -> bool:
    """True where two figures have the same digits in another order (23, 32), or are tens apart (4,000, 40,000)."""
    return any(_turned(a, b) or is_scale_slip(a, b) for a, b in _pairs(finding, most))


def misdated(finding: Finding, most: int) -> bool:
    """True where the date of one reading is not of the weekday beside it, and another reading has the day that is.

    "Tuesday, 13 March", a Wednesday, beside "Tuesday", 12 March: then the article itself says that its date is wrong.
    """
    return any(_misdated(a, b) for a, b in _pairs(finding, most))


def _pairs(finding: Finding, most: int) -> Iterator[tuple[Fact, Fact]]:
    """Facts of two readings, the first few of either, both ways round."""
    for one, other in permutations(finding.readings, 2):
        yield from product(one.facts[:most], other.facts[:most])


def _turned(a: Fact, b: Fact) -> bool:
    one, other = interval(a), interval(b)
    if one is None or other is None or one.vague or other.vague or one.about or other.about or one.unit != other.unit:
        return False
    if not all(_DIGITS.search(f.mention.text) for f in (a, b)):
        return False  # "a dozen" and 21: nobody turns digits that are not written
    return reordered(*(digits(point(x)).strip("0") for x in (one, other)))


def _misdated(a: Fact, b: Fact) -> bool:
    one, other = _day(a), _day(b)
    if one is None or other is None or not isinstance(a.value, When) or not a.value.weekday:
        return False
    meant = a.value.weekday
    wrong = WEEKDAYS[one.weekday()] != meant
    return wrong and WEEKDAYS[other.weekday()] == meant and abs((one - other).days) < _WEEK


def _day(fact: Fact) -> date | None:
    """The one day that a fact tells."""
    value = fact.value
    if not isinstance(value, When) or not value.start or value.start[:10] != (value.end or value.start)[:10]:
        return None
    try:
        return date.fromisoformat(value.start[:10])
    except ValueError:
        return None
