"""What the date rules share: readings of a cluster by value, and how a reader sees a date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from crosscheck.align.sources import independent
from crosscheck.compare.findings import make_finding, sources_phrase
from crosscheck.model import Cluster, Corpus, Fact, Finding, Level, Reading, When
from crosscheck.registry import Rule
from crosscheck.timing import WEEKDAYS, Relation, days_of, is_open, is_soft, ordinal

MAX_READINGS = 4  # more are no longer one sentence; the cluster keeps them all
_MONTHS = ("January February March April May June July August September October November December").split()


def readings(
    facts: Sequence[Fact], corpus: Corpus, relation: Callable[[Fact, Fact], Relation], show: Callable[[Fact], str]
) -> list[Reading]:
    """The versions of one time, most sources first. Facts join the first version that they do not differ from."""
    order = sorted(facts, key=lambda f: (_vagueness(f), list(corpus.articles).index(f.article), f.mention.span))
    versions: list[list[Fact]] = []
    for fact in order:
        homes = [v for v in versions if relation(v[0], fact) == "same"]
        if len(homes) == 1:  # a vague time that fits two versions tells nothing
            homes[0].append(fact)
        elif not homes and all(relation(v[0], fact) == "different" for v in versions):
            versions.append([fact])
    found = [Reading(value=show(v[0]), canonical=_canonical(v[0]), facts=tuple(v)) for v in versions]
    return sorted(found, key=lambda r: (-independent(r.facts, corpus), r.canonical))


def _canonical(fact: Fact) -> str:
    """What the words mean, so that a finding keeps its id when another article says the same in other words."""
    value = fact.value
    if not isinstance(value, When):
        return fact.mention.text.casefold()
    parts = (value.start, value.end, value.clock, value.zone, value.duration, value.weekday if not value.start else "")
    told = "|".join(p or "" for p in parts)
    return told if told.strip("|") else f"{value.modifier or fact.mention.text.casefold()}"


def _vagueness(fact: Fact) -> int:
    value = fact.value
    if isinstance(value, When) and value.clock:
        return -1
    if is_open(fact):
        return 500  # "until Tuesday" names no day that another could differ from
    first, last = (ordinal(value.start), ordinal(value.end)) if isinstance(value, When) else (None, None)
    return last - first + is_soft(fact) if first is not None and last is not None else 400


def findings(
    rule: Rule,
    cluster: Cluster,
    corpus: Corpus,
    relation: Callable[[Fact, Fact], Relation],
    show: Callable[[Fact], str],
    *,
    what: str,
    verdict: str,
    level: Callable[[Sequence[Reading]], Level] | None = None,
) -> Iterable[Finding]:
    """One finding that holds every version of the time, the one most sources carry first."""
    found = [r for k, r in enumerate(readings(cluster.facts, corpus, relation, show)) if k < MAX_READINGS]
    if len({r.canonical for r in found}) < 2:
        return
    told = [f"{r.value} by {sources_phrase(r.facts, corpus)}" for r in found]
    message = f"{sentence_case(what)} is told as {', as '.join(told[:-1])} and as {told[-1]}."
    yield make_finding(
        rule,
        cluster,
        corpus,
        found,
        message=message,
        verdict=verdict,
        level=level(found) if level else None,
        confidence=0.4 + 0.55 * cluster.similarity,
    )


def sentence_case(words: str) -> str:
    """The words as a sentence begins: "The date of the attack", "When fire tore through the hall"."""
    article = "The " if words.startswith(("date", "place", "length", "direction")) else ""
    return article + words if article else words[:1].upper() + words[1:]


def show_day(fact: Fact) -> str:
    """The day, month or year that a fact tells, in words: "Tuesday, 2 July 2013"."""
    value = fact.value
    found = days_of(fact)
    if not isinstance(value, When) or found.first is None or found.last is None:
        return WEEKDAYS[found.weekday] if found.weekday is not None else " ".join(fact.mention.text.split())
    first, last = date.fromordinal(found.first), date.fromordinal(found.last)
    if first == last:
        return f"{WEEKDAYS[first.weekday()]}, {first.day} {_MONTHS[first.month - 1]} {first.year}"
    if value.granularity == "month" and first.month == last.month:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if value.granularity == "year" and first.year == last.year:
        return str(first.year)
    return f"{first.day} {_MONTHS[first.month - 1]} {first.year} to {last.day} {_MONTHS[last.month - 1]} {last.year}"


def show_clock(fact: Fact) -> str:
    """The time of day as written, with its zone."""
    value = fact.value
    if isinstance(value, When) and value.clock:
        return f"{value.clock.replace('/', ' to ')}{' ' + value.zone if value.zone else ''}"
    return " ".join(fact.mention.text.split())


def show_length(fact: Fact) -> str:
    """A duration as written, or a range with the days that it holds."""
    value = fact.value
    text = " ".join(fact.mention.text.split())
    if isinstance(value, When) and not value.duration:
        first, last = ordinal(value.start), ordinal(value.end)
        if first is not None and last is not None:
            return f"{text} ({last - first + 1} days)"
    return text
