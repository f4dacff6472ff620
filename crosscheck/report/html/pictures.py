"""Two pictures as plain numbers for inline SVG: dated facts on a timeline, readings of a figure on an axis.

Coordinates are user units of a view box 1000 wide; the templates draw them and print the same content as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from statistics import median

import msgspec

from crosscheck.document import DocMention, Document
from crosscheck.model import Quantity, When
from crosscheck.report.html.show import day_of, number, one_line, when

WIDTH = 1000
LEFT = 220  # room for the articles' names
ROW = 26
WINDOW = timedelta(days=45)  # around the median day; background of other years would flatten the event itself
MAX_TICKS = 9
MIN_READINGS = 3


class Dot(msgspec.Struct, frozen=True):
    """A dated fact: x, width (0 for a day), row, words, href, and whether it is in conflict."""

    x: float
    width: float
    y: float
    words: str
    href: str
    conflict: bool


class Timeline(msgspec.Struct, frozen=True):
    """Rows (label, y), ticks (x, words), dots, height and how many facts fall outside."""

    rows: list[tuple[str, float]]
    ticks: list[tuple[float, str]]
    dots: list[Dot]
    height: float
    left_out: int


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

    subject: str
    href: str
    rows: list[PlotRow]
    ticks: list[tuple[float, str]]
    height: float


def timeline(document: Document, labels: Mapping[str, str]) -> Timeline | None:
    """Dated facts by article, or None where fewer than two days are told."""
    dated = list(_dated(document))
    days = [d for d, *_ in dated]
    if len(set(days)) < 2:
        return None
    middle = date.fromordinal(int(median(d.toordinal() for d in days)))
    kept = [row for row in dated if abs(row[0] - middle) <= WINDOW and abs(row[1] - middle) <= 2 * WINDOW]
    if len({row[0] for row in kept}) < 2:
        return None
    first, last = min(r[0] for r in kept), max(r[1] for r in kept)
    scale = (WIDTH - LEFT - 30) / max((last - first).days, 1)
    told = [a for a in document.articles if any(r[2].article == a.id for r in kept)]
    rows = {a.id: 40.0 + i * ROW for i, a in enumerate(told)}
    dots = [
        Dot(
            round(LEFT + (start - first).days * scale, 1),
            round((end - start).days * scale, 1),
            rows[m.article],
            f"{labels[m.article]}: {one_line(m.text, 60)}, {_days(start, end)}",
            f"#m-{m.article}-{m.start}",
            conflict,
        )
        for start, end, m, conflict in kept
    ]
    dots.sort(key=lambda d: (d.y, d.x, d.words))
    step = max(1, -(-((last - first).days + 1) // MAX_TICKS))
    ticks = [
        (round(LEFT + i * scale, 1), f"{(first + timedelta(days=i)).day} {first + timedelta(days=i):%b}")
        for i in range(0, (last - first).days + 1, step)
    ]
    names = [(one_line(labels[a.id], 30), rows[a.id]) for a in told]
    return Timeline(names, ticks, dots, 40.0 + len(told) * ROW, len(dated) - len(kept))


def _days(start: date, end: date) -> str:
    first = when(start.isoformat())
    return first if start == end else f"{first} to {when(end.isoformat())}"


def _dated(document: Document) -> Iterator[tuple[date, date, DocMention, bool]]:
    """(first day, last day, mention, in conflict) of every fact that is resolved to days, not to a year."""
    sets = [(r.data, r.mentions, True) for f in document.findings for r in f.readings]
    sets += [(f.data, f.mentions, False) for f in (*document.agreed, *document.single_source)]
    for value, mentions, conflict in sets:
        if not isinstance(value, When) or not value.start or value.granularity in ("year", "quarter"):
            continue
        start, end = day_of(value.start), day_of(value.end or value.start)
        if start and end and start <= end:
            yield from ((start, end, m, conflict) for m in mentions)


def plots(document: Document) -> list[Plot]:
    """A plot for each finding on a figure with three readings or more in one unit."""
    found = []
    for finding in document.findings:
        values = [(r, r.data) for r in finding.readings if isinstance(r.data, Quantity)]
        ends = [x for _, q in values for x in (q.low, q.high) if x is not None]
        if len(values) < MIN_READINGS or not ends or len({(q.unit, q.currency) for _, q in values}) > 1:
            continue
        low, high = min(ends), max(ends)
        room = (high - low) or abs(high) or 1.0
        low, high = low - 0.08 * room, high + 0.08 * room
        scale = (WIDTH - LEFT - 30) / (high - low)

        def x(value: float | None, side: float, low: float = low, scale: float = scale) -> float:
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
        found.append(
            Plot(one_line(finding.subject, 100), f"#f-{finding.id}", rows, _apart(ticks), 40.0 + len(rows) * ROW)
        )
    return found


def _apart(ticks: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Ticks far enough from each other for their words."""
    kept: list[tuple[float, str]] = []
    for tick in ticks:
        if not kept or tick[0] - kept[-1][0] > 70:
            kept.append(tick)
    return kept
