"""A figure that the wires themselves have taken back, in a draft that keeps it or tells both."""

from __future__ import annotations

import pytest

from crosscheck.model import Article
from crosscheck.pipeline import check
from crosscheck.read import make_article

FIRST = """Mill fire at Orrest

ORREST, 3 March - A fire in the paper mill at Orrest killed at least four people on Tuesday, the district said. About 310
workers were in the halls, said Ilka Brandvold, the plant's director. The loss was put at 7 million crowns. The fire brigade
of Orrest used {wells} wells. The duty on paper is 12 percent.
"""
LATER = """Toll of Orrest fire rises

ORREST, 5 March - The fire in the paper mill at Orrest killed six people, the district said on Thursday. There were 260
workers in the halls and not 310, Ilka Brandvold said, since the night shift had gone home. The loss is 9 million crowns.
The ministry of Kjell Aune will cut the duty on paper from 12 percent to 7 percent.
"""
DRAFT = """# After the fire

Six people died in the paper mill at Orrest. When it began to burn on Tuesday, 260 workers were in the halls, as its director
Ilka Brandvold says. The district of Orrest counts the damage too. Kjell Aune and his ministry will ask less
duty on paper. The fire brigade of Orrest drew on {wells} wells.
"""


def unwrapped(text: str) -> str:
    """A text whose paragraphs are one line each, as wires have them."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.format(wells=5).split("\n\n"))


def told(draft: str, *, later: str = LATER) -> list[str]:
    """The messages of what is loud on the figures of a draft, whichever rule says it."""
    wires = [
        make_article(unwrapped(text), path=f"w{i}.txt", meta={"published": day, "role": "source"})
        for i, (text, day) in enumerate(((FIRST, "2026-03-03"), (later, "2026-03-05")))
    ]
    meta = {"published": "2026-03-06", "role": "draft"}
    mine: Article = make_article(unwrapped(draft), path="draft.md", meta=meta)
    found = check([mine, *wires], workers=1).findings
    return [f.message for f in found if f.kind == "figure" and f.level != "note"]


def test_a_draft_with_the_newest_figures_is_quiet():
    assert told(DRAFT) == []


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("260 workers", "310 workers"),
        ("less\nduty on paper", "a duty of 12 percent\non paper"),
        ("Six people died", "Four people died"),
    ],
)
def test_a_figure_that_was_taken_back_is_told(now, before):
    messages = told(DRAFT.replace(now, before))
    assert len(messages) == 1


def test_a_draft_that_tells_both_is_quiet():
    assert told(DRAFT.replace("260 workers", "not 310 but 260 workers")) == []


def test_a_figure_that_the_newest_source_still_has_stands():
    assert told(DRAFT.replace("260 workers", "310 workers"), later=LATER.replace(" and not 310", "")) == []
