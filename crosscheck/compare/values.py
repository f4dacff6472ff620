"""Canonical and shown forms of a fact's value: what counts as the same value, and how a reader sees it."""

from __future__ import annotations

from crosscheck.model import Fact, Name, Place, Quantity, Quote, Role, When


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
            return " ".join(content.casefold().split())


def display(fact: Fact) -> str:
    """The value as a reader should see it."""
    match fact.value:
        case Name(full=full):
            return full
        case Quote(content=content):
            return content
        case _:
            return " ".join(fact.mention.text.split())
