"""A planted change, and where two articles tell a fact in the same words. Knows nothing of crosscheck's own reading.

Offsets are code points of an article's text, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
STOP = frozenset(
    "the a an of in on at to for and or but with by from that this was were is are be been has have had it its as he she "
    "they his her their who which not said says after before".split()
)


@dataclass(frozen=True)
class Plant:
    """A change of one article: the new text, where it stands in it, and where the untouched fact stands elsewhere."""

    what: str
    kinds: tuple[str, ...]  # finding kinds that count
    article: int
    text: str
    spans: tuple[tuple[int, int], ...]
    other: int
    other_spans: tuple[tuple[int, int], ...]
    before: str = ""
    after: str = ""


def sentence_at(text: str, offset: int) -> str:
    start = max(text.rfind(". ", 0, offset), text.rfind("\n", 0, offset)) + 1
    ends = [e for e in (text.find(". ", offset), text.find("\n", offset)) if e >= 0]
    return text[start : min(ends, default=len(text))]


def words(sentence: str) -> set[str]:
    return {w.lower() for w in WORD.findall(sentence)} - STOP


def alike(a: str, b: str) -> float:
    """Share of the shorter sentence's content words that the other has too."""
    x, y = words(a), words(b)
    return len(x & y) / max(1, min(len(x), len(y)))


def shared(
    texts: Sequence[str], pattern: re.Pattern[str], least: float
) -> Iterator[tuple[int, re.Match[str], int, re.Match[str]]]:
    """(article, match, other article, match) where two articles have the same words in like sentences."""
    found = [[(m, m.group().lower()) for m in pattern.finditer(t)] for t in texts]
    for i, mine in enumerate(found):
        for m, key in mine:
            for j, theirs in enumerate(found):
                if i == j:
                    continue
                other = next(
                    (
                        n
                        for n, k in theirs
                        if k == key
                        and least <= alike(sentence_at(texts[i], m.start()), sentence_at(texts[j], n.start()))
                    ),
                    None,
                )
                if other:
                    yield i, m, j, other
                    break


def change(text: str, start: int, end: int, new: str) -> tuple[str, tuple[int, int]]:
    return text[:start] + new + text[end:], (start, start + len(new))


def everywhere(text: str, old: str, new: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """All whole-word places of ``old`` changed, and the spans of ``new``."""
    pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")
    shift, spans = len(new) - len(old), []
    for n, m in enumerate(pattern.finditer(text)):
        spans.append((m.start() + n * shift, m.start() + n * shift + len(new)))
    return pattern.sub(lambda _: new, text), tuple(spans)


def all_spans(text: str, phrase: str) -> tuple[tuple[int, int], ...]:
    return tuple((m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text))
