"""Aligning figures: what answers one question, and what only sounds like it."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.counted import article, clusters, figure, findings

KILLED = {"counted": "person", "verb": "kill", "event": "death"}


def one(text, words, low, **attrs):
    return article(f"News of the day\n{text}", figure(words, low, **attrs))


# name, two articles, whether their first figures are one question
PAIRS = [
    (
        "the verb and the noun of a fate",
        one("The crash in Lindau killed six people.", "six people", 6, **KILLED),
        one("The crash in Lindau caused six deaths.", "six deaths", 6, counted="death", verb="die", event="death"),
        True,
    ),
    (
        "houses and homes",
        one("The storm destroyed 40 houses near Lindau.", "40 houses", 40, counted="house", verb="destroy", event="damage"),
        one("The storm flattened 40 homes near Lindau.", "40 homes", 40, counted="home", verb="flatten", event="damage"),
        True,
    ),
    (
        "shots fired and shots that hit",
        one("The officers fired 11 shots.", "11 shots", 11, counted="shot", verb="fire"),
        one("He was hit by seven bullets.", "seven bullets", 7, counted="bullet", verb="hit"),
        False,
    ),
    (
        "shares of two things",
        one("They make 70 percent of machine tools.", "70 percent", 70, measure="percent", of="machine tool"),
        one("They make 90 percent of microelectronics.", "90 percent", 90, measure="percent", of="microelectronics"),
        False,
    ),
    (
        "distances from two towns",
        one("The quake was 55 km south of Lindau.", "55 km", 55, measure="distance", unit="km", reference="Lindau"),
        one("The quake was 72 km east of Wendel.", "72 km", 72, measure="distance", unit="km", reference="Wendel"),
        False,
    ),
    (
        "people of two towns",
        one("Lindau, home to 12,000 people, was hit.", "12,000 people", 12000, counted="person", role="population", about="Lindau"),
        one("Wendel, home to 30,000 people, was hit.", "30,000 people", 30000, counted="person", role="population", about="Wendel"),
        False,
    ),
    (
        "what could be and what is",
        one("The dam could flood 300 homes.", "300 homes", 300, counted="home", verb="flood", modal="could"),
        one("The dam flooded 30 homes.", "30 homes", 30, counted="home", verb="flood"),
        False,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "a", "b", "same"), PAIRS, ids=[p[0] for p in PAIRS])
def test_pairs(name, a, b, same):
    assert any(len({f.article for f in c.facts}) == 2 for c in clusters(a, b)) is same


def test_agreeing_figures_are_one_cluster_without_a_finding():
    a, b = PAIRS[0][1], PAIRS[0][2]
    assert [len(c.facts) for c in clusters(a, b)] == [2]
    assert findings(a, b) == []


def test_the_figures_of_one_sentence_are_never_one_question():
    text = "News of the day\nTwo men and 12 women were held, and five men were let go."
    told = article(text, figure("Two men", 2, counted="man"), figure("five men", 5, counted="man"))
    assert all(len(c.facts) == 1 for c in clusters(told))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(string.ascii_letters + string.digits + " .,'\"$%-()\n", min_size=1, max_size=60), max_size=4))
def test_no_text_raises(lines):
    body = "\n".join(lines)
    told = [
        article(
            f"Head {n} 12 people\n{body}\nEnd",
            figure("12 people", 12 + n, counted="person", verb="kill", event="death"),
        )
        for n in range(2)
    ]
    assert len(clusters(*told)) >= 1
    findings(*told)
