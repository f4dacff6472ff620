"""Runs of capitalised words: where names, bodies and places stand in English text.

In: a text. Out: :class:`Run` records. Cheap (one regular expression), so that the parse is asked about names only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁŃŅŇŌŐŘŚŞŠŢȚŤŪŮŰŹŻŽ"
_APOS = "'’‘`"
# "O'Brien", "Jean-Claude", "al-Assad", "McCain", "J.", "J.R.", "N'Golo"; a possessive 's stays outside
WORD = (
    rf"(?:(?:al|el|ul|ad|as|an|ar|ash|bin)-)?[{UPPER}](?:\.(?:[{UPPER}]\.)*|\w*(?:[{_APOS}](?![sS]\b)[^\W\d_]\w*)?"
    rf"(?:-[^\W\d_]\w*(?:[{_APOS}](?![sS]\b)\w+)?)*)"
)
PARTICLES = (
    "de|da|di|du|del|della|dela|dos|das|do|la|le|van|von|der|den|ter|ten|zu|zur|af|av|bin|ibn|bint|al|el|y|e|ap|st|san"
)
# a nickname between given name and surname: Kimani (Kiki) Gray, William "Bill" Gates
_NICK = rf"(?:\([\"“‘']?[{UPPER}][\w .-]{{0,18}}[\"”’']?\)|[\"“‘'][{UPPER}][\w .-]{{0,18}}[\"”’'])"
_RUN = re.compile(rf"(?<![\w@#]){WORD}(?:[ \u00a0](?:(?:{PARTICLES})[ \u00a0]){{0,3}}(?:{_NICK}[ \u00a0])?{WORD})*")
_PIECE = re.compile(rf"{_NICK}|{WORD}|[^\s]+")
SUFFIX = re.compile(r",?[ \u00a0](Jr|Sr|II|III|IV)\b\.?")


class Word(NamedTuple):
    """One word of a run, with its offsets."""

    start: int
    end: int
    text: str


class Run(NamedTuple):
    """Capitalised words that stand together, particles and a bracketed nickname between them included."""

    start: int
    end: int
    words: tuple[Word, ...]


def runs(text: str, start: int = 0, end: int | None = None) -> Iterator[Run]:
    """Runs of capitalised words in ``text[start:end]``, in order; each lies on one line."""
    for match in _RUN.finditer(text, start, len(text) if end is None else end):
        words = tuple(Word(m.start(), m.end(), m.group()) for m in _PIECE.finditer(text, match.start(), match.end()))
        yield Run(match.start(), match.end(), words)
