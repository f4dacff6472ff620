"""What extraction sees of an article is bounded, and every offset leads back to the article's own words."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.folding import fold, reach, shortened, unfold
from crosscheck.model import Extraction, Fact, Mention, Name, Region, Sentence, Span
from crosscheck.read import make_article
from crosscheck.settings import LimitSettings, Settings

LIMITS = LimitSettings()
SMALL = LimitSettings(text_chars=60, text_words=12, blank_chars=4, word_chars=8)


def article(text):
    return make_article(text, path="a.txt")


def test_news_comes_back_as_it_is():
    whole = article(
        "Bridge closes\n\nLEEDS, June 21, 2017 - It closed, see https://news.example/2017/06/21/a-long-address.\n"
    )
    assert fold(whole, LIMITS).article is whole
    assert shortened(whole, LIMITS) is None


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("one" + " " * 200_000 + "two", "one\n\ntwo"),
        ("one " + "1,000," * 40_000 + " two", "one … two"),
        ("one " + "-" * 100_000, "one …"),
        ("one" + "\n" * 500 + "two", "one\n\ntwo"),
        ("one" + " " * 80 + "two", "one" + " " * 80 + "two"),
    ],
)
def test_endless_blanks_and_words_are_folded(text, seen):
    unbounded = msgspec.structs.replace(LIMITS, text_chars=10**6, text_words=10**6)
    assert fold(article(text), unbounded).article.text == seen


PIECES = st.sampled_from(["one", "two.", " ", "\n", "      ", "\n\n\n\n\n", "abcdefghijkl", "-" * 30, "é", "👩"])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_word_leads_back_to_itself(text):
    whole = article(text)
    folded = fold(whole, SMALL)
    seen = folded.article.text
    assert len(seen) <= len(text) + 2
    at = 0
    for word in seen.split():
        at = seen.index(word, at)
        own = folded.span(Span(at, at + len(word)))
        if "…" not in word:
            assert text[own.start : own.end] == word
        at += len(word)


@given(st.lists(PIECES, min_size=1, max_size=30).map("".join), st.data())
def test_facts_and_regions_keep_their_places(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    whole = msgspec.structs.replace(article(text), regions=(Region(kind="furniture", span=Span(start, end)),))
    folded = fold(whole, SMALL)
    for region in folded.article.regions:
        assert 0 <= region.span.start <= region.span.end <= len(folded.article.text)
    size = len(folded.article.text)
    if not size:
        return
    mention = Mention(
        kind="name", article=whole.id, span=Span(0, size), text="", sentence=0, parts={"person": Span(0, 1)}
    )
    fact = Fact(id="x", kind="name", subject="", value=Name(full="x"), mention=mention)
    told = Extraction(article=whole.id, sentences=(Sentence(span=Span(0, size), paragraph=0),), facts=(fact,))
    (back,) = unfold(told, folded, whole).facts
    if folded.article is not whole:
        assert back.mention.text == text[back.mention.span.start : back.mention.span.end]
    assert 0 <= back.mention.span.start < back.mention.span.end <= len(text)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (LimitSettings(text_chars=100), 16),
        (LimitSettings(text_words=10), 10),
        (LimitSettings(text_chars=50, text_words=10), 8),
    ],
)
def test_a_long_text_is_cut_after_a_word_and_that_is_said(limits, words):
    text = "words " * 1000
    end = reach(text, limits)
    assert text[:end].split() == ["words"] * words
    line = shortened(article(text), limits)
    assert f"first {end:,} of 6,000 characters" in line and "\n" not in line


def test_how_much_is_read_by_default():
    """Half a minute a text on one core: who moves these measures anew with benchmarks/hostile.py --megabyte."""
    assert (LIMITS.text_chars, LIMITS.text_words, LIMITS.sentence_words) == (150_000, 30_000, 300)
    assert (LIMITS.blank_chars, LIMITS.word_chars, LIMITS.mentions) == (80, 300, 2_000)
    assert (LIMITS.dates_apart, LIMITS.dated_articles) == (120, 3)


@pytest.mark.parametrize(("dates", "doubted"), [
    (["2026-03-05", "2026-03-06", "2013-12-23"], [2]),
    (["2026-03-05", "2013-12-23"], []),
    (["2026-03-05", "2026-04-06", "2026-05-23", None, "soon"], []),
])  # fmt: skip
def test_a_date_far_from_the_others_is_told(monkeypatch, dates, doubted):
    from crosscheck import pipeline

    def extract(articles, **_):
        return {a.id: Extraction(article=a.id) for a in articles}

    monkeypatch.setattr(pipeline, "extract", extract)
    articles = [
        make_article(f"Bridge {i}\n\nIt closed.", path=f"{i}.txt", meta={"published": d}) for i, d in enumerate(dates)
    ]
    document = pipeline.check(articles, settings=Settings())
    assert [w.partition(":")[0] for w in document.warnings] == [f"{i}.txt" for i in doubted]
