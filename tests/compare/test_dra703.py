"""DRA703: a name in the draft that no source carries."""

import pytest

from crosscheck.compare.rules.dra703_name import check_corpus
from crosscheck.model import Name
from crosscheck.settings import Settings
from tests.drafting import corpus, name


@pytest.mark.parametrize(
    ("case", "source", "raised"),
    [
        ("not named", "The conductor thanked the singers.", True),
        ("named", "Oskar Lindqvist thanked the singers.", False),
        ("by surname", "Lindqvist thanked the singers.", False),
        ("in capitals", "LINDQVIST THANKS SINGERS", False),
        ("possessive", "It was Lindqvist’s last concert.", False),
        ("given name only", "Oskar thanked the singers.", True),
    ],
)
def test_what_counts_as_named(case, source, raised):
    facts = [(0, "name", "Oskar Lindqvist", name("Oskar Lindqvist"))]
    notes = list(check_corpus([], corpus("Oskar Lindqvist thanked them.", source, facts=facts), Settings()))
    assert bool(notes) is raised


def test_each_person_once():
    facts = [
        (0, "name", "Oskar Lindqvist", name("Oskar Lindqvist")),
        (0, "name", "OSKAR LINDQVIST", name("OSKAR LINDQVIST")),
    ]
    notes = list(check_corpus([], corpus("Oskar Lindqvist. OSKAR LINDQVIST.", "None.", facts=facts), Settings()))
    assert [n.message for n in notes] == ["Only the draft names Oskar Lindqvist: no source does."]


@pytest.mark.parametrize(
    ("case", "draft", "told", "raised"),
    [
        ("a body by itself", "The Vale Trust paid for it.", "Vale Trust", True),
        ("behind its head", "The Department of Natural Resources paid.", "Natural Resources", False),
        ("behind its head and the", "The Secretary of the Interior paid.", "Interior", False),
        ("second of two", "The Ministry of Roads and Bridges paid.", "Bridges", False),
        ("before its last word", "The Vale Trust Fund paid.", "Vale Trust", False),
        ("behind its first word", "It was Upper Vale Trust that paid.", "Vale Trust", False),
        ("behind a weekday", "It was on Sunday Vale Trust paid.", "Vale Trust", True),
        ("before a weekday", "It was paid by Vale Trust Sunday.", "Vale Trust", True),
    ],
)
def test_a_piece_of_a_longer_name_is_not_told(case, draft, told, raised):
    body = Name(full=told, key=told.casefold(), entity="organisation")
    notes = list(check_corpus([], corpus(draft, "None.", facts=[(0, "name", told, body)]), Settings()))
    assert bool(notes) is raised


def test_a_name_inside_a_longer_one_of_the_draft_is_told_once():
    names = [Name(full=n, key=n.casefold(), entity="organisation") for n in ("Vale Rail Trust", "Rail Trust")]
    text = "Vale Rail Trust paid. The Rail Trust is rich."
    facts = [(0, "name", "Vale Rail Trust", names[0]), (0, "name", "Rail Trust is", names[1])]
    notes = list(check_corpus([], corpus(text, "None.", facts=facts), Settings()))
    assert [n.subject for n in notes] == ["Vale Rail Trust"]
