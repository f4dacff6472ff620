"""Names in findings: which mentions take a side."""

from __future__ import annotations

from crosscheck.report.sides import sided
from crosscheck.settings import Settings
from tests.people import Story, corpus, findings, person


def told(name: str) -> Story:
    """An article that tells one deed of a person."""
    return [(f"{name} told the court near Lindow on Tuesday.", [person(name, "p1")]), ("Nobody else spoke.", [])]


def test_a_whole_name_takes_the_side_of_the_surname_that_it_ends_in() -> None:
    stories = told("Ruth Bell Castle"), told("Ruth Castle"), told("Ruth Bell")
    raised = [sided(f, corpus(*stories), Settings().figures).finding for f in findings(*stories)]
    sides = [{f.article for f in r.facts} for finding in raised for r in finding.readings if r.canonical == "castle"]
    assert sides == [{"a1", "a2"}]
