"""Facts that carry one value together."""

from __future__ import annotations

from crosscheck.kinds.values import by_value
from tests.quoted import corpus


def test_a_phrase_stands_with_the_sentence_that_holds_it() -> None:
    found = corpus(
        "{?}“reckless gamble”",
        "{?}“This is a reckless gamble with our savings.”",
        "{?}“This is a reckless gamble with our savings”, again.",
        "{?}“with our savings”",
    )
    groups = {" ".join(g[0].mention.text.split()): sorted(f.article for f in g) for g in by_value(found.facts("quote"))}
    assert groups == {
        "reckless gamble": ["a", "b", "c"],
        "This is a reckless gamble with our savings.": ["b", "c"],
        "with our savings": ["b", "c", "d"],
    }


def test_spelling_is_one_value() -> None:
    found = corpus("{?}“We'll honour the dead.”", "{?}“We will honor the dead”")
    assert [len(g) for g in by_value(found.facts("quote"))] == [2]
