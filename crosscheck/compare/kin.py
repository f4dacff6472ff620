"""When two ties of kin cannot both hold: of one person to one other, or of one whose wife goes without a name."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicons import load
from crosscheck.model import Fact


def tie_of(fact: Fact) -> str:
    """The tie of a fact and its form, so that a named relative and an unnamed wife are never one reading."""
    return f"{fact.mention.attrs['kin']} {fact.mention.attrs['form']}"


def ties_conflict(one: Fact, other: Fact) -> bool:
    """True where one cannot be both to the same person; whose kin it is must be told alike."""
    a, b = one.mention.attrs, other.mention.attrs
    if a["form"] != b["form"]:
        return False
    pair = frozenset((a["kin"], b["kin"]))
    if a["form"] == "partner":
        return any(pair <= ties for name, ties in _apart().items() if name in ("unnamed", "courting")) and len(pair) > 1
    whose = set(a.get("of", "").split()), set(b.get("of", "").split())
    return len(pair) > 1 and bool(whose[0] & whose[1]) and any(pair <= ties for ties in _apart().values())


@cache
def _apart() -> dict[str, frozenset[str]]:
    return {name: frozenset(ties) for name, ties in load("kin")["apart"].items()}
