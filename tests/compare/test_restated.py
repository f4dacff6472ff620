"""Whole drafts against their wires: a clean draft is quiet, and of planted mistakes most are found.

Each story stands in stories/: wires, a draft that retells them in other words, and mistakes (kind | right | wrong), of
which one at a time is put into the draft.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from crosscheck.model import Article
from crosscheck.pipeline import check
from crosscheck.read import make_article

STORIES = sorted(p.stem for p in (Path(__file__).parent / "stories").glob("*.txt"))
PART = re.compile(r"^== (.*)\n", re.MULTILINE)
LEAST = 0.8  # share of the planted mistakes that are found: 150 of 168 when this was written
EVERY = 3  # one in so many is tried here


class Story:
    """The wires and the draft of a story, and its mistakes."""

    def __init__(self, name: str) -> None:
        parts = PART.split((Path(__file__).parent / "stories" / f"{name}.txt").read_text("utf-8"))[1:]
        self.wires: list[Article] = []
        self.planted: list[list[str]] = []
        for head, body in zip(parts[::2], parts[1::2], strict=True):
            sort, _, rest = head.partition(" ")
            if sort == "wire":
                published, _, publisher = rest.partition(" | ")
                meta = {"published": published, "publisher": publisher, "role": "source"}
                self.wires.append(make_article(body, path=f"wire{len(self.wires)}.txt", meta=meta))
            elif sort == "draft":
                self.published, self.draft = rest, body
            elif sort == "planted":
                self.planted = [line.split(" | ") for line in body.strip().splitlines()]

    def loud(self, draft: str) -> set[tuple[str, str]]:
        """Rule and sentence of the draft for each finding above note."""
        article = make_article(draft, path="draft.md", meta={"role": "draft", "published": self.published})
        document = check([article, *self.wires], workers=1)
        spans = [
            (f.rule, m.sentence or (m.start, m.end))
            for f in document.findings
            if f.level != "note"
            for r in f.readings
            for m in r.mentions
            if m.article == article.id
        ]
        return {(rule, article.text[start:end]) for rule, (start, end) in spans}


@cache
def story(name: str) -> Story:
    return Story(name)


@pytest.mark.parametrize("name", STORIES)
def test_a_draft_that_retells_its_wires_is_quiet(name):
    assert story(name).loud(story(name).draft) == set()


def test_most_planted_mistakes_are_found_where_they_stand():
    found, missed = 0, []
    for name in STORIES:
        told = story(name)
        for kind, right, wrong in told.planted[::EVERY]:
            assert right in told.draft
            here = told.loud(told.draft.replace(right, wrong, 1))
            if any(wrong in sentence or sentence in wrong for _, sentence in here):
                found += 1
            else:
                missed.append(f"{name} {kind}: {right} -> {wrong}")
    assert found >= LEAST * (found + len(missed)), missed
