"""How two stretches of time stand to one another, as loosely as they are told."""

import msgspec
import pytest

from crosscheck.model import Fact, Mention, Span, When
from crosscheck.settings import DateSettings
from crosscheck.timing import duration_days, duration_relation


def lasting(duration, modifier=None):
    mention = Mention(kind="date", article="a", span=Span(0, 1), text="x", sentence=0)
    return Fact(id="f", kind="date", subject="", value=When(duration=duration, modifier=modifier), mention=mention)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (lasting("P4D", "about"), lasting("P5D"), "same"),
        (lasting("P4D"), lasting("P5D"), "different"),
        (lasting("P4D", "about"), lasting("P6D"), "different"),
        (lasting("P2D"), lasting("PT48H"), "same"),
        (lasting("P10D"), lasting("P11D"), "same"),
        (lasting("P10D"), lasting("P14D"), "different"),
    ],
)
def test_durations(a, b, expected):
    assert duration_relation(a, b, DateSettings()) == expected


def test_what_about_leaves_open_is_a_setting():
    narrow = msgspec.structs.replace(DateSettings(), vague_duration_share=0.2)
    assert duration_relation(lasting("P4D", "about"), lasting("P5D"), narrow) == "different"


@pytest.mark.parametrize(("iso", "days"), [("P3D", 3), ("PT36H", 1.5), ("P2W", 14), ("P1Y", 365.25), ("3 days", None)])
def test_days_of_a_duration(iso, days):
    assert duration_days(iso) == days
