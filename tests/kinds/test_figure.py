"""Figures as a kind: what question they answer, which may be held against which, how values stand."""

from __future__ import annotations

import pytest

from crosscheck.kinds.figure import Figures
from crosscheck.model import Fact
from crosscheck.read.article import make_article
from crosscheck.settings import Settings
from crosscheck.workers import extract_one

KIND = Figures(Settings())


def figures(sentence: str) -> list[Fact]:
    article = make_article(f"News of the day\n\n{sentence}\n", path="a.txt", meta={"published": "2024-05-06"})
    return [f for f in extract_one(article, Settings()).facts if f.kind == "figure"]


@pytest.mark.parametrize(
    ("sentence", "aspect"),
    [
        ("The fire killed 12 people on Monday.", "toll"),
        ("The council runs 14 ferries in the harbour.", "count"),
        ("Nora Vance, 44, runs the harbour.", "age"),
        ("The pier cost $4 million to build.", "money"),
        ("Turnout was 61 percent.", "percent"),
        ("The pier is 12 miles north of the town.", "measure"),
    ],
)
def test_the_question_of_a_figure(sentence: str, aspect: str) -> None:
    assert aspect in {KIND.aspect(f) for f in figures(sentence)}


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("The fire killed 12 people.", "The fire killed 15 people.", "different"),
        ("The fire killed 12 people.", "The fire killed 12 people.", "same"),
        ("The fire killed 12 people.", "The fire killed at least 10 people.", "compatible"),
        ("The pier cost $4 million.", "The pier cost about $4.1 million.", "compatible"),
    ],
)
def test_how_two_values_stand(one: str, other: str, relation: str) -> None:
    (a,), (b,) = figures(one), figures(other)
    assert KIND.relate(a, b) == relation


def test_two_fates_are_never_held_against_each_other() -> None:
    (dead,), (hurt,) = figures("The fire killed 12 people."), figures("The fire injured 30 people.")
    assert not KIND.comparable(dead, hurt) and KIND.comparable(dead, dead)


def test_two_currencies_are_never_held_against_each_other() -> None:
    (dollars,), (pounds,) = figures("The pier cost $4 million."), figures("The pier cost £3 million.")
    assert not KIND.comparable(dollars, pounds)


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        ("Nora Vance, 44, runs the harbour.", "Nora Vanse, 45, runs the harbour.", True),
        ("Bill Vance, 44, runs the harbour.", "William Vance, 45, runs the harbour.", True),
        ("Nora Vance, 44, runs the harbour.", "Peter Vance, 45, runs the harbour.", False),
        ("Nora Vance, 44, runs the harbour.", "Nora Delgado, 45, runs the harbour.", False),
    ],
)
def test_ages_of_two_people_are_not_held_against_each_other(one: str, other: str, held: bool) -> None:
    a, b = (next(f for f in figures(s) if KIND.aspect(f) == "age") for s in (one, other))
    assert KIND.comparable(a, b) is held
    assert (KIND.held(a) == KIND.held(b)) <= held  # what is asked once for all must not hide the difference
