""" "Early June" and "the end of 2012" are thirds, and are meant loosely: only the far third contradicts."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.kinds import times
from crosscheck.normalise.dates import _calendar as cal
from crosscheck.settings import DateSettings
from crosscheck.timing import day_relation
from tests.dated import dates_of

PAIRS = {
    ("early June", "late June"): "different",
    ("early June", "mid-June"): "unknown",
    ("late May", "early June"): "unknown",
    ("the end of 2011", "early 2012"): "unknown",
    ("early 2012", "late 2012"): "different",
    ("the early 1990s", "the late 1990s"): "different",
}


@pytest.mark.parametrize(("pair", "relation"), PAIRS.items())
def test_edges_are_loose(nlp, pair: tuple[str, str], relation: str) -> None:  # type: ignore[no-untyped-def]
    (one,), (other,) = (dates_of(nlp, f"They married in {words}.") for words in pair)
    assert day_relation(one, other) == relation
    assert times.relate(one, other, DateSettings()) == relation


def test_a_day_shortly_before_the_end_of_a_month_contradicts_nothing(nlp) -> None:  # type: ignore[no-untyped-def]
    (late,), (day,), (far,) = (dates_of(nlp, f"They married {w}.") for w in ("in late June", "on 18 June", "on 3 June"))
    assert times.relate(late, day, DateSettings()) == "unknown"
    assert times.relate(late, far, DateSettings()) == "different"


@pytest.mark.parametrize("unit", ["W", "M", "Q", "Y", "10Y", "100Y"])
@pytest.mark.parametrize("day", [date(2013, 7, 3), date(2012, 2, 29), date(1999, 12, 31)])
def test_three_thirds_cover_the_whole_in_order(unit: str, day: date) -> None:
    whole = cal.unit_around(day, unit)
    assert whole is not None
    early, mid, late = (cal.edge(whole, w) for w in ("early", "mid", "late"))
    assert (early.start, late.end) == (whole.start, whole.end)
    assert early.start < mid.start <= mid.end < late.end
    if unit != "W":  # the middle of a week has a day of its beginning
        assert (mid.start - early.end).days == (late.start - mid.end).days == 1


def test_halves_meet() -> None:
    whole = cal.month_of(2013, 5)
    assert whole is not None
    first, second = cal.halved(whole, second=False), cal.halved(whole, second=True)
    assert (first.end, second.start) == (date(2013, 5, 15), date(2013, 5, 16))
