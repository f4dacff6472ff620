"""FIG402: amounts of money."""

import pytest

from tests.counted import article, figure, findings


def fined(words, low, high=-1.0, *, currency="USD", **attrs):
    text = f"Norvik fined over spill\nA court fined the harbour operator Norvik {words} on Monday over an oil spill."
    return article(text, figure(words, low, high, measure="money", currency=currency, verb="fine", **attrs))


CASES = [
    ("two amounts", [fined("$2.5 million", 2.5e6), fined("$3.6 million", 3.6e6)], "error"),
    ("one amount in figures and words", [fined("$2.5 million", 2.5e6), fined("2.5 million dollars", 2.5e6)], None),
    ("one a rounding", [fined("$3 million", 3e6), fined("$3.1 million", 3.1e6)], "note"),
    ("more than", [fined("$2.5 million", 2.5e6), fined("more than $2 million", 2e6, None, hedge="more than")], None),
    ("two currencies", [fined("$2.5 million", 2.5e6), fined("2.2 million euros", 2.2e6, currency="EUR")], None),
]


@pytest.mark.parametrize(("name", "articles", "level"), CASES, ids=[c[0] for c in CASES])
def test_amounts(name, articles, level):
    found = [f for f in findings(*articles) if f.rule == "FIG402"]
    assert [f.level for f in found] == ([level] if level else [])


def test_a_year_is_no_total():
    one = fined("$23 million", 23e6)
    other = fined("$184 million", 184e6, qualifiers="average annual")
    assert findings(one, other) == []
