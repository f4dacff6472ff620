"""PLA602: direction and distance from one place."""

from __future__ import annotations

import pytest

from tests.happened import Story, codes, where


def quake(name: str = "Alder Creek", **value: str | float) -> Story:
    """An article that tells how a quake lay to a town."""
    made = [where("there", name, form="geometry", event="center", who="quake", **value)]  # type: ignore[arg-type]
    return [("The quake was centred there.", made, "quake center survey")]


def located(thing: str, **value: str | float) -> Story:
    """An article that tells how something lay to a town, in words of its own."""
    made = [where("there", "Alder Creek", form="geometry", event="lie", who=thing, **value)]  # type: ignore[arg-type]
    return [(f"The {thing} lies there.", made, f"{thing} {thing}side")]


RAISED = {
    "one distance, the map turned": (
        located("isle", direction="N", distance_km=1500.0),
        located("island", direction="S", distance_km=1512.8),
    ),
    "south and west": (quake(direction="S", distance_km=55.0), quake(direction="W", distance_km=55.0)),
    "opposite": (quake(direction="N"), quake(direction="S")),
    "two distances": (quake(direction="N", distance_km=55.0), quake(direction="N", distance_km=85.0)),
    "two spellings": (quake("Bireun", direction="S"), quake("Bireuen", direction="W")),
}
QUIET = {
    "two things": (located("mill", direction="N", distance_km=5.0), located("farm", direction="S", distance_km=9.0)),
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
