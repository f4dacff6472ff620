"""DAT302: a duration against a range or another duration."""

from __future__ import annotations

import pytest

from tests.happened import Story, codes, when


def summit(words: str, form: str = "duration", **value: str) -> Story:
    """An article that tells how long a summit lasted."""
    return [
        (
            f"The Lisbon climate summit, {words}.",
            [when(words, noun="summit", form=form, **value)],
            "lisbon climate summit forest pledge",
        )
    ]


def days(first: str, last: str) -> dict[str, str]:
    return {"form": "range", "start": f"2018-07-{first}", "end": f"2018-07-{last}", "granularity": "day"}


RAISED = {
    "three days, six days told as a range": ({"duration": "P3D"}, days("06", "11")),
    "two durations": ({"duration": "P3D"}, {"duration": "P5D"}),
    "hours": ({"duration": "PT2H"}, {"duration": "PT4H"}),
}
QUIET = {
    "the range holds": ({"duration": "P3D"}, days("09", "11")),
    "nights": ({"duration": "P5D"}, days("06", "11")),
    "a week": ({"duration": "P1W"}, {"duration": "P7D"}),
    "two ranges are dates": (days("06", "11"), days("06", "11")),
    "long spells in round words": ({"duration": "P12M"}, {"duration": "P1Y"}),
}


@pytest.mark.parametrize(("one", "other"), RAISED.values(), ids=RAISED)
def test_raised(one: dict[str, str], other: dict[str, str]) -> None:
    assert codes(summit("so long", **one), summit("so long", **other)) == [("DAT302", "warning")]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: dict[str, str], other: dict[str, str]) -> None:
    assert codes(summit("so long", **one), summit("so long", **other)) == []
