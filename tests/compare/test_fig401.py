"""FIG401: counts that conflict, and those that only look so."""

import pytest

from tests.counted import article, figure, findings

KILLED = {"counted": "person", "verb": "kill", "event": "death"}
HURT = {"counted": "person", "verb": "injure", "event": "injury"}


def tram(number, low, high=-1.0, *, published="2019-03-12", tail="", **attrs):
    text = f"Trams collide in Lindau\nTwo trams collided in Lindau on Monday, killing {number} people and blocking the bridge{tail}."
    return article(text, figure(f"{number} people", low, high, **KILLED, **attrs), published=published)


# name, articles, level of the finding or None
CASES = [
    ("two tolls on one day", [tram("six", 6), tram("nine", 9)], "error"),
    ("one toll", [tram("six", 6), tram("6", 6)], None),
    ("a bound that holds", [tram("six", 6), tram("at least five", 5, None, hedge="at least")], None),
    ("a bound that does not", [tram("six", 6), tram("more than eight", 8, None, hedge="more than")], "warning"),
    ("a higher toll an evening later", [tram("six", 6, published="2019-03-12T08:00:00"), tram("nine", 9, published="2019-03-12T20:00:00")], "note"),
    ("a lower toll an evening later", [tram("nine", 9, published="2019-03-12T08:00:00"), tram("six", 6, published="2019-03-12T20:00:00")], "error"),
    ("a round number", [tram("600", 600), tram("612", 612)], "note"),
    ("about", [tram("about 60", 60, approximate="1"), tram("63", 63)], None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "articles", "level"), CASES, ids=[c[0] for c in CASES])
def test_tolls(name, articles, level):
    found = [f for f in findings(*articles) if f.rule == "FIG401"]
    assert [f.level for f in found] == ([level] if level else [])


def test_one_finding_holds_every_value_with_all_who_tell_it():
    found = findings(tram("six", 6), tram("six", 6, published=None), tram("nine", 9), tram("twelve", 12))
    assert len(found) == 1
    assert sorted(len(r.facts) for r in found[0].readings) == [1, 1, 2]


def test_the_dead_and_the_injured_are_two_counts():
    text = "Trams collide in Lindau\nThe crash killed six people and injured nine people in Lindau."
    one = article(text, figure("six people", 6, **KILLED), figure("nine people", 9, **HURT))
    other = article(text + " ", figure("six people", 6, **KILLED), figure("nine people", 9, **HURT))
    assert findings(one, other) == []


def test_an_older_event_stands_apart():
    now = article(
        "Quake in Torn\nThe quake killed four people in the Vale of Torn on Monday.",
        figure("four people", 4, **KILLED),
        published="2019-03-12",
    )
    then = article(
        "Quake in Torn\nThe ground shook on Monday.\nA quake in 1963 killed 300 people in the Vale of Torn.",
        figure("300 people", 300, **KILLED),
        published="2019-03-12",
    )
    assert findings(now, then) == []


def test_five_others_are_six_with_the_one_named():
    one = article(
        "Teenagers held\nHe was arrested with five other men outside a shop in Lindau.",
        figure("five other men", 5, counted="man", further="1", verb="arrest", event="arrest"),
    )
    two = article(
        "Teenagers held\nPolice arrested six men outside a shop in Lindau.",
        figure("six men", 6, counted="man", verb="arrest", event="arrest"),
    )
    assert findings(one, two) == []


def test_some_of_which_are_no_other_part_of_a_sum():
    def bridges(number, value):
        text = f"Quake in Lindau\nThe quake damaged {number} bridges, two of which collapsed, the mayor of Lindau said."
        told = {"counted": "bridge", "verb": "damage", "event": "damage"}
        return article(text, figure(f"{number} bridges", value, value, **told), figure("two", 2, 2, **told))

    assert [f.rule for f in findings(bridges("five", 5), bridges("seven", 7)) if f.level != "note"] == ["FIG401"]


def test_a_district_is_no_part_of_the_quarrel():
    whole = article(
        "Flood in Oldenmark\nNews of the flood came late.\nOfficials spoke to reporters.\nSo far 40 people were killed.",
        figure("40 people", 40, **KILLED),
        published="2019-03-12",
    )
    part = article(
        "Flood in Oldenmark\nNews of the flood came late.\nReporters heard of it.\n"
        "In the district of Wendel 12 people were killed.",
        figure("12 people", 12, **KILLED),
        published="2019-03-12",
    )
    assert [f for f in findings(whole, part) if f.level != "note"] == []


def test_the_same_articles_in_another_order_make_the_same_finding():
    articles = [tram("six", 6), tram("nine", 9), tram("six", 6, published=None)]
    assert {f.id for f in findings(*articles)} == {f.id for f in findings(*articles[::-1])}


def test_one_more_agreeing_article_keeps_the_id():
    articles = [tram("six", 6), tram("nine", 9)]
    assert {f.id for f in findings(*articles)} == {f.id for f in findings(*articles, tram("six", 6, published=None))}
