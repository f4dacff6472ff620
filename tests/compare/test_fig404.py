"""FIG404: ages of one person."""

import pytest

from tests.counted import article, figure, findings


def climber(words, age, *, who="Anna Weber", published="2019-03-12", text=None):
    told = text or f"Climber rescued\nRescuers reached {who}, {words}, on Sunday after two nights on the north face."
    return article(told, figure(words, age, measure="age", unit="year", age_of=who), published=published)


CASES = [
    ("two ages", [climber("38", 38), climber("48", 48)], "error"),
    ("one age", [climber("38", 38), climber("38", 38, published="2019-03-13")], None),
    ("a year later", [climber("38", 38), climber("39", 39, published="2020-03-10")], "note"),
    ("a day later", [climber("38", 38), climber("39", 39, published="2019-03-13")], "error"),
    ("two sisters", [climber("38", 38), climber("36", 36, who="Clara Weber")], None),
]


@pytest.mark.parametrize(("name", "articles", "level"), CASES, ids=[c[0] for c in CASES])
def test_ages(name, articles, level):
    found = [f for f in findings(*articles) if f.rule == "FIG404"]
    assert [f.level for f in found] == ([level] if level else [])


def test_an_age_without_a_name_is_the_one_named_elsewhere_in_the_article():
    text = "Climber, 38, rescued\nThe 38-year-old spent two nights on the face.\nAnna Weber, 38, was unhurt, rescuers said."
    one = article(
        text,
        figure("38-year-old", 38, measure="age", unit="year"),
        figure("38", 38, measure="age", unit="year", age_of="Anna Weber"),
    )
    found = findings(one, climber("48", 48))
    assert len(found) == 1
    assert sorted(len(r.facts) for r in found[0].readings) == [1, 2]
