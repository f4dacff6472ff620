"""NAM103: the name of a body in other words."""

from __future__ import annotations

import pytest

from tests.people import Story, codes, findings


def told(*sentences: str) -> Story:
    return [(s, []) for s in sentences]


RAISED = {
    "turned": (
        told("They went to Norla Bend Regional Medical Center."),
        told("They left Norla Bend Medical Regional Center."),
        "turned",
    ),
    "of": (told("The loan came from Bank Halden."), told("It was Oman's Bank of Halden that paid."), "of"),
    "of left out once in an article that has it": (
        told("The Norla Bureau of Investigation came.", "He asked the Norla Bureau Investigation for help."),
        told("The Norla Bureau of Investigation said so."),
        "of",
    ),
    "exchanged": (
        told("He called the Norla Carden Police Department."),
        told("It was the Norla Canal Police Department that came."),
        "exchanged",
    ),
    "exchanged in a name of three words known by its letters": (
        told("The Alban Loan Fund (ALF) is empty."),
        told("It was the Agri Loan Fund that lent."),
        "exchanged",
    ),
    "plural inside": (
        told("The Norl County Sheriffs Office said no."),
        told("It was the Norls County Sheriff's Office that came."),
        "plural",
    ),
    "plural of a centre": (
        told("He asked the Center for Norla Fevers."),
        told("She wrote to the Centers for Norla Fevers."),
        "plural",
    ),
    "sort of body, all else told alike": (
        told("Two pupils were taken by helicopter to the Norla Valley Hospital on Friday, the sheriff said."),
        told("Both pupils were taken by helicopter to the Norla Valley Clinic on Friday."),
        "exchanged",
    ),
    "a word of another meaning, all else told alike": (
        told("Three drivers were flown to Dorn Regional Hospital with burns, troopers said."),
        told("Three drivers were flown to Dorn General Hospital with burns."),
        "exchanged",
    ),
    "left out": (
        told("The Norla Harbour Safety Board looked into it.", "The NHSB said so."),
        told("It was the Norla Harbour Board that looked into it."),
        "left out",
    ),
    "letters": (
        told("It stood in the Halden Republic News Agency."),
        told("The Haldian News Agency (HRNA) told of it."),
        "letters",
    ),
}

QUIET = {
    "two hospitals of one town": (
        told("The Dorn Regional Hospital is to hire nurses in June."),
        told("Three drivers were flown to Dorn General Hospital with burns."),
    ),
    "two hospitals of one town in one article": (
        told("Three drivers were flown to Dorn Regional Hospital with burns.", "One is at Dorn General Hospital.",
             "Dorn General Hospital is full."),
        told("Three drivers were flown to Dorn General Hospital with burns."),
    ),
    "a ministry": (told("The Department of Justice said no."), told("The Justice Department agreed.")),
    "a church": (told("He met Norla Church of the Hill friends."), told("He met Norla Hill Church friends.")),
    "two services": (told("The Norla Bay Fire Department came."), told("The Norla Bay Police Department came.")),
    "two counties": (told("The Norla County Police Department."), told("The Halden County Police Department.")),
    "short form of a word": (told("The Metro Norla Police Department."), told("The Metropolitan Norla Police Department.")),
    "a word left out of a name without letters": (
        told("The Norla Harbour Safety Board looked into it."),
        told("It was the Norla Harbour Board that looked into it."),
    ),
    "two departments": (
        told("He is of the Department of Norla Affairs."),
        told("He is of the Departments of Norla Affairs and Trade."),
    ),
    "a plural at the end": (told("He is a Norla Coptic Christian."), told("She met Norla Coptic Christians.")),
    "an apostrophe": (told("The Duke Norls County Court sat."), told("He left Duke Norl's County Court.")),
    "a state's body in short": (
        told("The Norla State Harbour Patrol (NSHP) came."),
        told("It was the Norla Harbour Patrol that came."),
    ),
    "a law": (
        told("The Norla Vacant Posts Act (NVPA) says so."),
        told("It is the Norla Posts Act that says so."),
    ),
    "points of the compass": (
        told("He works for Norla Street Northern Bank."),
        told("She works for Norla Street North Bank."),
    ),
    "both in one article, more than once": (
        told("The Norla Carden Police Department came.", "The Norla Canal Police Department came."),
        told("The Norla Carden Police Department came.", "The Norla Canal Police Department left.",
             "He met the Norla Canal Police Department."),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "how"), RAISED.values(), ids=RAISED)
def test_raised(one: Story, other: Story, how: str) -> None:
    found = findings(one, other)
    assert [(f.rule, f.level, f.verdict) for f in found] == [("NAM103", "warning", how)]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: Story, other: Story) -> None:
    assert "NAM103" not in {rule for rule, _ in codes(one, other)}


def test_the_readings_are_the_names_alone() -> None:
    one, other, _ = RAISED["of"]
    assert sorted(r.value for r in findings(one, other)[0].readings) == ["Bank Halden", "Bank of Halden"]
