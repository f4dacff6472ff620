"""FIG403: percentages of one thing."""

import pytest

from tests.counted import article, figure, findings


def share(words, low, high=-1.0, *, of="home", place="Oldenmark", **attrs):
    text = f"Storm cuts power\nThe storm cut power to {words} of {of}s in {place} on Sunday, the operator said."
    return article(text, figure(words, low, high, measure="percent", of=of, scope=place, verb="cut", **attrs))


CASES = [
    ("two shares", [share("65 percent", 65), share("80 percent", 80)], "error"),
    ("one share", [share("65 percent", 65), share("65%", 65)], None),
    ("a decimal", [share("65 percent", 65), share("65.3 percent", 65.3)], "note"),
    ("shares of two places", [share("65 percent", 65), share("80 percent", 80, place="Torn")], None),
    ("up to", [share("65 percent", 65), share("up to 70 percent", None, 70, hedge="up to")], None),
]


@pytest.mark.parametrize(("name", "articles", "level"), CASES, ids=[c[0] for c in CASES])
def test_shares(name, articles, level):
    found = [f for f in findings(*articles) if f.rule == "FIG403"]
    assert [f.level for f in found] == ([level] if level else [])


def test_one_sentence_never_contradicts_itself():
    text = "Two surveys\nThe survey put approval at 68 percent, and 60 percent of those asked saw no way out."
    one = article(
        text, figure("68 percent", 68, measure="percent", verb="put"), figure("60 percent", 60, measure="percent")
    )
    assert findings(one) == []
