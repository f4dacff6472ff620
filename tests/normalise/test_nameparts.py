"""Names taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.align.likeness import compare_names
from crosscheck.normalise.nameparts import parts

CASES = {
    "plain": ("Ruth Wolfe", ("ruth",), ("wolfe",)),
    "initials": ("J.R. Smith", ("j", "r"), ("smith",)),
    "particle": ("Bill de Blasio", ("bill",), ("de", "blasio")),
    "long particle": ("Ursula von der Leyen", ("ursula",), ("von", "der", "leyen")),
    "Arabic article": ("Bashar al-Haddad", ("bashar",), ("al-haddad",)),
    "family name first": ("Lin Jian", ("jian",), ("lin",)),
    "family name first, two syllables": ("Xi Jinping", ("jinping",), ("xi",)),
    "Western name with a Chinese surname": ("Maggie Lin", ("maggie",), ("lin",)),
    "one word": ("Merkel", (), ("merkel",)),
    "suffix": ("Cal Orton Jr.", ("cal",), ("orton",)),
    "nickname": ('Kimani "Kiki" Moss', ("kimani",), ("moss",)),
    "a man called Junior": ("Orton Junior", ("orton",), ("junior",)),
    "accents": ("Éamon Ó Cuív", ("eamon", "o"), ("cuiv",)),
}


@pytest.mark.parametrize(("name", "first", "family"), CASES.values(), ids=CASES)
def test_parts(name: str, first: tuple[str, ...], family: tuple[str, ...]) -> None:
    found = parts(name)
    assert (found.given, found.family) == (first, family)


def test_suffix_and_nickname_are_kept_apart() -> None:
    assert parts("Cal Orton Jr.").suffix == "jr"
    assert parts("Kimani (Kiki) Moss").nick == "kiki"


@given(st.text(max_size=60))
def test_no_text_raises(name: str) -> None:
    found = parts(name)
    assert all(found.words)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("AngelaMerkel", "Angela Merkel", "same"),
        ("RuPaul", "Ru Paul", "different"),
        ("Randolph, Gena", "Gena C. Randolph", "same"),
        ("President Hale", "Tom Hale", "same"),
        ("Sheikh Hasina", "Shaikh Hasina", "variant"),
        ("Shoigu Shoigu Sergei", "Sergei Shoigu", "same"),
        ("Petrov Ivan Nikolaevich", "Ivan Petrov", "same"),
        ("Omar bin Abdullah", "Abdullah bin Omar", "different"),
        ("Hamad Al Thani", "Tamim bin Hamad Al Thani", "different"),
        ("Caroline van den Brul", "Caroline van der Brul", "spelling"),
        ("Caroline van den Brul", "Caroline Brul", "same"),
    ],
)
def test_names_as_lists_and_slips_write_them(one: str, other: str, level: str) -> None:
    assert compare_names(parts(one), parts(other)).level == level


def test_small_words_at_the_head_of_a_sentence_are_no_given_name() -> None:
    assert parts("Van den Brul") == parts("van den Brul") and parts("Van den Brul").given == ()
    assert parts("Van Morrison").given == ("van",)
