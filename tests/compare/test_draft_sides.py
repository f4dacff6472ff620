"""What sources say against each other, when a draft stands on one side."""

from __future__ import annotations

from crosscheck.pipeline import check
from crosscheck.read.article import make_article
from crosscheck.settings import Settings

WIRE = (
    "Ruling in the Krag case\n\nDefence lawyer Rita Sorel called the ruling harsh.\n\n"
    "Prosecutor Rita Sorel spoke of a bad day for the town.\n"
)


def levels(draft: str) -> list[str]:
    articles = [
        make_article(text, path=path, meta={"published": "2024-05-06", "role": role})
        for text, path, role in ((f"Harsh ruling\n\n{draft}\n", "draft.txt", "draft"), (WIRE, "wire.txt", "source"))
    ]
    return [f.level for f in check(articles, settings=Settings(), workers=1).findings if f.rule == "AFF203"]


def test_a_source_that_tells_both_titles_faults_no_draft_that_retells_one() -> None:
    assert levels("Defence lawyer Rita Sorel called the ruling harsh.") in ([], ["note"])


def test_it_faults_a_draft_that_has_the_other_title_in_that_sentence() -> None:
    assert levels("Prosecutor Rita Sorel called the ruling harsh.") == ["warning"]
