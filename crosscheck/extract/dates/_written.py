"""Numbers written in words as dates have them: days ("twenty-third"), years ("two thousand and fifteen")."""

from __future__ import annotations

import re

from crosscheck.data.numbers import ONES, ORDINALS, TEENS, TENS
from crosscheck.extract.dates._words import CHARS

_ONE, _TEEN, _TEN = "|".join(ONES), "|".join(TEENS), "|".join(TENS)
_NTH = "|".join(w for w, n in ORDINALS.items() if n < 10)
_LATE = "|".join(w for w, n in ORDINALS.items() if 10 < n < 31)
_DECADES = {f"{stem}ies": tens for stem, tens in ((w.removesuffix("y"), n) for w, n in TENS.items())}
_TENS_OF_YEARS = "|".join(_DECADES)
_PAIR = rf"(?:(?:{_TEN})(?:[ -](?:{_ONE}))?|{_TEEN}|(?:oh|o)[ -](?:{_ONE}))"
NUMBER_WORDS = (
    rf"(?i:two thousand(?: and)?(?: (?:{_PAIR}|{_ONE}))?|(?:seventeen|eighteen|nineteen|twenty)[ -]{_PAIR}"
    rf"|(?:eighteen|nineteen)[ -](?:{_TENS_OF_YEARS})"
    rf"|(?:twenty|thirty)[ -](?:{_NTH})|{_LATE}|(?:{_TEN})[ -](?:{_ONE})"
    rf"|(?:{_ONE}|an?) hundred(?: and (?:{_PAIR}|{_ONE}))?)"
)
_NUMBERS = ONES | TEENS | TENS | ORDINALS
_SPLIT = re.compile(r"[ -]+")


def number_word(written: str) -> tuple[str, str]:
    """Class and value of a match of :data:`NUMBER_WORDS`: a day, a day with its ending, a year or a number."""
    words = [w for w in _SPLIT.split(written.lower()) if w not in ("and", "oh", "o")]
    if "thousand" in words:
        return CHARS["YEAR"], str(2000 + sum(_NUMBERS[w] for w in words[2:]))
    if len(words) > 1 and words[1] == "hundred":
        return CHARS["INTEGER"], str(100 * _NUMBERS.get(words[0], 1) + sum(_NUMBERS[w] for w in words[2:]))
    if words[-1] in _DECADES:
        return CHARS["TENS"], f"{_NUMBERS[words[0]] * 100 + _DECADES[words[-1]]}s"
    values = [_NUMBERS[w] for w in words]
    if words[-1] in ORDINALS:
        return CHARS["DAYTH"], str(sum(values))
    if (
        len(words) > 1
        and values[0] in (17, 18, 19, 20)
        and not (values[0] == 20 and len(words) == 2 and values[1] < 10)
    ):
        return CHARS["YEAR"], str(values[0] * 100 + sum(values[1:]))
    number = sum(values)
    return CHARS["DAY"] if number <= 31 else CHARS["INTEGER"], str(number)
