"""Hedges to intervals: what "at least", "nearly", "30-odd" or "more than a dozen" leave possible."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.normalise.figures.numbers import Reading
from crosscheck.settings import FigureSettings


class Interval(NamedTuple):
    """What a hedged number leaves possible; a bound that is None is open."""

    low: float | None
    high: float | None
    approximate: bool


def bounded(reading: Reading, bounds: Sequence[str], settings: FigureSettings) -> Interval:
    """The interval of a number under its hedges, the outermost first ("up to", "about" 100: at most 100)."""
    low, high, approximate = reading.low, reading.high, reading.vague
    for bound in reversed(bounds):
        approximate = approximate or bound in ("near", "past", "about", "odd")
        if bound in ("low", "above"):
            high = None
        elif bound in ("high", "below"):
            low, high = None, high if high is not None else low
        elif bound == "near" and high is not None:
            low = _round((low if low is not None else high) * settings.nearly_from)
        elif bound == "past" and low is not None:
            high = _round((high if high is not None else low) * settings.just_over_to)
        elif bound == "odd" and low is not None:
            high = low + _step(low) - 1
    return Interval(low, high, approximate)


def _step(value: float) -> float:
    """The place of the last digit that counts: 10 of 30, 100 of 400."""
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def _round(value: float) -> float:
    return float(f"{value:.6g}")
