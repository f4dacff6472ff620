"""The gold of the invented events holds together, and its scoring tells found from missed."""

from __future__ import annotations

import json
from collections import Counter

import msgspec
import pytest

from benchmarks.events import EVENTS, split_of
from benchmarks.scoring import Gold, GoldMention, read_gold, score
from crosscheck.document import DocArticle, DocFinding, DocMention, DocReading, Document, Tool

GOLD = read_gold(EVENTS / "gold.jsonl")


@pytest.mark.parametrize("gold", GOLD, ids=lambda g: g.id)
def test_marked_words_stand_in_their_article(gold: Gold) -> None:
    for mention in gold.mentions:
        text = (EVENTS / gold.cluster / mention.article).read_bytes().decode()
        assert mention.text in [text[start:end] for start, end in mention.spans]
    first, second = gold.mentions[:2]
    assert first.value != second.value
    assert first.article != second.article


def test_ids_are_unique() -> None:
    assert len({g.id for g in GOLD}) == len(GOLD)


def test_half_of_the_events_are_held_out() -> None:
    assert Counter(split_of(GOLD).values()) == {"dev": 6, "held": 6}


@pytest.mark.parametrize("event", sorted(split_of(GOLD)))
def test_manifest_names_the_articles(event: str) -> None:
    manifest = json.loads((EVENTS / event / "manifest.json").read_text(encoding="utf-8"))
    assert [m["file"] for m in manifest] == sorted(p.name for p in (EVENTS / event).glob("*.txt"))


CONFLICT = Gold(
    id="c",
    cluster="fire",
    split="dev",
    label="conflict",
    kind="affiliation",
    priority="must",
    mentions=(
        GoldMention(article="01.txt", spans=((10, 20),), text="fire chief", value="chief"),
        GoldMention(article="02.txt", spans=((30, 35),), text="mayor", value="mayor"),
        GoldMention(article="03.txt", spans=((5, 15),), text="fire chief", value="chief"),
    ),
)


def _document(kind: str, level: str, *readings: tuple[tuple[str, int, int], ...]) -> Document:
    articles = tuple(
        DocArticle(id=n, path=f"fire/0{n}.txt", title="", publisher=None, published=None, role="source", source_group=n)
        for n in "123"
    )
    finding = {
        "id": "f",
        "rule": "AFF203",
        "kind": kind,
        "level": level,
        "confidence": 0.9,
        "subject": "",
        "message": "",
        "suggestion": None,
        "readings": [
            DocReading(
                value="v",
                independent_sources=1,
                mentions=tuple(
                    DocMention(article=a, start=s, end=e, line=1, column=1, text="", sentence=(0, 99)) for a, s, e in m
                ),
            )
            for m in readings
        ],
    }
    return Document(
        tool=Tool(version="0", model="m", settings="s"),
        articles=articles,
        findings=(msgspec.convert(finding, DocFinding),),
        agreed=(),
        single_source=(),
        unread=(),
    )


TWO = ((("1", 12, 14),), (("2", 34, 40),))


@pytest.mark.parametrize(
    ("document", "found", "noted", "other_kind"),
    [
        (_document("affiliation", "warning", *TWO), True, False, False),
        (_document("quote_attribution", "error", *TWO), True, False, False),
        (_document("affiliation", "note", *TWO), False, True, False),
        (_document("figure", "warning", *TWO), False, False, True),
        (_document("affiliation", "warning", (("3", 0, 6),), (("2", 0, 31),)), True, False, False),
        (_document("affiliation", "warning", (("1", 12, 14), ("2", 34, 40)), (("2", 0, 9),)), False, False, False),
        (_document("affiliation", "warning", (("1", 12, 14),), (("3", 5, 15),)), False, False, False),
        (_document("affiliation", "warning", (("1", 20, 24),), (("2", 34, 40),)), False, False, False),
    ],
    ids=[
        "found",
        "the other side of the slip",
        "a note is not found",
        "another kind",
        "by way of a copy",
        "both in one reading",
        "two mentions of one value",
        "beside the marked words",
    ],
)
def test_outcome(document: Document, found: bool, noted: bool, other_kind: bool) -> None:
    (outcome,) = score([CONFLICT], {"fire": document}).outcomes
    assert (bool(outcome.loud), outcome.noted, bool(outcome.other_kind)) == (found, noted, other_kind)
