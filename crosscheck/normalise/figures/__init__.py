"""Figures: mentions in, facts out. A number becomes an interval in a canonical unit or currency, and says of what.

A mention brings the number, its hedges, unit and currency as written and what the parse knows (what is counted, which
verb governs it); here words become values. A measure keeps its number and its unit, each unit under one name ("mile"
for "miles", "mi"); :func:`crosscheck.data.units.to_base` makes "six miles" and "10 kilometers" comparable.
"""

from __future__ import annotations

from crosscheck.data import currencies, units
from crosscheck.model import Fact, Mention, Quantity
from crosscheck.normalise.figures.intervals import bounded
from crosscheck.normalise.figures.numbers import Reading, read_number
from crosscheck.normalise.figures.subjects import subject_of
from crosscheck.normalise.people import Scene

__all__ = ["normalise", "read_number"]


def normalise(mentions: list[Mention], scene: Scene) -> list[Fact]:
    """Facts of the mentions of this kind, in their order; a mention whose number cannot be read gives none."""
    facts = []
    for mention in mentions:
        quantity = quantity_of(mention, scene)
        if quantity is None:
            continue
        sentence = scene.sentences[mention.sentence] if mention.sentence < len(scene.sentences) else None
        facts.append(
            scene.fact(
                mention,
                subject=subject_of(mention, quantity),
                value=quantity,
                hedge=mention.attrs.get("hedge"),
                asserted_by=mention.attrs.get("source") or (sentence.source if sentence else "") or None,
            )
        )
    return facts


def quantity_of(mention: Mention, scene: Scene) -> Quantity | None:
    """The value of one mention of a figure."""
    attrs = mention.attrs
    reading = _reading(attrs)
    if reading is None or (reading.low is None and reading.high is None):
        return None
    if "plus" in attrs:
        reading = _with_rest(reading, attrs)
    low, high, approximate = bounded(reading, attrs.get("bounds", "").split(), scene.settings.figures)
    measure, unit, currency = attrs.get("measure", "count"), attrs.get("unit"), attrs.get("currency") or None
    if reading.share and measure == "count":
        measure, unit = "percent", "percent"
        low, high = (None if x is None else _tidy(x * 100) for x in (low, high))
    elif measure == "percent" and unit and unit.startswith(("basis", "bp")):
        unit = units.named(unit)
    elif measure == "money":
        unit = None
        part = currencies.COINS.get(attrs.get("coin", ""))
        if part:
            low, high = (None if x is None else _tidy(x * part[1]) for x in (low, high))
    elif unit and measure not in ("count", "percent", "age", "rank", "calibre", "ratio", "score"):
        unit = units.named(unit)
    elif measure == "count":
        unit = attrs.get("counted") or None
    return Quantity(
        low=low,
        high=high,
        unit=unit,
        counted=_counted(attrs),
        approximate=approximate,
        currency=currency,
        measure=measure,
    )


def _with_rest(reading: Reading, attrs: dict[str, str]) -> Reading:
    """The number in the first unit with what smaller units add: 7 pounds 6 ounces are 7.375 pounds."""
    if attrs.get("measure") == "money":
        return _with_coins(reading, attrs["plus"])
    large = units.lookup(attrs.get("unit", ""))
    more = 0.0
    for piece in attrs["plus"].split(";"):
        number, _, unit = piece.partition("|")
        small, rest = units.lookup(unit), read_number(number)
        if large is None or small is None or rest is None or rest.low is None:
            return reading
        more += rest.low * units.to_base(small.factor, small.unit)[0] / units.to_base(large.factor, large.unit)[0]
    low, high = (None if x is None else round(x + more, 6) for x in (reading.low, reading.high))
    return reading._replace(low=low, high=high)


def _with_coins(reading: Reading, plus: str) -> Reading:
    """Five dollars and fifty cents are 5.5 dollars."""
    number, _, coin = plus.partition("|")
    rest, part = read_number(number), currencies.COINS.get(coin)
    if rest is None or rest.low is None or part is None:
        return reading
    low, high = (None if x is None else round(x + rest.low * part[1], 6) for x in (reading.low, reading.high))
    return reading._replace(low=low, high=high)


def _reading(attrs: dict[str, str]) -> Reading | None:
    if "value" in attrs:
        value = float(attrs["value"])  # the extractor has read it: ranks, calibres, heights
        return Reading(value, float(attrs.get("value_to", value)))
    reading = read_number(attrs.get("number", ""))
    if reading and attrs.get("sign") == "-":
        high = None if reading.low is None else -reading.low
        return Reading(None if reading.high is None else -reading.high, high)
    return reading


def _tidy(value: float) -> float:
    return float(f"{value:.6g}")


def _counted(attrs: dict[str, str]) -> str:
    return " ".join(w for w in (attrs.get("qualifiers", ""), attrs.get("counted", "")) if w)
