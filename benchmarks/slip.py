"""A name changed in one article of an event, and how the texts are edited. Knows nothing of crosscheck."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.slipnames import Names, Span

Texts = Sequence[str]
Make = Callable[[Texts, Names, random.Random], "Slip | None"]


@dataclass(frozen=True)
class Slip:
    """A changed article: the new text, its changed stretches, and where the untouched name stands, by article index."""

    sort: str
    article: int
    text: str
    spans: tuple[Span, ...]
    others: dict[int, tuple[Span, ...]]
    before: str
    after: str


def edited(text: str, edits: Sequence[tuple[Span, str]]) -> tuple[str, tuple[Span, ...], Callable[[int], int]]:
    """The text with stretches replaced, where the new ones stand, and how other offsets move."""
    out, spans, at = [], [], 0
    order = sorted(edits)
    for (start, end), new in order:
        out.append(text[at:start])
        first = sum(map(len, out))
        out.append(new)
        spans.append((first, first + len(new)))
        at = end

    def moved(offset: int) -> int:
        return offset + sum(len(new) - (b - a) for (a, b), new in order if b <= offset)

    return "".join([*out, text[at:]]), tuple(spans), moved


def pick(
    sort: str, texts: Texts, article: int, edits: Sequence[tuple[Span, str]],
    untouched: dict[int, list[Span]], before: str, after: str,
) -> Slip | None:  # fmt: skip
    """The slip of some edits; the untouched stretches of its own article move with the text."""
    if not edits:
        return None
    text, spans, moved = edited(texts[article], edits)
    others = {i: tuple(s) for i, s in untouched.items() if i != article and s}
    if not others:
        return None
    here = [(a, b) for a, b in untouched.get(article, ()) if not any(x < b and a < y for (x, y), _ in edits)]
    if here:
        others[article] = tuple((moved(a), moved(b)) for a, b in here)
    return Slip(sort, article, text, spans, others, before, after)
