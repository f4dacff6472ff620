"""Dates, times, ranges and durations: mentions in, facts with ISO 8601 intervals out.

Resolved against the day of publication and the days told before. An expression that cannot be resolved becomes a fact
without ``start``, so that nothing is guessed and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from crosscheck.data.eventwords import is_event
from crosscheck.model import Fact, Mention, When
from crosscheck.normalise.dates import _calendar as cal
from crosscheck.normalise.dates._anchor import Anchors, day_of
from crosscheck.normalise.dates._calendar import Interval
from crosscheck.normalise.dates._clock import clocks
from crosscheck.normalise.dates._resolve import resolve
from crosscheck.normalise.dates._years import number_in
from crosscheck.normalise.dates._zones import zone_name
from crosscheck.normalise.people import Scene

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "NOON": "noon", "MIDNIGHT": "midnight"}
_DURATION = {"D": "D", "W": "W", "2W": "W", "M": "M", "Y": "Y", "10Y": "Y", "100Y": "Y", "H": "H", "MIN": "M", "S": "S"}
_TIMES = {"2W": 2, "10Y": 10, "100Y": 100}
_HALVES = {"H": "PT30M", "D": "PT12H", "Y": "P6M", "10Y": "P5Y", "MIN": "PT30S", "100Y": "P50Y"}
_MONTHS_OF = {"Y": 12, "10Y": 120}
IMPOSSIBLE = "impossible"  # modifier of a date that no calendar has
_PUT_OFF = frozenset("adjourn postpone delay extend suspend defer reschedule remand recess push".split())


def normalise(mentions: list[Mention], scene: Scene) -> list[Fact]:
    """Facts of the mentions of this kind."""
    anchors = Anchors(published=day_of(scene.article.published), reach=scene.settings.dates.reach)
    facts = []
    for mention in sorted(mentions, key=lambda m: m.span):
        value = _when(mention, anchors)
        if value is not None:
            facts.append(scene.fact(mention, subject=_subject(mention), value=value, hedge=mention.attrs.get("hedge")))
    return facts


def _subject(mention: Mention) -> str:
    """What is dated, as an editor reads it: "when fire tore through the hall", "date of the attack"."""
    attrs = mention.attrs
    thing, clause = attrs.get("thing", ""), attrs.get("clause", "")
    if thing and (not clause or is_event(attrs.get("noun", ""))):
        return f"date of {thing}"
    return f"when {clause}" if clause else "date"


def _when(mention: Mention, anchors: Anchors) -> When | None:
    attrs = mention.attrs
    anchors.sentence = mention.sentence
    anchors.tense = attrs.get("tense", "")
    if attrs.get("mod") == "before" and anchors.tense == "present":
        anchors.tense = "future"  # "has until Friday"
    if attrs.get("event") in _PUT_OFF and attrs.get("hedge", "").endswith(("until", "till")):
        anchors.tense = "future"  # "was adjourned until Monday"
    form = attrs.get("form", "")
    if form == "span":
        return _span(attrs, anchors)
    if form in ("clock", "clocks", "datetime"):
        return _time(attrs, anchors)
    if form == "duration":
        return _duration(attrs)
    if form == "compound":
        return _compound(attrs, anchors)
    if form in ("shifted", "lasting"):
        return _counted(attrs, anchors)
    if form == "calendar" and attrs.get("u") == "D" and attrs.get("rel") in ("this", "last", "past"):
        return None  # "to this day", "on the last day": no day that could be told
    interval = resolve(attrs, anchors)
    if form == "hence" and interval is None:
        return _duration(attrs)
    if interval is not None:
        anchors.tell(interval)
    return _dated(attrs, interval)


def _dated(fields: Mapping[str, str], interval: Interval | None) -> When:
    if "hours" in fields:
        fields = {**fields, "part": "MO", "edge": "early"}  # "the early hours" are before the morning's work begins
    part = fields.get("part")
    if interval is None:
        modifier = IMPOSSIBLE if _impossible(fields) else _modifier(fields)
        return When(weekday=_weekday(fields), granularity="part" if part else None, modifier=modifier)
    return When(
        start=interval.start.isoformat(),
        end=interval.end.isoformat(),
        granularity="part" if part else interval.granularity,
        modifier=_modifier(fields),
        weekday=_weekday(fields),
    )


def _impossible(fields: Mapping[str, str]) -> bool:
    """True where month and day are told and the calendar has no such day: 31 June, 30 February."""
    if fields.get("form") not in ("date", "range", "iso") or "m" not in fields:
        return False
    year = number_in(fields.get("y"))
    days = [number_in(fields.get(d)) for d in ("d", "d2")]
    return any(n and cal.impossible(int(fields["m"]), n, year if year and year > 31 else None) for n in days)


def _weekday(fields: Mapping[str, str]) -> str | None:
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


def _span(attrs: Mapping[str, str], anchors: Anchors) -> When | None:
    """Two ends of one range. The first end takes from the second what it leaves out."""
    ends: list[When | None] = []
    for letter in "ba":  # the later end first: it tells the year
        fields = _strip(attrs, letter)
        if letter == "a" and ends and "y" not in fields and fields.get("form") in ("date", "month"):
            other = _strip(attrs, "b")
            if "y" in other:
                fields["y"] = other["y"]
        ends.append(_end(fields, anchors))
    last, first = ends
    if first is None or last is None:
        return None
    if IMPOSSIBLE in (first.modifier, last.modifier):
        return When(weekday=first.weekday or last.weekday, modifier=IMPOSSIBLE)
    if not first.start or not last.end:
        return When(weekday=first.weekday, zone=first.zone or last.zone)
    if first.start > last.end and len(first.start) == 10 and not first.weekday and "y" not in _strip(attrs, "a"):
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


def _year_before(first: When) -> When:
    """ "From November to 5 February 2017": the first end lies in the year before."""
    moved = cal.add_months(date.fromisoformat(first.start), -12) if first.start else None
    return msgspec.structs.replace(first, start=moved.isoformat() if moved else first.start)


def _lengths(attrs: Mapping[str, str]) -> list[Mapping[str, str]]:
    """The fields of the single lengths of a compound one, the longest unit first."""
    if attrs.get("form") != "compound":
        return [attrs]
    return [*_lengths(_strip(attrs, "a")), *_lengths(_strip(attrs, "b"))]


def _compound(attrs: Mapping[str, str], anchors: Anchors) -> When | None:
    """ "1 hour and 30 minutes": PT1H30M; "two weeks and two days ago": a day."""
    lengths = _lengths(attrs)
    if attrs.get("dir") == "ago":
        day = _moved(anchors.published, lengths, back=True)
        return When(start=day.isoformat(), end=day.isoformat(), granularity="day") if day else None
    pieces = [(_duration(length) or When()).duration for length in lengths]
    if not all(pieces):
        return None
    days = "".join(p[1:].partition("T")[0] for p in pieces if p)
    times = "".join(p.partition("T")[2] for p in pieces if p)
    return When(
        duration=f"P{days}" + (f"T{times}" if times else ""), granularity=cal.granularity(lengths[-1].get("u", "D"))
    )


def _moved(day: date | None, lengths: list[Mapping[str, str]], *, back: bool) -> date | None:
    for length in lengths:
        count = number_in(length.get("n", "1"))
        day = cal.move(day, length.get("u", ""), -count if back else count) if day and count else None
    return day


def _counted(attrs: Mapping[str, str], anchors: Anchors) -> When | None:
    """ "Two days after Christmas": a day; "for three days from Monday": Monday and the two days after it."""
    fields = _strip(attrs, "b")
    from_day = resolve(fields, anchors)
    if from_day is None or from_day.start != from_day.end:
        return _duration(_strip(attrs, "a")) if attrs["form"] == "lasting" else When()
    lengths = _lengths(_strip(attrs, "a"))
    other = _moved(from_day.start, lengths, back=attrs.get("dir") == "before")
    if other is None:
        return _duration(_strip(attrs, "a"))
    if attrs["form"] == "lasting":
        last = cal.add_days(other, -1) or other
        interval = Interval(from_day.start, max(last, from_day.start), "day")
    else:
        interval = cal.day(other)
    anchors.tell(interval)
    return _dated({}, interval)


def _end(fields: Mapping[str, str], anchors: Anchors) -> When | None:
    if fields.get("form") == "now":
        today = anchors.published.isoformat() if anchors.published else None
        return When(start=today, end=today, granularity="day")
    if fields.get("form") in ("clock", "clocks", "datetime"):
        return _time(fields, anchors)
    interval = resolve(fields, anchors)
    if interval is not None:
        anchors.tell(interval)
    return _dated(fields, interval)


def _strip(attrs: Mapping[str, str], letter: str) -> dict[str, str]:
    return {k[2:]: v for k, v in attrs.items() if k.startswith(f"{letter}.")}


def _time(attrs: Mapping[str, str], anchors: Anchors) -> When | None:
    """A time of day, alone (on the day told in its sentence, if any) or with its day."""
    if attrs.get("form") == "datetime":
        day_fields, fields = _strip(attrs, "a"), _strip(attrs, "b")
        interval = resolve(day_fields, anchors)
        if interval is not None:
            anchors.tell(interval)
    else:
        day_fields, fields = {}, dict(attrs)
        interval = anchors.antecedent(here=True)
    if fields.get("form") == "part":
        return _dated({**day_fields, "part": fields["part"], "edge": fields.get("edge", "")}, interval)
    if "part" in day_fields and "part" not in fields:
        fields["part"] = day_fields["part"]
    found = clocks(fields)
    if found is None:
        return None
    first, last = found
    zone = zone_name(fields, interval.start if interval else anchors.published)
    modifier = fields.get("h2") or fields.get("h1") or attrs.get("mod")
    grain: cal.Granularity = "minute" if first.exact else "hour"
    shown = first.iso() if first == last else f"{first.iso()}/{last.iso()}"
    if interval is None or interval.start != interval.end:
        return When(granularity=grain, zone=zone, modifier=modifier, weekday=_weekday(day_fields), clock=shown)
    day = interval.start.isoformat()
    return When(
        start=f"{day}T{first.iso()}",
        end=f"{day}T{last.iso()}",
        granularity=grain,
        zone=zone,
        modifier=modifier,
        weekday=_weekday(day_fields),
        clock=shown,
    )


def _duration(fields: Mapping[str, str]) -> When | None:
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
    count = number
    if half and unit in _MONTHS_OF:
        text = f"P{count * _MONTHS_OF[unit] + _MONTHS_OF[unit] // 2}M"
    elif half and unit == "H":
        text = f"PT{count}H30M"
    elif half and unit == "MIN":
        text = f"PT{count}M30S"
    elif half and unit in ("D", "W"):
        text = f"PT{count * 24 + 12}H" if unit == "D" else f"PT{count * 168 + 84}H"
    else:
        text = _iso_duration(count, unit)
    return When(duration=text, granularity=cal.granularity(unit), modifier=modifier)


_QUARTERS = {"H": ("MIN", 15), "Y": ("M", 3), "100Y": ("Y", 25)}  # a quarter of each
_SMALLER = {
    "M": ("D", 30),
    "H": ("MIN", 60),
    "D": ("H", 24),
    "W": ("H", 168),
    "Y": ("M", 12),
    "10Y": ("Y", 10),
    "MIN": ("S", 60),
}


def _decimal(number: str, unit: str) -> When | None:
    """ "1.5 hours": PT90M, in the next smaller unit where that is whole; None where it is not."""
    smaller, times = _SMALLER.get(unit, ("", 0))
    count = round(float(number.split()[-1]) * times, 6)
    return (
        When(duration=_iso_duration(int(count), smaller), granularity=cal.granularity(unit))
        if count.is_integer() and count
        else None
    )


def _iso_duration(count: int, unit: str) -> str:
    time = "T" if unit in ("H", "MIN", "S") else ""
    return f"P{time}{count * _TIMES.get(unit, 1)}{_DURATION.get(unit, 'D')}"
