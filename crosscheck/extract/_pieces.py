"""Runs of capitalised words cut into pieces that may each be one person's name, with the titles before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.data import countries, titles
from crosscheck.extract._capitals import Run, Word
from crosscheck.extract._cues import AMBIGUOUS_TITLES, CALENDAR, DROP_FIRST, GIVEN_MONTHS
from crosscheck.extract._person import Tokens, givenish

_OF_BEFORE = re.compile(r"\b(\w+(?:[ -]\w+)? of (?:the )?)$")


class Pieces:
    """The pieces of the runs of one text."""

    def __init__(self, text: str, at: Tokens) -> None:
        self._text = text
        self._at = at

    def of(self, run: Run) -> Iterator[tuple[list[Word], str]]:
        """The run cut at titles, demonyms and calendar words: each piece with the title words before it."""
        words = list(run.words)
        title, words = self._title_over_of(run, words)
        if not words:
            return
        first = self._at.get(words[0].start)
        lower = words[0].text.lower()
        if lower in DROP_FIRST and not (first is not None and first.ent_type_ == "PERSON" and len(words) > 1):
            words = words[1:]
        piece: list[Word] = []
        i = 0
        while i < len(words):
            n = _title_length(words, i)
            if n and self._is_title(words, i, n, piece):
                if piece:
                    yield piece, title
                title = self._text[words[i].start : words[i + n - 1].end]
                piece = []
                i += n
                continue
            word = words[i]
            if self._ends_piece(words, i, piece):
                if piece:
                    yield piece, title
                piece, title = [], ""
            else:
                piece.append(word)
            i += 1
        if piece:
            yield piece, title

    def _title_over_of(self, run: Run, words: list[Word]) -> tuple[str, list[Word]]:
        """A title that the run ends ("Secretary of" + "State Antony Blinken"), and the words after it."""
        if " of " not in self._text[max(0, run.start - 8) : run.start]:
            return "", words
        if (m := _OF_BEFORE.search(self._text, max(0, run.start - 40), run.start)) is None:
            return "", words
        for n in (2, 1):
            phrase = self._text[m.start(1) : words[n - 1].end] if len(words) > n else ""
            if phrase and titles.lookup(phrase):
                return phrase, words[n:]
        return "", words

    def _ends_piece(self, words: list[Word], i: int, before: list[Word]) -> bool:
        """True for a demonym or a word of the calendar; Jan and May are names beside another word of a name."""
        word = words[i].text.lower().rstrip(".")
        if words[i].text in countries.demonyms():
            return True
        if word not in CALENDAR or words[i].text.endswith("."):
            return word in CALENDAR
        if word in GIVEN_MONTHS and i + 1 < len(words) and words[i + 1].text.lower().rstrip(".") not in CALENDAR:
            return self._text[max(0, words[i].start - 2) : words[i].start].strip().isdigit()
        return not (word == "may" and before and givenish(before[-1].text.lower()))

    def _is_title(self, words: list[Word], i: int, n: int, before: list[Word]) -> bool:
        """A title word inside a run is one unless it is somebody's name (Tishana King, Dean Smith)."""
        if i + n >= len(words):
            return not (before and words[i].text.lower() in AMBIGUOUS_TITLES)
        word = words[i].text.lower()
        if word in AMBIGUOUS_TITLES and n == 1:
            if before and (t := self._at.get(words[i].start)) is not None and t.ent_type_ == "PERSON":
                return False
            if word in ("dean", "king", "major", "chase") and i + 2 == len(words):
                token = self._at.get(words[i].start)
                return token is None or token.ent_type_ != "PERSON"
        return True


def _title_length(words: list[Word], i: int) -> int:
    """How many words from ``i`` on make a title or an honorific, 0 for none."""
    for n in (4, 3, 2, 1):
        if i + n <= len(words):
            phrase = " ".join(w.text for w in words[i : i + n])
            if titles.lookup(phrase) or (n == 1 and phrase.lower().rstrip(".") in titles.HONORIFICS):
                return n
    return 0
