"""What a writer may reckon from the sources' figures, and where reckoning ends: a sum that any two figures fit is none."""

import pytest

from crosscheck.compare.restated.derived import Derived, made_here
from crosscheck.settings import RestatedSettings
from tests.counted import article, figure

SETTINGS = RestatedSettings()
LINES = "The first told of {}.\n\nNothing more was said that day.\n\nThe second told of {}."


def derived(sort, *told):
    """The figures of a source, in sentences that stand apart."""
    made = Derived(SETTINGS)
    _, extraction = article(LINES.format(*told), *(figure(f"{n}", n) for n in told))
    for fact in extraction.facts:
        made.add(fact, sort, fact.value.low)
    return made, extraction.facts[0]


@pytest.mark.parametrize(
    ("sort", "told", "number", "expected"),
    [
        ("count", (2100, 1700), 400, True),  # those who are not back
        ("count", (2100, 2040), 60, False),  # of small numbers some pair always fits
        ("money EUR", (90, 30), 60, True),
        ("money EUR", (34_000_000_000, 1_900_000_000), 36_000_000_000, True),  # near 36 billion
        ("money EUR", (34_000_000_000, 1_900_000_000), 36_200_000_000, False),
        ("money EUR", (340_000, 19_000), 360_000, False),  # below a million every figure counts
    ],
)
def test_two_figures_that_stand_apart(sort, told, number, expected):
    made, fact = derived(sort, *told)
    assert made.holds(fact, sort, number) is expected


def test_so_many_different_figures_are_taken_in_pairs_and_no_more():
    made = Derived(SETTINGS)
    for n in range(SETTINGS.most_apart + 1):
        _, extraction = article(f"Told: {1000 + 7 ** (n % 20) + n} pounds.", figure(f"{1000 + 7 ** (n % 20) + n}", 1.0))
        made.add(extraction.facts[0], "money GBP", 10.0**n)
    last, before = SETTINGS.most_apart, SETTINGS.most_apart - 1
    assert made.holds(extraction.facts[0], "money GBP", 10.0**before + 10.0 ** (before - 3))
    assert not made.holds(extraction.facts[0], "money GBP", 10.0**last + 10.0 ** (last - 2))


@pytest.mark.parametrize(
    ("one", "number", "expected"),
    [(300_000, 1_200_000, True), (300, 1200, False), (3000, 183_000, False), (300_000, 1_250_000, False)],
)
def test_so_many_times_a_sum(one, number, expected):
    """A sum, not any number, and not so many times that some number always fits."""
    _, extraction = article(
        f"They get {one} each, {number} in all.", figure(f"{one}", one), figure(f"{number}", number)
    )
    assert made_here(extraction.facts, [True, False], SETTINGS)[1] is expected
