"""The publication date as the head of a text gives it: "July 11, 2024, 3:39 pm", "12:48PM BST 09 Sep 2013", ...

Only full dates (day, month, year) on a short line or in a dateline count; a date inside running text may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone

from crosscheck.model import Span

_MONTHS = {
    name[:n].lower(): i
    for i, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
    for n in (3, 4, len(name))
}
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = [
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>(?:19|20)?\d\d)(?![\d/])"),
]
_TIME = re.compile(
    r"(?<![\d:])(?:(?P<h>[0-2]?\d)[:.](?P<m>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[ap]\.?m\.?)?|(?P<h2>1?\d)\s*(?P<half2>[ap]\.?m\.?)"
    r"|(?P<hm>[0-2]\d[0-5]\d)(?=\s*GMT\b))\s*(?P<zone>[A-Z]{3,4}\b)?(?P<offset>\s?[+-]\d\d:?\s?\d\d)?",
    re.I,
)
# Hours from UTC. Names that stand for several zones (IST, CST of China) are left out unless the American use prevails.
ZONES = {
    "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "HKT": 8, "SGT": 8, "JST": 9,
    "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7,
    "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
_AMERICAN = frozenset("EST EDT CST CDT MST MDT PST PDT AKST AKDT HST ET PT CT MT".split())
_CITY_LINE = re.compile(r"^[A-Z][A-Za-z .,'’/-]{2,40}?[,(]?\s*(?=[A-Z][a-z]{2,8}\.? \d)")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
# small words of stamps; three others are a sentence that names a date ("The road was built on 4 May 1999")
_STAMP_WORDS = frozenset(
    "on at by of and in am pm published updated posted edited time first last modified min read minute hours ago "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
_OTHER_DAY = re.compile(r"\s*(?:when|where|deadline|born|died|event|©|\(c\)|copyright)\b|\s*[©]", re.I)
_ABBREVIATED = re.compile(r"\b(?:[ap]\.m|[A-Z][a-z]{0,3})\.\s*$")
_PUBLISHED = re.compile(
    r"\b(?:published|updated|posted|edited|modified|created|filed|issued|by|last|first|min(?:ute)? read)\b", re.I
)
MAX_STAMP = 110  # characters of a line that is a time stamp; longer lines are prose
HEAD_PARAGRAPHS = 6


def find_stamp(text: str, paragraphs: Sequence[Span]) -> tuple[str, list[Span]] | None:
    """(ISO date or date-time, spans of the lines that are stamps) from the head of a text, or None.

    Of several stamp lines ("Posted ...", "Updated ...") the latest time counts: it is the state of the text.
    """
    found: list[str] = []
    lines: list[Span] = []
    for index, span in enumerate(paragraphs[:HEAD_PARAGRAPHS]):
        line = text[span.start : span.end]
        if len(line) <= MAX_STAMP:
            stamp = parse_stamp(line)
            if stamp and _is_stamp_line(line, first=index == 0):
                found.append(stamp)
                lines.append(span)
        elif not found:
            head = _CITY_LINE.match(line)  # "LONDON, July 11, 2024 (Agency) - ..."
            stamp = (parse_stamp(line[: head.end() + 20]) if head else None) or _leading_stamp(line)
            if stamp:
                return stamp, []
    return (max(found), lines) if found else None


def stamp_of_url(url: str) -> str | None:
    """The day that many sites carry in their addresses: ``/2008/12/18/`` or ``2008-12-18``."""
    found = _URL_DAY.search(url)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[3]), int(found[4])).isoformat()
    except ValueError:
        return None


def iso_date(value: object) -> str | None:
    """ISO 8601 of a date in metadata (string, date or datetime), or None where it is not one."""
    if value is None:
        return None
    text = value.isoformat() if hasattr(value, "isoformat") else str(value).strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return parse_stamp(text)
    return text if len(text) <= len("2024-07-11") else moment.isoformat()


def _is_stamp_line(line: str, *, first: bool) -> bool:
    """A short line that is little else than a date: who publishes, where, when.

    What tells of that day ("It burned on 4 May 1999.", "4 May 1999: fire", "When: 4 May 2019") is none, nor is a
    headline that names one ("Fire of 4 May 1999 remembered").
    """
    if _OTHER_DAY.match(line):
        return False
    rest = line
    for pattern in (*_DATES, _TIME):
        rest = pattern.sub(" ", rest)
    words = [w for w in re.findall(r"[A-Za-z]{2,}", rest) if w.lower() not in _STAMP_WORDS]
    if not words:
        return True
    if line.rstrip().endswith(".") and not _ABBREVIATED.search(line):
        return False
    if first and not _TIME.search(line):
        return False
    prose = [w for w in words if w[0].islower()]
    said = _PUBLISHED.search(line) or _TIME.search(line)
    return len(words) <= (3 if first else 8) and len(prose) < (3 if said else 1)


def _leading_stamp(line: str) -> str | None:
    """A stamp that opens a paragraph of prose: "12:48PM BST 09 Sep 2013 Four men ..." or "... . 12:48PM BST ..."."""
    for pattern in _DATES[:2]:
        found = pattern.search(line, 0, 400)
        if not found:
            continue
        before, after = line[: found.start()], line[found.end() : found.end() + 12]
        clock = re.search(r"\d\d?[:.]\d\d\s*(?:[AP]M)?\s*(?:[A-Z]{3,4})?[ ,]*$", before)
        opens = not before.strip() or clock
        if opens and re.match(r"\s*[-–—:]?\s*[A-Z\d]", after):
            return parse_stamp(line[clock.start() if clock else found.start() : found.end() + 16])
    return None


def parse_stamp(line: str) -> str | None:
    """The last full date of a line (an "updated" one comes last) with its time and zone, as ISO 8601."""
    zone_names = {z.upper() for z in re.findall(r"\b[A-Z]{2,4}\b", line)}
    american = bool(zone_names & _AMERICAN) or bool(re.search(r"\d\s*[AP]M\b", line))
    best: tuple[int, date, int, int] | None = None
    for pattern in _DATES:
        for found in pattern.finditer(line):
            day = _date(found, american=american)
            if day and (best is None or found.start() > best[0]):
                best = (found.start(), day, found.start(), found.end())
    if best is None:
        return None
    return _with_time(best[1], line, best[2], best[3])


def _date(found: re.Match[str], *, american: bool) -> date | None:
    parts = found.groupdict()
    year = int(parts["year"])
    year += 0 if year > 99 else (2000 if year < 70 else 1900)
    if "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        if a > 12 or not (american or b > 12):
            month, day = (b, a) if a > 12 else (0, 0)  # 4/5/2007 without a hint is anybody's guess
        else:
            month, day = a, b
    else:
        name = parts["month"].lower()
        month = int(name) if name.isdigit() else _MONTHS.get(name, _MONTHS.get(name[:3], 0))
        day = int(parts["day"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with_time(day: date, line: str, start: int, end: int) -> str:
    near = sorted(
        (m for m in _TIME.finditer(line) if m.end() <= start or m.start() >= end),
        key=lambda m: min(abs(m.start() - end), abs(start - m.end())) + (0 if m.start() >= end else 3),
    )
    for found in near[:1]:
        parts = found.groupdict()
        if parts["hm"]:
            hour, minute = int(parts["hm"][:2]), int(parts["hm"][2:])
        else:
            hour, minute = int(parts["h"] or parts["h2"]), int(parts["m"] or 0)
        half = (parts["half"] or parts["half2"] or "").lower()[:1]
        if half and hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour > 23:
            break
        zone = _zone(parts["zone"], parts["offset"])
        return datetime.combine(day, time(hour, minute), zone).isoformat()
    return day.isoformat()


def _zone(name: str | None, offset: str | None) -> timezone | None:
    if offset:
        digits = re.sub(r"\D", "", offset)
        delta = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]))
        if delta <= timedelta(hours=14):
            return timezone(-delta if "-" in offset else delta)
    hours = ZONES.get((name or "").upper())
    return None if hours is None else timezone(timedelta(hours=hours))
