"""DRA708: a quote that the draft gives to somebody else than its sources, without a verb that ties the two."""

import pytest

from tests.drafting import told

WIRE = """Prosecutor Ada Brook called the banker “a thief in good clothes”. His lawyer Olav Brandt objected.

Olav Brandt left the court in tears. “I am no thief,” he said.

“We will strike until Easter,” said union head Ivo Marsh. The manager Greta Falk called for talks."""

RAISED = {
    "in the words of": ("In the words of Olav Brandt, he is “a thief in good clothes”.", "Olav Brandt"),
    "for": ("For Olav Brandt the banker is “a thief in good clothes”.", "Olav Brandt"),
    "where the source has a pronoun": ("“I am no thief,” said Greta Falk.", "Greta Falk"),
    "a sentence on one person before": ("Greta Falk is firm. “We will strike until Easter,” he said.", "Greta Falk"),
}
QUIET = {
    "the right one": "In the words of Ada Brook, he is “a thief in good clothes”.",
    "the right one for a pronoun": "“I am no thief,” said Olav Brandt.",
    "a pronoun": "“I am no thief,” he said.",
    "the right one before": "Ivo Marsh is firm. “We will strike until Easter,” he said.",
    "named behind": "For Olav Brandt it is a scandal: “a thief in good clothes”, Ada Brook had said.",
    "nobody": "One of them called him “a thief in good clothes”.",
}


@pytest.mark.parametrize(("draft", "said"), RAISED.values(), ids=RAISED)
def test_raised(draft, said):
    assert told(draft, WIRE) == [("DRA708", said)]


@pytest.mark.parametrize("draft", QUIET.values(), ids=QUIET)
def test_quiet(draft):
    assert told(draft, WIRE) == []
