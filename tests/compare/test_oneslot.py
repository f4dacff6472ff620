"""Whether two values stand in one place of one sentence."""

from __future__ import annotations

import pytest

from crosscheck.compare.oneslot import one_slot, sides
from crosscheck.model import Corpus, Fact
from crosscheck.pipeline import extract
from crosscheck.read.article import make_article
from crosscheck.settings import Settings

LEAST = Settings().certainty.slot_words


def _share(one: str, value: str, other: str, against: str) -> float | None:
    articles = [make_article(f"News\n\n{text}\n", path=path) for path, text in (("a", one), ("b", other))]
    corpus = Corpus(articles={a.id: a for a in articles}, extractions=extract(articles, settings=Settings()))

    def told(article: int, words: str) -> Fact:
        facts = corpus.extractions[articles[article].id].facts
        return next(f for f in facts if f.kind == "figure" and words in f.mention.text)

    return one_slot(sides(told(0, value), corpus), sides(told(1, against), corpus), LEAST)


def test_one_sentence_with_another_value_shares_all_of_it():
    told = "The storm cut the power of {} homes in the valley of Orne overnight."
    assert _share(told.format("4,300"), "4,300", told.format("3,400"), "3,400") == 1.0


def test_a_sentence_with_a_clause_more_still_has_the_place():
    short = "The storm cut the power of 4,300 homes overnight."
    long = "Firefighters said that the storm cut the power of 3,400 homes overnight, and felled a church tower."
    assert _share(short, "4,300", long, "3,400") == 1.0


def test_two_shares_of_one_list_stand_in_two_places():
    told = "The storm cut the power of 4,300 homes in Orne, of 910 homes in Lissen and of 75 homes in Vael."
    assert (_share(told, "4,300", told, "75") or 0.0) < Settings().certainty.slot_from


def test_other_sentences_share_little():
    share = _share(
        "The storm cut the power of 4,300 homes in the valley.", "4,300",
        "Insurers had heard from 3,400 homes by Monday evening.", "3,400",
    )  # fmt: skip
    assert share is not None and share < Settings().certainty.slot_from


@pytest.mark.parametrize("text", ["4,300 homes dark"])
def test_of_a_few_words_nobody_can_tell(text: str):
    assert _share(text, "4,300", "The storm cut the power of 3,400 homes in the valley.", "3,400") is None
