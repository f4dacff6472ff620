"""DRA709: a title in the draft where the sources have another."""

import pytest

from crosscheck.data.callings import calling, standing
from tests.drafting import told

WIRE = """Mayor Hedda Brekke said 320 people had spent the night in the gym. Police superintendent Olav Brandt was there.

Treasurer Ines Varga said the town would pay. The director of the gym, Ada Brook, thanked the helpers.

"The roof held," said Dr Mona Reyes, a geologist at the institute. Medical director Dr Jon Alder slept there too.

Union president and chief executive Karl Moen, who chairs the works council, brought soup. Nils Aber, a fisherman,
brought his boat. Deputy harbourmaster Siri Lund closed the port. Captain Aron Falk kept his ship outside it.

Norwegian Fisheries Minister Grete Lie promised money, and so did Kari Strand, Minister of Culture and Church. Home Minister
Jorid Aas came with finance director Eli Vik. The shop's lawyer, Mats Hovd, and its analyst, Liv Solem, stayed away.
Conservator Tuva Rem saved the pictures. Project manager Finn Dal counted them. Team doctor Ola Berg stayed late.
Unn Moe, the yard's chief executive, stayed too. Conservation Minister Pia Dahl called Jens Ree, the deputy mayor for sport.
"We are ready," said Aida Tokt, the country's deputy energy minister."""

RAISED = {
    "another office": ("Hedda Brekke, the priest, said 320 people had slept in the gym.", "priest"),
    "before the name": ("Captain Ines Varga said that the town would pay.", "Captain"),
    "of the same science": ("Mona Reyes, one of its historians, said the roof had held.", "historians"),
    "another branch": ("Jon Alder, the nursing director, slept in the gym as well.", "director"),
    "another trade": ("Nils Aber, a carpenter, brought his own boat.", "carpenter"),
    "another's title": ("Siri Lund, the captain, closed the port.", "captain"),
    "of none of two posts": ("Soup came from Karl Moen, 61, the treasurer of the union.", "treasurer"),
    "no longer the deputy": ("Siri Lund, the harbourmaster, closed the port.", "harbourmaster"),
    "a trade that nobody has beside this one": ("The helpers, judge Nils Aber among them, were thanked.", "judge"),
    "another trade of another field": ("Mats Hovd, the shop's doctor, stayed away.", "doctor"),
    "another department": ("Grete Lie, the environment minister, promised money.", "minister"),
    "another department than the one behind": ("Kari Strand, the justice minister, promised money.", "minister"),
    "another director": ("Eli Vik, the nursing director, came too.", "director"),
    "of no place named": ("Liv Solem, a director there, stayed away.", "director"),
    "other than a name begins with": ("The pictures were saved by Tuva Rem, a photographer.", "photographer"),
    "another of the team": ("Ola Berg, the team manager, stayed late.", "manager"),
    "another chief of the yard": ("Unn Moe, the yard's chief pilot, stayed late.", "pilot"),
    "another department of a deputy mayor": ("Jens Ree, the deputy mayor for housing, was called.", "mayor"),
    "another department in other words": ("Grete Lie, the minister in charge of health, promised money.", "minister"),
    "another department than a rare one": ("Pia Dahl, the fisheries minister, called.", "minister"),
    "another of the crew": ("Aron Falk, the first mate, kept the ship outside the port.", "mate"),
}
QUIET = {
    "the same": "Hedda Brekke, the mayor, said 320 people had slept in the gym.",
    "in other words": "Olav Brandt, a police officer, was there.",
    "head of what she directs": "Ada Brook, the head of the gym, thanked the helpers.",
    "one of two posts": "Soup came from Karl Moen, the chief executive of the union.",
    "what he does": "Soup came from Karl Moen, chair of the works council.",
    "a word for both": "Karl Moen, the union's boss, brought soup.",
    "a plain word": "Mona Reyes, a scientist at the institute, said the roof had held.",
    "another word for a department": "Jorid Aas, the interior minister, came too.",
    "one of two departments": "Kari Strand, the church minister, promised money.",
    "a post by what it belongs to": "Finn Dal, the project's manager, counted the pictures.",
    "the trade and more": "Nils Aber, the old fisherman, brought his boat.",
    "a near word behind the same": "Ola Berg, the team physician, stayed late.",
    "the deputy in another order": "Aida Tokt, the country's deputy minister of energy, was ready.",
    "the same department in other words": "Grete Lie, the minister responsible for fisheries, promised money.",
    "a near department": "Pia Dahl, the environment minister, called.",
    "still the deputy": "Siri Lund, the deputy harbourmaster, closed the port.",
    "a post of another field": "Nils Aber, a councillor, brought his boat.",
    "in a sentence": "Hedda Brekke, who leads the town, said 320 people had slept in the gym.",
    "another person of the name": "Priest Tor Brekke was not in town.",
}


@pytest.mark.parametrize(("draft", "said"), RAISED.values(), ids=RAISED)
def test_raised(draft, said):
    assert [(rule[:3], value.rpartition(" ")[2]) for rule, value in told(draft, WIRE)] in (
        [("DRA", said)],
        [("AFF", said)],
    )


@pytest.mark.parametrize("draft", QUIET.values(), ids=QUIET)
def test_quiet(draft):
    assert told(draft, WIRE) == []


TOGETHER = [
    ("the chancellor", "finance minister"),
    ("special envoy", "special representative"),
    ("bank governor", "bank president"),
    ("chief executive", "the firm's boss"),
    ("police chief", "chief of police"),
    ("spokesperson", "press officer"),
    ("foreign minister", "party leader"),
    ("home minister", "interior minister"),
    ("captain", "pilot"),
]
APART = [
    ("chairman", "head coach"),
    ("captain", "first mate"),
    ("spokesman", "director"),
    ("foreign minister", "defence minister"),
    ("chemists", "historian"),
    ("judge", "surgeon"),
    ("legal director", "finance director"),
]


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_one_person_may_be_called_both(one, other):
    assert standing(calling(one), calling(other)) in ("same", "compatible")


@pytest.mark.parametrize(("one", "other"), APART)
def test_one_person_is_not_called_both(one, other):
    assert standing(calling(one), calling(other)) == "apart"
