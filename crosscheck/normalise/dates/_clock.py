"""Times of day: the fields of a clock expression to hour, minute and zone."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

_AFTERNOON = ("AF", "EV", "NI")


class Clock(msgspec.Struct, frozen=True):
    """A time of day as written. ``exact`` is false where only the hour is told."""

    hour: int
    minute: int
    exact: bool

    def iso(self) -> str:
        """``HH:MM``."""
        return f"{self.hour:02d}:{self.minute:02d}"


def clock(text: str, *, meridiem: str = "", part: str = "") -> Clock | None:
    """``7:37``, ``0737``, ``10`` with a.m. or p.m., or with the part of the day; None where that is no time of day."""
    digits = "".join(c if c.isdigit() else " " for c in text).split()
    if len(digits) == 1 and len(digits[0]) in (3, 4):
        digits = [digits[0][:-2], digits[0][-2:]]
    if not digits:
        return None
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    half = meridiem.strip().lower()[:1]
    if hour <= 12 and half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif hour <= 12 and part:
        late = part in _AFTERNOON and not (part == "NI" and hour in (12, 1, 2, 3, 4))
        hour = hour % 12 + (12 if late else 0)
    if hour == 24:
        hour = 0
    return Clock(hour, minute, len(digits) > 1) if hour < 24 and minute < 60 else None


def clocks(fields: Mapping[str, str]) -> tuple[Clock, Clock] | None:
    """First and last time of day of a clock expression, the same for a single one."""
    if "noon" in fields:
        found = Clock(12 if fields["noon"] == "NOON" else 0, 0, True)
        return found, found
    if "side" in fields:
        return _spoken(fields)
    last = clock(fields.get("t2", fields.get("t", "")), meridiem=fields.get("ap", ""), part=fields.get("part", ""))
    if last is None:
        return None
    if "t2" not in fields:
        return last, last
    first = clock(fields["t"], meridiem=fields.get("ap1", fields.get("ap", "")))
    if first is not None and "ap1" not in fields and first.hour > last.hour:
        first = clock(fields["t"], meridiem="a")  # "11 to 2 p.m."
    return (first, last) if first is not None else None


def _spoken(fields: Mapping[str, str]) -> tuple[Clock, Clock] | None:
    """ "a quarter past two": 2:15; "half past nine": 9:30; "a quarter to one": 12:45; "ten past four": 4:10."""
    hour = clock(fields["t"], part=fields.get("part", ""))
    if hour is None:
        return None
    minutes = int(fields.get("qm", "30" if fields.get("qh") == "half" else "15"))
    back = fields["side"] == "to"
    found = Clock((hour.hour - back) % 24, 60 - minutes if back else minutes, True)
    return found, found
