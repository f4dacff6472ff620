"""Posts that verbs, prepositions and phrases tell: who holds which title of which body."""

from __future__ import annotations

import pytest

from crosscheck.model import Role
from crosscheck.read.article import make_article
from crosscheck.settings import Settings
from crosscheck.workers import extract_one

# text, then (title, body, status) of every role in it, in any order
TOLD = [
    ("Carla Whitmore, who heads the brewery as its chairwoman, left.", {("chairman", "brewery", "current")}),
    ("Carla Whitmore, who leads the union Hops and Malt, left.", {("head", "union hops and malt", "current")}),
    ("Carla Whitmore, leader of the union Hops and Malt, left.", {("head", "union hops and malt", "current")}),
    ("Carla Whitmore, who is the mayor, left.", {("mayor", None, "current")}),
    ("Carla Whitmore, who owns Harlow, left.", {("owner", "harlow", "current")}),
    ("Carla Whitmore, for the defence, left.", {("lawyer", None, "current")}),
    ("Carla Whitmore, for the prosecution, left.", {("prosecutor", None, "current")}),
    ("Carla Whitmore, of the Delmar harbour police, left.", {(None, "delmar harbour police", "current")}),
    ("Carla Whitmore, of Delmar, left.", set()),
    ("Carla Whitmore was named chairwoman of Norbank on Monday.", {("chairman", "norbank", "current")}),
    ("Carla Whitmore named Paul Hale as chairman of Norbank on Monday.", set()),
    ("Carla Whitmore, who works at the brewery, left.", {("employee", "brewery", "current")}),
    ("The deputy head of the brewery, Carla Whitmore, left.", {("head", "brewery", "deputy")}),
    ("The fire left a tavern co-owner, Carla Whitmore, dead.", {("owner", None, "current")}),
    ("Delmar Police Department Interim Chief Carla Whitmore left.", {("police chief", "delmar", "acting")}),
    (
        "Delmar Bureau of Investigation spokeswoman Carla Whitmore left.",
        {("spokesperson", "delmar bureau of investigation", "current")},
    ),
    ("The Delmar police senior detective Carla Whitmore left.", {("detective", "delmar police", "current")}),
    ("Senior detective Carla Whitmore left.", {("detective", None, "current")}),
    ("Delmar chief of patrol Carla Whitmore left.", {("unit chief", "delmar", "current")}),
    ("Fire chief Carla Whitmore of the Delmar fire brigade left.", {("fire chief", "delmar fire brigade", "current")}),
    ("Carla Whitmore spoke. She is the governor of Delmar province.", {("governor", "delmar province", "current")}),
    ("Carla Whitmore does not lead the union.", set()),
    (
        "Delmar County Police spokeswoman Capt. Carla Whitmore left.",
        {("spokesperson", "delmar county police", "current"), ("captain", None, "current")},
    ),
    ("Delmar National Guard Capt. Carla Whitmore left.", {("captain", "delmar national guard", "current")}),
    ("Assistant District Attorney Carla Whitmore left.", {("district attorney", None, "deputy")}),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_told(text: str, wanted: set[tuple[str | None, str | None, str]]) -> None:
    facts = extract_one(make_article(text, path="case.txt"), Settings()).facts
    roles = [f.value for f in facts if isinstance(f.value, Role)]
    assert {r.person for r in roles} <= {"Carla Whitmore", "Paul Hale"}
    found = {(r.title, r.organisation, r.status) for r in roles if r.person == "Carla Whitmore"}
    assert wanted <= found
    if not wanted:
        assert not found
