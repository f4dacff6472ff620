"""DRA709: a title in the draft where the sources have another."""

import pytest

from tests.drafting import told

WIRE = """Mayor Hedda Brekke said 320 people had spent the night in the gym. Police superintendent Olav Brandt was there.

Treasurer Ines Varga said the town would pay. The director of the gym, Ada Brook, thanked the helpers."""

RAISED = {
    "another office": ("Hedda Brekke, the priest, said 320 people had slept in the gym.", "priest"),
    "before the name": ("Captain Ines Varga said that the town would pay.", "Captain"),
}
QUIET = {
    "the same": "Hedda Brekke, the mayor, said 320 people had slept in the gym.",
    "in other words": "Olav Brandt, a police officer, was there.",
    "head of what she directs": "Ada Brook, the head of the gym, thanked the helpers.",
    "in a sentence": "Hedda Brekke, who leads the town, said 320 people had slept in the gym.",
    "another person of the name": "Priest Tor Brekke was not in town.",
    "no title in the sources": "The helpers, judge Nils Aber among them, were thanked.",
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
