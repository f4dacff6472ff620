"""PLA603 and PLA604: one person's wounds and death, told in two ways."""

from __future__ import annotations

import pytest

from crosscheck.pipeline import check
from crosscheck.read.article import make_article


def codes(*texts: str) -> list[str]:
    articles = [make_article(t, path=f"{i}.txt") for i, t in enumerate(texts)]
    return [f.rule for f in check(articles, workers=1).findings if f.rule in ("PLA603", "PLA604")]


RAISED = {
    "one name": (
        "Ann Rowe, 31, was shot in the left leg, police said.",
        "Ann Rowe was grazed in the right leg, police said.",
        "PLA603",
    ),
    "one age": (
        "Shots were fired. An 18-year-old man was shot in the hip. A 40-year-old woman was shot in the foot.",
        "Shots were fired. An 18-year-old man was hit in the neck. A 40-year-old woman was hit in the foot.",
        "PLA603",
    ),
    "the only victim": (
        "A girl was playing when she was shot in the hip on Monday.",
        "A baby girl was found with a gunshot wound to her back on Monday.",
        "PLA603",
    ),
    "hospital and scene": (
        "Paul Hale was shot on Mill Road and died at the scene.",
        "Paul Hale was shot on Mill Road. He was rushed to Alder Hospital, where he died.",
        "PLA604",
    ),
    "two hospitals": (
        "Paul Hale was shot on Mill Road. He died at Northside Hospital.",
        "Paul Hale was shot on Mill Road. He was rushed to Alder Medical Center, where he died.",
        "PLA604",
    ),
}
QUIET = {
    "a part and its whole": (
        "Ann Rowe, 31, was shot in the chest, police said.",
        "Ann Rowe was shot in the torso, police said.",
    ),
    "two names": (
        "Ann Rowe, 31, was shot in the left leg, police said.",
        "Olga Brandt was shot in the neck, police said.",
    ),
    "two ages": ("An 18-year-old man was shot in the hip.", "A 40-year-old man was shot in the neck."),
    "one age, another sex": (
        "Two were shot. A 44-year-old female guard was hit in the hip. A 20-year-old man was hit in the leg.",
        "Two were shot. A 44-year-old man was hit in the neck. A 20-year-old man was hit in the leg.",
    ),
    "several victims": (
        "Two men were shot. A man was hit in the hip.",
        "Two men were shot. A man was hit in the neck.",
    ),
    "a list that is not whole": (
        "Ann Rowe, 31, was shot four times, including once in the leg, police said.",
        "Ann Rowe was shot in the neck, police said.",
    ),
    "an older wound": (
        "Ann Rowe, 31, had been shot in the leg in 1998.",
        "Ann Rowe was shot in the neck, police said.",
    ),
    "one hospital": (
        "Paul Hale was shot on Mill Road. He died at Alder Hospital.",
        "Paul Hale was shot on Mill Road. He was rushed to Alder Medical Center, where he died.",
    ),
    "on the way, pronounced in it": (
        "Paul Hale was shot on Mill Road and died on the way to hospital.",
        "Paul Hale was shot on Mill Road. He was rushed to Alder Hospital, where he was pronounced dead.",
    ),
}


@pytest.mark.parametrize(("one", "other", "code"), RAISED.values(), ids=RAISED)
def test_raised(one: str, other: str, code: str) -> None:
    assert codes(one, other) == [code]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: str, other: str) -> None:
    assert codes(one, other) == []


def test_a_place_of_death_is_counted_once() -> None:
    texts = ("Paul Hale was hit by a van. He died at the scene.", "Paul Hale was hit by a van and died at the scene.")
    document = check([make_article(t, path=f"{i}.txt") for i, t in enumerate(texts)], workers=1)
    (places,) = [c for c in document.compared if c.kind == "place"]
    assert (places.told, places.met) == (2, 2)
