"""Names that a draft brings for what its sources allude to, and speakers whom it does not name."""

from __future__ import annotations

import pytest

from tests.drafting import told

WIRES = (
    "Polish yard buys Danish rival\n\nGDANSK, 3 March - The Polish shipbuilder Orvell agreed on Tuesday to buy its Danish rival"
    " Skarrup, creating Europe's second largest builder of ferries. The yard of Skarrup at Nymoll employs 420 people. The"
    ' German government holds 12 percent of Orvell, its spokesman Piotr Wenda said. "We build ships and we keep builders,"'
    " said Ewa Lisak, who runs Orvell from Szczecin.",
    "Unions fear for Nymoll\n\nAALBORG, 4 March - The metalworkers' union asked on Wednesday what becomes of Nymoll. A court in"
    " Esbjerg will hear its complaint on 20 March. Karl Thisted, who welds in Nymoll, had his doubts. The European Commission"
    ' must agree to the sale, the union said. "A ferry is welded by hand, not by promises," said the welder.',
)
DRAFT = (
    "# Ferries change hands\n\nOrvell is buying Skarrup, a builder of ferries. {said} The metalworkers' union will be heard by a"
    " court in Esbjerg on 20 March."
)


@pytest.mark.parametrize(
    "said",
    [
        "In Denmark the worry is about the yard at Nymoll, where 420 people work.",
        "Berlin holds 12 percent of Orvell, said Piotr Wenda.",
        "Brussels must agree to the sale.",
        "Orvell, of Szczecin, agreed on Tuesday to buy its rival, and will be the second largest builder of ferries.",
        "The metalworkers' union in Aalborg asked on Wednesday what becomes of Nymoll.",
    ],
)
def test_what_the_sources_allude_to_is_no_other_place(said: str):
    assert told(DRAFT.format(said=said), *WIRES) == []


@pytest.mark.parametrize("wrong", ["at Horsens", "in Berlin"])
def test_other_places_still_are(wrong: str):
    draft = DRAFT.format(said=f"The yard of Skarrup {wrong} employs 420 people.")
    assert "DRA706" in {rule for rule, _ in told(draft, *WIRES)}


LEADEN = (
    "Race of Tolne ends in court\n\nTOLNE, 4 March - Rui Alvesse won the race of Tolne after Jens Maarup was struck off, a court"
    ' said on Wednesday. Jens Maarup must send back 3,000 crowns. "I would have liked to win it on the water," said Rui'
    " Alvesse.",
)
RACE = (
    "# A race decided ashore\n\nThe race of Tolne stays with Rui Alvesse, and Jens Maarup must send back 3,000 crowns."
    ' "I would have liked to win it on the water," said {who}.'
)


def test_a_speaker_who_is_only_described_is_no_other_speaker():
    assert told(RACE.format(who="the Portuguese"), *LEADEN) == []
    assert {rule for rule, _ in told(RACE.format(who="Jens Maarup"), *LEADEN)} & {"QUO502", "DRA708"}
