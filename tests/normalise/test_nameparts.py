"""Names taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
