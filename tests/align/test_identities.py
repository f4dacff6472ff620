"""Who is one person in several articles."""

from __future__ import annotations

import pytest

from tests.people import Story, corpus, person, role


def one(*names: str, **attrs: str) -> Story:
    """An article that names people, a sentence each."""
    return [(f"{n} spoke.", [person(n, f"p{i}", **attrs)]) for i, n in enumerate(names, 1)]


JOINED = {
    "full name and middle initial": (one("Robert Pickard"), one("Robert J. Pickard")),
    "nickname": (one("Joseph Marten"), one("Joe Marten")),
    "romanisation": (one("Heydar Moradi"), one("Heidar Moradi")),
    "misspelling": (one("Ruth Wolfe"), one("Ruth Wolff")),
    "surname alone": (one("Ruth Wolfe"), one("Wolfe", cues="honorific")),
    "surname alone, misspelt": (one("Ruth Wolfe"), one("Wolffe", cues="honorific", label="PERSON")),
    "given name alone, misspelt": (one("Mahnefah Moss"), one("Mahnefeh", cues="kin")),
}

APART = {
    "two people": (one("Ruth Wolfe"), one("Anna Kern")),
    "siblings": (one("Kimani Moss"), one("Mahnefah Moss")),
    "ages far apart": (one("Brian Keller", age="12"), one("Bryan Keller", age="45")),
    "short Chinese names": (one("Wang Yi"), one("Wang Yu")),
}


@pytest.mark.parametrize("stories", JOINED.values(), ids=JOINED)
def test_one_person(stories: tuple[Story, ...]) -> None:
    assert len(set(corpus(*stories).identities.values())) == 1


@pytest.mark.parametrize("stories", APART.values(), ids=APART)
def test_two_people(stories: tuple[Story, ...]) -> None:
    assert len(set(corpus(*stories).identities.values())) == 2


def test_two_who_stand_in_one_sentence_stay_two() -> None:
    made = corpus(
        [("Brian Keller and Bryan Keller spoke.", [person("Brian Keller", "p1"), person("Bryan Keller", "p2")])],
        one("Brian Keller"),
        one("Bryan Keller"),
    )
    assert made.identities["a1:p1"] != made.identities["a1:p2"]
    assert made.identities["a2:p1"] == made.identities["a1:p1"]
    assert made.identities["a3:p1"] == made.identities["a1:p2"]


def test_chinese_names_one_letter_apart_join_by_office() -> None:
    first = [
        (
            "spokesman Zhao Jian",
            [person("Zhao Jian", "p1"), role("spokesman Zhao Jian", "p1", "Zhao Jian", "spokesperson")],
        )
    ]
    other = [
        (
            "spokesman Zhao Jiang",
            [person("Zhao Jiang", "p1"), role("spokesman Zhao Jiang", "p1", "Zhao Jiang", "spokesperson")],
        )
    ]
    assert len(set(corpus(first, other).identities.values())) == 1
    assert len(set(corpus(one("Zhao Jian"), one("Zhao Jiang")).identities.values())) == 2


def test_an_identity_keeps_its_name_when_an_agreeing_article_comes() -> None:
    before = corpus(one("Ruth Wolfe"), one("Ruth Wolff"), one("Ruth Wolfe"))
    after = corpus(one("Ruth Wolfe"), one("Ruth Wolff"), one("Ruth Wolfe"), one("Ruth Wolfe"))
    assert set(before.identities.values()) == set(after.identities.values())


def test_capitalised_words_that_nobody_bears_have_no_identity() -> None:
    assert corpus(one("Bandar Rukan", maybe="1")).identities == {}
    assert len(corpus(one("Bandar Rukan", maybe="1"), one("Bandar Rukam")).identities) == 2
