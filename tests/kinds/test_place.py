"""How addresses, corners, parts of a town and homes stand to one another."""

from __future__ import annotations

import pytest

from crosscheck.kinds.place import Places
from crosscheck.model import Fact, Mention, Place, Span
from crosscheck.settings import Settings


def fact(name: str, prep: str = "at", relation: str = "", **attrs: str) -> Fact:
    told = {"form": "named", "prep": prep, **attrs}
    mention = Mention(kind="place", article="a", span=Span(0, 9), text=name, sentence=0, attrs=told)
    value = Place(name=name, key=name.casefold(), relation=relation or prep)
    return Fact(id=name, kind="place", mention=mention, value=value, subject="place")


def street(name: str, prep: str = "at") -> Fact:
    return fact(name, prep, kind="street")


PAIRS = [
    ("19 Plymouth Street", "18 Plymouth St.", "different"),
    ("31-33 Plymouth Street", "33 Plymouth St", "compatible"),
    ("1800 block of Hewer Avenue", "1845 Hewer Ave", "compatible"),
    ("1800 block of Hewer Avenue", "1700 block of Hewer Avenue", "different"),
    ("Lapham Street", "Lapham Avenue", "different"),
    ("Franklin Ave. by Park Pl.", "St. John's Place and Franklin Avenue", "different"),
    ("Neptune Ave and 16th Street", "West 16th Street and Neptune Avenue", "same"),
    ("Ditch Road and Gill Lane", "Gill Lane and Ditch Drive", "different"),
    ("Neptune Ave and 16th Street", "Neptune Ave", "compatible"),
    ("Neptune Ave and 16th Street", "16th Street", "unknown"),
    ("Idaho Street near Yellowstone", "5100 block of Idaho Street near Lozier Street", "different"),
    ("Fountain and Blake avenues", "Fountain Avenue and Blake Avenue", "same"),
]


@pytest.mark.parametrize(("one", "other", "relation"), PAIRS)
def test_addresses(one: str, other: str, relation: str) -> None:
    kind = Places(Settings())
    a, b = street(one), street(other)
    assert kind.relate(a, b) == kind.relate(b, a) == relation
    assert kind.comparable(a, b) is (relation != "unknown")


def test_near_a_corner_leaves_open_which() -> None:
    kind = Places(Settings())
    assert kind.relate(street("Elm Road and Oak Road", "near"), street("Elm Road and Ash Road")) == "unknown"


def test_parts_are_held_against_parts_of_one_town() -> None:
    kind = Places(Settings())
    south, east, other = (
        fact("Dunmore", "in", "in south"),
        fact("Dunmore", "in", "in east"),
        fact("Ashford", "in", "in east"),
    )
    assert [kind.aspect(f) for f in (south, east, other)] == ["part"] * 3
    assert kind.comparable(south, east) and kind.relate(south, east) == "different"
    assert not kind.comparable(south, other)
    assert kind.aspect(fact("Dunmore", "in")) == "location"


def test_homes_are_held_against_those_of_one_name() -> None:
    kind = Places(Settings())
    told = {"event": "live", "resident": "Ann Hart", "who": "hart"}
    one, moved = fact("Dunmore", "of", **told), fact("Ashford", "of", **told)
    other = fact("Ashford", "of", **told | {"resident": "Olav Brandt", "who": "brandt"})
    assert kind.comparable(one, moved) and kind.relate(one, moved) == "different"
    assert not kind.comparable(one, other)
    assert kind.aspect(fact("Ashford", "of", event="live")) == ""
