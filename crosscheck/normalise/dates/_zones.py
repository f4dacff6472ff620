"""Names of time zones as written to what ``When.zone`` carries: "GMT", "EDT", "local", "+07:00"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache

_OFFSET = re.compile(r"([+\-–—])\s?(\d{1,2}):?(\d\d)?")


def zone_name(fields: Mapping[str, str], on: date | None) -> str | None:
    """The zone of a clock expression; a city's time ("Moscow time") becomes its offset on that day."""
    if "off" in fields and (match := _OFFSET.search(fields["off"].replace(" ", ""))):
        sign = "+" if match.group(1) == "+" else "-"
        return f"{sign}{int(match.group(2)):02d}:{match.group(3) or '00'}"
    if "z" in fields:
        return fields["z"]
    if "zc" in fields:
        return _city_offset(fields["zc"], on)
    return None


@cache
def _zones_by_city() -> dict[str, str]:
    from zoneinfo import available_timezones  # reads a directory: only for texts that name a city's time

    return {z.rpartition("/")[2].replace("_", " ").casefold(): z for z in sorted(available_timezones()) if "/" in z}


def _city_offset(city: str, on: date | None) -> str | None:
    from zoneinfo import ZoneInfo

    name = _zones_by_city().get(city.casefold())
    if name is None:
        return None
    moment = datetime(on.year, on.month, on.day, 12, tzinfo=ZoneInfo(name)) if on else None
    offset = moment.utcoffset() if moment else None
    if offset is None:
        return None
    sign = "-" if offset < timedelta(0) else "+"
    minutes = abs(int(offset.total_seconds())) // 60
    return f"{sign}{minutes // 60:02d}:{minutes % 60:02d}"
