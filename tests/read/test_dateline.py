"""Datelines: where and when a wire was written; what opens a sentence is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.layout import paragraphs
from crosscheck.read.article import make_article
from crosscheck.read.dateline import find_dateline

LINES = {
    "LEEDS, June 21, 2017 (AFP) - ": "2017-06-21",
    "LEEDS, England, June 21, 2017 (AP) — ": "2017-06-21",
    "Leeds, 21 June 2017 -- ": "2017-06-21",
    "LEEDS, June 21 (Reuters) - ": None,
    "Geneva (dpa) - ": None,
    "(Reuters) - ": None,
    "SÃO PAULO — ": None,
    "NEW YORK/LONDON, Jan. 3, 2018 (Reuters) – ": "2018-01-03",
    "Leeds (AFP) 21 June 2017 - ": "2017-06-21",
    "LEEDS, England | June 21, 2017 | ": "2017-06-21",
}
PROSE = [
    "The storm - the worst in years - hit the pier.",
    "Leeds - a town of mills - is quiet.",
    "In March 2017 - or so - it fell.",
    "Friday, Sep 10, 2010 | Updated 8:52 PM EDT",
    "LEEDS | News | Sport",
]


@pytest.mark.parametrize("line", LINES)
def test_a_dateline_and_its_day(line: str) -> None:
    article = make_article(f"Storm damage\n\n{line}The storm hit the pier on Friday.\n", path="a.txt")
    (region,) = [r for r in article.regions if r.kind == "dateline"]
    assert article.text[region.span.start : region.span.end] == line
    assert article.published == LINES[line]


@pytest.mark.parametrize("text", PROSE)
def test_dashes_of_prose(text: str) -> None:
    assert find_dateline(text, list(paragraphs(text))) is None


@given(st.text(alphabet="ABCab ,.()-–0123456789\n", max_size=300))
def test_any_text(text: str) -> None:
    found = find_dateline(text, list(paragraphs(text)))
    assert found is None or 0 <= found.span.start < found.span.end <= len(text)
