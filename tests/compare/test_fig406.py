"""FIG406: parts and their sum."""

import pytest

from tests.counted import article, figure, findings


def whole(words, low):
    text = f"Ferry sinks\nA ferry carrying {words} sank on Sunday."
    return article(text, figure(words, low, counted="person", verb="carry"))


def parts(passengers, crew):
    text = f"Ferry sinks\nThe ferry was carrying {passengers} passengers and {crew} crew when it sank on Sunday."
    return article(
        text,
        figure(f"{passengers} passengers", passengers, counted="passenger", verb="carry"),
        figure(f"{crew} crew", crew, counted="crew", verb="carry"),
    )


CASES = [
    ("a sum that holds", [whole("158 people", 158), parts(150, 8)], []),
    ("a sum that does not", [whole("158 people", 158), parts(150, 12)], ["FIG406"]),
    ("the count of something else", [whole("2,000 people", 2000), parts(150, 12)], []),
]


@pytest.mark.parametrize(("name", "articles", "rules"), CASES, ids=[c[0] for c in CASES])
def test_sums(name, articles, rules):
    assert [f.rule for f in findings(*articles)] == rules


@pytest.mark.parametrize(("children", "rules"), [(4, []), (7, ["FIG406"])])
def test_a_part_is_never_more_than_its_whole(children, rules):
    text = f"Bus crash\nFive people were killed, including {children} children, police said."
    one = article(
        text,
        figure("Five people", 5, counted="person", verb="kill", event="death"),
        figure(f"{children} children", children, counted="child", verb="kill", event="death"),
    )
    assert [f.rule for f in findings(one)] == rules
