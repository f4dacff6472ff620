"""DAT303: a weekday that is not that of the date beside it, and a date that no calendar has."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Iterable
from datetime import date

import msgspec

from crosscheck.compare.findings import make_finding, sources_phrase
from crosscheck.model import Cluster, Corpus, Fact, Finding, Reading, Span, When
from crosscheck.registry import Rule
from crosscheck.settings import Settings
from crosscheck.timing import WEEKDAYS, ordinal

RULE = Rule(
    code="DAT303",
    name="weekday",
    kind="date",
    level="warning",
    summary="A weekday is not that of the date beside it, or no calendar has the date.",
    aspects=("weekday",),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding where the calendar says another weekday; with it the sources that tell the day by the right one."""
    fact = cluster.facts[0]
    value = fact.value
    if isinstance(value, When) and value.modifier == "impossible":
        yield from _never(cluster, corpus)
        return
    day = ordinal(value.start) if isinstance(value, When) else None
    if day is None or not isinstance(value, When) or value.weekday is None:
        return
    told = date.fromordinal(day)
    true = WEEKDAYS[told.weekday()]
    if value.weekday == true:
        return
    weekday, dated = _halves(fact, value.weekday)
    shown = " ".join(dated.mention.text.split())
    readings = (
        Reading(value=value.weekday, canonical=value.weekday, facts=(weekday,)),
        Reading(value=f"{shown} ({true})", canonical=told.isoformat(), facts=(dated,)),
    )
    year = "" if str(told.year) in shown else f" {told.year}"
    others = _others(fact, told, true, corpus)
    said = sources_phrase(others, corpus)
    and_so = f"; {said} {'has' if said.startswith('1 ') else 'have'} the {true}" if others else ""
    message = f"{fact.mention.text!r}: {shown}{year} was a {true}, not a {value.weekday}{and_so}."
    made = make_finding(RULE, cluster, corpus, readings, message=message, confidence=0.9, verdict="weekday")
    own = {r.canonical: r for r in made.readings}
    dated_too = msgspec.structs.replace(own[told.isoformat()], facts=(dated, *others))
    yield msgspec.structs.replace(made, readings=(dated_too, own[value.weekday]))


def _others(fact: Fact, day: date, weekday: str, corpus: Corpus) -> tuple[Fact, ...]:
    """Where other articles, drafts left out, tell this day by its right weekday."""
    return tuple(
        other
        for other in corpus.facts("date")
        if other.article != fact.article
        and corpus.articles[other.article].role != "draft"
        and isinstance(other.value, When)
        and other.value.weekday == weekday
        and (other.value.start or "")[:10] == (other.value.end or "")[:10] == day.isoformat()
    )


_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")


def _never(cluster: Cluster, corpus: Corpus) -> Iterable[Finding]:
    """ "June 31": the month as written and its length, the day as written."""
    fact = cluster.facts[0]
    text, start = fact.mention.text, fact.mention.span.start
    for month in re.finditer(r"[^\W\d_]{3,}", text):
        number = _MONTHS.get(month.group()[:3].casefold())
        if number is None:
            continue
        year = re.search(r"\b\d{4}\b", text)
        length = monthrange(int(year.group()) if year and int(year.group()) else 2000, number)[1]
        days = [d for d in _DAY.finditer(text) if int(d[1]) > length]
        for day in sorted(days, key=lambda d: abs(d.start() - month.start()))[:1]:
            name = month_name[number]
            shown = " ".join(text.split())
            readings = (
                Reading(
                    value=shown,
                    canonical=f"{name} {day[1]}",
                    facts=(_part(fact, start + day.start(), start + day.end(), day.group()),),
                ),
                Reading(
                    value=f"{name} has {length} days",
                    canonical=f"{name}:{length}",
                    facts=(_part(fact, start + month.start(), start + month.end(), month.group()),),
                ),
            )
            message = f"{shown!r}: {name} has {length} days."
            yield make_finding(RULE, cluster, corpus, readings, message=message, confidence=0.9, verdict="impossible")
            return


_MONTHS = {month_name[n][:3].casefold(): n for n in range(1, 13)}


def _halves(fact: Fact, weekday: str) -> tuple[Fact, Fact]:
    """The weekday and the date beside it as two mentions, so that each can be shown."""
    text, start = fact.mention.text, fact.mention.span.start
    at = max(0, text.casefold().find(weekday[:3].casefold()))
    end = at
    while end < len(text) and text[end].isalpha():
        end += 1
    rest = end
    while rest < len(text) and not text[rest].isalnum():
        rest += 1
    if rest >= len(text):  # "3 July, a Tuesday"
        rest, last = 0, at
    else:
        last = len(text)
    return _part(fact, start + at, start + end, text[at:end]), _part(fact, start + rest, start + last, text[rest:last])


def _part(fact: Fact, start: int, end: int, text: str) -> Fact:
    mention = msgspec.structs.replace(fact.mention, span=Span(start, end), text=text)
    return msgspec.structs.replace(fact, id=f"{fact.id}:{start}", mention=mention)
