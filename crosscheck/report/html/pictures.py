"""Two pictures as plain numbers for inline SVG: the times that articles tell, and the readings of one figure.

Coordinates are user units of a view box 1000 wide; the templates draw them and print the same content as text. A
picture is drawn only of what is of one sort: days, or times of day in one zone; readings of one figure in one unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from statistics import median

import msgspec

from crosscheck.document import DocFinding, DocMention, Document
from crosscheck.model import Quantity, Value, When
from crosscheck.report.html.show import day_of, number, one_line, when
from crosscheck.report.outlets import Column

WIDTH = 1000
LEFT = 220  # room for the articles' names
ROW = 26
WINDOW = timedelta(days=45)  # around the median day; background of other years would flatten the event itself
MAX_TICKS = 9
MIN_TIMES = 3  # two times are a pair, and stand in a sentence
MIN_READINGS = 3
_HOURS = (1, 2, 3, 6, 12, 24)  # steps of the axis of hours


class Dot(msgspec.Struct, frozen=True):
    """A dated fact: x, width (0 for a moment), row, words, href, and the level of the finding it stands in, or ""."""

    x: float
    width: float
    y: float
    words: str
    href: str
    level: str


class Timeline(msgspec.Struct, frozen=True):
    """Rows (label, y), ticks (x, words), dots, height and how many facts fall outside."""

    rows: list[tuple[str, float]]
    ticks: list[tuple[float, str]]
    dots: list[Dot]
    height: float
    left_out: int


class Told(msgspec.Struct, frozen=True):
    """A stretch of time, whose words tell it, as what (words of the time), and the level of its finding."""

    start: datetime
    end: datetime
    mention: DocMention
    words: str
    level: str
    zone: str = ""


class PlotRow(msgspec.Struct, frozen=True):
    """One reading: interval ends, label, words."""

    y: float
    x1: float
    x2: float
    open_low: bool
    open_high: bool
    value: str
    sources: str


class Plot(msgspec.Struct, frozen=True):
    """Readings of one figure on a common axis."""

    rows: list[PlotRow]
    ticks: list[tuple[float, str]]
    height: float


def timeline(document: Document, labels: Mapping[str, str], columns: Sequence[Column]) -> Timeline | None:
    """The times told by article, in the order of publication; None where fewer than three are told.

    Days, where there are three; else times of day in the zone that most are told in.
    """
    told = list(_told(document))
    days = [t for t in told if not t.zone]
    kept = _near(days)
    if len({(t.start, t.end) for t in kept}) >= MIN_TIMES:
        return _drawn(kept, len(days) - len(kept), labels, columns, hours=False)
    clocks = [t for t in told if t.zone]
    if not clocks:
        return None
    zone = min(Counter(t.zone for t in clocks).items(), key=lambda item: (-item[1], item[0]))[0]
    kept = _near([t for t in clocks if t.zone == zone], timedelta(days=2))
    if len({(t.start, t.end) for t in kept}) < MIN_TIMES:
        return None
    return _drawn(kept, len(clocks) - len(kept), labels, columns, hours=True)


def _near(told: list[Told], window: timedelta = WINDOW) -> list[Told]:
    """Those around the median; a stretch may reach twice as far."""
    if not told:
        return []
    middle = datetime.fromordinal(int(median(t.start.toordinal() for t in told)))
    return [t for t in told if abs(t.start - middle) <= window and abs(t.end - middle) <= 2 * window]


def _drawn(
    kept: list[Told], left_out: int, labels: Mapping[str, str], columns: Sequence[Column], *, hours: bool
) -> Timeline:
    unit = timedelta(hours=1) if hours else timedelta(days=1)
    first, last = min(t.start for t in kept), max(t.end for t in kept)
    if hours:
        first = first.replace(minute=0)
    scale = (WIDTH - LEFT - 30) / max((last - first) / unit, 1)
    tell = {t.mention.article for t in kept}
    order = [a for column in columns for a in column.ids if a in tell]
    rows = {a: 40.0 + i * ROW for i, a in enumerate(order)}
    dots = [
        Dot(
            round(LEFT + (t.start - first) / unit * scale, 1),
            round((t.end - t.start) / unit * scale, 1),
            rows[t.mention.article],
            f"{labels[t.mention.article]}: {one_line(t.mention.text, 60)}, {t.words}",
            f"#m-{t.mention.article}-{t.mention.start}",
            t.level,
        )
        for t in kept
    ]
    unique = {(d.x, d.width, d.y, d.words): d for d in dots}
    dots = sorted(unique.values(), key=lambda d: (d.y, d.x, d.words))
    names = [(one_line(labels[a], 30), rows[a]) for a in order]
    return Timeline(names, _ticks(first, last, scale, hours=hours), dots, 40.0 + len(order) * ROW, left_out)


def _ticks(first: datetime, last: datetime, scale: float, *, hours: bool) -> list[tuple[float, str]]:
    unit = timedelta(hours=1) if hours else timedelta(days=1)
    n = int((last - first) / unit) + 1
    step = max(1, -(-n // MAX_TICKS))
    if hours:
        step = next((s for s in _HOURS if s >= step), _HOURS[-1])
    moments = ((i, first + i * unit) for i in range(0, n, step))
    return [(round(LEFT + i * scale, 1), f"{m:%H:%M}" if hours else f"{m.day} {m:%b}") for i, m in moments]


def _told(document: Document) -> Iterator[Told]:
    """Every fact that is resolved to days, not to a year; one with a time of day and its zone a second time as that."""
    sets: list[tuple[Value | None, tuple[DocMention, ...], str]]
    sets = [(r.data, r.mentions, f.level) for f in document.findings for r in f.readings if f.kind == "date"]
    sets += [(f.data, f.mentions, "") for f in (*document.agreed, *document.single_source)]
    for value, mentions, level in sets:
        if not isinstance(value, When) or not value.start or value.granularity in ("year", "quarter"):
            continue
        start, end = day_of(value.start), day_of(value.end or value.start)
        if not start or not end or start > end:
            continue
        for m in mentions:
            yield Told(_midnight(start), _midnight(end), m, _days(start, end), level)
            clock = _clock(start, value)
            if clock and start == end:
                yield Told(clock, clock, m, f"{when(start.isoformat())}, {clock:%H:%M} {value.zone}", level, value.zone)  # type: ignore[arg-type]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _clock(day: date, value: When) -> datetime | None:
    try:
        told = datetime.strptime((value.clock or "").partition("/")[0], "%H:%M")
    except ValueError:
        return None
    return _midnight(day).replace(hour=told.hour, minute=told.minute) if value.zone else None


def _days(start: date, end: date) -> str:
    first = when(start.isoformat())
    return first if start == end else f"{first} to {when(end.isoformat())}"


def plot(finding: DocFinding) -> Plot | None:
    """The readings of a figure on one axis, where three or more are told in one unit of one thing."""
    values = [(r, r.data) for r in finding.readings if isinstance(r.data, Quantity)]
    ends = [x for _, q in values for x in (q.low, q.high) if x is not None]
    sorts = {(q.measure, q.unit, q.currency, q.counted) for _, q in values}
    if len(values) < max(MIN_READINGS, len(finding.readings)) or not ends or len(sorts) > 1:
        return None
    low, high = min(ends), max(ends)
    room = (high - low) or abs(high) or 1.0
    low, high = low - 0.08 * room, high + 0.08 * room
    scale = (WIDTH - LEFT - 30) / (high - low)

    def x(value: float | None, side: float) -> float:
        return round(LEFT + ((value if value is not None else side) - low) * scale, 1)

    rows = [
        PlotRow(
            40.0 + i * ROW,
            x(q.low, low),
            x(q.high, high),
            q.low is None,
            q.high is None,
            one_line(r.value, 28),
            f"{r.independent_sources}",
        )
        for i, (r, q) in enumerate(values)
    ]
    ticks = [(x(t, t), number(t)) for t in sorted({q.low for _, q in values if q.low is not None})]
    return Plot(rows, _apart(ticks), 40.0 + len(rows) * ROW)


def _apart(ticks: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Ticks far enough from each other for their words."""
    kept: list[tuple[float, str]] = []
    for tick in ticks:
        if not kept or tick[0] - kept[-1][0] > 70:
            kept.append(tick)
    return kept
