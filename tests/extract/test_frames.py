"""The frame of a mention: the clause in which it stands."""

from __future__ import annotations

import pytest

from crosscheck.model import Frame
from crosscheck.read.article import make_article
from crosscheck.settings import Settings
from crosscheck.workers import extract_one


def frame_of(text: str, words: str, kind: str) -> Frame:
    article = make_article(f"Title\n\n{text}\n", path="a.txt", meta={"published": "2024-05-07"})
    facts = [f for f in extract_one(article, Settings()).facts if f.kind == kind and words in f.mention.text]
    assert facts and facts[0].mention.frame is not None
    return facts[0].mention.frame


@pytest.mark.parametrize(
    ("text", "words", "kind", "expected"),
    [
        ("The fire killed 12 people in Delmar.", "12", "figure", {"verb": "kill", "head": "people", "slot": "object"}),
        ("Officials met on Monday in Delmar.", "Monday", "date", {"verb": "meet", "slot": "on", "tense": "past"}),
        ("Talks will open on Monday.", "Monday", "date", {"verb": "open", "tense": "future"}),
        ("The mayor did not pay $300 for the boat.", "300", "figure", {"verb": "pay", "negated": True}),
        ("Crews were rescued from Delmar on Friday.", "Friday", "date", {"verb": "rescue", "passive": True}),
    ],
)
def test_the_clause_of_a_mention_is_told(text: str, words: str, kind: str, expected: dict[str, object]) -> None:
    frame = frame_of(text, words, kind)
    assert {k: getattr(frame, k) for k in expected} == expected


def test_the_value_is_no_word_of_its_own_frame() -> None:
    frame = frame_of("The fire killed 12 people in Delmar on Monday.", "Monday", "date")
    assert "monday" not in {*frame.subject, *frame.object, *frame.others, *frame.names}
    assert "fire" in frame.subject
