"""What a resolved interval becomes: the value of a date fact, with its modifier and the weekday as written."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.model import When
from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates._calendar import Interval
from crosscheck.normalise.dates._years import number_in

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "NOON": "noon", "MIDNIGHT": "midnight"}
IMPOSSIBLE = "impossible"  # modifier of a date that no calendar has


def dated(fields: Mapping[str, str], interval: Interval | None) -> When:
    if "hours" in fields:
        fields = {**fields, "part": "MO", "edge": "early"}  # "the early hours" are before the morning's work begins
    part = fields.get("part")
    if interval is None:
        modifier = IMPOSSIBLE if _impossible(fields) else _modifier(fields)
        return When(weekday=weekday(fields), granularity="part" if part else None, modifier=modifier)
    return When(
        start=interval.start.isoformat(),
        end=interval.end.isoformat(),
        granularity="part" if part else interval.granularity,
        modifier=_modifier(fields),
        weekday=weekday(fields),
    )


def _impossible(fields: Mapping[str, str]) -> bool:
    """True where month and day are told and the calendar has no such day: 31 June, 30 February."""
    if fields.get("form") not in ("date", "range", "iso") or "m" not in fields:
        return False
    year = number_in(fields.get("y"))
    days = [number_in(fields.get(d)) for d in ("d", "d2")]
    return any(n and cal.impossible(int(fields["m"]), n, year if year and year > 31 else None) for n in days)


def weekday(fields: Mapping[str, str]) -> str | None:
    return _WEEKDAYS[int(fields["wd"])] if "wd" in fields else None


def _modifier(fields: Mapping[str, str]) -> str | None:
    """Part of the day, early or late, about, before or after; the first that is told."""
    if "part" in fields and fields["part"] in _PARTS:
        return _PARTS[fields["part"]] if fields.get("edge") != "early" else "early " + _PARTS[fields["part"]]
    edge = fields.get("edge") or fields.get("edge3") or fields.get("edge2")
    if edge:
        return {"earlier": "early", "later": "late"}.get(edge.split()[-1], edge.split()[-1])
    if fields.get("w") == "tonight":
        return "night"
    return fields.get("mod") or fields.get("about") or fields.get("fiscal")


def strip(attrs: Mapping[str, str], letter: str) -> dict[str, str]:
    return {k[2:]: v for k, v in attrs.items() if k.startswith(f"{letter}.")}
