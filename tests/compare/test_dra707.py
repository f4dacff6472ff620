"""DRA707: a quote in the draft that is a source's with a word changed."""

import msgspec
import pytest

from crosscheck.compare.restated.partners import Partners
from crosscheck.settings import Settings
from tests.drafting import corpus, quote, told

WIRE = """The banker acted out of “boundless greed”, Judge Ada Brook said.

He had shown “no trace of remorse”, prosecutor Olav Brandt said. “We are an island now,” said Hanne Voss, the mayor."""

RAISED = {
    "one of two words, one speaker": ("Judge Ada Brook spoke of “boundless malice”.", "boundless malice"),
    "one of four words, any speaker": (
        "Krag, said the prosecutor, had shown “no sign of remorse”.",
        "no sign of remorse",
    ),
    "three words for two": ("“We are a ghost town now,” Hanne Voss, the mayor, said.", "We are a ghost town now"),
}
QUIET = {
    "the same": "Judge Ada Brook spoke of “boundless greed”.",
    "a part": "Judge Ada Brook spoke of “greed”.",
    "two other words": "Judge Ada Brook spoke of “shameless lies”.",
    "one of two words, another speaker": "Hanne Voss, the mayor, promised “boundless help”.",
    "told without quotation marks": "Judge Ada Brook said the banker acted out of boundless greed.",
}


@pytest.mark.parametrize(("draft", "said"), RAISED.values(), ids=RAISED)
def test_raised(draft, said):
    assert [(rule, value.rstrip(",.")) for rule, value in told(draft, WIRE)] == [("DRA707", said)]


@pytest.mark.parametrize("draft", QUIET.values(), ids=QUIET)
def test_quiet(draft):
    assert told(draft, WIRE) == []


@pytest.mark.parametrize(("posting", "found"), [(300, 1), (5, 0)])
def test_a_word_that_very_many_quotes_have_calls_up_none_of_them(posting, found):
    """The quotes that a draft's is held against are bounded: thousands of them would cost the square of that."""
    wires = [f"the old bridge of ward {n} opens" for n in "bcdefghi"]
    mine = "the old bridge of ward x opens"
    facts = [(0, "quote", mine, quote(mine)), *((n, "quote", w, quote(w)) for n, w in enumerate(wires, 1))]
    told = corpus(f"Ada Brook: {mine}.", *(f"Ada Brook: {w}." for w in wires), facts=facts)
    limits = msgspec.structs.replace(Settings().restated, posting=posting)
    quotes = Partners(told, msgspec.structs.replace(Settings(), restated=limits)).quotes()
    assert len(list(quotes.reworded())) == found
