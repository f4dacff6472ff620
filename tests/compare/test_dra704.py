"""DRA704: a day, month or year in the draft where the sources have another."""

import pytest

from tests.drafting import told

WIRE = """The port of Velm said on Wednesday that it would move its old harbour crane to Ostmark in July.

The crane was built in 1931 by the firm Tolberg.

The mayor, Hanne Voss, will open the new quay on 14 May."""

RAISED = {
    "weekday": ("The move of the harbour crane was announced by the port of Velm on Tuesday.", "Tuesday"),
    "month": ("The port will take its old harbour crane to Ostmark in June.", "June"),
    "year": ("The crane dates from 1913; the firm Tolberg had built it.", "1913"),
    "day": ("On 24 May the mayor, Hanne Voss, is to open the new quay.", "24 May"),
}
QUIET = {
    "the same weekday": "The move of the harbour crane was announced by the port of Velm on Wednesday.",
    "its date": "On 4 March the port of Velm announced the move of its harbour crane.",
    "the same month": "The port will take its old harbour crane to Ostmark in July.",
    "the day in a month": "In May the mayor, Hanne Voss, is to open the new quay.",
    "a day of something else": "Visitors may see the museum of glass on Sunday.",
    "a headline": "Since 1913 at its post\n\nThe crane was built by the firm Tolberg.",
}


@pytest.mark.parametrize(("draft", "said"), RAISED.values(), ids=RAISED)
def test_raised(draft, said):
    assert told(draft, WIRE) == [("DRA704", said)]


@pytest.mark.parametrize("draft", QUIET.values(), ids=QUIET)
def test_quiet(draft):
    assert told(draft, WIRE) == []


def test_a_draft_with_facts_of_its_own_is_not_held_to_its_sources():
    own = "The port has 412 workers, 96 of them women. Olav Brandt of Kestrel drove the crane for 27 years, to 1988. "
    assert told(own + RAISED["year"][0], WIRE) == []


def test_two_drafts_without_a_source_are_compared_with_nobody():
    assert told(RAISED["year"][0]) == []


def test_a_weekday_of_another_week_does_not_carry_a_date():
    wire = "The clinic will be closed on 8 June, the head physician Ines Varga said on Monday."
    assert ["15 June" in value for _, value in told("The clinic is to be closed on 15 June.", wire)] == [True]


def test_a_day_that_a_speaker_names_from_his_own_is_quiet_in_a_later_draft():
    said = "“This evening hurts, and I will not pretend otherwise,” Hanne Voss told her followers"
    wire = f"Voters turned the mayor of Velm out of office on Thursday.\n\n{said} in a brewery of the town."
    assert told(f"The mayor of Velm has lost. {said}.", wire, published="2026-03-09") == []


def test_an_hour_that_a_speaker_names_from_his_own_day_is_quiet():
    said = "“I learned of it from a call at six this morning,” Hanne Voss said"
    wire = f"The coach of Velm was suspended on Thursday.\n\n{said} at the club."
    assert told(f"The coach of Velm is suspended. {said} when the news broke.", wire, published="2026-03-09") == []
