"""Parties of politicians found in a text."""

from __future__ import annotations

import pytest
from spacy.language import Language

from crosscheck.extract import parties
from crosscheck.extract.parse import parse
from crosscheck.read.article import make_article

TOLD = {
    "in brackets": ("Peter Harrow (Green) kept his deposit.", [("Peter Harrow", "green party")]),
    "with a state": ("Carl Dorn (D-Ohio) voted against the bill.", [("Carl Dorn", "democratic party")]),
    "letter after a comma": ("Sen. Ruth Vance, R-Utah, voted for the bill.", [("Ruth Vance", "republican party")]),
    "before an office": ("Republican Senator Ann Hale spoke on Monday.", [("Ann Hale", "republican party")]),
    "apposition": ("The Conservative, Robert Fenwick, came second.", [("Robert Fenwick", "conservative party")]),
    "old word": ("The Tory candidate Robert Fenwick came second.", [("Robert Fenwick", "conservative party")]),
    "who stood": (
        "Peter Harrow lost on Monday. Mr Harrow, who stood as an independent, took votes.",
        [("Harrow", "independent")],
    ),
    "former": ("Former Labour MP Tom Pike spoke on Monday.", []),
    "another word between": ("The Labour donor Tom Pike spoke on Monday.", []),
    "no party": ("The green bus that Tom Pike drove stood still.", []),
}


@pytest.mark.parametrize(("text", "wanted"), TOLD.values(), ids=TOLD)
def test_told(text: str, wanted: list[tuple[str, str]], nlp: Language) -> None:
    article = make_article(f"A day at the polls\n\n{text}\n", path="a.txt")
    found = []
    for mention in parties.extract(parse(article, nlp)):
        person = mention.parts["person"]
        found.append((article.text[person.start : person.end], mention.attrs["party"]))
    assert found == wanted
