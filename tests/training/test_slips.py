"""Slips that teach: what is changed, where, and that every run plants the same ones."""

from __future__ import annotations

import pytest

from crosscheck.read.article import make_article
from crosscheck.settings import Settings
from crosscheck.training.slips import PER_SORT, slipped, slips_of
from crosscheck.workers import extract_one

SENTENCES = (
    "The bridge over the Orre was closed on Tuesday after 14 trucks crossed it at once, the county said.",
    "Engineer Nora Vance, 44, said the repair would take six weeks and cost $4 million.",
)


@pytest.fixture(scope="module")
def told():
    texts = (
        f"Bridge closed\n\n{SENTENCES[0]}\n\n{SENTENCES[1]}\n",
        f"County shuts Orre bridge\n\n{SENTENCES[1]}\n\n{SENTENCES[0]}\n",
    )
    articles = [make_article(t, path=f"{i}.txt", meta={"published": "2024-05-08"}) for i, t in enumerate(texts)]
    return [(a, extract_one(a, Settings())) for a in articles]


def test_a_slip_changes_one_value_and_keeps_its_twin(told) -> None:
    slips = list(slips_of("one", told))
    assert {s.sort for s in slips} >= {"date weekday", "count", "age", "money"}
    for slip in slips:
        before = told[slip.index][0].text
        assert slip.text != before and slip.twin.article != told[slip.index][0].id
        for span in slip.spans:
            assert slip.text[span.start : span.end] != before[span.start : span.end]


def test_every_run_plants_the_same_slips(told) -> None:
    assert list(slips_of("one", told)) == list(slips_of("one", told))
    assert max(sum(s.sort == sort for s in slips_of("one", told)) for sort in ("count", "age")) <= PER_SORT


def test_the_changed_article_is_read_again(told) -> None:
    slip = next(s for s in slips_of("one", told) if s.sort == "age")
    changed = slipped(slip, told, Settings())
    article, extraction = changed[slip.index]
    assert article.text == slip.text and extraction.article == article.id
    assert any(
        f.mention.span.start < slip.spans[0].end and slip.spans[0].start < f.mention.span.end for f in extraction.facts
    )
