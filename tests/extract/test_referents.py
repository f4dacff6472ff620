"""Whom pronouns and descriptions are bound to, and where nobody is meant surely enough."""

from __future__ import annotations

import re

import pytest

from crosscheck.extract.parse import load, parse
from crosscheck.model import Name, Span
from crosscheck.normalise import scene_of
from crosscheck.read.article import make_article
from crosscheck.settings import Settings
from crosscheck.workers import extract_one, mentions_of

# words that are bound, the n-th time they stand there, whom they mean: a name, a description, "" for nobody
TAKEN_UP = [
    ("Marta Lindqvist left the harbour on Monday. She took the ferry.", "She", 0, "Marta Lindqvist"),
    ("Marta Lindqvist left the harbour. She had sold her boat.", "her", 0, "Marta Lindqvist"),
    ("Marta Lindqvist waved to her. She took the ferry.", "her", 0, ""),
    ("The suspect, Paul Renner, ran off. Police later found the suspect in a barn.", "the suspect", 0, "Paul Renner"),
    ("A 12-year-old boy fell from a wall. The boy broke an arm.", "The boy", 0, "A 12-year-old boy"),
    ("A 12-year-old boy fell from a wall. A second boy ran for help. He was unhurt.", "A second boy", 0, ""),
    ("Norbank Corp closed a branch. The company gave no reason.", "The company", 0, "Norbank Corp"),
    ("Norbank Corp closed a branch. She gave no reason.", "She", 0, ""),
    ("Governor Ines Falk met the mayor. The governor left early.", "The governor", 0, "Ines Falk"),
    ("Officers found two men. They were dead.", "They", 0, ""),
    (
        '"It was over in a minute," said Karl Weiss, a neighbour. Ada Brun died. He heard three shots.',
        "He",
        0,
        "Karl Weiss",
    ),
    ("Peter Haas met Paul Renner at the gate, and he left.", "he", 0, "Peter Haas"),
    ("Ann Ray and Eve Moss left. She was tired.", "She", 0, ""),
]


@pytest.mark.parametrize(("text", "words", "nth", "whom"), TAKEN_UP)
def test_taken_up(text: str, words: str, nth: int, whom: str) -> None:
    settings = Settings()
    article = make_article(text, path="case.txt")
    parsed = parse(article, load(settings.model), settings)
    bound = scene_of(article, parsed.sentences, mentions_of(parsed, settings), settings=settings).bound
    at = [m.start() for m in re.finditer(rf"\b{words}\b", text)][nth]
    who = bound.at(Span(at, at + len(words)))
    places = [text[s.span.start : s.span.end] for s in bound.places(who)] if who else []
    assert (whom in places) if whom else (places in ([], [words]))


def test_the_clause_of_a_figure_knows_who_takes_part() -> None:
    text = "Marta Lindqvist left the harbour on Monday. She paid 40 euros for the ferry."
    facts = extract_one(make_article(text, path="case.txt"), Settings()).facts
    figure = next(f for f in facts if f.kind == "figure")
    person = next(f.value.person for f in facts if isinstance(f.value, Name) and f.value.entity == "person")
    assert figure.mention.frame is not None
    assert figure.mention.frame.cast == (person,)
