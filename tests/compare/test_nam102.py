"""NAM102: spelling of a body's name."""

from __future__ import annotations

import pytest

from tests.people import Story, body, codes


def told(name: str) -> Story:
    """An article that names one body."""
    return [(f"{name} said no.", [body(name)])]


RAISED = {
    "one letter": ("Halden Advisors", "Halden Advisers", "warning"),
    "one stem": ("Halden Distributors", "Halden Distribution Ltd", "warning"),
    "letters turned round": ("C&G Accounting", "G&C", "warning"),
    "the trade in two forms": ("Norla Organics Ltd", "Norla Organic Chemicals", "warning"),
    "one word": ("Interroute", "Interoute", "warning"),
    "one s of two": ("Halden Pres", "Halden Press", "warning"),
    "plural": ("Kern Foods", "Kern Food", "note"),
}

QUIET = {
    "legal form": ("Halden Distributors", "Halden Distributors Ltd."),
    "capitals": ("Reliance GlobalCom", "Reliance Globalcom"),
    "article": ("The Halden Group", "Halden"),
    "British spelling": ("Halden Theatre", "Halden Theater"),
    "points of the compass": ("Eastern Halden Bank", "Western Halden Bank"),
    "numbers": ("Channel 4", "Channel 5"),
    "countries": ("Bank of Iran", "Bank of Iraq"),
    "other firms": ("Halden Motors", "Halden Mills"),
    "another trade": ("Norla Organics", "Norla Basic Chemicals"),
    "an association": ("Norla Airlines", "Norla Airline Association"),
    "short words": ("Fox News", "Fix News"),
}


@pytest.mark.parametrize(("one", "other", "level"), RAISED.values(), ids=RAISED)
def test_raised(one: str, other: str, level: str) -> None:
    assert codes(told(one), told(other)) == [("NAM102", level)]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: str, other: str) -> None:
    assert codes(told(one), told(other)) == []
