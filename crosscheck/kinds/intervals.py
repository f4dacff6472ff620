"""How two quantities stand to each other: the same, a rounding, within each other's bounds, or apart.

In: facts of kind figure. Out: a :class:`Relation` with the reason. Hedges are intervals already ("at least 12" has no
upper bound); what is added here is what a hedge means in news: "more than 200" is not said of 2,000, and "about 10" is
said of 9.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Literal

import msgspec

from crosscheck.data import units
from crosscheck.model import Fact, Quantity
from crosscheck.settings import FigureSettings

Kind = Literal["same", "rounding", "bounded", "bounds", "apart", "different", "unknown"]

_DECIMALS = re.compile(r"\d(?:\.|,(?!\d{3}\b))(\d+)\b(?!\d)")  # "25,000" has no decimals
_STRICT = re.compile(
    r"\b(?:more than|over|above|exceed\w*|in excess of|less than|under|fewer than|below)\b", re.IGNORECASE
)
_PLAIN = frozenset({"count", "money", "percent", "age", "rank", "ratio"})  # measures whose unit is no unit of measure
_LOOSE_MEASURES = frozenset({"distance", "duration", "area", "speed", "mass", "volume", "temperature"})
# verbs of how a match ended
_RESULTS = frozenset("beat defeat win lose draw edge thrash crush overcome finish".split())
_STEP_MEASURES = frozenset({"age", "rank", "calibre", "percent", "magnitude", "rate", "score"})


class Relation(msgspec.Struct, frozen=True):
    """How two figures stand to each other, and why in a word (unit, rounding, about, bound, value).

    ``bounds`` are two bounds of one sort with different numbers ("at least 70", "at least 42"): both can be right, but
    not as two copies of one sentence.
    """

    kind: Kind
    why: str = ""

    @property
    def holds(self) -> bool:
        """True where both figures can be right."""
        return self.kind in ("same", "rounding", "bounded", "bounds")


class Interval(msgspec.Struct, frozen=True):
    """A quantity in its base unit: ``low`` and ``high`` may be infinite; ``step`` is half of the last digit told."""

    low: float
    high: float
    step: float
    about: bool
    unit: str
    exact: bool
    strict: bool
    vague: bool


def interval(fact: Fact) -> Interval | None:
    """The figure of a fact in base units (km, seconds, kg ...); None where it holds no number."""
    value = fact.value
    if not isinstance(value, Quantity) or (value.low is None and value.high is None):
        return None
    return _read(value, fact.hedge or "", fact.mention.text, fact.mention.attrs.get("unit_written", ""))


@lru_cache(maxsize=16_384)
def _read(value: Quantity, hedge: str, text: str, unit_written: str) -> Interval:
    """What a value and its words tell: asked again for each pair of figures, and few are told in words of their own."""
    measured = value.measure not in _PLAIN
    written = value.unit or "" if measured else ""
    factor = units.to_base(1.0, written)[0] - units.to_base(0.0, written)[0]
    unit = units.to_base(1.0, written)[1] if measured else value.currency or ""
    low = -math.inf if value.low is None else value.low
    high = math.inf if value.high is None else value.high
    point = low if math.isfinite(low) else high
    words = f"{hedge} {text}"
    return Interval(
        low=units.to_base(low, written)[0],
        high=units.to_base(high, written)[0],
        step=_step(point, text, value.measure) * factor,
        about=value.approximate,
        unit=unit,
        exact=value.low is not None and value.low == value.high and not value.approximate,
        strict=bool(_STRICT.search(words)),
        vague=value.approximate and math.isinf(high),
    )


def relate(a: Fact, b: Fact, settings: FigureSettings) -> Relation:
    """How the figures of two facts stand to each other. Different currencies and units without a factor are unknown."""
    first, second = interval(a), interval(b)
    if first is None or second is None or first.unit != second.unit:
        return Relation("unknown", "unit")
    if first.vague or second.vague:
        return Relation("unknown", "vague")  # "dozens" was never counted
    measure = a.value.measure if isinstance(a.value, Quantity) else ""
    if (first.low, first.high) == (second.low, second.high):
        return Relation("same")
    if measure == "score":  # no interval; what stood at half-time is told by other verbs
        ended = all(f.mention.attrs.get("verb") in _RESULTS for f in (a, b))
        return Relation("different", "value") if ended else Relation("unknown", "score")
    gap = max(first.low, second.low) - min(first.high, second.high)
    if gap <= 0:
        return _within(first, second, settings)
    return _between(first, second, gap, measure, settings)


def is_scale_slip(a: Fact, b: Fact) -> bool:
    """True where two figures have the same digits and differ by a power of ten: a slip of scale.

    Small numbers and hedged ones share digits by chance, unless they are thousands apart.
    """
    power = power_of_ten(a, b)
    first, second = interval(a), interval(b)
    if first is None or second is None or not power:
        return False
    return power >= 3 or first.exact and second.exact


def power_of_ten(a: Fact, b: Fact) -> int:
    """By how many tens two figures of the same digits differ; 0 where they are no scales of one another."""
    first, second = interval(a), interval(b)
    if first is None or second is None or first.unit != second.unit or first.vague or second.vague:
        return 0
    x, y = sorted((point(first), point(second)))
    if x <= 1 or y < 100 or y / x < 9.99:
        return 0
    power = round(math.log10(y / x))
    return power if math.isclose(x * 10**power, y, rel_tol=1e-9) else 0


def _within(a: Interval, b: Interval, settings: FigureSettings) -> Relation:
    """Overlapping intervals: fine, unless a bound is so far off that nobody would have put it so."""
    low, high = sorted((a, b), key=point)
    x, y = point(low), point(high)
    if x <= 0 or not math.isinf(low.high) or math.isinf(high.low) or low.about:
        return Relation("bounded", "bound")
    if low.strict and y > x + 2 * max(low.step, 0.5 * _place(x)) and y >= x * settings.strict_factor:
        return Relation("apart", "bound")
    if y >= x * settings.bound_factor and y - x >= settings.bound_distance:
        return Relation("apart", "bound")
    if math.isinf(high.high) and x != y:
        return Relation("bounds", "bound")
    return Relation("bounded", "bound")


def _place(value: float) -> float:
    """The place of the last digit that counts: 1,000 of 26,000, 100 of 300."""
    digits = f"{value:.0f}"
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


def _between(a: Interval, b: Interval, gap: float, measure: str, settings: FigureSettings) -> Relation:
    """Disjoint intervals: a rounding of one another, or different."""
    y = max(abs(point(a)), abs(point(b)))
    share = gap / y if y else 1.0
    if a.about or b.about:
        # "some 412" was counted, "some 400" was not
        allowed = settings.about_share if _is_round(a) or _is_round(b) else settings.rounding_share / 5
        if share <= allowed or gap <= max(a.step if a.about else 0, b.step if b.about else 0):
            return Relation("bounded", "about")
    if (
        measure in _LOOSE_MEASURES
        and (_is_round(a) or _is_round(b))
        and (share <= settings.measured_share or gap <= max(a.step, b.step) and share <= settings.about_share)
    ):
        return Relation("bounded", "measured")
    if a.strict or b.strict:
        return Relation("different", "bound")
    coarse = max(a.step, b.step)
    if a.step != b.step and gap <= coarse and share <= settings.rounding_share:
        return Relation("rounding", "rounding")
    return Relation("different", "value")


def point(a: Interval) -> float:
    """The number that was told."""
    return a.low if math.isfinite(a.low) else a.high


def _is_round(a: Interval) -> bool:
    """True where the number was told with two digits or fewer that count, or turned from another unit."""
    told = point(a)
    if not math.isfinite(told) or told == 0 or a.step == 0:
        return True
    return abs(told) / (2 * a.step) < 100


def _step(value: float, text: str, measure: str) -> float:
    """Half of the last digit that was told: 600 was told to the hundred, 612 to the one, 5.9 to the tenth.

    Tens are told exactly in news ("40 people"), so only two or more zeros make a number round.
    """
    if not math.isfinite(value) or value == 0:
        return 0.5
    written = _DECIMALS.search(text)
    digits = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return 0.5 * 10.0 ** -max(len(digits.partition(".")[2]), len(written[1]) if written else 0)
    zeros = len(digits) - len(digits.rstrip("0"))
    if written and zeros >= len(written[1]):
        # "2.60 million": its zeros were told; "5.0" is told to the tenth
        scale = round(math.log10(max(1.0, abs(value)))) // 3 * 3 if zeros >= 3 else 0
        return 0.5 * 10.0 ** (scale - len(written[1]))
    if measure in _STEP_MEASURES or zeros < (1 if measure in _LOOSE_MEASURES else 2):
        return 0.5
    return 0.5 * 10.0**zeros
