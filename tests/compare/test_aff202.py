"""AFF202: body or country of a person."""

from __future__ import annotations

import pytest

from tests.people import Story, codes, person, role


def office(title: str, organisation: str | None = None, **more: str) -> Story:
    """An article that gives Lars Vik an office, or with no title a party."""
    words = "Lars Vik"
    return [(f"{words} spoke.", [person(words, "p1"), role(words, "p1", words, title, organisation, **more)])]


RAISED = {
    "country": (
        office("spokesperson", "foreign ministry", country="NO"),
        office("spokesperson", "foreign ministry", country="DK"),
        "error",
    ),
    "country, inferred": (
        office("spokesperson", "foreign ministry", country="NO"),
        office("spokesperson", "foreign ministry", country="DK", inferred="1"),
        "warning",
    ),
    "hospital": (office("head", "kern hospital"), office("head", "hale hospital"), "warning"),
    "party": (
        office("", "green party", party="green party"),
        office("", "independent", party="independent"),
        "warning",
    ),
    "two services of one town": (office("head", "delmar police"), office("head", "delmar fire brigade"), "warning"),
    "two unions": (
        office("head", "union metal and sea", body="union Metal and Sea"),
        office("head", "union dock and barrel", body="union Dock and Barrel"),
        "warning",
    ),
    "town": (office("mayor", "kern"), office("mayor", "hale"), "warning"),
}

QUIET = {
    "country left out": (office("spokesperson", "foreign ministry", country="NO"), office("spokesperson", "foreign ministry")),
    "party and office": (office("", "green party", party="green party"), office("mayor", "kern")),
    "party and caucus": (
        office("", "democratic party", party="democratic party"), office("", "independent", party="independent"),
    ),
    "body left out": (office("spokesperson", "kern hospital"), office("spokesperson")),
    "abbreviation": (office("spokesperson", "nypd"), office("spokesperson", "new york police department")),
    "word in common": (office("head", "seismic research center"), office("head", "seismological center")),
    "paraphrase": (office("head", "provincial rescue service", body="provincial rescue service"), office("head", "emergency affairs", body="emergency affairs")),
    "former": (office("mayor", "kern", status="former"), office("mayor", "hale")),
    "part of a body": (office("head", "kern hospital"), office("head", "kern hospital emergency ward")),
    "a city and a part of it": (office("councillor", "city", body="City"), office("councillor", "brookside", body="Brookside")),
    "firm and its kind": (office("head", "interoute"), office("head", "telecoms company interoute")),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "level"), RAISED.values(), ids=RAISED)
def test_raised(one: Story, other: Story, level: str) -> None:
    assert codes(one, other) == [("AFF202", level)]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: Story, other: Story) -> None:
    assert codes(one, other) == []
