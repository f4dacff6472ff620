"""FIG405: one figure at two scales."""

import pytest

from tests.counted import article, figure, findings


def bank(words, low):
    text = f"Kestrel sets money aside\nThe bank Kestrel set aside {words} on Monday for claims of its customers."
    return article(text, figure(words, low, measure="money", currency="USD", verb="set"))


def homes(words, low):
    text = f"Storm over Torn\nThe storm destroyed {words} in the Vale of Torn on Monday."
    return article(text, figure(words, low, counted="home", verb="destroy", event="damage"))


CASES = [
    ("million and billion", [bank("$340 million", 340e6), bank("$340 billion", 340e9)], ["FIG405"]),
    ("one amount in two words", [bank("$340 million", 340e6), bank("$0.34 billion", 340e6)], []),
    ("tenfold", [homes("1,200 homes", 1200), homes("12,000 homes", 12000)], ["FIG405"]),
    ("other digits", [homes("1,200 homes", 1200), homes("15,000 homes", 15000)], ["FIG401"]),
    ("one and ten", [homes("one home", 1), homes("ten homes", 10)], ["FIG401"]),
]


@pytest.mark.parametrize(("name", "articles", "rules"), CASES, ids=[c[0] for c in CASES])
def test_scales(name, articles, rules):
    assert [f.rule for f in findings(*articles)] == rules
