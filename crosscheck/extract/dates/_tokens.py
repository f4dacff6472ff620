"""Text to a string of word classes, one character a token, over which the grammar's patterns run.

A pattern over classes sees "on the 3rd of July" as five characters, so that it is short, and fast on news text, where
most words are of no class at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosscheck.extract.dates._words import (
    CHARS,
    LONG_HOLIDAYS,
    PUNCTUATION,
    TRIGGERS,
    UNMISTAKABLE,
    WORDS,
)
from crosscheck.extract.dates._written import NUMBER_WORDS, number_word
from crosscheck.extract.dates._zonewords import LONG_ZONES, ZONES

HOLIDAY_WORDS = "|".join(re.escape(name).replace("'", "[’']") for name in LONG_HOLIDAYS)
_TOKEN = re.compile(
    r"(?P<BREAK>\n)"
    r"|(?P<ISO>\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z\b|[+-]\d\d:?\d\d)?)?\b)"
    r"|(?P<NUMERIC>(?<![\d/.])(?<!\d-)(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)|\d{1,2}-\d{1,2}-\d{4}"
    r"|\d{4}[/-]\d{1,2}[/-]\d{1,2}|9/11)(?![\d/]|\.\d))"
    r"|(?P<PACKED>(?<![\w$£€.,])(?<!\d[-/])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w,]|\.\d))"
    r"|(?P<MONTHYEAR>(?<![\d/.-])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/-]))"
    r"|(?P<CLOCK>(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))"
    r"|(?P<CLOCKDOT>(?<![\d:.,])(?:[01]?\d|2[0-4])\.[0-5]\d(?=\s?(?:[ap]\.?\s?m\b|hrs\b|hours\b|GMT\b|UTC\b"
    r"|in the (?:morn|even|after)|o[’']clock)))"
    r"|(?P<TENS>\b(?:1[5-9]\d0|20\d0)(?:[’']?s| s)\b|[’'][2-9]0s\b)"
    r"|(?P<QNUM>\b[Qq][1-4]\b)"
    rf"|(?P<NUMWORDS>\b(?:{NUMBER_WORDS})(?![\w-]))"
    r"|(?P<SHORTYEAR>(?<![\w’'])[’']\d\d\b(?![’']))"
    r"|(?P<DAYTH>\b\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<MIXED>(?<![\w.,/$£€])\d{1,3}(?: ?[½¼¾]| 1/2| 1/4| 3/4)(?![\w/]))"
    r"|(?P<GLUED>(?<=[A-Za-z]{3})[0-3]?\d(?!\w))"
    r"|(?P<NUM>(?<![\w$£€])(?<!\d[.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\d%]))"
    r"|(?P<AMPM>(?<=\d)[ \u00a0\u202f]?(?:[ap]\.[ ]?m\b\.?|[ap]m\b|[AP]M\b|[AP]\.[ ]?M\b\.?))"
    rf"|(?P<HOLIDAYS>\b(?i:{HOLIDAY_WORDS})\b)"
    rf"|(?P<ZONEWORDS>\b(?:{'|'.join(LONG_ZONES)})\b)"
    r"|(?P<WORD>[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)?)"
    r"|(?P<PUNCT>[’']s\b|[,\-–—‑()+/.’'])"
    r"|(?P<OTHER>[^\s])"
)
_TRIGGER = re.compile(
    r"\bthe \d\d?(?:st|nd|rd|th)\b|\btwo thousand and |\b(?:nineteen|twenty)[ -](?:t|e|f|s|ni|o)[a-z]+|(?P<w>[a-z]{2,})"
    r"|(?:1[5-9]|20)\d\d|\d{1,2}:\d\d|\d{4}(?= ?(?:gmt|utc|hrs|hours|[a-z]{3,4}\b))"
    r"|\d ?[ap]\.? ?m\b|\d+[/.-]\d+[/.-]\d|\d/(?:19|20)\d\d|\d0 ?s\b|9/11|[’']\d\d\b|\bq[1-4]\b"
)
_REACH = 48  # characters on both sides of a word of time in which the rest of its expression can stand
_DOTTED = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
_CASED = frozenset("MONTH WEEKDAY WKD HOLIDAY".split())
_CASED_CHARS = frozenset(CHARS[c] for c in _CASED)
_WKD, _OTHER, _CAPITAL, _ZONE, _BREAK = (CHARS[c] for c in ("WKD", "OTHER", "CAPITAL", "ZONE", "BREAK"))
_MONTH, _LOWER = CHARS["MONTH"], CHARS["LOWERMONTH"]
_BESIDE = frozenset(CHARS[c] for c in ("DAY", "DAYTH"))
_BESIDE_BEFORE = _BESIDE | {CHARS[c] for c in ("IN", "LAST", "NEXT", "EARLY", "UNTIL", "BETWEEN")}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text: ``classes[i]`` is the class of the token at ``text[starts[i]:ends[i]]``."""

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    values: list[str]


def tokens(text: str) -> Tokens:
    """Classes, offsets and values of the tokens of ``text`` that stand near a word of time."""
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[str] = []
    for first, last in _windows(text):
        if classes:
            for row, value in ((classes, _BREAK), (starts, first), (ends, first), (values, "")):
                row.append(value)  # type: ignore[arg-type]
        _read(text, first, last, classes, starts, ends, values)
    _settle(classes)
    return Tokens(text, "".join(classes), starts, ends, values)


def _windows(text: str) -> list[tuple[int, int]]:
    """Stretches around words of time, whole words at both ends: most of an article is none, and need not be read."""
    windows: list[tuple[int, int]] = []
    for match in _TRIGGER.finditer(text.lower() if text.isascii() else _lower(text)):
        if match.lastgroup == "w" and match.group() not in TRIGGERS:
            continue
        first, last = max(0, match.start() - _REACH), match.end() + _REACH
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], last)
        else:
            windows.append((first, last))
    return [(_start(text, a), _end(text, b)) for a, b in windows]


def _lower(text: str) -> str:
    """Lower case of the same length, so that offsets hold."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def _start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _end(text: str, at: int) -> int:
    at = min(at, len(text))
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def _read(
    text: str, first: int, last: int, classes: list[str], starts: list[int], ends: list[int], values: list[str]
) -> None:
    for match in _TOKEN.finditer(text, first, last):
        kind = match.lastgroup or "OTHER"
        word = match.group()
        start, end = match.span()
        if kind == "WORD":
            char, value = _word(word)
        elif kind == "NUMWORDS":
            char, value = number_word(word)
        elif kind == "GLUED":
            if not (ends and ends[-1] == start and classes[-1] in (_MONTH, _LOWER)):
                continue
            char, value = _number(word)
        elif kind == "PACKED":
            char, value = CHARS["ISO"], f"{word[:4]}-{word[4:6]}-{word[6:]}"
        elif kind == "HOLIDAYS":
            char, value = _holiday(word)
        elif kind == "MIXED":
            char, value = CHARS["DECIMAL"], _mixed(word)
        elif kind == "QNUM":
            char, value = CHARS["QNUM"], word[1]
        elif kind == "ZONEWORDS":
            char, value = _ZONE, LONG_ZONES[word]
        elif kind == "NUM":
            char, value = _number(word)
        elif kind == "PUNCT":
            char, value = CHARS[PUNCTUATION[word]], word
            if word == "." and ends and ends[-1] == start and text[starts[-1] : start].lower() in _DOTTED:
                ends[-1] = end  # the full stop of an abbreviation belongs to it
                continue
        else:
            char, value = CHARS[kind], word
        classes.append(char)
        starts.append(start)
        ends.append(end)
        values.append(value)


def _settle(classes: list[str]) -> None:
    """A month in small letters is one beside a day, or behind a word of time ("in march"); else "may" is a verb."""
    for i, char in enumerate(classes):
        if char == _LOWER:
            before, after = classes[i - 1] if i else "", classes[i + 1] if i + 1 < len(classes) else ""
            classes[i] = _MONTH if after in _BESIDE or before in _BESIDE_BEFORE else _OTHER


def _word(word: str) -> tuple[str, str]:
    lower = word.lower()
    known = WORDS.get(lower)
    if known is not None:
        if known[0] in _CASED_CHARS and word[0] == lower[0] and lower not in UNMISTAKABLE:
            return (_LOWER, known[1]) if known[0] == _MONTH else (_OTHER, "")  # "may", "march", "sat", "sun"
        return known
    zone = ZONES.get(lower)
    if zone and word.isupper():
        return _ZONE, zone
    return (_CAPITAL, word) if word[0].isupper() else (_OTHER, "")


def _holiday(word: str) -> tuple[str, str]:
    """A holiday's name has a capital: "Good Friday", never "a good Friday"."""
    return (CHARS["HOLIDAY"], word.lower().replace("’", "'")) if word[0].isupper() else (_OTHER, "")


_PARTS = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "1/4": 0.25, "¾": 0.75, "3/4": 0.75}


def _mixed(word: str) -> str:
    """ "3 1/2" and "3½" as "3.5"."""
    digits = re.match(r"\d+", word)
    whole = digits.group() if digits else "0"
    return str(int(whole) + _PARTS[word[len(whole) :].strip()])


def _number(word: str) -> tuple[str, str]:
    if not word.isdigit():
        digits = word.replace(",", "")
        if re.fullmatch(r"\d{1,2}\.\d", digits):
            return CHARS["DECIMAL"], digits
        return (CHARS["INTEGER"], digits) if digits.isdigit() else (_OTHER, "")
    number = int(word)
    if len(word) == 4:
        return (CHARS["YEAR"] if 1500 <= number < 2100 else CHARS["FOUR"]), word
    if len(word) <= 2 and 1 <= number <= 31:
        return CHARS["DAY"], word
    return CHARS["INTEGER"], word
