"""AFF203: title of a person."""

from __future__ import annotations

import pytest

from tests.people import Story, codes, person, role


def office(title: str, organisation: str | None = None, **more: str) -> Story:
    """An article that gives Carla Whitmore a title."""
    words = "Carla Whitmore"
    return [(f"{words} spoke.", [person(words, "p1"), role(words, "p1", words, title, organisation, **more)])]


RAISED = {
    "chief executive and chief operating officer": ("chief executive", "chief operating officer"),
    "ranks": ("sergeant", "lieutenant"),
    "governor and mayor": ("governor", "mayor"),
    "minister and spokesman": ("foreign minister", "spokesperson"),
    "judge and prosecutor": ("judge", "prosecutor"),
    "spokesman and head": ("spokesperson", "head"),
    "often held together, but nobody says so": ("chairman", "chief executive"),
}

QUIET = {
    "one family": ("foreign minister", "minister"),
    "held together": ("president", "chief executive"),
    "hierarchy": ("head", "executive"),
    "unknown": ("analyst", "author"),
    "teacher and author": ("professor", "author"),
}


@pytest.mark.parametrize(("one", "other"), RAISED.values(), ids=RAISED)
def test_raised(one: str, other: str) -> None:
    assert codes(office(one), office(other)) == [("AFF203", "warning")]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: str, other: str) -> None:
    assert codes(office(one), office(other)) == []


@pytest.mark.parametrize("status", ["former", "acting", "deputy", "elect"])
def test_other_times_and_deputies_are_quiet(status: str) -> None:
    assert codes(office("governor", status=status), office("mayor")) == []
