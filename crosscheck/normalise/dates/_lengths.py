"""Durations, and days that are counted from a day by a duration."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from crosscheck.model import When
from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval
from crosscheck.normalise.dates._resolve import resolve
from crosscheck.normalise.dates._values import dated, strip
from crosscheck.normalise.dates._years import number_in

_DURATION = {"D": "D", "W": "W", "2W": "W", "M": "M", "Y": "Y", "10Y": "Y", "100Y": "Y", "H": "H", "MIN": "M", "S": "S"}
_TIMES = {"2W": 2, "10Y": 10, "100Y": 100}
_HALVES = {"H": "PT30M", "D": "PT12H", "Y": "P6M", "10Y": "P5Y", "MIN": "PT30S", "100Y": "P50Y"}
_MONTHS_OF = {"Y": 12, "10Y": 120}
_HALF_A_MONTH = 15  # days
_QUARTERS = {"H": ("MIN", 15), "Y": ("M", 3), "100Y": ("Y", 25)}  # a quarter of each  # a quarter of each
_SMALLER = {
    "M": ("D", 30),
    "H": ("MIN", 60),
    "D": ("H", 24),
    "W": ("H", 168),
    "Y": ("M", 12),
    "10Y": ("Y", 10),
    "MIN": ("S", 60),
}


def duration(fields: Mapping[str, str]) -> When | None:
    """ "three-day": P3D; "a year and a half": P18M. None for "several days"."""
    if "nights" in fields:
        count = number_in(fields["n"])
        return When(duration=f"P{count}D", granularity="day") if count and count > 1 else None
    unit, half = fields.get("u", "H" if "hrs" in fields else fields.get("n", "D")), "half" in fields
    if "secs" in fields:
        unit = "S"
    elif "u" not in fields and "hrs" not in fields:  # weeklong
        return When(duration=_iso_duration(1, unit), granularity=cal.granularity(unit))
    if unit not in _DURATION:
        return None
    if "few" in fields.get("n", ""):
        return None
    if "quarters" in fields:
        smaller, parts = _QUARTERS[unit]
        return When(duration=_iso_duration((number_in(fields.get("n", "1")) or 1) * parts, smaller))
    if "." in fields.get("n", ""):
        return _decimal(fields["n"], unit)
    number = number_in(fields.get("n", "" if half else "1"))
    modifier = fields.get("about") or fields.get("mod")
    if number is None:
        text = _HALVES.get(unit) if half else None
        return When(duration=text, modifier=modifier) if text else None
    text = _and_a_half(number, unit) if half else _iso_duration(number, unit)
    return When(duration=text, granularity=cal.granularity(unit), modifier=modifier)


def _and_a_half(count: int, unit: str) -> str:
    """ "A year and a half": P18M; "an hour and a half": PT1H30M."""
    if unit in _MONTHS_OF:
        return f"P{count * _MONTHS_OF[unit] + _MONTHS_OF[unit] // 2}M"
    hours = {"D": 24, "W": 168}
    if unit in hours:
        return f"PT{count * hours[unit] + hours[unit] // 2}H"
    if unit == "100Y":
        return f"P{count * 100 + 50}Y"
    halves = {"H": f"PT{count}H30M", "MIN": f"PT{count}M30S", "M": f"P{count}M{_HALF_A_MONTH}D"}
    return halves.get(unit) or _iso_duration(count, unit)


def _decimal(number: str, unit: str) -> When | None:
    """ "1.5 hours": PT90M, in the next smaller unit where that is whole; None where it is not."""
    smaller, times = _SMALLER.get(unit, ("", 0))
    if unit == "S":
        return When(duration=f"PT{number.split()[-1]}S", granularity="minute")
    count = round(float(number.split()[-1]) * times, 6)
    return (
        When(duration=_iso_duration(int(count), smaller), granularity=cal.granularity(unit))
        if count.is_integer() and count
        else None
    )


def _iso_duration(count: int, unit: str) -> str:
    time = "T" if unit in ("H", "MIN", "S") else ""
    return f"P{time}{count * _TIMES.get(unit, 1)}{_DURATION.get(unit, 'D')}"


def _lengths(attrs: Mapping[str, str]) -> list[Mapping[str, str]]:
    """The fields of the single lengths of a compound one, the longest unit first."""
    if attrs.get("form") != "compound":
        return [attrs]
    return [*_lengths(strip(attrs, "a")), *_lengths(strip(attrs, "b"))]


def compound(attrs: Mapping[str, str], anchors: Anchors) -> When | None:
    """ "1 hour and 30 minutes": PT1H30M; "two weeks and two days ago": a day."""
    lengths = _lengths(attrs)
    if attrs.get("dir") == "ago":
        day = _moved(anchors.published, lengths, back=True)
        return When(start=day.isoformat(), end=day.isoformat(), granularity="day") if day else None
    pieces = [(duration(length) or When()).duration for length in lengths]
    if not all(pieces):
        return None
    days = "".join(p[1:].partition("T")[0] for p in pieces if p)
    times = "".join(p.partition("T")[2] for p in pieces if p)
    return When(
        duration=f"P{days}" + (f"T{times}" if times else ""), granularity=cal.granularity(lengths[-1].get("u", "D"))
    )


def _up_to(length: Mapping[str, str], last: Interval | None, anchors: Anchors) -> When | None:
    """ "The three months to June": April to June."""
    count, unit = number_in(length.get("n", "1")), length.get("u", "")
    if "half" in length and unit == "Y":
        count, unit = (count or 0) * 12 + 6 if "n" in length else 6, "M"  # "the half year to June"
    found = cal.stretch_to(last.end, unit, count) if last and count else None
    if found is None:
        return duration(length)
    anchors.tell(found)
    return dated({}, found)


def _moved(day: date | None, lengths: list[Mapping[str, str]], *, back: bool) -> date | None:
    for length in lengths:
        count = number_in(length.get("n", "1"))
        day = cal.move(day, length.get("u", "D"), -count if back else count) if day and count else None
    return day


def counted(attrs: Mapping[str, str], anchors: Anchors) -> When | None:
    """ "Two days after Christmas": a day; "for three days from Monday": Monday and the two days after it."""
    fields = strip(attrs, "b")
    from_day = resolve(fields, anchors)
    if attrs["form"] == "upto":
        return _up_to(strip(attrs, "a"), from_day, anchors)
    if from_day is None or from_day.start != from_day.end:
        return duration(strip(attrs, "a")) if attrs["form"] == "lasting" else When()
    if "wd" in strip(attrs, "a"):  # "the Friday before Easter"
        near = cal.weekday_near(from_day.start, int(attrs["a.wd"]), ahead=attrs.get("dir") != "before", strict=True)
        weeks = 7 * ((number_in(attrs.get("a.k", "1")) or 1) - 1)
        found = cal.add_days(near, weeks if attrs.get("dir") != "before" else -weeks) if near else None
        return dated({"wd": attrs["a.wd"]}, cal.day(found) if found else None)
    lengths = _lengths(strip(attrs, "a"))
    other = _moved(from_day.start, lengths, back=attrs.get("dir") == "before")
    if other is None:
        return duration(strip(attrs, "a"))
    if attrs["form"] == "lasting":
        last = cal.add_days(other, -1) or other
        interval = Interval(from_day.start, max(last, from_day.start), "day")
    elif attrs.get("a.form") == "step":  # "the week after Easter"
        interval = cal.unit_around(other, attrs.get("a.u", "D")) or cal.day(other)
    else:
        interval = cal.day(other)
    anchors.tell(interval)
    return dated({}, interval)
