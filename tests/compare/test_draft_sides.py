"""What sources say against each other, when a draft stands on one side."""

from __future__ import annotations

from crosscheck.pipeline import check
from crosscheck.read.article import make_article
from crosscheck.settings import Settings


def test_a_source_that_tells_both_titles_faults_no_draft_that_has_one() -> None:
    wire = (
        "Ruling in the Krag case\n\nDefence lawyer Rita Sorel called the ruling harsh.\n\n"
        "Prosecutor Rita Sorel spoke of a bad day for the town.\n"
    )
    draft = "Harsh ruling\n\nDefence lawyer Rita Sorel called the ruling harsh.\n"
    articles = [
        make_article(text, path=path, meta={"published": "2024-05-06", "role": role})
        for text, path, role in ((draft, "draft.txt", "draft"), (wire, "wire.txt", "source"))
    ]
    findings = check(articles, settings=Settings(), workers=1).findings
    assert [f.level for f in findings if f.rule == "AFF203"] in ([], ["note"])
