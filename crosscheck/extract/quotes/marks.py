"""The quotation marks of a text, each with what it costs to read it as opening, closing or no quotation mark at all.

Costs are evidence, not thresholds: 0 is what the mark's shape and the white space around it say, 3 and more against
both.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"[\"“”„‟«»″＂]|''|``|’’|‘‘|,,(?=\w)|[‹›‘‚‛]|(?<![^\W_])['’`´′]|['’`´′](?![^\W_])")
_SINGLE = frozenset("‹›‘‚‛'’`´′")
_OPENERS = "([{<—–-/¿¡*_"
# words that lose their head to an apostrophe
_ELISION = re.compile(
    r"(?:\d0s|\d\d\b(?!\s*(?:per|of))|em\b|tis\b|twas\b|til\b|till\b|cause\b|cuz\b|n\b|round\b|bout\b|un\b|ere\b|gainst\b|"
    r"neath\b|tude\b|fraid\b|nother\b|kay\b|sup\b|scuse\b)",
    re.IGNORECASE,
)
_AGAINST = 3.0  # the shape or the space around says the opposite
_NEVER = 9.0
_TOGETHER = 4  # marks that may stand side by side; more are ornament


class Mark(NamedTuple):
    """A mark ``text[start:end]`` and the costs of its readings; ``ignore``: that it is no quotation mark."""

    start: int
    end: int
    double: bool
    opening: float
    closing: float
    ignore: float


def find_marks(text: str, *, stray: float = 3.0) -> list[Mark]:
    """All characters of ``text`` that may be quotation marks; apostrophes inside words are none."""
    return [_mark(text, m.start(), m.end(), stray) for m in _MARK.finditer(text)]


def _mark(text: str, start: int, end: int, stray: float) -> Mark:
    glyph = text[start:end]
    before, after = _left(text, start), _right(text, end)
    opens = (before.isspace() or before in _OPENERS) and not after.isspace()  # "" (text's end) is no space: see _left
    closes = not before.isspace() and (after.isspace() or not (after.isalnum() or after in "$€£#@(["))
    if glyph in _SINGLE:
        return _single(text, start, end, opens=opens, closes=closes, before=before)
    opening, closing = _by_space(opens, closes)
    shape = _double_shape(glyph)
    if shape:
        opening, closing = shape[0] + opening / 2, shape[1] + closing / 2
        if min(opening, closing) <= 1.0 < max(opening, closing):  # shape and space agree enough: full certainty
            opening, closing = (0.0, _AGAINST) if opening < closing else (_AGAINST, 0.0)
    ignore = stray
    if glyph in "\"″''" and before.isdigit() and closes:
        ignore = 0.5  # inches, seconds
    return Mark(start, end, True, opening, closing, ignore)


def _by_space(opens: bool, closes: bool) -> tuple[float, float]:
    if opens and not closes:
        return 0.0, _AGAINST
    if closes and not opens:
        return _AGAINST, 0.0
    return 0.5, 0.5


def _double_shape(glyph: str) -> tuple[float, float] | None:
    """What the mark's own shape costs as (opening, closing); None for the straight mark, whose shape says nothing."""
    if glyph in ("„", "``", "‘‘", ",,"):
        return 0.0, _NEVER
    if glyph in ("“", "‟", "«"):
        return 0.0, 1.5
    if glyph in ("”", "»", "’’"):
        return 1.5, 0.0
    return None


def _single(text: str, start: int, end: int, *, opens: bool, closes: bool, before: str) -> Mark:
    glyph = text[start:end]
    if glyph in "‹›":
        return Mark(start, end, False, *((0.0, 2.0) if glyph == "‹" else (2.0, 0.0)), _AGAINST)
    if glyph in "‚‛":
        return Mark(start, end, False, 0.0, _NEVER, _AGAINST)
    elided = bool(_ELISION.match(text, end))
    if opens:
        if glyph == "’":
            return Mark(start, end, False, 2.0, _AGAINST, 0.2 if elided else 0.7)
        if glyph == "‘":
            return Mark(start, end, False, 0.0, 6.0, 3.0 if elided else 4.0)
        return Mark(start, end, False, 0.5, _AGAINST, 0.0 if elided else 1.5)
    if glyph == "‘":
        return Mark(start, end, False, 0.5, 2.0, 2.0)
    if closes:
        if text[max(0, start - 2) : start].lower() in ("'n", "’n", "‘n"):
            return Mark(start, end, False, 6.0, 2.0, 0.0)  # rock 'n' roll
        if start and text[start - 1] in ",.!?;:…)]":
            return Mark(start, end, False, 6.0, 0.0, _AGAINST)
        possessive = before in "sSzx" or text[max(0, start - 2) : start] == "in"
        return Mark(start, end, False, 6.0, 0.5 if possessive else 0.3, 0.5 if possessive else 2.0)
    return Mark(start, end, False, 0.7, 0.7, 1.0)


def _left(text: str, start: int) -> str:
    """The character before a mark, other marks passed over; a space at the start of the text."""
    stop = start - _TOGETHER
    while start and start > stop and _is_mark(text[start - 1]):
        start -= 1
    return text[start - 1] if start else " "


def _right(text: str, end: int) -> str:
    """The character after a mark, other marks passed over; a space at the end of the text."""
    stop = end + _TOGETHER
    while end < len(text) and end < stop and _is_mark(text[end]):
        end += 1
    return text[end] if end < len(text) else " "


def _is_mark(char: str) -> bool:
    return char in "\"“”„‟«»″＂'’`´′‹›‘‚‛"
