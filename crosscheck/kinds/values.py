"""Canonical and shown forms of a fact's value: what counts as the same value, and how a reader sees it."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.model import Fact, Name, Place, Quantity, Quote, Role, When
from crosscheck.wording import normal


def canonical(fact: Fact) -> str:
    """A string that two facts share exactly when they carry the same value."""
    match fact.value:
        case Name(key=key, full=full):
            return key or full.casefold()
        case Role(title=title, organisation=organisation, country=country):
            return "|".join(part or "" for part in (title, organisation, country))
        case When(start=start, end=end, duration=duration, modifier=modifier):
            return f"{start}/{end}/{duration}/{modifier or ''}" if start or duration else fact.mention.text.casefold()
        case Quantity(low=low, high=high, unit=unit, currency=currency):
            return f"{low}..{high} {currency or unit or ''}".strip()
        case Place(name=name, key=key, relation=relation):
            return f"{relation or ''} {key or name.casefold()}".strip()
        case Quote(content=content):
            return normal(content)


def by_value(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Facts that carry one value together, in their order.

    A quotation stands with every longer one that holds all its words: who quotes the sentence has said the phrase.
    """
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(canonical(fact), []).append(fact)
    if not any(isinstance(group[0].value, Quote) for group in found.values()) or len(found) == 1:
        return list(found.values())
    groups: dict[tuple[str, ...], list[Fact]] = {}
    for words in sorted(found, key=lambda w: (-len(w), w)):
        holders = [other for other in found if f" {words} " in f" {other} "]
        groups.setdefault(tuple(holders), [*found[words], *(f for o in holders if o != words for f in found[o])])
    return list(groups.values())


def display(fact: Fact) -> str:
    """The value as a reader should see it."""
    match fact.value:
        case Name(full=full):
            return full
        case Quote(content=content):
            return content
        case _:
            return " ".join(fact.mention.text.split())
