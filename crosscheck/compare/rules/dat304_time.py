"""DAT304: one event at two times of day, zones respected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from crosscheck.compare.dates import findings, show_clock
from crosscheck.compare.sides import disputed
from crosscheck.model import Cluster, Corpus, Fact, Finding, Level, Place, Reading, When
from crosscheck.registry import Rule
from crosscheck.settings import Settings
from crosscheck.timing import Relation, clock_relation

RULE = Rule(
    code="DAT304",
    name="time-of-day",
    kind="date",
    level="warning",
    summary="One event is told at different times of day.",
    aspects=("time_of_day", "clock"),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding where the cluster holds more than one time."""
    if cluster.sides:
        return disputed(RULE, cluster, corpus, verdict="time")

    @cache
    def countries(article: str) -> tuple[str, ...]:
        return _countries(article, corpus)

    def relation(a: Fact, b: Fact) -> Relation:
        return clock_relation(a, b, (*countries(a.article), *countries(b.article)), settings.dates)

    def level(found: Sequence[Reading]) -> Level:
        """A part of the day is a loose word: "night" beside a clock is worth knowing, two clocks are worth a look."""
        clocks = sum(any(isinstance(f.value, When) and f.value.clock for f in r.facts) for r in found)
        return RULE.level if clocks > 1 else "note"

    return findings(
        RULE,
        cluster,
        corpus,
        relation,
        show_clock,
        what=cluster.subject,
        verdict="time",
        level=level,
    )


def _countries(article: str, corpus: Corpus) -> tuple[str, ...]:
    """The three countries of which an article speaks most."""
    places = (f.value for f in corpus.extractions[article].facts if isinstance(f.value, Place))
    count = Counter(p.country for p in places if p.country)
    return tuple(c for c, _ in sorted(count.items(), key=lambda x: (-x[1], x[0]))[:3])
