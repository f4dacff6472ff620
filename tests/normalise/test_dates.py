"""The calendar under the dates: units, weekdays, Easter, clocks. No language model."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._clock import clock
from crosscheck.normalise.dates._resolve import resolve
from crosscheck.normalise.places import distance_km, place_key

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@pytest.mark.parametrize(
    ("year", "expected"), [(1954, date(1954, 4, 18)), (2000, date(2000, 4, 23)), (2019, date(2019, 4, 21))]
)
def test_easter(year: int, expected: date) -> None:
    assert cal.easter(year) == expected


@pytest.mark.parametrize(
    ("text", "meridiem", "part", "expected"),
    [
        ("7:37", " a.m.", "", "07:37"), ("12", "am", "", "00:00"), ("12", "p.m.", "", "12:00"), ("0737", "", "", "07:37"),
        ("10", "", "NI", "22:00"), ("2", "", "NI", "02:00"), ("4.30", "", "MO", "04:30"), ("24:00", "", "", "00:00"),
    ],
)  # fmt: skip
def test_clock(text: str, meridiem: str, part: str, expected: str) -> None:
    found = clock(text, meridiem=meridiem, part=part)
    assert found is not None and found.iso() == expected


@given(DAYS, st.integers(0, 6), st.booleans())
def test_a_weekday_lies_within_a_week(anchor: date, weekday: int, ahead: bool) -> None:
    found = cal.weekday_near(anchor, weekday, ahead=ahead)
    assert found is not None and found.weekday() == weekday
    assert 0 <= (found - anchor).days * (1 if ahead else -1) < 7


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "Y", "10Y", "100Y", "WE"]))
def test_a_unit_holds_its_day(anchor: date, unit: str) -> None:
    found = cal.unit_around(anchor, unit)
    assert found is not None and found.start <= found.end
    assert found.start <= anchor <= found.end or unit == "WE"


@given(st.dictionaries(st.sampled_from(["d", "m", "y", "wd", "rel"]), st.sampled_from(["1", "5", "2", "6", "0"])), DAYS)
def test_no_fields_raise(fields: dict[str, str], published: date) -> None:
    found = resolve(
        {"form": "date", "m": "2", "d": "30", **{k: v for k, v in fields.items() if k in ("d", "y")}},
        Anchors(published=published, reach=3),
    )
    assert found is None or found.start <= found.end


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [("55", "km", 55.0), ("34", "miles", 54.718), ("2", "nautical miles", 3.704), ("300", "metres", 0.3),
     ("1,150", "kilometers", 1150.0), ("two", "blocks", None), (None, "km", None)],
)  # fmt: skip
def test_distance(number: str | None, unit: str, expected: float | None) -> None:
    assert distance_km(number, unit) == expected


@pytest.mark.parametrize(("one", "other"), [("Bireun", "Bireuen"), ("Köln", "Koln"), ("Aceh province", "Aceh")])
def test_keys_bear_transliteration(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)
