"""Whether a value may be another one mistyped: digits swapped, dropped or put in, a month or a scale wrong.

In: two facts. Out: yes or no. Two such values in one event are seldom chance, so the words round
them need say less.
"""

from __future__ import annotations

from crosscheck.compare.restated.times import is_sharp, same_time
from crosscheck.kinds.intervals import power_of_ten
from crosscheck.model import Fact, Quantity, When
from crosscheck.timing import days_of

_FEW = 3  # digits from which one that differs is a slip: of two digits one is often the same by chance


def is_slip(a: Fact, b: Fact) -> bool:
    """True for figures whose digits are nearly the same, and for days that share the month, or the day in another."""
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        return bool(power_of_ten(a, b)) or _digits_slip(_digits(a.value), _digits(b.value))
    return _date_slip(a, b)


def is_turned(a: Fact, b: Fact) -> bool:
    """True for two figures or lengths of the same digits in another order: 221 and 212 nights."""
    return reordered(_number(a), _number(b))


def reordered(one: str, two: str) -> bool:
    """True for the same digits in another order."""
    return one != two and sorted(one) == sorted(two)


def _number(fact: Fact) -> str:
    value = fact.value
    if isinstance(value, When):
        return "".join(c for c in value.duration or "" if c.isdigit())
    return _digits(value) if isinstance(value, Quantity) else ""


def _digits(value: Quantity) -> str:
    number = value.low if value.low is not None else value.high
    return "" if number is None else digits(number)


def digits(number: float) -> str:
    """The digits of a number as they are written, without a fraction's zeros at the end."""
    return f"{abs(number):.6f}".rstrip("0").rstrip(".")


def _digits_slip(one: str, two: str) -> bool:
    if one == two or not one or not two:
        return False
    if len(one) == len(two):
        return reordered(one, two) or _significant(one) >= _FEW and _differing(one, two) == 1
    return abs(len(one) - len(two)) == 1 and max(len(one), len(two)) >= 2 and _one_more(one, two)


def _significant(digits: str) -> int:
    return len(digits.replace(".", "").rstrip("0"))


def _differing(one: str, two: str) -> int:
    return sum(x != y for x, y in zip(one, two, strict=True))


def _one_more(one: str, two: str) -> bool:
    """True where the longer becomes the shorter without one of its digits."""
    short, long = sorted((one, two), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _date_slip(a: Fact, b: Fact) -> bool:
    one, two = days_of(a), days_of(b)
    if same_time(a, b) and one.weekday != two.weekday and is_sharp(a) and is_sharp(b):
        return True
    if one.month_day and two.month_day:
        return (one.month_day[0] == two.month_day[0]) != (one.month_day[1] == two.month_day[1])
    years = [f.mention.attrs.get("y", "") for f in (a, b)]
    forms = [f.mention.attrs.get("form") for f in (a, b)]
    return forms == ["year", "year"] and _digits_slip(*years)
