"""Time expressions in a sentence: what they name, and which words they govern.

In: the text of a sentence. Out: :class:`Stamp` records, clause breaks and small readings of dates, for
the modules beside this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import msgspec

from crosscheck.model import When

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
UNITS = r"(?:weeks?|months?|years?|decades?|centur(?:y|ies))"
# Time expressions that anchor a clause, read from the text where no date fact covers them.
_CUE = re.compile(
    rf"(?P<year>\b(?:{MONTH}\s+(?:\d{{1,2}},?\s+)?)?(?:1[5-9]|20)\d\d\b(?![-\d]|,\d))"
    r"|(?P<past>(?i:\b(?:last|the\s+previous|the\s+preceding)\s+"
    r"(?:year|month|decade|century|spring|summer|autumn|fall|winter|season|term|campaign)\b"
    rf"|\b\S+\s+(?:\S+\s+)?{UNITS}\s+(?:ago|earlier|before)\b"
    r"|\bearlier\s+this\s+(?:year|month|season)\b|\byears\s+(?:ago|earlier)\b))"
    r"|(?P<day>\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    rf"|(?P<month>\b(?:[Ii]n|[Ss]ince|[Ll]ast)\s+{MONTH}(?!\w)(?!,?\s+(?:\d{{1,2}},?\s+)?(?:1[5-9]|20)\d\d\b))"
)
# Without one of these, casefolded, no time expression is there: most sentences need not be searched.
_HINTS = (
    "day", "ago", "earlier", "before", "last", "previous", "preceding", *(month[:3] for month in MONTHS),
    "15", "16", "17", "18", "19", "20",
)  # fmt: skip
# Words by which a clause speaks of what was before, without a date.
BEFORE = re.compile(
    r"\b(?:previous(?:ly)?|in\s+the\s+past|(?:an|another)\s+earlier|historical(?:ly)?|deadliest|worst\s+ever|formerly)\b",
    re.IGNORECASE,
)
# A comma, a semicolon or a subordinating word ends the reach of a time expression.
SPLIT = re.compile(
    r"[,;:—–]\s|\s--?\s|\s(?:while|whereas|although|though|but|soon\s+after|shortly\s+after)\s"
    r"|(?P<shift>\b(?:weeks?|months?|years?|decades?|centur(?:y|ies))\s+(?:after|before)\s)"
    r"|(?P<near>\b(?:hours?|days?|nights?)\s+(?:after|before)\s)",
    re.IGNORECASE,
)
REPORT = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|added|tweeted|wrote|stated|statement|interview)\b"
    r"(?:\s+\S+){0,3}?\s*(?:on|late|early|in)?\s*$"
)
# A year belongs to the noun beside it ("the 2004 tsunami", "the tsunami of 2004") unless one of these leads it in.
ADVERBIAL = re.compile(r"\b(?:in|since|during|until|before|after|around|about|by|early|late|mid)[\s-]+$", re.IGNORECASE)
LOCAL = re.compile(
    r"\b(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s*([ap])\.?m\b(?!\.?\s*(?:\(?(?:GMT|UTC|BST|CET)))", re.IGNORECASE
)
AGENT = re.compile(r"\b(?:by|in|from|during)\s+the\s+$")
SCENE = re.compile(
    r"\b(?:region|area|province|city|country|island|town|district|coast|nation|state)\b[^,]*\sby\s+the\s+$"
)
TIME = re.compile(r"T(\d\d):(\d\d)")
DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
OF = re.compile(r"\b(?:of|from|by|the|that)\s+$", re.IGNORECASE)
SINCE = re.compile(r"\bsince\s+(?:\w+\s+)?$", re.IGNORECASE)
WHEN = re.compile(r"\s*(?:when|in which|at which|during which)\b", re.IGNORECASE)
GOES_ON = re.compile(
    r"^[\"“‘']?(?:It|They|He|She|Its|Their|His|Her|That|Those|These|Both|Then|There|Later|Some|Others|(?:The|That)\s+same)\b"
)


class Stamp(msgspec.Struct, frozen=True):
    """A time expression in a sentence; offsets are the article's."""

    start: int
    end: int
    period: tuple[str, str] | None
    label: str
    past: bool
    local: bool  # belongs to the noun before it only ("the tsunami of 2004")
    open: bool = False
    clock: int | None = None


def cues(text: str, start: int, end: int) -> Iterable[re.Match[str]]:
    """Time expressions between two offsets: groups ``year``, ``past``, ``day`` and ``month``, one of which matched."""
    told = text[start:end].casefold()
    return _CUE.finditer(text, start, end) if any(hint in told for hint in _HINTS) else ()


def of_year(words: str) -> tuple[str, str]:
    """First and last day of "2004", "Dec. 2004" or "July 6, 2004" (the month only, where a day is named)."""
    year = words[-4:]
    head = words[:3].casefold()
    for number, month in enumerate(MONTHS, start=1):
        if len(words) > 4 and month.startswith(head):
            return f"{year}-{number:02}-01", f"{year}-{number:02}-28"
    return f"{year}-01-01", f"{year}-12-31"


def by_event(between: str) -> bool:
    """True for "people were killed by the" before "2004 tsunami": the event of that year is the one that is told."""
    return bool(AGENT.search(between)) and not SCENE.search(between)


def clock(value: When) -> int | None:
    """Minutes of the day of a local time; None where the time is of another zone or none is told."""
    told = TIME.match((value.start or "")[10:])
    if told is None or value.granularity not in ("hour", "minute") or value.zone not in (None, "local"):
        return None
    return int(told[1]) * 60 + int(told[2])


def label(words: str) -> str:
    """The weekday alone where there is one ("on Sunday morning"), else the words, casefolded."""
    words = " ".join(words.casefold().split())
    words = words.replace("last term", "last season").replace("last campaign", "last season")
    day = DAY.search(words)
    return day[0] if day else words


def is_local(words: str, lead: str, after: str) -> bool:
    """True for a year or month that belongs to the noun beside it; ``after`` is two signs."""
    if OF.search(lead):
        return not (lead.rstrip().endswith("by") and not after[1:].islower())
    return len(words) == 4 and bool(lead.strip()) and not ADVERBIAL.search(lead)


@lru_cache(maxsize=4_096)
def day(iso: str | None) -> int | None:
    """Ordinal of an ISO date's day, None where it is none."""
    try:
        return date.fromisoformat((iso or "")[:10]).toordinal()
    except ValueError:
        return None


@lru_cache(maxsize=4_096)
def days(period: tuple[str, str]) -> tuple[int, int] | None:
    """Ordinals of the first and last day of a period, None where it is none."""
    first, last = day(period[0]), day(period[1])
    return None if first is None or last is None else (min(first, last), max(first, last))
