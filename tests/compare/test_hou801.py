"""HOU801 and what the house list settles."""

import msgspec
import pytest

from crosscheck.compare.house import settle
from crosscheck.compare.rules.hou801_house_spelling import check_corpus
from crosscheck.model import Finding, Reading
from crosscheck.settings import HouseSettings, Settings
from tests.drafting import corpus

HOUSE = Settings(
    house=HouseSettings(
        spellings={
            "Volodymyr Zelenskyy": ("Volodymyr Zelensky", "Zelensky"),
            "Kyiv": ("Kiev",),
            "Foreign Ministry of China": ("Foreign Ministry", "Chinese MFA"),
            "al-Qaeda": ("Al Qaeda", "al-Qaida"),
        }
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zelensky spoke in Kyiv.", {"Volodymyr Zelenskyy": ["Zelensky"]}),
        ("Volodymyr Zelensky spoke.", {"Volodymyr Zelenskyy": ["Volodymyr Zelensky"]}),
        ("Volodymyr Zelenskyy spoke in Kyiv.", {}),
        ("The Kievan Rus and the Zelenskys.", {}),
        ("KIEV and kiev", {}),
        ("Kiev, Kiev and “Kiev”.", {"Kyiv": ["Kiev", "Kiev", "Kiev"]}),
        ("The Foreign Ministry of China said.", {}),
        ("The Foreign Ministry said.", {"Foreign Ministry of China": ["Foreign Ministry"]}),
        ("Al\nQaeda said.", {"al-Qaeda": ["Al\nQaeda"]}),
        ("al-Qaida said.", {"al-Qaeda": ["al-Qaida"]}),
        ("", {}),
    ],
)
def test_forms_in_the_draft(text, expected):
    found = list(check_corpus([], corpus(text + " .", "Kiev Zelensky"), HOUSE))
    assert {f.subject: [x.mention.text for x in f.readings[-1].facts] for f in found} == expected
    assert all(f.suggestion == f.subject and f.level == "warning" for f in found)


def spelling(*values):
    readings = tuple(Reading(value=v, canonical=v, facts=()) for v in values)
    return Finding(
        id="1", rule="NAM101", kind="name", level="warning", confidence=1, subject="x", message="m", readings=readings
    )


@pytest.mark.parametrize(
    ("values", "settled"),
    [
        (("Kiev", "Kyiv"), True),
        (("Zelensky", "Volodymyr Zelensky"), True),
        (("Kiev", "Kharkiv"), False),
        (("Lin Jian", "Lin Jiang"), False),
        (("Foreign Ministry of China", "Chinese MFA"), True),
    ],
)
def test_what_the_list_settles(values, settled):
    with_draft = corpus("x", "y")
    without = msgspec.structs.replace(
        with_draft, articles={k: msgspec.structs.replace(a, role="source") for k, a in with_draft.articles.items()}
    )
    assert settle([spelling(*values)], with_draft, HOUSE) == ([] if settled else [spelling(*values)])
    (kept,) = settle([spelling(*values)], without, HOUSE)
    assert kept.level == ("note" if settled else "warning")
