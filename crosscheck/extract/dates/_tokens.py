"""Text to a string of word classes, one character a token, over which the grammar's patterns run.

A pattern over classes sees "on the 3rd of July" as five characters, so that it is short, and fast on news text, where
most words are of no class at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from crosscheck.extract.dates._words import (
    CHARS,
    HOLIDAY_NAMES,
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
    r"|(?P<ISOWEEK>\b\d{4}-?W[0-5]\d(?:-[1-7])?\b)"
    r"|(?P<NUMERIC>(?:(?<![\d/.])(?<!\d-)|(?<=[/.-]\d{4}-))(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)|\d{1,2}-\d{1,2}-\d{4}"
    r"|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|9/11)(?![\d/]|\.\d))"
    r"|(?P<PACKED>(?<![\w$£€.,])(?<!\d[-/])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w,]|\.\d))"
    r"|(?P<MONTHYEAR>(?<![\d/.-])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/-]))"
    r"|(?P<CLOCK>(?<![\d:.])(?:(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?|(?:[01]?\d|2[0-4])h[0-5]\d)(?![\d:]))"
    r"|(?P<CLOCKDOT>(?<![\d:.,])(?:[01]?\d|2[0-4])\.[0-5]\d(?=\s?(?:[ap]\.?\s?m\b|hrs\b|hours\b|GMT\b|UTC\b"
    r"|in the (?:morn|even|after)|o[’']clock|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|yesterday\b|today\b|tonight\b|tomorrow\b|(?:last|this) (?:morn|even|after|night))))"
    r"|(?P<TENS>\b(?:1[5-9]\d0|20\d0)(?:[’']?s| s)\b|[’'][2-9]0[’']?s\b)"
    r"|(?P<NINETIES>(?<![\w’'$£€.])(?<!\d-)[2-9]0s\b)"
    r"|(?P<QNUM>\b(?:[Qq][1-4]|[1-4]Q)\b)"
    r"|(?P<HNUM>\bH[12]\b)"
    rf"|(?P<NUMWORDS>\b(?:{NUMBER_WORDS})(?![\w-]))"
    r"|(?P<SHORTYEAR>(?<![\w’'])[’']\d\d\b(?![’']))"
    r"|(?P<DAYTH>\b\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<MIXED>(?<![\w.,/$£€])\d{1,3}(?: ?[½¼¾]| 1/2| 1/4| 3/4)(?![\w/]))"
    r"|(?P<SLASHDAY>(?<![\w/.,$£€-])\d\d?/\d\d?(?![\w/%-]|\.\d))"
    r"|(?P<HLETTER>(?<=\d)h\b)"
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
    r"\bat half [a-z]+|\bthe \d\d?(?:st|nd|rd|th)\b"
    r"|\btwo thousand and |\b(?:nineteen|twenty)[ -](?:t|e|f|s|ni|o)[a-z]+|(?P<w>[a-z]{2,})"
    r"|(?:1[5-9]|20)\d\d|\d{1,2}:\d\d|\d{4}(?= ?(?:gmt|utc|hrs|hours|[a-z]{3,4}\b))"
    r"|\d ?[ap]\.? ?m\b|\d+[/.-]\d+[/.-]\d|\d/(?:19|20)\d\d"
    r"|(?<=on )\d\d?/\d\d?\b|\dh\d\d|\dh\b|\d0[’' ]?s\b|9/11|[’']\d\d\b|\bq[1-4]\b|\b[1-4]q\b|\bh[12]\b"
)
_REACH = 48  # characters on both sides of a word of time in which the rest of its expression can stand
_DOTTED = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
_CASED = frozenset("MONTH WEEKDAY WKD HOLIDAY".split())
_CASED_CHARS = frozenset(CHARS[c] for c in _CASED)
_WKD, _OTHER, _CAPITAL, _ZONE, _BREAK = (CHARS[c] for c in ("WKD", "OTHER", "CAPITAL", "ZONE", "BREAK"))
_MONTH, _LOWER, _YEAR = CHARS["MONTH"], CHARS["LOWERMONTH"], CHARS["YEAR"]
_BESIDE = frozenset(CHARS[c] for c in ("DAY", "DAYTH", "YEAR"))
_NTH, _OF, _MAY = CHARS["NTH"], CHARS["OF"], "5"
_LEADS_DAY = frozenset(CHARS[c] for c in ("ON", "FROM", "BY", "UNTIL", "BREAK", "COMMA", "WEEKDAY"))
_RANKS = frozenset(CHARS[c] for c in ("DAY", "DAYTH", "NTH", "EDGE"))
_BESIDE_BEFORE = frozenset(CHARS[c] for c in ("DAY", "DAYTH")) | {
    CHARS[c] for c in ("IN", "LAST", "NEXT", "EARLY", "UNTIL", "BETWEEN")
}


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
    _settle(classes, values)
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
        kind, word = match.lastgroup or "OTHER", match.group()
        start, end = match.span()
        if kind == "GLUED" and not (ends and ends[-1] == start and classes[-1] in (_MONTH, _LOWER)):
            continue
        if word == "." and ends and ends[-1] == start and text[starts[-1] : start].lower() in _DOTTED:
            ends[-1] = end  # the full stop of an abbreviation belongs to it
            continue
        reader = _READERS.get(kind)
        char, value = reader(word) if reader else (CHARS[kind], word)
        classes.append(char)
        starts.append(start)
        ends.append(end)
        values.append(value)


def _settle(classes: list[str], values: list[str]) -> None:
    """A month in small letters is one beside a day or year, or behind a word of time ("in march")."""
    for i, char in enumerate(classes):
        if char != _LOWER:
            continue
        before, after = (classes[j] if 0 <= j < len(classes) else "" for j in (i - 1, i + 1))
        beside = after in _BESIDE or before in _BESIDE_BEFORE
        if after == _NTH and values[i] != _MAY:  # "on march third", never "they may first ask"
            following = classes[i + 2] if i + 2 < len(classes) else ""
            beside = before in _LEADS_DAY or i == 0 or following == _YEAR
        if before == _OF and i > 1:  # "the 2nd of march"
            beside = classes[i - 2] in _RANKS
        classes[i] = _MONTH if beside else _OTHER


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
    name = " ".join(word.lower().replace("’", "'").split())
    return (CHARS["HOLIDAY"], HOLIDAY_NAMES[name]) if word[0].isupper() else (_OTHER, "")


_PARTS = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "1/4": 0.25, "¾": 0.75, "3/4": 0.75}


def _mixed(word: str) -> str:
    """ "3 1/2" and "3½" as "3.5"."""
    digits = re.match(r"\d+", word)
    whole = digits.group() if digits else "0"
    return str(int(whole) + _PARTS[word[len(whole) :].strip()])


def _number(word: str) -> tuple[str, str]:
    if not word.isdigit():
        digits = word.replace(",", "")
        if re.fullmatch(r"\d{1,3}\.\d\d?", digits):
            return CHARS["DECIMAL"], digits
        return (CHARS["INTEGER"], digits) if digits.isdigit() else (_OTHER, "")
    number = int(word)
    if len(word) == 4:
        return (CHARS["YEAR"] if 1500 <= number < 2100 else CHARS["FOUR"]), word
    if len(word) <= 2 and 1 <= number <= 31:
        return CHARS["DAY"], word
    return CHARS["INTEGER"], word


_READERS: dict[str, Callable[[str], tuple[str, str]]] = {  # what a token of a kind is, where its kind is not its class
    "WORD": _word,
    "NUMWORDS": number_word,
    "GLUED": _number,
    "NUM": _number,
    "HLETTER": lambda word: (CHARS["UNIT"], "H"),
    "PACKED": lambda word: (CHARS["ISO"], f"{word[:4]}-{word[4:6]}-{word[6:]}"),
    "HOLIDAYS": _holiday,
    "MIXED": lambda word: (CHARS["DECIMAL"], _mixed(word)),
    "QNUM": lambda word: (CHARS["QNUM"], word.strip("Qq")),
    "HNUM": lambda word: (CHARS["HNUM"], word[1]),
    "NINETIES": lambda word: (CHARS["TENS"], f"19{word[:2]}s"),
    "ZONEWORDS": lambda word: (_ZONE, LONG_ZONES[word]),
    "PUNCT": lambda word: (CHARS[PUNCTUATION[word]], word),
}
