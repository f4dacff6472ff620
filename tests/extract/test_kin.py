"""Kin and partners: who is whose brother or former wife."""

from __future__ import annotations

import pytest

from crosscheck.model import Role
from crosscheck.read.article import make_article
from crosscheck.settings import Settings
from crosscheck.workers import extract_one

# text, then (person, tie, whose) of every tie in it
TOLD = [
    ("Dale Crane ran. Police held his brother, Paul Hale.", [("Paul Hale", "sibling", "dale crane")]),
    ("Ann Ray left. Her ex-husband, 44-year-old Paul Hale, stayed.", [("Paul Hale", "former spouse", "ann ray")]),
    ("Paul Hale, 44, Ann Ray's cousin, stayed.", [("Paul Hale", "cousin", "ann ray")]),
    ("Paul Hale was the victim's former boyfriend.", [("Paul Hale", "former partner", "victim")]),
    ("Paul Hale shot his estranged wife.", [("Paul Hale", "spouse", None)]),
    ("Police found Paul Hale's ex-wife dead.", [("Paul Hale", "former spouse", None)]),
    ("Paul Hale shot his brother's wife.", []),
    ("The storm cut its mother-in-law's house off.", []),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_told(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    facts = extract_one(make_article(text, path="case.txt"), Settings()).facts
    found = [
        (f.value.person, f.mention.attrs["kin"], f.mention.attrs.get("of"))
        for f in facts
        if isinstance(f.value, Role) and "kin" in f.mention.attrs
    ]
    assert found == wanted
