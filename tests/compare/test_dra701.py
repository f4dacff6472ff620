"""DRA701: a quote in the draft that no source carries."""

import pytest

from crosscheck.compare.rules.dra701_quote import check_corpus
from crosscheck.settings import Settings
from tests.drafting import corpus, quote

WORDS = "We will never cancel a morning crossing again"


def found(draft_words, source):
    made = corpus(f"Title\n\n“{draft_words}”", source, facts=[(0, "quote", draft_words, quote(draft_words))])
    return list(check_corpus([], made, Settings()))


@pytest.mark.parametrize(
    ("case", "source", "raised"),
    [
        ("nothing like it", "Title\n\nThe boats sail again.", True),
        ("word for word", f"Title\n\n“{WORDS}”, she said.", False),
        ("outside quotation marks", f"Title\n\nShe said: {WORDS.lower()}.", False),
        ("one word changed", "Title\n\n“We will never drop a morning crossing again.”", False),
        ("cut short", "Title\n\n“We will never cancel a morning crossing,” she said.", False),
        ("same words, scattered", "We never sail in the morning.\n\nThe will of a crossing. Again we cancel.", True),
        ("other apostrophes", f"Title\n\n‘{WORDS}’", False),
    ],
)
def test_what_counts_as_carried(case, source, raised):
    assert bool(found(WORDS, source)) is raised


def test_the_note():
    (note,) = found(WORDS, "Title\n\nNothing.")
    assert (note.level, note.kind, note.verdict) == ("note", "quote_wording", "only_the_draft")
    assert [r.value for r in note.readings] == ["in no source", WORDS]
    assert note.readings[0].facts == ()


@pytest.mark.parametrize("words", ["very sad", "“", "", "…"])
def test_short_words_are_anybodys(words):
    made = corpus(f"Title\n\n“{words}” x", "Title\n\nNothing.", facts=[(0, "quote", words, quote(words))])
    assert list(check_corpus([], made, Settings())) == []


def test_without_a_draft_there_is_nothing():
    made = corpus("x y z", facts=[(0, "quote", "x y z", quote("x y z"))])
    assert list(check_corpus([], made, Settings())) == []


def test_one_note_for_one_quote_told_twice():
    text = f"“{WORDS}” and “{WORDS.upper()}”"
    made = corpus(
        text, "Nothing.", facts=[(0, "quote", WORDS, quote(WORDS)), (0, "quote", WORDS.upper(), quote(WORDS.upper()))]
    )
    assert len(list(check_corpus([], made, Settings()))) == 1


@pytest.mark.parametrize(
    ("case", "draft", "source", "near"),
    [
        ("one word changed", "decisive supporter", "decisive enabler", "decisive enabler"),
        ("the same", "decisive enabler", "decisive enabler", None),
        ("the same in other letters", "Decisive Enabler", "decisive enabler", None),
        ("nothing in common", "very sad", "decisive enabler", None),
        ("a grammar word in common", "the mess", "the enabler", None),
    ],
)
def test_a_short_phrase_is_told_beside_the_one_of_a_source(case, draft, source, near):
    facts = [(0, "quote", draft, quote(draft)), (1, "quote", source, quote(source))]
    notes = list(check_corpus([], corpus(f"He said “{draft}”.", f"He said “{source}”.", facts=facts), Settings()))
    assert [n.message for n in notes] == (
        [f"Only the draft has the quote “{draft}”: no source carries it, but one has “{near}”."] if near else []
    )
