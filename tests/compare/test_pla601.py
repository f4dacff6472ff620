"""PLA601: one event at two places."""

from __future__ import annotations

import pytest

from tests.happened import Story, codes, where


def arrest(words: str, name: str, **more: str) -> Story:
    """An article that places an arrest."""
    made = [where(words, name, event="arrest", who="police", what="hart banker", **more)]
    return [(f"Police arrested the banker Hart {words}.", made, "police arrest banker hart chase")]


def death(words: str, scene: str, who: str = "rider") -> Story:
    """An article that tells where somebody died; a name is written with a capital."""
    made = [where(words, scene, event="die", who=who.lower(), form="scene")]
    return [(f"The {who} died {words}.", made, f"{who} die lorry")]


def two_deaths(who: str, other: str) -> Story:
    """An article that tells where two people died."""
    return [*death("there", "on the way to hospital", who), *death("there", "in hospital", other)]


RAISED = {
    "two towns": (arrest("near Dunmore", "Dunmore", prep="near"), arrest("in Ashford", "Ashford")),
    "two streets": (
        arrest("on Mill Road", "Mill Road", kind="street"),
        arrest("on Hope Street", "Hope Street", kind="street"),
    ),
    "two countries": (arrest("in Peru", "Peru"), arrest("in Chile", "Chile")),
    "two coasts": (arrest("off Malta", "Malta", prep="off"), arrest("off Crete", "Crete", prep="off")),
    "one named victim among several": (
        death("there", "at the scene", "baker Ines Varga"),
        two_deaths("baker Ines Varga", "clerk"),
    ),
    "two scenes": (death("there", "at the scene"), death("there", "on the way to hospital")),
}
QUIET = {
    "two named victims": (death("there", "at the scene", "Ines Varga"), death("there", "in hospital", "Olav Brandt")),
    "a suburb": (arrest("in suburban Dunmore", "Dunmore", relation="in suburban"), arrest("in Ashford", "Ashford")),
    "one town": (arrest("near Dunmore", "Dunmore", prep="near"), arrest("in Dunmore", "Dunmore")),
    "transliterated": (arrest("in Bireun", "Bireun"), arrest("in Bireuen", "Bireuen")),
    "town and country": (arrest("in Lima", "Lima"), arrest("in Peru", "Peru")),
    "street and town": (arrest("on Mill Road", "Mill Road", kind="street"), arrest("in Dunmore", "Dunmore")),
    "a town and its county": (arrest("in Dunmore", "Dunmore"), arrest("in Clare County", "Clare County")),
    "one scene": (death("there", "at the scene"), death("there", "at the scene")),
}


@pytest.mark.parametrize(("one", "other"), RAISED.values(), ids=RAISED)
def test_raised(one: Story, other: Story) -> None:
    assert codes(one, other) == [("PLA601", "warning")]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: Story, other: Story) -> None:
    assert codes(one, other) == []


def test_an_article_that_names_both_places_is_quiet() -> None:
    both = [
        *arrest("in Ashford", "Ashford"),
        ("Ashford is near Dunmore.", [where("near Dunmore", "Dunmore", prep="near")], ""),
    ]
    assert codes(both, arrest("in Dunmore", "Dunmore")) == []
