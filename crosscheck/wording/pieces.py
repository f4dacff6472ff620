"""The sentences of a quotation: what is compared with one another.

In: the text between quotation marks. Out: (start, end) pairs of code points. A mark of omission ends a piece, since
what stands before and after it was not said together, and belongs to the piece before; very short sentences go with the
next, so that "I am sorry." is compared in company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_MIN_WORDS = 4
_MAX_CHARS = 1_000  # three times the longest sentence that people speak
_MIN_BEFORE_GAP = 7  # the mark of omission counts as a word
_END = re.compile(
    r"(?P<gap>\s*(?:\.\s?){3,}|\s*…+\s*|\[\s?(?:…|\.{3})\s?\])|[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])|;(?=\s)|\n\s*"
)
_SHORT_FORM = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sgt|Lt|Gen|Col|Capt|Maj|Gov|Sen|Rep|Rev|Prof|Det|Jr|Sr|vs|No|Inc|Co|Corp|Ltd|Jan|Feb|Mar|Apr"
    r"|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.K|U\.N|D\.C)|\b[A-Z])$"
)


@lru_cache(maxsize=20_000)
def pieces(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of ``text``, in order, none of them empty."""
    found: list[tuple[int, int, bool]] = []  # start, end, followed by an omission
    at = 0
    for match in _END.finditer(text):
        gap = match.group("gap") is not None
        if not gap and match.group().startswith(".") and _SHORT_FORM.search(text, at, match.start()):
            continue
        found.append((at, match.end(), gap))
        at = match.end()
    found.append((at, len(text), False))
    return tuple(_merged(text, found))


def _merged(text: str, found: list[tuple[int, int, bool]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    held: int | None = None  # start of a short sentence that waits for the next
    for start, end, gap in found:
        start = held if held is not None else start
        held = None
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        if len(text[start:end].split()) < (_MIN_BEFORE_GAP if gap else _MIN_WORDS) and end < len(text.rstrip()):
            held = start  # a short sentence, or a speaker who stops to think
            continue
        merged.extend(_cut(text, start, end))
    if held is not None:
        merged.extend(_cut(text, held, len(text.rstrip())))
    return merged


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece, or several of bounded length: a quotation that never closes may run through the whole file."""
    while end - start > _MAX_CHARS:
        space = text.rfind(" ", start + 1, start + _MAX_CHARS)
        middle = space if space > start else start + _MAX_CHARS
        yield start, middle
        start = middle + (text[middle] == " ")
    if start < end:
        yield start, end
