"""Parts of the body: read from a phrase, and whether two tellings of one person's wounds can both hold.

In: the words of a phrase ("the left leg, right arm and chest"). Out: parts, each with its side before it ("left leg").
A part agrees with the whole that holds it, a list with any that shares a part; pure comparison, no text of articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from crosscheck.lexicons import load

_SIDES = ("left", "right")


@cache
def _words() -> dict[str, str]:
    """A word for a part, singular or plural, to the part."""
    found: dict[str, str] = {}
    for part, words in load("body")["parts"].items():
        for word in words.split():
            plural = "calves" if word == "calf" else f"{word}es" if word.endswith("ch") else f"{word}s"
            found.update({word: part, plural: part})
    return found


@cache
def part_pattern() -> str:
    """One part of the body with what says where on it, as a pattern without groups that capture."""
    told = load("body")["words"]
    word = "|".join(sorted(_words(), key=lambda w: (-len(w), w)))
    where = rf"(?:(?:{'|'.join(told['where'].split())})(?:[\s-]+(?:and[\s-]+(?=left|right))?))"
    owner = r"(?:(?:the|a|an|one|both|his|her|their|my|[A-Z][\w-]{1,40}['’]s)(?:\s+of\s+(?:the|his|her|their))?\s+)?"
    of = rf"(?:(?:{'|'.join(told['sides'].split())})\s+of\s+{owner})"
    # no part of the body: "the back of the truck", "the side door", "head-on"
    end = r"(?![\w'’]|-\w|\s+of\b|\s+(?:yard|door|seat|window|street|road|room|porch|entrance|lot|alley)\b)"
    return rf"{owner}{where}{{0,3}}{of}?{where}{{0,3}}(?:{word}){end}"


@cache
def _reader() -> re.Pattern[str]:
    word = "|".join(sorted(_words(), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(left|right|upper|lower|{word})\b(?!\s+of\b)", re.I)


@cache
def _side_of() -> re.Pattern[str]:
    sides = "|".join(load("body")["words"]["sides"].split())
    return re.compile(rf"\b(?:{sides})\s+of\b", re.I)


def parts_of(words: str) -> tuple[str, ...]:
    """The parts that a phrase names, in its order, each once; () for none.

    "both legs" and "left and right leg" have no side of their own.
    """
    found: dict[str, None] = {}
    sides: list[str] = []
    whole = ""
    for match in _reader().finditer(_side_of().sub(" ", words)):
        word = match[1].casefold()
        if word in _SIDES:
            sides.append(word)
        elif word in ("upper", "lower"):
            whole = word
        else:
            part = _words()[word]
            part = f"{whole} body" if whole and part == "body" else part
            found[f"{sides[0]} {part}" if len(sides) == 1 else part] = None
            sides, whole = [], ""
    return tuple(found)


@cache
def _held(part: str) -> frozenset[str]:
    """A part and all that it holds."""
    found, left = {part}, [part]
    while left:
        new = [p for p in load("body")["holds"].get(left.pop(), ()) if p not in found]
        found.update(new)
        left += new
    return frozenset(found)


def _split(part: str) -> tuple[str, str]:
    side, _, bare = part.partition(" ")
    return (side, bare) if side in _SIDES else ("", part)


def agree(one: str, other: str) -> bool:
    """True where two parts may be one: a part and its whole, on no side or on the same."""
    (side, a), (far, b) = _split(one), _split(other)
    return not (side and far and side != far) and (b in _held(a) or a in _held(b))


def apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """True where two lists of one person's wounds cannot both hold: no part in common, or one on the other side.

    A side is at odds where each list has the part on one side only: left arm beside left leg, right arm beside it. So
    are two lists of one length of which each has a part that the other lacks.
    """
    mine, theirs = tuple(one), tuple(other)
    if not mine or not theirs:
        return False
    if not any(agree(a, b) for a in mine for b in theirs):
        return True
    if len(mine) == len(theirs) and _lacking(mine, theirs) and _lacking(theirs, mine):
        return True
    return any(
        {s for s, p in map(_split, mine) if p == bare} == {side}
        and far
        and {s for s, p in map(_split, theirs) if p == bare} == {far}
        for side, bare in map(_split, mine)
        if side
        for far in [_SIDES[1 - _SIDES.index(side)]]
    )


def _lacking(one: Iterable[str], other: Iterable[str]) -> bool:
    """True where a part of the first list agrees with none of the second."""
    return any(not any(agree(a, b) for b in other) for a in one)
