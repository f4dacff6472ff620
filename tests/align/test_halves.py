"""People of half a name: when two names are told of one person, and whose police it is."""

from __future__ import annotations

import pytest

from tests.people import Made, Story, codes, person, role


def told(full: str, **attrs: str) -> list[tuple[str, list[Made]]]:
    return [(f"{full} spoke.", [person(full, "p1", **attrs)])]


RAISED = {
    "one age, one surname": (told("Martin Hale", age="43"), told("Malcolm Hale", age="43")),
    "one age, one given name": (told("Anneke Vorst", age="51"), told("Anneke Verhulst", age="51")),
}

QUIET = {
    "no age": (told("Martin Hale"), told("Malcolm Hale")),
    "two ages": (told("Martin Hale", age="43"), told("Malcolm Hale", age="12")),
    "man and woman": (told("Martin Hale", age="43", gender="m"), told("Maud Hale", age="43", gender="f")),
    "one article knows both": (
        [*told("Martin Hale", age="43"), ("Malcolm Hale left.", [person("Malcolm Hale", "p2", age="43")])],
        told("Malcolm Hale", age="43"),
    ),
    "surnames that begin otherwise": (told("Anneke Vorst", age="51"), told("Anneke Klein", age="51")),
}


@pytest.mark.parametrize("stories", RAISED.values(), ids=RAISED)
def test_raised(stories: tuple[Story, ...]) -> None:
    assert codes(*stories) == [("NAM101", "warning")]


@pytest.mark.parametrize("stories", QUIET.values(), ids=QUIET)
def test_quiet(stories: tuple[Story, ...]) -> None:
    assert codes(*stories) == []


def test_the_only_holder_of_a_title_in_the_story() -> None:
    def driver(full: str) -> Story:
        return [(f"{full} spoke.", [person(full, "p1"), role(full, "p1", full, "driver", definite="1")])]

    assert codes(driver("Graham Pell"), driver("Gareth Pell")) == [("AFF201", "warning")]


OWNERS = {
    "a country that nobody else knows": (
        ("Greek police charged over death of boy.", "Peruvian police charged over death of boy."),
        ["AFF202"],
    ),
    "two countries with a part in the story": (
        (
            "Greek police charged over death of boy.",
            "Peruvian police charged over death of boy.",
            "Peru is angry with Greece.",
        ),
        [],
    ),
    "other sentences": (("Greek police charged over death of boy.", "Peruvian police praised the rescue dogs."), []),
}


@pytest.mark.parametrize(("texts", "wanted"), OWNERS.values(), ids=OWNERS)
def test_owners(texts: tuple[str, ...], wanted: list[str]) -> None:
    assert [c for c, _ in codes(*([(t, [])] for t in texts))] == wanted
