"""Words of quotations: what is the same, what differs, and what the difference is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.wording import aligned, differences, normal, tokens
from crosscheck.wording.changes import gravest
from crosscheck.wording.pieces import pieces

SAME = {
    "capitals and stops": ("We are ready.", "we are ready"),
    "straight and curly": ("it’s a “mess”", 'it\'s a "mess"'),
    "-ise and -ize": ("They realised and apologised", "They realized and apologized"),
    "-yse and -yze": ("we analysed it", "we analyzed it"),
    "-our and -or": ("neighbours of good behaviour", "neighbors of good behavior"),
    "-re and -er": ("two metres from the centre", "two meters from the center"),
    "centred": ("a plan centred on children", "a plan centered on children"),
    "-ce and -se": ("in defence of a licence", "in defense of a license"),
    "doubled l": ("she travelled and they quarrelled", "she traveled and they quarreled"),
    "-ogue": ("a dialogue from the catalogue", "a dialog from the catalog"),
    "programme": ("two programmes", "two programs"),
    "ae and oe": ("a paediatric anaesthetist", "a pediatric anesthetist"),
    "single words": ("grey tyres and a cheque", "gray tires and a check"),
    "-wards": ("towards us and afterwards", "toward us and afterward"),
    "it's": ("It's over", "It is over"),
    "has": ("He's gone home", "He has gone home"),
    "daughter's": ("my daughter's been hurt", "my daughter has been hurt"),
    "can't": ("We can't and won't", "We cannot and will not"),
    "gonna": ("I'm gonna win", "I am going to win"),
    "I'd": ("I'd rather stay", "I would rather stay"),
    "number words": ("12 boats and 21 men", "twelve boats and twenty-one men"),
    "ordinals": ("the 3rd time", "the third time"),
    "thousands": ("5,000 litres", "five thousand liters"),
    "percent": ("5% of it", "five per cent of it"),
    "the clock": ("at 6:00 p.m.", "at 6 pm"),
    "U.S.": ("in the U.S. and at the U.N.", "in the United States and at the UN"),
    "hyphens": ("a long-term ceasefire", "a long term cease-fire"),
    "compounds": ("health care any more", "healthcare anymore"),
    "okay": ("we are OK", "we are okay"),
    "accents": ("a café in Bogotá", "a cafe in Bogota"),
    "fillers": ("it was, um, loud", "it was loud"),
    "ampersand": ("Smith & Sons", "Smith and Sons"),
    "Mr.": ("Mr. Hale left", "Mister Hale left"),
    "an editor's bracket": ("[The crew] did their best", "They did their best"),
    "a bleep": ("It was a d**n shame", "It was a damn shame"),
}


@pytest.mark.parametrize("left, right", SAME.values(), ids=SAME.keys())
def test_nothing_differs(left: str, right: str) -> None:
    assert differences(aligned(left, right), left, right) == []


def test_normal_form_drops_a_leading_to() -> None:
    assert normal("to cease all work.") == normal("Cease all work")


DIFFER = {
    "a word": ("a sad day for the club", "a sad hour for the club", "word"),
    "a dropped not": ("We will not sell the ground", "We will sell the ground", "negation"),
    "n't": ("We were told it wasn't safe", "We were told it was safe", "negation"),
    "never": ("I never saw the letter", "I saw the letter", "negation"),
    "no": ("There is no doubt about it", "There is doubt about it", "negation"),
    "a figure": ("We lost 12 boats that night", "We lost 20 boats that night", "figure"),
    "un-": ("A strike is likely this winter", "A strike is unlikely this winter", "opposite"),
    "opposites": ("Prices will rise in spring", "Prices will fall in spring", "opposite"),
    "tense": ("They want to come home soon", "They wanted to come home soon", "tense"),
    "auxiliary": ("How many did you sink today", "How many will you sink today", "tense"),
    "plural": ("The engine failed over the bay", "The engines failed over the bay", "number"),
    "a word left out": ("It was a long cold winter night", "It was a long winter night", "cut"),
    "demonstrative": ("Nothing in this contract binds us", "Nothing in the contract binds us", "word"),
    "small words": ("The things that I did were wrong", "The things I did were wrong", "minor"),
    "order": ("We asked and begged them", "We begged and asked them", "order"),
    "other beginnings": ("a massive blow to our fishing fleet", "a severe blow to our fishing fleet", "word"),
    "broken off": ("They have no money and no village", "They have no money and no village hall.", "cut"),
}


@pytest.mark.parametrize("left, right, verdict", DIFFER.values(), ids=DIFFER.keys())
def test_the_change_is_named(left: str, right: str, verdict: str) -> None:
    for x, y in ((left, right), (right, left)):
        assert gravest(differences(aligned(x, y), x, y)) == verdict


PARTS = {
    "ends earlier": ("We will rebuild the pier", "We will rebuild the pier before the summer season"),
    "starts later": ("rebuild the pier before summer", "We promise to rebuild the pier before summer"),
    "middle": ("rebuild the pier", "We will rebuild the pier before the summer"),
    "adverb after": ("We will rebuild the pier", "We will rebuild the pier together"),
    "an omission that is marked": ("They have no money and no village …", "They have no money and no village hall."),
    "hesitation": ("All I saw was a ... man with a red boat", "All I saw was a man with a red boat"),
    "words left out with a mark": (
        "We will rebuild … before the summer",
        "We will rebuild the old pier before the summer",
    ),
    "leading and": ("And we will rebuild the pier", "We will rebuild the pier"),
}


@pytest.mark.parametrize("left, right", PARTS.values(), ids=PARTS.keys())
def test_a_part_is_no_difference(left: str, right: str) -> None:
    assert differences(aligned(left, right), left, right) == []


def test_a_moved_negation_is_no_lost_one() -> None:
    left, right = "I feel that we weren't playing our game", "I didn't feel that we were playing our game"
    assert gravest(differences(aligned(left, right), left, right)) != "negation"


def test_two_sentences_that_meet_in_a_phrase_are_two() -> None:
    found = aligned(
        "The fishermen of this harbour have lost their boats and their houses",
        "Last night we heard angry shouts from the fishermen of this harbour",
    )
    assert found.coverage < 0.55


PIECES = {
    "two sentences": (
        "The nets were empty again. We went home at dawn.",
        ["The nets were empty again.", "We went home at dawn."],
    ),
    "short goes with the next": (
        "I am sorry. I want to say that I was wrong.",
        ["I am sorry. I want to say that I was wrong."],
    ),
    "an abbreviation": ("We met Mr. Hale at the harbour gate.", ["We met Mr. Hale at the harbour gate."]),
    "an omission": ("We went out late at night … and came home.", ["We went out late at night …", "and came home."]),
    "three full stops": (
        "The nets were all empty again ... we went home then.",
        ["The nets were all empty again ...", "we went home then."],
    ),
    "a speaker who stops to think": (
        "All I saw was a ... man with a red boat.",
        ["All I saw was a ... man with a red boat."],
    ),
    "paragraphs": (
        "The nets were empty again,\n“and we went home.",
        ["The nets were empty again,", "“and we went home."],
    ),
}


@pytest.mark.parametrize("text, parts", PIECES.values(), ids=PIECES.keys())
def test_pieces(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in pieces(text)] == parts


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_aligns(left: str, right: str) -> None:
    found = aligned(left, right)
    assert all(t.start < t.end for t in found.a)
    for change in differences(found, left, right):
        assert 0 <= change.i <= change.i2 <= len(found.a) and 0 <= change.j <= change.j2 <= len(found.b)


@given(st.text(max_size=200))
def test_any_text_falls_into_pieces_in_order(text: str) -> None:
    found = pieces(text)
    assert all(a < b for a, b in found)
    assert all(b <= c for (_, b), (c, _) in zip(found, found[1:], strict=False))


@given(st.lists(st.sampled_from("the pier will not be sold in spring by us today again never".split()), max_size=12))
def test_a_text_is_identical_to_itself(words: list[str]) -> None:
    text = " ".join(words)
    found = aligned(text, text)
    assert differences(found, text, text) == []
    assert len(tokens(text)) == len(words)
