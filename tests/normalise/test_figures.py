"""Written numbers, hedges and units become intervals in one canonical unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.data.units import lookup, named, to_base
from crosscheck.model import Article, Mention, Quantity, Sentence, Span
from crosscheck.normalise.figures import normalise, read_number
from crosscheck.normalise.figures.intervals import bounded
from crosscheck.normalise.figures.numbers import Reading
from crosscheck.normalise.people import Scene
from crosscheck.settings import FigureSettings, Settings

NUMBERS = {
    "digits": ("12", 12, 12),
    "comma": ("1,500", 1500, 1500),
    "indian grouping": ("1,23,456", 123456, 123456),
    "decimal": ("6.1", 6.1, 6.1),
    "leading dot": (".357", 0.357, 0.357),
    "words": ("two hundred and fifty", 250, 250),
    "hyphenated words": ("twenty-one thousand", 21000, 21000),
    "dozen": ("a dozen", 12, 12),
    "half a dozen": ("half a dozen", 6, 6),
    "couple": ("a couple", 2, 2),
    "and a half": ("three and a half million", 3.5e6, 3.5e6),
    "million": ("1.5 million", 1.5e6, 1.5e6),
    "glued suffix": ("40bn", 40e9, 40e9),
    "glued letter": ("88m", 88e6, 88e6),
    "lakh": ("2 lakh", 2e5, 2e5),
    "crore": ("2.5 crore", 25e6, 25e6),
    "comma as decimal mark": ("1,5 million", 1.5e6, 1.5e6),
    "part of a million": ("three quarters of a million", 750000, 750000),
    "vulgar fraction": ("3½", 3.5, 3.5),
    "range": ("10 to 15", 10, 15),
    "hyphen range": ("10-15", 10, 15),
    "range shares its scale": ("5-10 million", 5e6, 10e6),
    "range of words": ("two or three dozen", 24, 36),
    "vague plural": ("hundreds", 200, None),
    "vague plural of plurals": ("tens of thousands", 20000, None),
    "several hundred": ("several hundred", 200, None),
    "fraction": ("two-thirds", 2 / 3, 2 / 3),
    "one in five": ("one in five", 0.2, 0.2),
    "nine out of ten": ("9 out of 10", 0.9, 0.9),
    "no number": ("people", None, None),
}


@pytest.mark.parametrize(("text", "low", "high"), NUMBERS.values(), ids=NUMBERS.keys())
def test_read_number(text: str, low: float | None, high: float | None) -> None:
    reading = read_number(text)
    found = (reading.low, reading.high) if reading else (None, None)
    assert found == (pytest.approx(low) if low is not None else None, pytest.approx(high) if high is not None else None)


HEDGES = {
    "none": ([], 12, 12, False),
    "at least": (["low"], 12, None, False),
    "more than": (["above"], 12, None, False),
    "up to": (["high"], None, 12, False),
    "fewer than": (["below"], None, 12, False),
    "about": (["about"], 12, 12, True),
    "at least about": (["low", "about"], 12, None, True),
}


@pytest.mark.parametrize(("bounds", "low", "high", "approximate"), HEDGES.values(), ids=HEDGES.keys())
def test_hedges(bounds: list[str], low: float | None, high: float | None, approximate: bool) -> None:
    assert bounded(Reading(12, 12), bounds, FigureSettings()) == (low, high, approximate)


def test_nearly_reaches_below_and_just_over_above() -> None:
    settings = FigureSettings()
    assert bounded(Reading(40, 40), ["near"], settings) == (40 * settings.nearly_from, 40, True)
    assert bounded(Reading(40, 40), ["past"], settings) == (40, 40 * settings.just_over_to, True)


def test_odd_fills_the_last_round_place() -> None:
    assert bounded(Reading(30, 30), ["odd"], FigureSettings()) == (30, 39, True)


def mention(**attrs: str) -> Mention:
    span = Span(0, 1)
    return Mention(kind="figure", article="a", span=span, text="x", sentence=0, parts={"number": span}, attrs=attrs)


def quantity(**attrs: str) -> Quantity | None:
    article = Article(id="a", path="a", title="", text="x")
    scene = Scene(
        article=article, sentences=(Sentence(span=Span(0, 1), paragraph=0),), mentions=(), settings=Settings()
    )
    facts = normalise([mention(**attrs)], scene)
    return facts[0].value if facts and isinstance(facts[0].value, Quantity) else None


@pytest.mark.parametrize(
    ("attrs", "low", "unit", "currency"),
    [
        ({"number": "six", "measure": "distance", "unit": "miles"}, 6, "mile", None),
        ({"number": "10", "measure": "distance", "unit": "kilometers"}, 10, "km", None),
        ({"number": "212", "measure": "temperature", "unit": "degrees fahrenheit"}, 212, "°F", None),
        ({"number": "100", "measure": "speed", "unit": "mph"}, 100, "mph", None),
        ({"number": "50", "measure": "money", "coin": "pence", "currency": "GBP"}, 0.5, None, "GBP"),
        ({"number": "two-thirds", "measure": "count"}, 66.6667, "percent", None),
        ({"number": "12", "measure": "count", "counted": "person"}, 12, "person", None),
    ],
    ids=["miles", "kilometres", "fahrenheit", "mph", "coins", "share", "count"],
)
def test_units_are_canonical(attrs: dict[str, str], low: float, unit: str | None, currency: str | None) -> None:
    value = quantity(**attrs)
    assert value is not None
    assert (value.low, value.unit, value.currency) == (pytest.approx(low), unit, currency)


def test_six_miles_and_ten_kilometres_are_near_in_the_base_unit() -> None:
    six, ten = (
        quantity(number="six", measure="distance", unit="mile"),
        quantity(number="10", measure="distance", unit="km"),
    )
    assert six and ten and six.low and ten.low and six.unit and ten.unit
    (a, base), (b, other) = to_base(six.low, six.unit), to_base(ten.low, ten.unit)
    assert base == other == "m"
    assert abs(a - b) / b < 0.05


def test_codes_are_no_figures() -> None:
    assert read_number("9" * 40) is None


def test_what_is_no_number_makes_no_fact() -> None:
    assert quantity(number="people", measure="count") is None


@pytest.mark.parametrize(
    ("attrs", "subject"),
    [
        ({"number": "5", "counted": "person", "event": "death", "verb": "kill"}, "people killed"),
        ({"number": "5", "measure": "age", "unit": "year", "age_of": "Ann Ray"}, "age of Ann Ray"),
        ({"number": "7", "measure": "percent", "unit": "percent", "of": "machine tool"}, "share of machine tool"),
        ({"number": "9", "counted": "person", "role": "population", "about": "Arden"}, "population of Arden"),
        ({"number": "6.1", "measure": "magnitude", "unit": "magnitude"}, "magnitude of the quake"),
    ],
)
def test_subject_is_plain_words(attrs: dict[str, str], subject: str) -> None:
    article = Article(id="a", path="a", title="", text="x")
    scene = Scene(article=article, sentences=(), mentions=(), settings=Settings())
    assert [f.subject for f in normalise([mention(**attrs)], scene)] == [subject]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_no_text_raises(text: str) -> None:
    reading = read_number(text)
    assert reading is None or reading.low is not None or reading.high is not None
    lookup(text)


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_read_as_themselves(n: int) -> None:
    assert read_number(f"{n:,}") == Reading(n, n)
    assert read_number(str(n)) == Reading(n, n)


@pytest.mark.parametrize(
    ("written", "name", "base"),
    [
        ("miles", "mile", (1609.344, "m")),
        ("kilometres", "km", (1000, "m")),
        ("feet", "foot", (0.3048, "m")),
        ("kph", "km/h", (1, "km/h")),
        ("gigawatts", "GW", (1e9, "W")),
        ("fortnight", "fortnight", (1209600, "second")),
        ("square feet", "square foot", (0.09290304, "m2")),
    ],
)
def test_a_unit_keeps_its_name_and_has_a_base(written: str, name: str, base: tuple[float, str]) -> None:
    assert named(written) == name
    assert to_base(1, name) == (pytest.approx(base[0]), base[1])


def test_degrees_of_two_scales_meet_in_the_base() -> None:
    assert to_base(212, named("degrees fahrenheit")) == (pytest.approx(100), "°C")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("816 000", 816000),
        ("1 234 567", 1234567),
        ("1.234.567,89", 1234567.89),
        ("1.234.567", 1234567),
        ("10 1/2", 10.5),
        ("1.2e9", 1.2e9),
        ("two hundred point zero three", 200.03),
        ("three lakh crore", 3e12),
        ("two thousand million", 2e9),
        ("a quarter of a million", 250000),
        ("half million", 500000),
        ("minus five", -5),
        ("fifty   two", 52),
    ],
)
def test_numbers_as_other_places_write_them(words: str, value: float) -> None:
    found = read_number(words)
    assert found is not None and found.low == found.high == pytest.approx(value)
