"""Names told apart by their letters: when two of them are told of one person."""

from __future__ import annotations

import pytest

from tests.people import Made, Story, codes, person


def told(full: str, **attrs: str) -> list[tuple[str, list[Made]]]:
    return [(f"{full} spoke.", [person(full, "p1", **attrs)])]


RAISED = {
    "one age, one surname": (told("Martin Hale", age="43"), told("Malcolm Hale", age="43")),
    "one age, one given name": (told("Anneke Vorst", age="51"), told("Anneke Verhulst", age="51")),
}

RAISED |= {
    "a slip in both halves": (told("Ana Ruiz"), told("Anna Ruis")),
    "one surname, given names that sound alike": (told("Kavonte Hale"), told("Travonte Hale")),
    "another middle initial": (told("Ruth B. Hale"), told("Ruth C. Hale")),
    "one given name, surnames that sound alike": (told("Jennifer Corveda"), told("Jennifer Coredo")),
}

QUIET = {
    "given names at home that sound alike": (told("Gordon Hale"), told("Brandon Hale")),
    "two middle initials in one article": (
        [*told("Ruth B. Hale"), ("Ruth C. Hale left.", [person("Ruth C. Hale", "p2")])],
        told("Ruth C. Hale"),
    ),
    "two initials and one": (told("Ruth B. C. Hale"), told("Ruth C. Hale")),
    "sound alike and of two ages": (told("Jennifer Corveda", age="43"), told("Jennifer Coredo", age="12")),
    "sound alike, and one article knows both": (
        [*told("Jennifer Corveda"), ("Jennifer Coredo left.", [person("Jennifer Coredo", "p2")])],
        told("Jennifer Coredo"),
    ),
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
    assert set(codes(*stories)) == {("NAM101", "warning")}


@pytest.mark.parametrize("stories", QUIET.values(), ids=QUIET)
def test_quiet(stories: tuple[Story, ...]) -> None:
    assert codes(*stories) == []
