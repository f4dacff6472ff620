"""Whose police it is, and who holds an office of which a story knows one."""

from __future__ import annotations

import pytest

from tests.people import Story, codes, person, role


def test_the_only_holder_of_a_title_in_the_story() -> None:
    def driver(full: str) -> Story:
        return [(f"{full} spoke.", [person(full, "p1"), role(full, "p1", full, "driver", definite="1")])]

    assert codes(driver("Graham Pell"), driver("Gareth Pell")) == [("AFF201", "warning")]


OWNERS = {
    "a country that nobody else knows": (
        ("Greek police charged over death of boy.", "Peruvian police charged over death of boy."),
        ["AFF202"],
    ),
    "two countries with a part in the story": (
        (
            "Greek police charged over death of boy.",
            "Peruvian police charged over death of boy.",
            "Peru is angry with Greece.",
        ),
        [],
    ),
    "other sentences": (("Greek police charged over death of boy.", "Peruvian police praised the rescue dogs."), []),
}


@pytest.mark.parametrize(("texts", "wanted"), OWNERS.values(), ids=OWNERS)
def test_owners(texts: tuple[str, ...], wanted: list[str]) -> None:
    assert [c for c, _ in codes(*([(t, [])] for t in texts))] == wanted
