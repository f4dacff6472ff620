"""DRA702: a figure in the draft that no source carries."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from crosscheck.compare.draft import drafts, only_the_draft, untold
from crosscheck.compare.sourcetext import SourceText, words
from crosscheck.data import units
from crosscheck.data.numbers import ONES, TEENS
from crosscheck.kinds.values import canonical
from crosscheck.model import Cluster, Corpus, Fact, Finding, Quantity
from crosscheck.registry import Rule
from crosscheck.settings import Settings

_SAME = 1e-9  # what conversion leaves of equal measures

RULE = Rule(
    code="DRA702",
    name="figure only in the draft",
    kind="figure",
    level="note",
    summary="A figure in the draft that stands in no source.",
    aspects=(),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the whole corpus."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A note for each figure of the draft whose value no source has, neither as a figure nor as a written number."""
    mine, sources = drafts(corpus), SourceText(corpus)
    if not mine:
        return
    known = [f.value for f in corpus.facts("figure") if f.article not in mine and isinstance(f.value, Quantity)]
    seen: set[str] = set()
    for fact in untold(clusters, corpus, frozenset({"figure"}), least=settings.draft.least_confidence):
        value = fact.value
        if not isinstance(value, Quantity) or any(_meets(value, other) for other in known):
            continue
        if any(sources.has_word(number) for number in (*_numbers(fact), *_otherwise(value))):
            continue
        key = f"{value.measure}:{canonical(fact)}:{value.counted}"
        if key in seen:
            continue
        seen.add(key)
        text = " ".join(fact.mention.text.split())
        yield only_the_draft(
            fact,
            rule=RULE.code,
            kind=RULE.kind,
            subject=fact.subject or text,
            key=key,
            value=text,
            message=f"Only the draft has this figure: no source says “{text}”.",
            confidence=settings.draft.only_confidence,
        )


def _numbers(fact: Fact) -> list[str]:
    """The written numbers of a mention: "26", "1,200"."""
    return [w for w in words(fact.mention.text) if any(c.isdigit() for c in w)]


def _otherwise(value: Quantity) -> list[str]:
    """A number up to nineteen in its other spelling: 12 for "twelve", "twelve" for 12."""
    if value.low is None or value.low != value.high:
        return []
    return [form for word, number in {**ONES, **TEENS}.items() if number == value.low for form in (word, str(number))]


def _meets(a: Quantity, b: Quantity) -> bool:
    """True when two figures of one measure and currency share a value."""
    if a.measure != b.measure or a.currency != b.currency:
        return False
    low = max(-math.inf if q.low is None else _base(q.low, q) for q in (a, b))
    high = min(math.inf if q.high is None else _base(q.high, q) for q in (a, b))
    return low <= high * (1 + _SAME)


def _base(number: float, quantity: Quantity) -> float:
    """A measure in the base unit of its dimension: 26 miles and 42 km are told as they are written."""
    return units.to_base(number, quantity.unit or "")[0]
