"""DRA706: a place or body in the draft where the sources have another."""

import pytest

from tests.drafting import told

WIRE = """The glass works will move from Dunmore to Kestrel Bay by autumn, its owner said.

The Tolberg Foundation has paid 2 million pounds to the workers, its director Hanne Voss said.

Officers arrested the banker at the airport in Halvern.

The quarry at Sellick was shut by the National Rivers Board in March after floods. Its pumps were sold in Ormsby.
The University of Brede found that snow had brought the floods.

Madame Inês Corda opened a bakery in São Brás."""

RAISED = {
    "town": ("By autumn the glass works is to leave Dunmore for Ashford.", "Ashford"),
    "body": ("Workers have received 2 million pounds from the Sandby Trust.", "Sandby Trust"),
    "place before its noun": ("The banker was seized at Gothenburg airport by officers.", "Gothenburg"),
    "a town of another sentence": ("The pumps of the quarry were sold in Dunmore.", "Dunmore"),
    "a body of the same words": (
        "After the floods in March the quarry had to shut: the National Forests Board saw to it.",
        "National Forests Board",
    ),
    "a seat for a name": (
        "The University of Ormsby found that the quarry's floods had come from the snow.",
        "University of Ormsby",
    ),
    "slip": ("The banker was arrested by officers in Malvern.", "Malvern"),
    "slip in a longer name": ("By autumn the glass works is to leave Dunmore for Kestral Bay.", "Kestral Bay"),
}
QUIET = {
    "the same town": "By autumn the glass works is to leave Dunmore for Kestrel Bay.",
    "the same body": "Workers have received 2 million pounds from the Tolberg Foundation.",
    "a person": "Workers have received 2 million pounds, Olav Brandt said.",
    "a form of the name": "By autumn the glass works is to leave the Dunmores for Kestrel Bay.",
    "a country for a town": "By autumn the glass works is to leave Dunmore for Portugal.",
    "without its accent": "Madame Ines Corda has opened a bakery in Sao Bras.",
    "both towns": "The quarry at Sellick is shut, and its pumps are now in Ormsby.",
    "a shorter form": "After the floods in March the quarry was shut by the Rivers Board.",
    "its letters": "After the floods in March the quarry was shut by the NRB.",
    "elsewhere": "A choir from Sandby sang on the market square.",
}


@pytest.mark.parametrize(("draft", "said"), RAISED.values(), ids=RAISED)
def test_raised(draft, said):
    assert [value for _, value in told(draft, WIRE)] == [said]


@pytest.mark.parametrize("draft", QUIET.values(), ids=QUIET)
def test_quiet(draft):
    assert told(draft, WIRE) == []


FERRY = """A car ferry with 312 passengers and 28 crew ran aground off the island of Mlin late on Saturday, injuring 17 people, the
coast guard said. All 84 vehicles are still on board."""
STRIKER = """They had bought the striker for 1.2 million euros from Golden Palms of Accra. The Ghanaian club will get 10 percent of
the fee, its president said.

The club will hand over a tenth of the sum this week. Montaldera, sixth in Serie A, could give him his debut on Sunday."""


def test_a_preposition_that_begins_a_sentence_is_no_name():
    assert told("The car ferry ran aground. Aboard were 340 people, 28 of them crew, and 84 vehicles.", FERRY) == []


def test_one_of_a_row_is_no_town():
    draft = (
        "The striker cost them 1.2 million euros. Sixth in the table, they hand over a tenth to his old club in Accra."
    )
    assert told(draft, STRIKER) == []


def test_the_adjective_of_a_town_is_no_other_town():
    wire = "All 19 of its aircraft were grounded on Sunday after a fuel supplier in Vienna refused further credit, Ada Brook said."
    assert (
        told("The carrier quit flying on Sunday once a Viennese fuel supplier would grant it no more credit.", wire)
        == []
    )


def test_the_members_of_a_body_are_no_other_body():
    wire = "Hanne Voss, leader of the Civic Union, said her party was ready. The Agrarian League ruled out joining a cabinet."
    assert told("Voss would like to govern, but the Agrarians will not serve in a cabinet of hers.", wire) == []
