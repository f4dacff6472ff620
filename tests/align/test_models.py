"""Models of one make: which numbers are set against each other."""

from __future__ import annotations

import pytest

from tests.people import Story, codes


def told(*sentences: str) -> Story:
    return [(s, []) for s in sentences]


RAISED = {
    "a car": (told("They fled in a white Norla T-350."), told("They fled in a white Norla T-150 pickup.")),
    "without a hyphen": (told("It was a Halden AB12."), told("It was a Halden AB14.")),
}

QUIET = {
    "both in one article": (told("A Norla T-350 hit a Norla T-150."), told("The Norla T-150 burned.")),
    "two letters": (told("It was a Norla T-350."), told("It was a Norla S-150.")),
    "two makes": (told("It was a Norla T-350."), told("It was a Halden T-150.")),
    "two roads": (told("He took Interstate I-90 north."), told("She took Interstate I-95 north.")),
}


@pytest.mark.parametrize(("one", "other"), RAISED.values(), ids=RAISED)
def test_raised(one: Story, other: Story) -> None:
    assert codes(one, other) == [("NAM102", "warning")]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: Story, other: Story) -> None:
    assert codes(one, other) == []
