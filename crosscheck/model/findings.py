"""One fact as several articles tell it, and where they disagree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal

import msgspec

from crosscheck.model.articles import Span
from crosscheck.model.facts import Fact

FindingKind = Literal["name", "affiliation", "date", "figure", "place", "quote_wording", "quote_attribution"]
Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note")
ALIKE = "alike"  # aspect of clusters that only say that their facts tell one value: no rule compares them


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """One fact as several articles, or several places of one article, tell it.

    ``aspect`` names the question that its facts answer (person, office, affiliation, count, utterance, ...): rules
    declare the aspects that they compare. ``key`` is the stable, canonical form of ``subject``. ``why`` are the signs
    by which its facts were taken for one question, in words, each with its weight in log odds.
    """

    id: str
    kind: FindingKind
    aspect: str
    subject: str
    key: str
    facts: tuple[Fact, ...]
    blocking_key: str = ""
    similarity: float = 1.0
    sides: tuple[tuple[str, ...], ...] = ()  # ids of the facts of each reading, where linked pairs made the cluster
    why: tuple[tuple[str, float], ...] = ()


def digest(facts: Iterable[Fact]) -> str:
    """What tells a cluster's id from others: of the ids of its facts in their order."""
    return hashlib.sha256("\x1f".join(f.id for f in facts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One version of the fact and who carries it. ``canonical`` is what ids are made of, ``value`` what is shown."""

    value: str
    canonical: str
    facts: tuple[Fact, ...]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A cluster that disagrees: at least two readings, a plain sentence, a level and a calibrated confidence.

    ``why`` are the signs by which the facts of its readings were taken for one question; without it its cluster's
    stand.
    """

    id: str
    rule: str
    kind: FindingKind
    level: Level
    confidence: float
    subject: str
    message: str
    readings: tuple[Reading, ...]
    verdict: str | None = None  # what differs: word, negation, cut, spliced, order, scale, spelling, ...
    suggestion: str | None = None
    inside: bool = False  # the conflict stands inside one article
    cluster: str = ""
    marks: dict[str, tuple[Span, ...]] = {}  # fact id to the stretches of its mention whose words differ
    why: tuple[tuple[str, float], ...] = ()
