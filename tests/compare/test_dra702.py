"""DRA702: a figure in the draft that no source carries."""

import msgspec
import pytest

from crosscheck.compare.rules.dra702_figure import check_corpus
from crosscheck.settings import DraftSettings, Settings
from tests.drafting import corpus, figure


@pytest.mark.parametrize(
    ("case", "value", "source", "source_value", "raised"),
    [
        ("other number", figure(43), "It was 12 people.", ("12 people", figure(12)), True),
        ("same number", figure(43), "It was 43 people.", ("43 people", figure(43)), False),
        ("inside an interval", figure(43), "More than forty.", ("More than forty", figure(40, 1e9)), False),
        ("written, never understood", figure(43), "Chapter 43 was read.", None, False),
        ("another measure", figure(43), "It cost forty-three.", ("forty-three", figure(43, measure="money")), True),
        ("another currency", figure(43, measure="money", currency="EUR"), "Forty-three dollars.",
         ("Forty-three dollars", figure(43, measure="money", currency="USD")), True),
        ("an open bound", figure(43), "At least ten.", ("At least ten", figure(10, 10).__class__(low=10, high=None)), False),
    ],
)  # fmt: skip
def test_what_counts_as_carried(case, value, source, source_value, raised):
    facts = [(0, "figure", "43 people", value)]
    if source_value:
        facts.append((1, "figure", *source_value))
    notes = list(check_corpus([], corpus("In all 43 people came.", source, facts=facts), Settings()))
    assert bool(notes) is raised
    assert all(n.message == "Only the draft has this figure: no source says “43 people”." for n in notes)


def test_a_figure_that_stands_twice_is_told_once():
    facts = [(0, "figure", "43 people", figure(43)), (0, "figure", "43 guests", figure(43))]
    notes = list(check_corpus([], corpus("43 people. 43 guests.", "None.", facts=facts), Settings()))
    assert len(notes) == 1


@pytest.mark.parametrize(
    ("draft", "number", "source", "raised"),
    [
        ("12 people", 12, "Twelve firefighters came.", False),
        ("twelve people", 12, "It took 12 firefighters.", False),
        ("12 people", 12, "Thirteen firefighters came.", True),
    ],
)
def test_a_number_in_words_is_the_number_in_digits(draft, number, source, raised):
    made = corpus(f"In all {draft} came.", source, facts=[(0, "figure", draft, figure(number))])
    assert bool(list(check_corpus([], made, Settings()))) is raised


def test_what_was_read_with_little_confidence_is_not_told():
    made = corpus("In all 43 people came.", "None.", facts=[(0, "figure", "43 people", figure(43))])
    strict = msgspec.structs.replace(Settings(), draft=DraftSettings(least_confidence=0.75))
    assert list(check_corpus([], made, strict)) == []
    assert len(list(check_corpus([], made, Settings()))) == 1
