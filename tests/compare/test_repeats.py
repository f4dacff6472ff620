"""One clash is told once."""

from __future__ import annotations

from crosscheck.pipeline import check
from crosscheck.read.article import make_article
from crosscheck.settings import Settings

TEXTS = (
    "Five hurt in Dunmore shooting\n\nDUNMORE - Gunmen wounded five people outside a club.\n\n"
    "The shooting happened around 3:30 a.m. Sunday.\n",
    "Police hunt gunmen after shooting\n\nFive people were hurt in a Dunmore shooting.\n\n"
    "The shooting happened at 3:50 a.m. Sunday, a spokesman said.\n",
)


def test_a_time_that_aligning_and_linking_both_bring_together_is_one_finding() -> None:
    articles = [
        make_article(text, path=path, meta={"published": "2024-05-06"})
        for path, text in zip(("a.txt", "b.txt"), TEXTS, strict=True)
    ]
    told = [f for f in check(articles, settings=Settings(), workers=1).findings if f.rule == "DAT304"]
    assert len(told) == 1
