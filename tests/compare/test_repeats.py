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


def test_a_given_and_a_family_name_misspelt_by_two_articles_are_two_findings_and_each_shows_the_usual_writing() -> None:
    usual = "Maria Brennand, 41, was elected mayor of Dunmore on Sunday.\n\nBrennand thanked her voters.\n"
    texts = [
        usual,
        usual.replace("thanked her voters", "spoke at noon"),
        usual.replace("Maria", "Marria").replace("thanked", "praised"),
        usual.replace("Maria Brennand", "Maria Brennard").replace("thanked", "greeted"),
    ]
    articles = [
        make_article(f"Dunmore elects a mayor\n\n{text}", path=f"{n}.txt", meta={"published": "2024-05-06"})
        for n, text in enumerate(texts)
    ]
    told = [f for f in check(articles, settings=Settings(), workers=1).findings if f.rule == "NAM101"]
    values = {f.message.split(" is ")[0]: {r.value for r in f.readings} for f in told}
    assert values == {
        "The given name": {"Maria Brennand", "Marria Brennand"},
        "The family name": {"Maria Brennand", "Maria Brennard"},
    }
