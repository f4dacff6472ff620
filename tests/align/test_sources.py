"""Copied passages and articles: found in spite of small edits, and counted once."""

from __future__ import annotations

import re

import pytest

from crosscheck.align.sources import group, independent
from crosscheck.model import Article, Corpus, Extraction, Fact, Mention, Quantity, Quote, Sentence, Span
from crosscheck.settings import Settings

_QUOTE = re.compile(r"“([^”]*)”")

FERRY = (
    "The ferry Maribel left the harbour of Port Quill shortly before dawn with 212 people on board. "
    "Coastguard crews found the first life rafts drifting eleven miles north of the lighthouse by noon. "
    "Relatives gathered in the old customs hall, where volunteers handed out blankets and hot soup. "
    "Divers will return to the wreck on Thursday if the swell falls below two metres."
)
OTHER = (
    "A passenger ship with more than two hundred travellers went down off the northern coast this week. "
    "Rescuers say that they have little hope of finding anyone else alive in the cold water. "
    "The owner of the vessel has promised to pay for the funerals of all those who died. "
    "Opposition deputies want to know why an old hull was given a new certificate in March."
)


def corpus_of(**texts: str) -> Corpus:
    """A corpus without a language model: a sentence ends at a full stop, every sentence carries one figure."""
    articles, extractions = {}, {}
    for name, text in texts.items():
        sentences = tuple(
            Sentence(span=Span(m.start(), m.end()), paragraph=0) for m in re.finditer(r"[^.\s][^.]*\.?”?", text)
        )
        facts = [
            Fact(
                id=f"{name}:{i}",
                kind="figure",
                subject="",
                value=Quantity(low=1, high=1),
                mention=Mention(kind="figure", article=name, span=s.span, text="", sentence=i),
            )
            for i, s in enumerate(sentences)
        ]
        facts += [
            Fact(
                id=f"{name}:q{m.start()}",
                kind="quote",
                subject="",
                value=Quote(content=m.group(1)),
                mention=Mention(kind="quote", article=name, span=Span(*m.span(1)), text=m.group(1), sentence=0),
            )
            for m in _QUOTE.finditer(text)
        ]
        articles[name] = Article(id=name, path=name, title="", text=text)
        extractions[name] = Extraction(article=name, sentences=sentences, facts=tuple(facts))
    return group(Corpus(articles=articles, extractions=extractions), Settings())


def count(corpus: Corpus, *places: str) -> int:
    """Independent sources of the figures at these "article:sentence" places."""
    wanted = set(places)
    return independent([f for f in corpus.facts("figure") if f.id in wanted], corpus)


EDITS = {
    "unchanged": ("", ""),
    "one word": ("hot soup", "warm soup"),
    "a figure": ("eleven miles", "nine miles"),
    "a word dropped": ("old customs hall", "customs hall"),
    "capitals": ("the lighthouse", "The Lighthouse"),
    "punctuation": ("customs hall, where", "customs hall – where"),
}


@pytest.mark.parametrize("old, new", EDITS.values(), ids=EDITS.keys())
def test_an_edited_copy_is_one_source(old: str, new: str) -> None:
    corpus = corpus_of(a=FERRY, b=FERRY.replace(old, new) if old else FERRY, c=OTHER)
    assert corpus.groups == {"a": "a", "b": "a", "c": "c"}
    assert [count(corpus, f"a:{i}", f"b:{i}", f"c:{i}") for i in range(4)] == [2, 2, 2, 2]


def test_a_brief_cut_from_a_long_article_is_one_source_with_it() -> None:
    brief = ". ".join(FERRY.split(". ")[:3]) + "."
    corpus = corpus_of(a=brief, b=FERRY + " " + OTHER, c=OTHER.replace("week", "month"))
    assert corpus.groups["a"] == corpus.groups["b"] == "a"


def test_one_copied_passage_counts_once_and_the_rest_of_the_article_does_not() -> None:
    copied = FERRY.split(". ")[1] + "."
    corpus = corpus_of(a=FERRY, b=OTHER + " " + copied)
    assert corpus.groups == {"a": "a", "b": "b"}
    assert count(corpus, "a:1", "b:4") == 1
    assert count(corpus, "a:0", "b:0") == 2


def test_copies_join_through_one_another() -> None:
    copied = FERRY.split(". ")[1] + "."
    corpus = corpus_of(a=FERRY, b=FERRY.replace("dawn", "sunrise"), c=OTHER + " " + copied)
    assert count(corpus, "b:2", "c:4") == 2  # nothing ties b's third sentence to c's copy of the second
    assert count(corpus, "a:1", "b:2", "c:4") == 1  # a stands between them


def test_short_sentences_are_nobodys_copy() -> None:
    corpus = corpus_of(a="Three people were killed. " + FERRY, b="Three people were killed. " + OTHER)
    assert count(corpus, "a:0", "b:0") == 2


def test_a_quotation_is_alike_because_it_was_said() -> None:
    quote = "“We will not rest until every family has an answer about this night,” the mayor said."
    corpus = corpus_of(a=OTHER + " " + quote, b=FERRY + " " + quote)
    assert count(corpus, "a:4", "b:4") == 2


def test_a_quotation_beside_a_copied_sentence_is_copied() -> None:
    quote = "“We will not rest until every family has an answer about this night,” the mayor said."
    copied = FERRY.split(". ")[1] + "."
    corpus = corpus_of(a=f"{OTHER} {copied} {quote}", b=f"{copied} {quote} {FERRY.split('. ')[2]}.")
    assert count(corpus, "a:5", "b:1") == 1


def test_a_hundred_copies_are_one_source() -> None:
    texts = {f"a{i}": FERRY.replace("Thursday", f"Thursday the {i}th") for i in range(100)}
    corpus = corpus_of(**texts)
    assert set(corpus.groups.values()) == {"a0"}


@pytest.mark.parametrize("text", ["", "”“”.", "\ud800 a b c d e f g h i j k.", "x " * 5000])
def test_odd_text_groups_with_nothing(text: str) -> None:
    assert corpus_of(a=text, b=FERRY).groups == {"a": "a", "b": "b"}
