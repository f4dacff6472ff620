"""DAT304: time of day, zones respected."""

from __future__ import annotations

import pytest

from tests.happened import Story, codes, when, where


def quake(clock: str, zone: str | None = None, *, hedge: str | None = None, country: str = "ID", **more: str) -> Story:
    """An article that tells when a quake struck Sumatra."""
    value = {"clock": clock, "granularity": "minute"} | ({"zone": zone} if zone else {}) | more
    form = "clock" if clock else "part"
    made = [
        when("then", event="strike", who="quake", form=form, hedge=hedge, **{k: v for k, v in value.items() if v}),
        where("in Sumatra", "Sumatra", event="strike", who="quake", country=country),
    ]
    return [("The quake struck in Sumatra then.", made, "quake strike sumatra survey")]


RAISED = {
    "GMT taken for local time": (quake("07:37", "GMT"), quake("07:37", "local")),
    "half an hour": (quake("10:30", hedge="around"), quake("10:00", hedge="around")),
    "two zones": (quake("07:37", "GMT"), quake("09:37", "EDT")),
    "minutes": (quake("09:27"), quake("09:41")),
}
QUIET = {
    "local time that is GMT": (quake("07:37", "GMT"), quake("14:37", "local")),
    "eastern Indonesia": (quake("22:48", "GMT"), quake("07:48")),
    "EDT that is GMT": (quake("07:37", "UTC"), quake("03:37", "EDT")),
    "rounded": (quake("09:30", hedge="about"), quake("09:27")),
    "just before": (quake("23:30", hedge="just before"), quake("23:30", hedge="around")),
    "after": (quake("20:30", hedge="after"), quake("21:10")),
    "early hours": (quake("04:30"), quake("", granularity="part", modifier="early morning")),
    "no country known": (quake("07:37", "GMT", country=""), quake("09:12", "local", country="")),
}


@pytest.mark.parametrize(("one", "other"), RAISED.values(), ids=RAISED)
def test_raised(one: Story, other: Story) -> None:
    assert codes(one, other) == [("DAT304", "warning")]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: Story, other: Story) -> None:
    assert codes(one, other) == []


def test_a_part_of_the_day_beside_a_clock_is_a_note() -> None:
    assert codes(quake("13:00"), quake("", granularity="part", modifier="night")) == [("DAT304", "note")]
