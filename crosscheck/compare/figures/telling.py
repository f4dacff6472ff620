"""When, on whose word and in what tone a figure is told: what makes two different numbers no conflict.

In: facts and the corpus. Out: whether one is a later state of the other, whether both are credited to different bodies,
and whether the text itself marks a number as superseded.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Literal

from crosscheck.data.themes import GROWING, PEOPLE, THEMES
from crosscheck.model import Corpus, Fact, Quantity
from crosscheck.settings import FigureSettings

_WORDS = (
    r"originally|initially|preliminar\w+|provisional(?:ly)?|revis(?:ed|ing)|updated|upgraded|downgraded"
    r"|earlier\s+(?:reports?|put|estimate\w*|said)"
)
_REVISED = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)
_MOVED = re.compile(
    rf"\b(?:{_WORDS}|(?:rose|risen|climbed|rising|raised|increased|jumped)\s+(?:to|from)|up\s+from|down\s+from)\b",
    re.IGNORECASE,
)
_RISEN = re.compile(r"\b(?:rose|risen|climbed|rising|rises|raised|increased|jumped|up)\s+(?:to|from)\b", re.IGNORECASE)
_ESTIMATE = re.compile(r"\b(?:estimat\w+|believ\w+|thought|reckon\w*|claim\w*|organi[sz]ers|analysts?|polls?)\b", re.I)
_LABEL = re.compile(r"[A-Z][\w’'-]*(?: [\w’'-]+){0,4}: ")
_MEASURED = frozenset({"magnitude", "depth", "area", "volume", "mass"})  # each agency has its own instruments
_PEOPLE = PEOPLE | {""}  # "12 were hurt" counts people too
_SO_FAR = re.compile(
    r"\b(?:so far|as of|by (?:midday|noon|evening|late|early|\w+day)|until now|up to)\b", re.IGNORECASE
)


def marked(fact: Fact, corpus: Corpus, *, moved: bool = True) -> bool:
    """True where the sentence itself says that the number was, or is, being revised.

    ``moved`` counts "rose to" too: of a toll that is a later report, of a rate or price the news itself.
    """
    span = corpus.sentence(fact).span
    start, end = max(span.start, fact.mention.span.start - 80), min(span.end, fact.mention.span.end + 60)
    return bool((_MOVED if moved else _REVISED).search(corpus.articles[fact.article].text, start, end))


def risen(fact: Fact, corpus: Corpus) -> bool:
    """True where a number is told as what a count rose to."""
    span = corpus.sentence(fact).span
    start = max(span.start, fact.mention.span.start - 30)
    return bool(_RISEN.search(corpus.articles[fact.article].text, start, fact.mention.span.start))


def estimated(fact: Fact, corpus: Corpus) -> bool:
    """True for measurements, and for numbers that a sentence calls an estimate or a claim: two bodies may have two."""
    if isinstance(fact.value, Quantity) and (fact.value.measure in _MEASURED or fact.value.unit == "magnitude"):
        return True
    if fact.mention.attrs.get("attribute") in ("attendance", "depth"):
        return True
    span = corpus.sentence(fact).span
    return bool(_ESTIMATE.search(corpus.articles[fact.article].text, span.start, span.end))


def so_far(fact: Fact, corpus: Corpus) -> bool:
    """True where a number is told as the state at its hour."""
    span = corpus.sentence(fact).span
    return bool(_SO_FAR.search(corpus.articles[fact.article].text, span.start, span.end))


def listed(fact: Fact, corpus: Corpus) -> bool:
    """True in a line that opens with its label, as rows of tables do: "Cost: 6.2 million pounds"."""
    span = corpus.sentence(fact).span
    return bool(_LABEL.match(corpus.articles[fact.article].text, span.start, fact.mention.span.start))


def growing(fact: Fact) -> bool:
    """True for counts that grow while news comes in: the dead, the injured, arrests, damage."""
    attrs = fact.mention.attrs
    return _grows(attrs.get("event", ""), attrs.get("verb", ""), attrs.get("counted", ""))


@lru_cache(maxsize=4_096)
def _grows(event: str, verb: str, counted: str) -> bool:
    theme = event or THEMES.get(verb) or THEMES.get(counted)
    return theme in GROWING and (counted in _PEOPLE or theme == "damage")


def order(
    a: Fact, b: Fact, corpus: Corpus, settings: FigureSettings
) -> Literal["before", "after", "together", "unknown"]:
    """Whether the first article came out well before or after the second, or at about the same time."""
    first, second = corpus.articles[a.article].published, corpus.articles[b.article].published
    one, two = _moment(first), _moment(second)
    if one is None or two is None:
        return "unknown"
    if len(first or "") <= 10 or len(second or "") <= 10:
        days = (two.date() - one.date()).days
        return "together" if days == 0 else "before" if days > 0 else "after"
    hours = (two - one).total_seconds() / 3600
    if abs(hours) < settings.update_hours:
        return "together"
    return "before" if hours > 0 else "after"


def years_between(a: Fact, b: Fact, corpus: Corpus) -> float | None:
    """Years from the first article's publication to the second's; None where a date is missing."""
    one, two = (_moment(corpus.articles[f.article].published) for f in (a, b))
    return None if one is None or two is None else (two - one).total_seconds() / 31_557_600


@lru_cache(maxsize=4_096)
def _moment(iso: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(iso or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
