"""DAT303: a weekday that is not its date."""

from __future__ import annotations

import pytest

from tests.happened import codes, when

CASES = {
    "wrong": ("Tuesday, 3 July 2013", "2013-07-03", "Tuesday", [("DAT303", "warning")]),
    "wrong, date first": ("3 July 2013, a Tuesday", "2013-07-03", "Tuesday", [("DAT303", "warning")]),
    "right": ("Wednesday, 3 July 2013", "2013-07-03", "Wednesday", []),
    "leap day": ("Saturday, 29 February 2020", "2020-02-29", "Saturday", []),
}


@pytest.mark.parametrize(("words", "start", "weekday", "expected"), CASES.values(), ids=CASES)
def test_weekday(words: str, start: str, weekday: str, expected: list[tuple[str, str]]) -> None:
    fact = when(words, event="vote", who="council", start=start, end=start, granularity="day", weekday=weekday)
    other = when("then", event="wait", who="town")
    assert (
        codes([(f"The council votes on {words}.", [fact], "council vote")], [("They wait then.", [other], "wait")])
        == expected
    )
