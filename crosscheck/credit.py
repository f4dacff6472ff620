"""Who a figure is credited to: shared by aligning and comparing.

In: facts and the corpus. Out: the body that a sentence names as its source, and whether two such names are one body.
"""

from __future__ import annotations

import re
from functools import lru_cache

from crosscheck.model import Corpus, Fact

_BODY = (
    r"(?:the\s+)?(?P<{0}>(?:[A-Z][\w.&’'-]*|state|national|local)"
    r"(?:[ ’'](?:of|the|and|for|media|television|radio|news|police|officials?|agency|centre|center"
    r"|[A-Z][\w.&’'-]*|[a-z]+ic|s)){{0,7}})"
)
_SAID = r"(?:said|says|reported|reports|put|puts|recorded|measured|registered|estimated|estimates|told|announced|rated)"
_BEFORE = re.compile(_BODY.format("a") + r"(?:\s+in\s+[A-Z][\w.]*(?:,\s+[A-Z][\w.]*)?,?)?\s+" + _SAID + r"\b")
_AFTER = re.compile(r"\b(?:" + _SAID + r"\s+" + _BODY.format("a") + r"|according\s+to\s+" + _BODY.format("b") + r")")
_TURN = re.compile(r"\b(?:but|while|whereas|although)\b")  # another source may speak from here on
_STOP = frozenset(["the", "of", "and", "in", "for", "a", "us", "u.s", "united", "states", "state", "national"])


def source_of(fact: Fact, corpus: Corpus) -> str:
    """Who the figure is credited to, as written; empty where the article tells it as its own."""
    span = corpus.sentence(fact).span
    text = corpus.articles[fact.article].text
    start = fact.mention.span.start
    before = list(_BEFORE.finditer(text, span.start, fact.mention.span.end))
    if before and not _TURN.search(text, before[-1].end(), start):
        return before[-1]["a"]
    after = _AFTER.search(text, fact.mention.span.end, span.end)
    if after and not _TURN.search(text, fact.mention.span.end, after.start()):
        return after["a"] or after["b"]
    return fact.asserted_by or ""


def same_source(a: str, b: str) -> bool | None:
    """Whether two credits name one body; None where one is missing. Short forms and initials are one with the long."""
    if not a or not b:
        return None
    first, second = _words(a), _words(b)
    if first & second:
        return True
    return bool(_initials(a) & second or _initials(b) & first)


@lru_cache(maxsize=4_096)
def _words(source: str) -> frozenset[str]:
    words = frozenset(w.strip(".’'") for w in re.split(r"[\s-]+", source.casefold().replace("u.s.", "us")))
    return frozenset(w for w in words if w and w not in _STOP) or words


@lru_cache(maxsize=4_096)
def _initials(source: str) -> frozenset[str]:
    parts = re.split(r"[\s-]+", source.casefold().replace("u.s.", "us"))
    words = [w for w in parts if w and w not in ("the", "of", "and")]
    letters = "".join(w if w == "us" else w[0] for w in words)
    return frozenset({letters, "".join(w[0] for w in words)} if len(words) > 1 else ())
