"""Which facts of a finding's readings take a side, and which only say less than their reading.

In: a finding's readings. Out: for each the facts that contradict every other reading, and those that contradict none of
them ("yesterday afternoon" beside 07:37 GMT, "55 kilometres from" beside "55 kilometres west of"): they stand beside
their reading and are counted for no side. A reading in which no fact stands out alone is left as it was judged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from crosscheck.align.sources import independent
from crosscheck.kinds.values import display
from crosscheck.model import Corpus, Fact, Finding, Quote, Reading, Value
from crosscheck.report.saying import definite, may_agree
from crosscheck.settings import FigureSettings

_COUNTED = re.compile(r"\b(?:1 source|\d+ independent sources)\b")


_VALUES = (
    30  # values of one reading that are held against those of another: a bound, so that no finding costs its square
)


class Sided(msgspec.Struct, frozen=True):
    """A finding whose readings hold only facts that take their side, and the facts that say less."""

    finding: Finding
    less: tuple[Fact, ...]


def sided(finding: Finding, corpus: Corpus, settings: FigureSettings) -> Sided:
    """The finding without facts that say less; counts in its message and the order of readings follow."""
    split = [_split(r, finding, settings) for r in finding.readings]
    less = tuple(f for _, rest in split for f in rest)
    if not less:
        return Sided(finding, ())
    readings = [
        msgspec.structs.replace(r, facts=sure, value=_told(r, sure, rest))
        for r, (sure, rest) in zip(finding.readings, split, strict=True)
    ]
    before = [independent(r.facts, corpus) for r in finding.readings]
    after = [independent(r.facts, corpus) for r in readings]
    primary = [any(corpus.articles[f.article].role == "primary" for f in r.facts) for r in readings]
    order = sorted(range(len(readings)), key=lambda i: (not primary[i], -after[i]))
    changed = msgspec.structs.replace(
        finding,
        readings=tuple(readings[i] for i in order),
        message=_retold(_recounted(finding.message, before, after), finding.readings, readings),
    )
    return Sided(changed, less)


def _split(reading: Reading, finding: Finding, settings: FigureSettings) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """(facts that take the side, facts that say less) of one reading."""
    others = [_distinct(r.facts) for r in finding.readings if r is not reading]
    if finding.kind in ("quote_attribution", "quote_wording") and finding.verdict != "word":
        return reading.facts, ()  # what differs there is who speaks, or a word that is missing: less is the difference
    if finding.kind == "affiliation" and finding.verdict == "joint":
        return reading.facts, ()  # "owner" alone says as much as "owner of the inn": that nobody owns it with him
    if finding.kind == "name" and finding.verdict == "name":
        return reading.facts, ()  # two surnames of one person: the whole name is what a halved one is told against
    against = {
        _key(fact): all(any(not may_agree(fact, other, settings) for other in facts) for facts in others)
        for fact in _distinct(reading.facts)
    }
    sure: list[Fact] = []
    rest: list[Fact] = []
    for fact in reading.facts:
        clear = definite(fact) or isinstance(fact.value, Quote)
        # what is told in more ways than are held against each other was judged with its reading
        sides = fact.id in finding.marks or against.get(_key(fact), True)
        (sure if sides and clear else rest).append(fact)
    return (tuple(sure), tuple(rest)) if sure else (reading.facts, ())


def _key(fact: Fact) -> tuple[Value, str]:
    return fact.value, fact.hedge or ""


def _distinct(facts: Sequence[Fact]) -> list[Fact]:
    """One fact of each value and hedge, at most :data:`_VALUES`: a hundred copies cost no more than one."""
    return list({_key(f): f for f in reversed(facts)}.values())[::-1][:_VALUES]


def _told(reading: Reading, sure: Sequence[Fact], rest: Sequence[Fact]) -> str:
    """The reading's value; where only a fact that says less has these words, those of one that takes the side."""
    words = [display(f) for f in sure]
    return words[0] if reading.value in map(display, rest) and reading.value not in words else reading.value


def _retold(message: str, before: Sequence[Reading], after: Sequence[Reading]) -> str:
    for old, new in zip(before, after, strict=True):
        message = message.replace(f"“{old.value}”", f"“{new.value}”", 1)
    return message


def _recounted(message: str, before: Sequence[int], after: Sequence[int]) -> str:
    """The message with new counts, where it gives the count of each reading in their order; else as it was."""
    told = _COUNTED.findall(message)
    if told != [_phrase(n) for n in before]:
        return message
    counts = iter(after)
    return _COUNTED.sub(lambda _: _phrase(next(counts)), message)


def _phrase(n: int) -> str:
    return "1 source" if n == 1 else f"{n} independent sources"
