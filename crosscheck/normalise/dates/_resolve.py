"""Resolves an expression's form and fields to an interval of days. None is an honest answer: no guess.

Weekdays and dates without a year lie on or before publication unless the clause tells of what is to come.
"""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.normalise.dates import _days as days
from crosscheck.normalise.dates import _relative as relative
from crosscheck.normalise.dates import _weeks as weeks
from crosscheck.normalise.dates import _yearly as yearly
from crosscheck.normalise.dates._anchor import Anchors
from crosscheck.normalise.dates._calendar import Interval, edged
from crosscheck.normalise.dates._years import Fields

_EDGED = ("week", "month", "quarter", "year")

Resolver = Callable[[Fields, Anchors], Interval | None]


def resolve(fields: Fields, anchors: Anchors) -> Interval | None:
    """The days that the fields of one expression name, or None."""
    resolver = _RESOLVERS.get(fields.get("form", ""))
    anchors.edges = tuple(w for w in _edge_words(fields) if w in ("early", "mid", "late"))
    anchors.weekday = int(fields["wd"]) if fields.get("wd", "").isdigit() else None
    found = resolver(fields, anchors) if resolver else None
    return _edged(found, fields, anchors) if found else None


def _edge_words(fields: Fields) -> list[str]:
    return " ".join(fields.get(e, "") for e in ("edge", "edge3", "edge2")).split()


def _edged(whole: Interval, fields: Fields, anchors: Anchors) -> Interval:
    """The part of a week, month or year that "early", "the end of" or "later" names; a day stays one."""
    words = _edge_words(fields)
    if not words or whole.granularity not in _EDGED:
        return whole
    pub = anchors.published
    if words[-1] == "earlier":
        return Interval(whole.start, min(pub, whole.end), whole.granularity) if pub and pub >= whole.start else whole
    if words[-1] == "later":
        return Interval(max(pub, whole.start), whole.end, whole.granularity) if pub and pub <= whole.end else whole
    return edged(whole, anchors.edges)


_RESOLVERS: dict[str, Resolver] = {
    "iso": days.iso,
    "numeric": days.numeric,
    "date": days.date_told,
    "range": days.date_told,
    "weekday": weeks.weekday,
    "deictic": relative.deictic,
    "relpart": relative.relpart,
    "part": relative.part,
    "holiday": yearly.holiday,
    "month": yearly.month,
    "season": yearly.season,
    "quarter": yearly.quarter,
    "half": yearly.half,
    "year": yearly.year_alone,
    "years": yearly.years,
    "decade": yearly.decade,
    "century": yearly.century,
    "calendar": relative.calendar,
    "weekend": weeks.weekend,
    "weekendago": weeks.weekendago,
    "weekon": weeks.weekon,
    "weeknumber": weeks.weeknumber,
    "rest": relative.rest,
    "todate": relative.todate,
    "then": relative.then,
    "window": relative.window,
    "wdday": days.wdday,
    "monthday": days.monthday,
    "weekof": weeks.weekof,
    "nth": weeks.nth,
    "beyond": weeks.beyond,
    "edgeof": relative.edgeof,
    "offset": relative.offset,
    "hence": relative.hence,
}
