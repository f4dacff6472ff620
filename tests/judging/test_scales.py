"""Amounts with the same digits at two scales, in sentences that are not copies of one another."""

from __future__ import annotations

import pytest

from crosscheck.pipeline import check
from crosscheck.read.article import make_article
from crosscheck.settings import Settings

FIRST = "Delmar port grows\n\nThe port of Delmar signed crane builder Hollis to a five-year contract worth {} last summer.\n"
OTHER = "Hollis under fire\n\nMore had been expected of Hollis, the crane builder, which the port pays {} over five years.\n"


def found(one: str, two: str, *, first: str = FIRST, other: str = OTHER) -> list[set[str]]:
    told = [("a.txt", first.format(one)), ("b.txt", other.format(two))]
    articles = [make_article(t, path=p, meta={"published": "2024-05-06"}) for p, t in told]
    return [
        {r.value for r in f.readings}
        for f in check(articles, settings=Settings(), workers=1).findings
        if f.rule == "FIG405" and f.level != "note"
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("nearly $80 million", "$80 billion"),
        ("$80 million", "$80bn"),
        ("between $70 million and $80 billion", "between $70 million and $80 million"),
    ],
)
def test_the_same_digits_at_two_scales_are_a_slip(one: str, two: str) -> None:
    assert found(one, two) == [{one, two}]


@pytest.mark.parametrize(
    ("one", "two"), [("$80 million", "$80m"), ("$80 million", "€80 billion"), ("$80 million", "$82 million")]
)
def test_one_scale_other_currencies_and_other_digits_are_none(one: str, two: str) -> None:
    assert found(one, two) == []


def test_an_article_that_tells_both_scales_knows_why() -> None:
    both = OTHER + "\nThe crane builder Hollis has signed contracts worth $80 million so far.\n"
    assert found("$80 million", "$80 billion", other=both) == []


def test_digits_that_agree_in_sentences_about_other_things_are_chance() -> None:
    assert (
        found("$80 million", "$80 billion", other="Banks gain\n\nShares in Torn rose, adding {} to its value.\n") == []
    )
