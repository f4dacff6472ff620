"""The pictures: drawn only of three times or more, and only of what is of one sort."""

from __future__ import annotations

import msgspec
import pytest

from crosscheck.document import DocFact
from crosscheck.model import Quantity, When
from crosscheck.report.html.pictures import plot, timeline
from crosscheck.report.outlets import columns, labels
from tests.documents import document, finding, mention, reading


def _drawn(*values: When):
    doc = document()
    places = [mention(i % 3, "Westbrook port") for i in range(len(values))]
    facts = tuple(
        DocFact(kind="date", subject="s", value="v", mentions=(m,), data=v) for m, v in zip(places, values, strict=True)
    )
    doc = msgspec.structs.replace(doc, findings=(), agreed=(), single_source=facts)
    return timeline(doc, labels(doc.articles), columns(doc.articles))


def _day(day: str, clock: str | None = None, zone: str | None = None) -> When:
    return When(start=day, end=day, granularity="day", clock=clock, zone=zone)


def test_three_days_make_a_timeline_and_two_do_not():
    assert _drawn(_day("2024-03-03"), _day("2024-03-04"), _day("2024-03-04")) is None
    drawn = _drawn(_day("2024-03-03"), _day("2024-03-04"), _day("2024-03-05"))
    assert [words for _, words in drawn.ticks] == ["3 Mar", "4 Mar", "5 Mar"]
    assert [d.x for d in drawn.dots] == sorted(d.x for d in drawn.dots)


def test_three_times_of_one_day_are_drawn_by_the_hour_in_one_zone_only():
    times = [_day("2024-03-04", clock, "UTC") for clock in ("07:30", "09:00", "10:15")]
    drawn = _drawn(*times)
    assert [words for _, words in drawn.ticks] == ["07:00", "08:00", "09:00", "10:00"] and len(drawn.dots) == 3
    other = _day("2024-03-04", "11:00", "local")
    assert _drawn(*times[:2], other) is None
    assert _drawn(*times, other).left_out == 1


def test_background_of_other_years_is_left_out_and_counted():
    drawn = _drawn(*[_day(f"2024-03-0{i}") for i in (3, 4, 5)], _day("2004-12-26"))
    assert drawn.left_out == 1 and len(drawn.dots) == 3


@pytest.mark.parametrize(
    ("third", "drawn"),
    [
        (Quantity(low=16.0, high=16.0, unit="person", counted="person"), True),
        (Quantity(low=16.0, high=16.0, unit="person", counted="firefighter"), False),  # another question
        (Quantity(low=16.0, high=16.0, unit="percent", measure="percent"), False),
    ],
)
def test_a_figure_is_drawn_only_where_all_its_marks_are_of_one_question(third, drawn):
    people = [Quantity(low=n, high=n, unit="person", counted="person") for n in (12.0, 14.0)]
    readings = [reading(str(i), mention(i, "Westbrook port"), data=q) for i, q in enumerate((*people, third))]
    assert (plot(finding("1", "figure", "error", "s", *readings)) is not None) == drawn
    assert plot(finding("1", "figure", "error", "s", *readings[:2])) is None
