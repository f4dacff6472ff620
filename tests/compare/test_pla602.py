"""PLA602: direction and distance from one place."""

from __future__ import annotations

import pytest

from tests.happened import Story, codes, where


def quake(name: str = "Alder Creek", **value: str | float) -> Story:
    """An article that tells how a quake lay to a town."""
    made = [where("there", name, form="geometry", event="center", who="quake", **value)]  # type: ignore[arg-type]
    return [("The quake was centred there.", made, "quake center survey")]


RAISED = {
    "south and west": (quake(direction="S", distance_km=55.0), quake(direction="W", distance_km=55.0)),
    "opposite": (quake(direction="N"), quake(direction="S")),
    "two distances": (quake(direction="N", distance_km=55.0), quake(direction="N", distance_km=85.0)),
    "two spellings": (quake("Bireun", direction="S"), quake("Bireuen", direction="W")),
}
QUIET = {
    "neighbouring points": (quake(direction="S", distance_km=55.0), quake(direction="SE", distance_km=55.0)),
    "miles": (quake(direction="N", distance_km=58.0), quake(direction="N", distance_km=56.327)),
    "no direction in one": (quake(direction="N", distance_km=55.0), quake(distance_km=55.0)),
    "two places": (quake("Alder Creek", direction="N"), quake("Cobb", direction="S")),
}


@pytest.mark.parametrize(("one", "other"), RAISED.values(), ids=RAISED)
def test_raised(one: Story, other: Story) -> None:
    assert codes(one, other) == [("PLA602", "warning")]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: Story, other: Story) -> None:
    assert codes(one, other) == []
