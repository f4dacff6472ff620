"""The sample events, end to end: every expected conflict is found above note, no quiet pair is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crosscheck.pipeline import check
from crosscheck.read import read_paths
from crosscheck.settings import Settings

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
EVENTS = sorted(p.parent.name for p in SEEDS.glob("*/expected.json"))
LOUD = ("error", "warning")
AKIN = {"affiliation": {"affiliation", "quote_attribution"}, "quote_attribution": {"affiliation", "quote_attribution"}}


@pytest.fixture(scope="module")
def documents():
    found = {}
    for event in EVENTS:
        read = read_paths([str(SEEDS / event)], settings=Settings())
        found[event] = (
            check(read.articles, settings=Settings(), workers=1),
            {Path(a.path).name: a for a in read.articles},
        )
    return found


def places(article, words):
    """All places of some words in an article's text."""
    spans, start = [], article.text.find(words)
    while start >= 0:
        spans.append((start, start + len(words)))
        start = article.text.find(words, start + 1)
    return spans


def readings_on(finding, article, words):
    spans = places(article, words)
    return {
        i
        for i, r in enumerate(finding.readings)
        for m in r.mentions
        if m.article == article.id and any(m.start < b and a < m.end for a, b in spans)
    }


def stands_between(finding, pair, articles):
    (file_a, words_a), (file_b, words_b) = pair
    mine, theirs = readings_on(finding, articles[file_a], words_a), readings_on(finding, articles[file_b], words_b)
    return any(a != b for a in mine for b in theirs)


def expectations(section):
    return [
        pytest.param(event, row, id=f"{event}: {row['readings'][0][1]} | {row['readings'][1][1]}")
        for event in EVENTS
        for row in json.loads((SEEDS / event / "expected.json").read_text(encoding="utf-8"))[section]
    ]


@pytest.mark.parametrize(("event", "row"), expectations("conflicts"))
def test_conflict_is_found(documents, event, row):
    document, articles = documents[event]
    kinds = AKIN.get(row["kind"], {row["kind"]})
    loud = [f for f in document.findings if f.level in LOUD and f.kind in kinds]
    assert any(stands_between(f, row["readings"], articles) for f in loud)


@pytest.mark.parametrize(("event", "row"), expectations("quiet"))
def test_look_alike_stays_quiet(documents, event, row):
    document, articles = documents[event]
    assert not [
        f.message for f in document.findings if f.level in LOUD and stands_between(f, row["readings"], articles)
    ]


@pytest.mark.parametrize("event", EVENTS)
def test_few_findings_beside_the_expected(documents, event):
    document, articles = documents[event]
    expected = json.loads((SEEDS / event / "expected.json").read_text(encoding="utf-8"))["conflicts"]
    others = [
        f.message
        for f in document.findings
        if f.level in LOUD and not any(stands_between(f, row["readings"], articles) for row in expected)
    ]
    assert len(others) <= 2, others


def test_expected_words_stand_in_the_articles(documents):
    for event in EVENTS:
        for rows in json.loads((SEEDS / event / "expected.json").read_text(encoding="utf-8")).values():
            for row in rows:
                for file, words in row["readings"]:
                    assert places(documents[event][1][file], words), (file, words)
