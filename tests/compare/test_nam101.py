"""NAM101: spelling of a person's name."""

from __future__ import annotations

import pytest

from tests.people import Story, codes, findings, person


def told(*names: str, **attrs: str) -> Story:
    """An article that writes one person in these ways."""
    full = max(names, key=lambda n: len(n.split()))
    return [(f"{n} spoke.", [person(n, "p1", full, **attrs)]) for n in names]


RAISED = {
    "surname": ([told("Ruth Wolfe"), told("Ruth Wolff")], "warning"),
    "given name": ([told("Brian Keller"), told("Bryant Keller")], "warning"),
    "same age": ([told("Brian Keller", age="39"), told("Bryant Keller", age="39")], "error"),
    "surname alone": ([told("Ruth Wolfe"), told("Ruth Wolfe", "Wolffe")], "warning"),
    "inside one article": ([told("Ruth Wolfe", "Wolff")], "warning"),
    "romanisation": ([told("Heydar Moradi"), told("Heidar Moradi")], "note"),
}

QUIET = {
    "initial": [told("Ruth Wolfe"), told("Ruth B. Wolfe")],
    "short form": [told("Joe Marten"), told("Joseph Marten", "Marten")],
    "suffix": [told("Cal Orton III"), told("Cal Orton")],
    "capitals": [told("LaTonya Grant"), told("Latonya Grant")],
    "surname alone": [told("Ruth Wolfe"), told("Wolfe", cues="honorific")],
    "nickname": [told("Kimani (Kiki) Moss"), told("Kimani Moss", "Kiki")],
    "siblings": [told("Kimani Moss"), told("Mahnefah Moss")],
}


@pytest.mark.parametrize(("stories", "level"), RAISED.values(), ids=RAISED)
def test_raised(stories: list[Story], level: str) -> None:
    assert codes(*stories) == [("NAM101", level)]


@pytest.mark.parametrize("stories", QUIET.values(), ids=QUIET)
def test_quiet(stories: list[Story]) -> None:
    assert codes(*stories) == []


def test_romanisations_stand_as_one_reading_beside_a_misspelling() -> None:
    found = findings(told("Heydar Moradi"), told("Heidar Moradi"), told("Heydar Morabi"))
    slip = next(f for f in found if f.level == "warning")
    assert sorted(len(r.facts) for r in slip.readings) == [1, 2]


def test_a_lone_writing_that_no_alphabet_explains_is_a_slip() -> None:
    agreed = [told("Sutopo Nugroho"), told("Sutopo Nugroho")]
    assert codes(*agreed, told("Sutopo Nugrohho")) == [("NAM101", "warning")]
    assert codes(told("Sutopo Nugroho"), told("Sutopo Nugrohho")) == [("NAM101", "note")]


def test_one_sound_in_two_styles_of_several_sources_each_is_a_note() -> None:
    style, other = told("Amos Tavrieman"), told("Amos Tavriman")
    assert codes(style, style, other, other) == [("NAM101", "note")]
    assert codes(style, style, other) == [("NAM101", "warning")]


def test_a_family_is_no_misspelling() -> None:
    assert codes(told("Ruth Wolfe"), told("Ruth Wolfe", "Wolfes")) == []


def test_letters_of_a_wrong_encoding_are_no_misspelling() -> None:
    assert codes(told("Ruth Wolfe"), told("Ruth WolfeÃ")) == []


@pytest.mark.parametrize("other", ["Heidar Moradi", "Haydar Moradi"])
def test_letters_that_stand_for_one_sound_stay_a_note(other: str) -> None:
    assert codes(told("Heydar Moradi"), told("Heydar Moradi"), told(other)) == [("NAM101", "note")]


def test_id_survives_an_agreeing_article() -> None:
    before = findings(told("Ruth Wolfe"), told("Ruth Wolff"))
    after = findings(told("Ruth Wolfe"), told("Ruth Wolff"), told("Ruth Wolff"))
    assert [f.id for f in before] == [f.id for f in after]


def test_inside_is_marked() -> None:
    assert findings(told("Ruth Wolfe", "Wolff"))[0].inside
