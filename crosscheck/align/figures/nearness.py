"""Small questions about two figures: the same nouns, digits, places; one the other in another unit.

In: profiles. Out: truth values and numbers, for the modules that score and bar pairs.
"""

from __future__ import annotations

import re
from typing import Literal

from crosscheck.align.figures.profile import Profile
from crosscheck.data import units
from crosscheck.data.themes import NOUNS, PEOPLE
from crosscheck.model import Quantity

_WRITTEN = re.compile(r"\d[\d.,]*")
_FORECAST = frozenset({"expect", "forecast", "predict", "project", "will", "could", "may", "might", "plan", "hope"})
_PLAIN = frozenset({"", "be", "have", "do", "say", "make", "take", "get", "go", "come", "include", "give", "tell"})


def nouns_alike(a: Profile, b: Profile) -> bool:
    """Whether two figures in near copies can count the same: the nouns must not speak against it."""
    return a.head == b.head or not a.head or not b.head or {a.noun, b.noun} <= PEOPLE


def converted(a: Profile, b: Profile) -> bool:
    """True for two figures of one sentence of which one is the other in another unit or currency."""
    spans = {f"{p.fact.mention.span.start}-{p.fact.mention.span.end}" for p in (a, b)}
    return any(p.fact.mention.attrs.get("converts") in spans for p in (a, b))


def subject_class(p: Profile) -> str:
    """Class of the subject; an epicentre stands for its quake."""
    words = p.fact.mention.attrs.get("subject", "").casefold().split()
    return NOUNS.get(words[-1], words[-1]) if words else ""


def digits(p: Profile) -> str:
    """The digits of an amount without its scale: $2.6 million and $2.6 billion have the same."""
    written = _WRITTEN.search(p.fact.mention.text)
    told = written[0] if written else f"{point(p) or 0.0:.0f}"
    return told.replace(".", "").replace(",", "").strip("0")


def point(p: Profile) -> float | None:
    """The number that was told."""
    value = p.fact.value
    if not isinstance(value, Quantity):
        return None
    return value.low if value.low is not None else value.high


def within(a: Profile, b: Profile, factor: float) -> bool:
    """True where the larger is at most ``factor`` times the smaller."""
    one, two = _metres(a), _metres(b)
    return one is not None and two is not None and max(one, two) <= factor * min(one, two)


def _metres(p: Profile) -> float | None:
    told, value = point(p), p.fact.value
    return units.to_base(told, value.unit or "")[0] if told is not None and isinstance(value, Quantity) else None


def population(a: frozenset[str], b: frozenset[str]) -> Literal["named", "kind", ""]:
    """Whether two places whose people are counted are one: by name, by kind ("the island"), or not at all."""
    if not a or not b:
        return ""
    named, other = ({w for w in p if not w.startswith("?")} for p in (a, b))
    if named and other:
        return "named" if named & other else ""
    return "kind" if a & b else ""


def one_foretold(a: Profile, b: Profile) -> bool:
    """True for a forecast beside a result."""
    return (a.modal in _FORECAST) != (b.modal in _FORECAST)


def plain_verb(verb: str) -> bool:
    """True for verbs that say nothing of what happened."""
    return verb in _PLAIN
