"""Days told with a time of day, and lengths of time, in a draft that keeps to its wires."""

from __future__ import annotations

import pytest

from crosscheck.pipeline import check
from crosscheck.read import make_article

WIRES = (
    (
        "2026-04-13",
        "Bakers of Tolne stop work\n\nTOLNE, 13 April - The bakers of Tolne stopped work at 4am on Monday. It is their first"
        " strike in 12 years, said Marit Oskarsen, who heads their guild. Talks with the mill of Hann lasted seven hours.",
    ),
    (
        "2026-04-15",
        "Bread again on Friday\n\nTOLNE, 15 April - The ovens of Tolne will be lit at 4am on Friday, the guild said on"
        " Wednesday. The mill of Hann has given way, said its owner, Per Vestby. At noon Saturday there will be free rolls.",
    ),
)
DRAFT = (
    "# Bread again\n\nThe bakers of Tolne go back to their ovens at four on Friday morning. For 12 years they had not struck."
    " Marit Oskarsen of the guild sat with Per Vestby, whose mill at Hann sells the flour, for seven hours. Who comes on"
    " Saturday at noon has a roll for nothing."
)


def loud(draft: str) -> list[str]:
    """The kinds of what is loud on dates and figures of the draft."""
    wires = [make_article(t, path=f"w{d}.txt", meta={"published": d, "role": "source"}) for d, t in WIRES]
    mine = make_article(draft, path="draft.md", meta={"published": "2026-04-15", "role": "draft"})
    found = check([mine, *wires], workers=1).findings
    return [f.kind for f in found if f.level != "note" and f.kind in ("date", "figure")]


def test_days_and_lengths_as_the_wires_have_them_are_quiet():
    assert loud(DRAFT) == []


@pytest.mark.parametrize(
    ("right", "wrong", "kind"),
    [
        ("four on Friday morning", "four on Wednesday morning", "date"),
        ("Saturday at noon", "Wednesday at noon", "date"),
        ("For 12 years", "For 17 years", "figure"),
    ],
)
def test_another_day_at_that_hour_and_another_length_are_told(right, wrong, kind):
    assert loud(DRAFT.replace(right, wrong)) == [kind]


def test_a_length_that_two_dates_leave_is_quiet():
    assert loud(DRAFT + " Two days before, at four in the morning, all had gone dark.") == []
