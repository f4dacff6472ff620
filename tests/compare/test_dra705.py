"""DRA705: a figure in the draft where the sources have another."""

import pytest

from crosscheck.pipeline import check
from crosscheck.read import make_article
from tests.drafting import told

WIRE = """After a meal at the school 23 children and four teachers felt ill, doctors said. The kitchen was closed.

The town will spend 6.5 million pounds on a new kitchen for its schools.

Complaints about school meals rose by 62 percent last year, the parents' union said."""

RACE = """The winners will each receive 40,000 euros, with a bonus of 25,000 euros for a course record.

In all, 67 runners needed treatment, the chief doctor said. Nine runners were taken to hospital after the race."""

RAISED = {
    "count": ("In all, 32 pupils fell ill after the school meal.", "32 pupils"),
    "money": ("For a new school kitchen the town has set aside 65 million pounds.", "65 million pounds"),
    "scale": ("For a new school kitchen the town has set aside 6.5 billion pounds.", "6.5 billion pounds"),
    "percent": ("The parents' union counted 26 percent more complaints about meals.", "26 percent"),
}
QUIET = {
    "the same count": "In all, 23 pupils fell ill after the school meal.",
    "in words": "Twenty-three pupils fell ill after the school meal.",
    "a sum of two": "In all, 27 people fell ill after the school meal.",
    "a rounding": "More than 20 pupils fell ill after the school meal.",
    "the same money": "For a new school kitchen the town has set aside 6.5 million pounds.",
    "something else": "The choir of the town sang 14 songs.",
    "no number of things": "Once again one meal was bad.",
}


@pytest.mark.parametrize(("draft", "said"), RAISED.values(), ids=RAISED)
def test_raised(draft, said):
    assert [value for _, value in told(draft, WIRE)] == [said]


@pytest.mark.parametrize("draft", QUIET.values(), ids=QUIET)
def test_quiet(draft):
    assert told(draft, WIRE) == []


def test_what_a_writer_may_add_up_is_quiet():
    assert told("Victory and record together are worth 65,000 euros to the winners.", RACE) == []


def test_digits_in_another_order_are_a_slip_though_the_sum_of_two_others_would_be_that():
    """67 and nine are 76: the runners who needed treatment are 67."""
    assert told("Seventy-six runners had to be treated after the race.", RACE) == [("DRA705", "Seventy-six runners")]


MARCH = """As many as 2,400 police officers guarded the summit. In the port 6,500 marched against the pact on Friday, police said.

The toll of the heat rose to 67 on Thursday. At least 23 people died in Velm, and over 70 districts were without power."""


def test_a_bound_far_from_its_number_is_a_slip_of_scale():
    assert told("As many as 65,000 people marched against the pact in the port on Friday.", MARCH) == [
        ("DRA705", "As many as 65,000 people")
    ]


def test_a_bound_near_its_number_is_quiet():
    assert told("More than 6,000 people marched against the pact in the port on Friday.", MARCH) == []


def test_a_number_that_a_bound_leaves_open_is_not_carried_by_it():
    """ "At least 23" is no 32."""
    assert told("In Velm 32 people died in the heat.", MARCH) == [("DRA705", "32 people")]


def test_a_cost_is_held_against_the_cost():
    first = (
        "The 210-kilogram satellite was built in Velm at a cost of 46 million dollars to watch over crops and floods."
    )
    second = "The satellite was insured for 32 million dollars, about 70 percent of what it cost, the insurer said."
    draft = "The satellite is lost. Its cost was 46 million dollars, of which insurance covers roughly 70 percent."
    assert told(draft, first, second) == []


BLAST = (
    ("2026-04-14", "The explosion in the port of Velm killed at least six people and injured 43, the governor said."),
    ("2026-04-15", "58 people were injured in the explosion in the port of Velm, the disaster office said."),
)
OLDER = {
    "a first count": "The first count after the explosion in the port of Velm was six dead and 43 injured.",
    "a past perfect": "By noon the doctors of Velm had counted 43 injured in the explosion in the port.",
    "a day of a chronicle": "**Tuesday, April 14.** An explosion in the port of Velm: 43 people are injured.",
}


def of_the_blast(draft):
    made = [make_article(draft, path="0.txt", meta={"role": "draft", "published": "2026-04-16"})]
    made += [make_article(text, path=f"{day}.txt", meta={"published": day}) for day, text in BLAST]
    return [f.rule for f in check(made, workers=1).findings if f.level != "note"]


@pytest.mark.parametrize("draft", OLDER.values(), ids=OLDER)
def test_what_held_once_may_be_told_of_its_time(draft):
    assert of_the_blast(draft) == []


def test_what_held_once_is_not_told_of_today():
    assert of_the_blast("The explosion in the port of Velm injured 43 people.") == ["DRA705"]


def test_a_share_in_words_is_no_count():
    wire = """The trial took in 12,400 adults. Half were given two doses of the vaccine four weeks apart, half a placebo. Over six
months 31 people in the vaccine group fell ill. A high temperature was seen in 4 percent of the vaccinated people."""
    draft = "Half of 12,400 adults got two doses, half a placebo. One vaccinated person in 25 ran a high temperature, briefly."
    assert told(draft, wire) == []


def test_a_length_from_now_carries_a_length():
    wire = """The chip maker must pay back a fifth of the aid if it leaves within 12 years, the Commission said.

The factory was chosen after a two-year contest."""
    assert told("Should the chip maker pull out within a dozen years, it owes back a fifth of the aid.", wire) == []


BANK = (
    "Havnebanken said on Monday it had agreed to buy its rival Sundkredit for 31 billion Danish crowns.",
    "The new price values Sundkredit at 32.5 billion Danish crowns, the bank said on Thursday.",
    "The insurer Hestia, which gives the team 9 million euros a year, 60 percent of its budget, has frozen its payments.",
    "Roughly 1,700 of the 2,100 evacuees have gone home, Mayor Ada Brook said. The families of the dead get 300,000 euros.",
)
RECKONED = {
    "the new price less the old": "Second thoughts have cost Havnebanken one and a half billion crowns for Sundkredit.",
    "the rest of a share": "Hestia, the insurer, has stopped paying the team; that leaves some 6 million of its budget.",
    "those who are not back": "Of the evacuees all but about 400 have gone home, the mayor said.",
    "so many times a sum": "The families of the four dead get 300,000 euros each, 1.2 million euros in all.",
}


@pytest.mark.parametrize("draft", RECKONED.values(), ids=RECKONED)
def test_what_a_writer_reckons_is_quiet(draft):
    assert told(draft, *BANK) == []
