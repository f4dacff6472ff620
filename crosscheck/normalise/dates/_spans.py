"""Ranges of two ends, and times of day with or without their day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from crosscheck.model import When
from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._clock import clocks
from crosscheck.normalise.dates._resolve import resolve
from crosscheck.normalise.dates._values import IMPOSSIBLE, dated, strip, weekday
from crosscheck.normalise.dates._zones import zone_name


def span(attrs: Mapping[str, str], anchors: Anchors) -> When | None:
    """Two ends of one range. The first end takes from the second what it leaves out."""
    if attrs.get("a.form") == "now":
        anchors.tense = "future"  # "between now and Friday"
    elif attrs.get("b.form") == "now":
        anchors.tense = "past"
    later = strip(attrs, "b")
    last = _end(later, anchors)  # before the first, which may take its year
    first = _end(_with_year_of(later, strip(attrs, "a")), anchors)
    if first is None or last is None:
        return None
    if IMPOSSIBLE in (first.modifier, last.modifier):
        return When(weekday=first.weekday or last.weekday, modifier=IMPOSSIBLE)
    if not first.start or not last.end:
        return When(weekday=first.weekday, zone=first.zone or last.zone)
    if first.start > last.end and len(first.start) == 10 and not first.weekday and "y" not in strip(attrs, "a"):
        first = _year_before(first)
    if first.start and first.start > last.end and first.weekday and last.weekday and len(first.start) == 10:
        moved = cal.add_days(date.fromisoformat(first.start), -7)
        first = When(start=moved.isoformat() if moved else first.start, granularity="day", weekday=first.weekday)
    if not first.start or first.start > last.end:
        return When(weekday=first.weekday)
    return When(
        start=first.start,
        end=last.end,
        granularity=first.granularity,
        zone=last.zone or first.zone,
        modifier=attrs.get("mod"),
    )


def _with_year_of(later: Mapping[str, str], fields: dict[str, str]) -> Mapping[str, str]:
    """The fields of a first end, with the year of the later one where it tells none: "from May to June 2017"."""
    if "y" in later and "y" not in fields and fields.get("form") in ("date", "month", "quarter", "season", "half"):
        return fields | {"y": later["y"]}
    return fields


def _year_before(first: When) -> When:
    """ "From November to 5 February 2017": the first end lies in the year before."""
    moved = cal.add_months(date.fromisoformat(first.start), -12) if first.start else None
    return msgspec.structs.replace(first, start=moved.isoformat() if moved else first.start)


def _end(fields: Mapping[str, str], anchors: Anchors) -> When | None:
    if fields.get("form") == "now":
        today = anchors.published.isoformat() if anchors.published else None
        return When(start=today, end=today, granularity="day")
    if fields.get("form") in ("clock", "clocks", "datetime"):
        return time_told(fields, anchors)
    interval = resolve(fields, anchors)
    if interval is not None:
        anchors.tell(interval)
    return dated(fields, interval)


def time_told(attrs: Mapping[str, str], anchors: Anchors) -> When | None:
    """A time of day, alone (on the day told in its sentence, if any) or with its day."""
    if attrs.get("form") == "datetime":
        day_fields, fields = strip(attrs, "a"), strip(attrs, "b")
        interval = resolve(day_fields, anchors)
        if interval is not None:
            anchors.tell(interval)
    else:
        day_fields, fields = {}, dict(attrs)
        interval = anchors.antecedent(here=True)
    if fields.get("form") == "part":
        return dated(day_fields | {k: fields[k] for k in ("part", "edge", "hours") if k in fields}, interval)
    if "part" in day_fields and "part" not in fields:
        fields["part"] = day_fields["part"]
    if day_fields.get("w") == "tonight" and "part" not in fields:
        fields["part"] = "NI"
    found = clocks(fields)
    if found is None:
        return None
    first, last = found
    zone = zone_name(fields, interval.start if interval else anchors.published)
    modifier = fields.get("h2") or fields.get("h1") or attrs.get("mod")
    grain: cal.Granularity = "minute" if first.exact else "hour"
    shown = first.iso() if first == last else f"{first.iso()}/{last.iso()}"
    if interval is None or interval.start != interval.end:
        return When(granularity=grain, zone=zone, modifier=modifier, weekday=weekday(day_fields), clock=shown)
    day = interval.start.isoformat()
    return When(
        start=f"{day}T{first.iso()}",
        end=f"{day}T{last.iso()}",
        granularity=grain,
        zone=zone,
        modifier=modifier,
        weekday=weekday(day_fields),
        clock=shown,
    )
