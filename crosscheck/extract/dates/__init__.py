"""Extracts dates, times, ranges and durations: what the text says, not yet which day it was.

A closed grammar over word classes finds the expression; the parse says what event it dates and whether that lies
ahead. ``Mention.attrs`` carry the expression's form and fields (``form``, ``m``, ``d``, ``wd`` ...), those of a
joined expression with the prefixes ``a.`` and ``b.``, and the event's frame (:mod:`crosscheck.extract._frame`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.extract._frame import frame
from crosscheck.extract.dates._grammar import Node, nodes
from crosscheck.extract.dates._join import join
from crosscheck.extract.dates._looks import piece_at
from crosscheck.extract.dates._stands import stands
from crosscheck.extract.dates._tokens import Tokens, tokens
from crosscheck.extract.parse import Parsed
from crosscheck.model import Mention, MentionKind

KIND: MentionKind = "date"

_HEDGE = re.compile(
    r"(?:\b(?:just|shortly|soon|right|at|some ?time|on|or)\s+)*"
    r"\b(?P<word>about|around|approximately|roughly|circa|almost|nearly|before|after|by|until|till|since|past"
    r"|up to)\s+$",
    re.IGNORECASE,
)
# Words before a day that tell which way it lies: "moved to September", "closed through Friday", "dating back to May".
_LEAD = re.compile(
    r"\b(?P<word>to|for|through|dat(?:e|es|ed|ing)(?: back)? (?:to|from))\s+(?:(?:the|early|late|mid)[\s-]+)*$",
    re.IGNORECASE,
)
_LATER_HEDGE = re.compile(r"\s*(?:or so|or thereabouts)\b", re.IGNORECASE)
_WHEN = re.compile(r",?\s+when\b", re.IGNORECASE)


def extract(parsed: Parsed) -> Iterator[Mention]:
    """The mentions of time in one article, in the order of the text."""
    found = tokens(parsed.article.text)
    kept = [n for n in nodes(found) if stands(n, found, parsed)]
    for node in join(kept, found):
        yield _mention(node, found, parsed)


def _mention(node: Node, found: Tokens, parsed: Parsed) -> Mention:
    text = found.text
    start, end = found.starts[node.start], found.ends[node.end - 1]
    attrs = dict(_flat(node))
    before = text[max(0, start - 40) : start]
    if hedge := _HEDGE.search(before):
        attrs["hedge"] = " ".join(hedge.group().split()).lower()
        if hedge.group("word").lower() != "since" or not _WHEN.match(text, end):  # "since May 1995, when a train ..."
            attrs["mod"] = _modifier(hedge.group("word").lower())
    elif _LATER_HEDGE.match(text, end):
        attrs["hedge"], attrs["mod"] = "or so", "about"
    if lead := _LEAD.search(before):
        attrs["lead"] = lead.group("word").split()[0].lower()
    piece = piece_at(parsed, start, end)
    if piece is not None:
        index = parsed.sentence_index(start)
        headline = bool(parsed.sentences) and parsed.sentences[index].headline
        attrs.update(frame(piece, headline=headline))
    return parsed.mention(KIND, start, end, attrs=attrs)


def _modifier(word: str) -> str:
    return {
        "before": "before",
        "by": "before",
        "until": "before",
        "till": "before",
        "up to": "before",
        "after": "after",
        "past": "after",
        "since": "after",
    }.get(word, "about")


def _flat(node: Node, prefix: str = "") -> Iterator[tuple[str, str]]:
    yield f"{prefix}form", node.form
    for name, value in node.fields.items():
        yield f"{prefix}{name}", value
    for letter, part in zip("ab", node.parts, strict=False):
        yield from _flat(part, f"{prefix}{letter}.")
