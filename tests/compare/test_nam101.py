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
    "a letter off in the next sentence": ([told("John Wardell", "Joohn Wardell")], "warning"),
    "letters turned inside one article": ([told("Ruth Wofle", "Ruth Wolfe")], "warning"),
    "another small word": ([told("Ruth van den Brul"), told("Ruth van der Brul")], "warning"),
    "capital inside": ([told("Martin DeLorn"), told("Martin Delorn")], "warning"),
    "two surnames, one in common": ([told("Ana Lena Ruiz"), told("Ana Ruiz Castro")], "warning"),
    "half of a double name": ([told("Ruth Finch-Hale"), told("Ruth Finch")], "warning"),
    "half of a double name, by nickname": ([told('Ruth "RJ" Finch-Hale'), told("RJ Hale")], "warning"),
    "last of two surnames left out": ([told("Ruth Bell Castle", "Castle"), told("Ruth Bell")], "warning"),
    "romanisation": ([told("Heydar Moradi"), told("Heidar Moradi")], "note"),
}

QUIET = {
    "initial": [told("Ruth Wolfe"), told("Ruth B. Wolfe")],
    "short form": [told("Joe Marten"), told("Joseph Marten", "Marten")],
    "suffix": [told("Cal Orton III"), told("Cal Orton")],
    "capitals": [told("LaTonya Grant"), told("Latonya Grant")],
    "surname alone": [told("Ruth Wolfe"), told("Wolfe", cues="honorific")],
    "nickname": [told("Kimani (Kiki) Moss"), told("Kimani Moss", "Kiki")],
    "half of a double name, known to one article": [told("Ruth Finch-Hale"), told("Ruth Finch-Hale", "Ruth Finch")],
    "a double name without its hyphen": [told("Ana Ruiz-Mora"), told("Ana Ruiz Mora")],
    "two surnames, called by the first": [told("Ana Ruiz Mora", "Ruiz"), told("Ana Ruiz")],
    "all capitals": [told("Martin DeLorn"), told("MARTIN DELORN")],
    "capitals of a brand": [told("Norla GlobalNet"), told("Norla Globalnet")],
    "two given names, other surnames": [told("Ana Lena Ruiz"), told("Ana Lena Castro")],
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


def deed(name: str, deed: str) -> Story:
    """An article that tells one deed of a person."""
    return [(f"{name} {deed}.", [person(name, "p1")]), ("Nobody else was seen near the harbour.", [])]


def test_half_a_name_and_one_deed_in_the_same_words_are_one_person() -> None:
    arrest = "was arrested at home near Lindow on Tuesday"
    assert codes(deed("Ruth Wolfe", arrest), deed("Merle Wolfe", arrest)) == [("NAM101", "warning")]
    assert codes(deed("Ruth Wolfe", arrest), deed("Merle Wolfe", "thanked those who had searched")) == []


def test_one_given_name_says_less_than_one_surname_where_sentences_are_half_alike() -> None:
    one, other = "voted against the harbour bill, calling it a gift", "voted against the harbour bill before lunch"
    assert codes(deed("Dana Wolfe", one), deed("Berit Wolfe", other)) == [("NAM101", "warning")]
    assert codes(deed("Dana Wolfe", one), deed("Dana Marsh", other)) == []


def test_two_who_stand_beside_the_same_relative_are_one_person() -> None:
    def couple(name: str) -> Story:
        return [(f"Olaf Wick and {name} died in the fire.", [person("Olaf Wick", "p1"), person(name, "p2")])]

    assert codes(couple("Dana Wick"), couple("Berit Wick")) == [("NAM101", "warning")]
    apart = [*told("Berit Wick"), ("Olaf Wick died.", [person("Olaf Wick", "p2")])]
    assert codes(couple("Dana Wick"), apart) == []


def test_whom_a_title_calls_by_the_surname_is_no_given_name_misspelt() -> None:
    named = told("Osava bin Hadin"), told("Osaba", cues="title")
    assert codes(*named) == []


def test_two_romanisations_inside_one_article_are_told_beside_the_note() -> None:
    styles = told("Heydar Moradi"), told("Heidar Moradi", "Heydar Moradi")
    assert sorted(codes(*styles)) == [("NAM101", "note"), ("NAM101", "warning")]
    told_inside = next(f for f in findings(*styles) if f.level == "warning")
    assert told_inside.verdict == "style" and {f.article for r in told_inside.readings for f in r.facts} == {"a2"}


def test_a_surname_alone_that_sounds_like_the_one_that_the_article_told_is_its_bearers() -> None:
    said = [*told("Hossein Dehqari"), ("Gen. Dehghari left.", [person("Dehghari", "p2", cues="title")])]
    found = findings(said, told("Hossein Dehqari"))
    assert [f.verdict for f in found if f.level == "warning"] == ["style"]
