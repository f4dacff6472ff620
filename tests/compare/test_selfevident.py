"""Slips that show by themselves."""

from __future__ import annotations

import pytest

from crosscheck.compare.selfevident import misdated, turned
from crosscheck.document import DocFinding
from crosscheck.model import Finding, Reading
from crosscheck.pipeline import check, extract
from crosscheck.read.article import make_article
from crosscheck.settings import Settings

MOST = Settings().certainty.witnesses


def _finding(kind: str, *texts: str) -> Finding:
    """A finding whose readings are the first fact of that kind of each text."""
    articles = [make_article(f"News\n\n{t}\n", path=t, meta={"published": "2024-03-14"}) for t in texts]
    told = extract(articles, settings=Settings())
    facts = [next(f for f in told[a.id].facts if f.kind == kind and f.mention.sentence) for a in articles]
    readings = tuple(Reading(value=f.mention.text, canonical=f.id, facts=(f,)) for f in facts)
    return Finding(id="x", rule="X", kind=kind, level="note", confidence=0.5, subject="", message="", readings=readings)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("23", "32", True),
        ("1,450", "4,150", True),
        ("23", "33", False),
        ("about 23", "32", False),
        ("at least 47", "74", True),
        ("4,000", "40,000", True),  # a scale too many
        ("a dozen", "21", False),  # no digits are written
        ("7", "9", False),
    ],
)
def test_digits_in_another_order(one: str, other: str, same: bool):
    told = "The fire drove {} people from their homes."
    assert turned(_finding("figure", told.format(one), told.format(other)), MOST) is same


@pytest.mark.parametrize(
    ("dated", "other", "wrong"),
    [
        ("Tuesday, 13 March 2024", "Tuesday, 12 March 2024", True),  # the 13th was a Wednesday
        ("Wednesday, 13 March 2024", "Tuesday, 12 March 2024", False),
        ("Tuesday, 13 March 2024", "Monday, 11 March 2024", False),
    ],
)
def test_a_date_that_its_own_weekday_contradicts(dated: str, other: str, wrong: bool):
    told = "The mill burned down on {}."
    assert misdated(_finding("date", told.format(dated), told.format(other)), MOST) is wrong


def _loud(rule: str, *texts: str) -> list[DocFinding]:
    articles = [make_article(t, path=f"{n}.txt", meta={"published": "2024-03-14"}) for n, t in enumerate(texts)]
    return [f for f in check(articles, settings=Settings(), workers=1).findings if f.rule == rule and f.level != "note"]


def test_a_day_that_is_wrong_by_its_own_weekday_is_loud():
    one = "Mill burns\n\nThe mill in Orne burned down on Tuesday, 13 March 2024, and two men were hurt.\n"
    other = "Fire in Orne\n\nThe old mill of Orne burned down in the night of Tuesday, 12 March 2024.\n"
    assert _loud("DAT301", one, other)
