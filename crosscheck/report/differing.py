"""The words in which the readings of a finding differ, as offsets of their articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from crosscheck.document import DocMention, DocReading

WORD = re.compile(r"\w+(?:[’'.:,-]\w+)*|[^\w\s]")


def differing(readings: Sequence[DocReading]) -> dict[tuple[str, int, int], list[tuple[int, int]]]:
    """For each mention, the stretches whose words the first reading (for the first: the second) does not have.

    Marks that the rule itself gave are kept. Very unlike texts are not marked word by word: all would be marked.
    """
    found: dict[tuple[str, int, int], list[tuple[int, int]]] = {}
    for index, reading in enumerate(readings):
        other = readings[0] if index else (readings[1] if len(readings) > 1 else None)
        for mention in reading.mentions:
            key = (mention.article, mention.start, mention.end)
            if mention.marks:
                found[key] = list(mention.marks)
            elif other and other.mentions:
                found[key] = words_apart(mention, other.mentions[0].text)
    return found


def stretches(mention: DocMention, other: DocMention) -> list[tuple[int, int]]:
    """What differs in one mention: the marks that its rule gave, else the words that the other does not have."""
    return list(mention.marks) or words_apart(mention, other.text)


def words_apart(mention: DocMention, other: str) -> list[tuple[int, int]]:
    """The stretches of a mention, as offsets of its article, whose words the other text lacks in their place."""
    mine = list(WORD.finditer(mention.text))
    theirs = [folded(m.group()) for m in WORD.finditer(other)]
    matcher = SequenceMatcher(None, [folded(m.group()) for m in mine], theirs, autojunk=False)
    spans: list[tuple[int, int]] = []
    for tag, a, b, _, _ in matcher.get_opcodes():
        if tag in ("replace", "delete") and b > a:
            spans.append((mention.start + mine[a].start(), mention.start + mine[b - 1].end()))
    return spans


def folded(word: str) -> str:
    """A word without its case and the form of its apostrophe: neither is a difference that anybody told."""
    return word.casefold().replace("’", "'")
