"""Which figures are the only ones of their question in their article: what is asked there can be nothing else.

In: the profiles of all figures. Out: ids of facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.align.figures.profile import Profile
from crosscheck.data.themes import OUTCOMES
from crosscheck.model import Quantity


def alone(profiles: Iterable[Profile]) -> frozenset[str]:
    """Ids of the figures that are the only ones of their question in their article, which tells what is asked there."""
    told: dict[tuple[str, ...], dict[tuple[float | None, float | None], list[str]]] = {}
    for p in profiles:
        value = p.fact.value
        if p.further or p.part or not isinstance(value, Quantity):
            continue
        when = str(p.anchor.period or p.anchor.label) if p.anchor.background else "now"
        if "converts" in p.fact.mention.attrs:
            continue
        for question in _questions(p):
            told.setdefault((p.article, when, *question), {}).setdefault((value.low, value.high), []).append(p.fact.id)
    return frozenset(i for values in told.values() if len(values) == 1 for ids in values.values() for i in ids)


def _questions(p: Profile) -> Iterator[tuple[str, ...]]:
    if p.asked.name:
        yield p.measure, "asked", p.asked.name
    elif p.measure == "age":
        if p.described.part:
            yield p.measure, p.described.part
    elif p.measure == "percent":
        yield p.measure, "bare"
    elif p.head:
        yield p.measure, "of", p.head, p.theme if p.theme in OUTCOMES else ""
