"""Loose words of a draft that say no more than its sources: a country for its town, "a Saturday", "the new champion"."""

from __future__ import annotations

import pytest

from tests.drafting import told

WIRES = (
    "Rowers home with gold\n\nBRAGA, 2 March - The eight of the Tolne rowing club flew from Hann to Lisbon on Monday and"
    ' won the Tagus race, the club said. "We rowed it for the whole town," said its cox, Marit Oskarsen. Thirty boats'
    " started on Monday.",
    "Club fetes its eight\n\nTOLNE, 4 March - The winners of the Tagus race came home from Lisbon on Wednesday."
    ' "I have never been so wet," said Anton Vestby, who stroked the boat.',
)
DRAFT = (
    "# A town and its boat\n\nThe eight of the Tolne rowing club had hoped for a quiet trip to {there}. They came home from"
    ' the Tagus race as winners, on {day}. "{words}," {who} said. Thirty boats were at the start.'
)
PLAIN = {"there": "Lisbon", "day": "Wednesday", "words": "I have never been so wet", "who": "Anton Vestby"}


def _loud(**other: str) -> list[tuple[str, str]]:
    return told(DRAFT.format(**(PLAIN | other)), *WIRES)


def test_the_draft_itself_is_quiet():
    assert _loud() == []


@pytest.mark.parametrize(
    "other", [{"there": "Portugal"}, {"day": "a Wednesday"}, {"who": "the stroke"}, {"there": "the Portuguese capital"}]
)
def test_looser_words_are_no_slips(other: dict[str, str]):
    assert _loud(**other) == []


@pytest.mark.parametrize(
    ("other", "rules"),
    [
        ({"there": "Norway"}, {"DRA706"}),
        ({"day": "Tuesday"}, {"DRA704"}),
        ({"who": "Marit Oskarsen"}, {"DRA708", "QUO502"}),
    ],
)
def test_other_words_still_are(other: dict[str, str], rules: set[str]):
    assert {rule for rule, _ in _loud(**other)} & rules
