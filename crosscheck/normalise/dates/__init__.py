"""Dates, times, ranges and durations: mentions in, facts with ISO 8601 intervals out.

Resolved against the day of publication and the days told before. An expression that cannot be resolved becomes a fact
without ``start``, so that nothing is guessed and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.data.eventwords import is_event
from crosscheck.model import Fact, Mention, When
from crosscheck.normalise.dates._anchor import Anchors, day_of
from crosscheck.normalise.dates._days import day_first
from crosscheck.normalise.dates._lengths import compound, counted, duration
from crosscheck.normalise.dates._resolve import resolve
from crosscheck.normalise.dates._spans import span, time_told
from crosscheck.normalise.dates._values import dated
from crosscheck.normalise.people import Scene

_PUT_OFF = frozenset(
    "adjourn postpone delay extend suspend defer reschedule remand recess push put_off push_back put_back move shift "
    "bring_forward".split()
)
_GIVEN = frozenset("give grant allow".split())  # "were given until Friday"


def normalise(mentions: list[Mention], scene: Scene) -> list[Fact]:
    """Facts of the mentions of this kind."""
    anchors = Anchors(published=day_of(scene.article.published), reach=scene.settings.dates.reach)
    anchors.day_first = _day_first(mentions)
    facts = []
    for mention in sorted(mentions, key=lambda m: m.span):
        value = _when(mention, anchors)
        if value is not None:
            facts.append(scene.fact(mention, subject=_subject(mention), value=value, hedge=mention.attrs.get("hedge")))
    return facts


def _day_first(mentions: list[Mention]) -> bool | None:
    """How the article writes dates in figures; None where none tells, or where two tell otherwise."""
    written = (m.attrs.get(k) for m in mentions for k in ("num", "a.num", "b.num"))
    ways = {day_first(n) for n in written if n} - {None}
    return ways.pop() if len(ways) == 1 else None


def _subject(mention: Mention) -> str:
    """What is dated, as an editor reads it: "when fire tore through the hall", "date of the attack"."""
    attrs = mention.attrs
    thing, clause = attrs.get("thing", ""), attrs.get("clause", "")
    if thing and (not clause or is_event(attrs.get("noun", ""))):
        return f"date of {thing}"
    return f"when {clause}" if clause else "date"


def _way_told(attrs: Mapping[str, str], tense: str) -> str | None:
    """The tense that the words about a day tell, whatever the clause has: "since May", "was adjourned until Monday"."""
    hedge, lead, event = attrs.get("hedge", ""), attrs.get("lead", ""), attrs.get("event", "")
    if hedge.endswith("since") or lead.startswith("dat"):
        return "past"
    until = hedge.endswith(("until", "till"))
    if (event in _PUT_OFF and (until or lead == "to")) or (event in _GIVEN and until):
        return "future"
    if tense == "present" and (attrs.get("mod") == "before" or lead == "through"):
        return "future"  # "has until Friday", "stays closed through Friday"
    if tense == "future" and "attributive" in attrs and "m" in attrs:
        return "likely"  # "will appeal against a June ruling"
    return None


def _when(mention: Mention, anchors: Anchors) -> When | None:
    attrs = mention.attrs
    anchors.sentence = mention.sentence
    anchors.tense = attrs.get("tense", "")
    anchors.quoted = mention.quoted
    if (way := _way_told(attrs, anchors.tense)) is not None:
        anchors.tense = way
    form = attrs.get("form", "")
    if form == "span":
        return span(attrs, anchors)
    if form in ("clock", "clocks", "datetime"):
        return time_told(attrs, anchors)
    if form == "duration":
        return duration(attrs)
    if form == "compound":
        return compound(attrs, anchors)
    if form in ("shifted", "lasting", "upto"):
        return counted(attrs, anchors)
    if form == "calendar" and attrs.get("u") == "D" and attrs.get("rel") in ("this", "last", "past"):
        return None  # "to this day", "on the last day": no day that could be told
    interval = resolve(attrs, anchors)
    if form == "hence" and interval is None:
        return duration(attrs)
    if interval is not None:
        anchors.tell(interval)
    return dated(attrs, interval)
