"""AFF201: two people under one office."""

from __future__ import annotations

import pytest

from tests.people import Made, Story, codes, person, role


def holder(
    full: str, title: str, organisation: str | None = None, pid: str = "p1", **more: str
) -> tuple[str, list[Made]]:
    """A sentence that gives a person an office."""
    return f"{full} spoke.", [person(full, pid), role(full, pid, full, title, organisation, **more)]


RAISED = {
    "country": (
        [holder("Petra Lind", "interior minister", country="SE")],
        [holder("Jonas Brekke", "interior minister", country="SE")],
    ),
    "half a name": ([holder("Marit Solberg", "fire chief")], [holder("Marit Hauge", "fire chief")]),
    "body": (
        [holder("Petra Lind", "chief executive", "halden bank")],
        [holder("Jonas Brekke", "chief executive", "halden bank")],
    ),
}

QUIET = {
    "many hold it": ([holder("Petra Lind", "spokesperson", "halden bank")], [holder("Jonas Brekke", "spokesperson", "halden bank")]),
    "former": ([holder("Petra Lind", "governor", "qeshm")], [holder("Jonas Brekke", "governor", "qeshm", status="former")]),
    "other body": ([holder("Petra Lind", "sheriff", "kern county")], [holder("Jonas Brekke", "sheriff", "hale county")]),
    "near title": ([holder("Petra Lind", "sheriff", "kern county")], [holder("Jonas Brekke", "undersheriff", "kern county")]),
    "half a name, other countries": (
        [holder("Petra Lind", "foreign minister", country="SE")],
        [holder("Petra Brekke", "foreign minister", country="NO")],
    ),
    "no body": ([holder("Petra Lind", "president")], [holder("Jonas Brekke", "president")]),
    "one article knows both": (
        [holder("Petra Lind", "governor", "qeshm"), ("Jonas Brekke left.", [person("Jonas Brekke", "p2")])],
        [holder("Jonas Brekke", "governor", "qeshm")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("stories", RAISED.values(), ids=RAISED)
def test_raised(stories: tuple[Story, ...]) -> None:
    assert codes(*stories) == [("AFF201", "warning")]


@pytest.mark.parametrize("stories", QUIET.values(), ids=QUIET)
def test_quiet(stories: tuple[Story, ...]) -> None:
    assert codes(*stories) == []


def test_two_spellings_are_no_two_people() -> None:
    one = [holder("Ruth Wolfe", "chief executive", "halden bank")]
    other = [holder("Ruth Wolff", "chief executive", "halden bank")]
    assert [code for code, _ in codes(one, other)] == ["NAM101"]
