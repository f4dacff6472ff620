"""DRA703: a name in the draft that no source carries."""

import pytest

from crosscheck.compare.rules.dra703_name import check_corpus
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
