"""When, on whose word and in what tone a figure is told: what makes two different numbers no conflict.

In: facts and the corpus. Out: whether one is a later state of the other, whether both are credited to different bodies,
and whether the text itself marks a number as superseded.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Literal

from crosscheck.data.themes import GROWING, PEOPLE, THEMES
from crosscheck.model import Corpus, Fact
from crosscheck.settings import FigureSettings

_REVISED = re.compile(
    r"\b(?:originally|initially|preliminar\w+|provisional(?:ly)?|revis(?:ed|ing)|updated|upgraded|downgraded"
    r"|(?:had|was|were)\s+(?:earlier|previously)|earlier\s+(?:reports?|put|estimate\w*|said)"
    r"|(?:rose|risen|climbed|rising|raised|increased|jumped)\s+(?:to|from)|up\s+from|down\s+from)\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\b(?:so far|as of|by (?:midday|noon|evening|late|early|\w+day)|until now|up to)\b", re.IGNORECASE)
_BODY = r"(?:the\s+)?(?P<{0}>(?:[A-Z][\w.&’'-]*|state|national|local)(?:[ ’'](?:of|the|and|for|media|television|radio|news|police|officials?|agency|centre|center|[A-Z][\w.&’'-]*|[a-z]+ic|s)){{0,7}})"
_SAID = r"(?:said|says|reported|reports|put|puts|recorded|measured|registered|estimated|estimates|told|announced|rated)"
_BEFORE = re.compile(_BODY.format("a") + r"(?:\s+in\s+[A-Z][\w.]*(?:,\s+[A-Z][\w.]*)?,?)?\s+" + _SAID + r"\b")
_AFTER = re.compile(r"\b(?:" + _SAID + r"\s+" + _BODY.format("a") + r"|according\s+to\s+" + _BODY.format("b") + r")")
_STOP = frozenset(["the", "of", "and", "in", "for", "a", "us", "u.s", "united", "states", "state", "national"])


def source_of(fact: Fact, corpus: Corpus) -> str:
    """Who the figure is credited to, as written; empty where the article tells it as its own."""
    if fact.asserted_by:
        return fact.asserted_by
    span = corpus.sentence(fact).span
    text = corpus.articles[fact.article].text
    before = [m for m in _BEFORE.finditer(text, span.start, fact.mention.span.end)]
    if before:
        return before[-1]["a"]
    after = _AFTER.search(text, fact.mention.span.end, span.end)
    return (after["a"] or after["b"]) if after else ""


def same_source(a: str, b: str) -> bool | None:
    """Whether two credits name one body; None where one is missing. Short forms and initials are one with the long."""
    if not a or not b:
        return None
    first, second = _words(a), _words(b)
    if first & second:
        return True
    return _initials(a) & second != set() or _initials(b) & first != set()


def _words(source: str) -> set[str]:
    words = {w.strip(".’'") for w in re.split(r"[\s-]+", source.casefold().replace("u.s.", "us"))}
    return {w for w in words if w and w not in _STOP} or words


def _initials(source: str) -> set[str]:
    words = [w for w in re.split(r"[\s-]+", source.casefold().replace("u.s.", "us")) if w and w not in ("the", "of", "and")]
    letters = "".join(w if w == "us" else w[0] for w in words)
    return {letters, "".join(w[0] for w in words)} if len(words) > 1 else set()


def marked(fact: Fact, corpus: Corpus) -> bool:
    """True where the sentence itself says that the number was, or is, being revised."""
    span = corpus.sentence(fact).span
    start = max(span.start, fact.mention.span.start - 80)
    return bool(_REVISED.search(corpus.articles[fact.article].text, start, min(span.end, fact.mention.span.end + 60)))


def so_far(fact: Fact, corpus: Corpus) -> bool:
    """True where a number is told as the state at its hour."""
    span = corpus.sentence(fact).span
    return bool(_SO_FAR.search(corpus.articles[fact.article].text, span.start, span.end))


def growing(fact: Fact) -> bool:
    """True for counts that grow while news comes in: the dead, the injured, arrests, damage."""
    attrs = fact.mention.attrs
    theme = attrs.get("event") or THEMES.get(attrs.get("verb", "")) or THEMES.get(attrs.get("counted", ""))
    return theme in GROWING and (attrs.get("counted", "") in PEOPLE | {""} or theme == "damage")


def order(a: Fact, b: Fact, corpus: Corpus, settings: FigureSettings) -> Literal["before", "after", "together", "unknown"]:
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


def _moment(iso: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(iso or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
