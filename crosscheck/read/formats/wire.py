"""Text wires as agencies send them, IPTC 7901 and ANPA 1312: header, keyword and service lines are no story.

The text stays as it is in the file; what is no story is marked, and what the header says is metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from crosscheck.model import Region, Span
from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw

_JUNK = "\x01\x02\x03\x04\x16\x0e\x0f\x11\x12\x13\x14\x1f\x7f"
# IPTC 7901: service and number, priority, category, word count, what the agency adds
_IPTC = re.compile(
    r"^(?P<id>[a-z]{2,3}\d{4}) (?P<priority>\d) (?P<category>[a-z]{1,4}) (?P<words>\d{1,5})\b[^\r\n]{0,60}$"
)
# ANPA 1312: story number, priority, category, and perhaps version, keyword, time and count
_ANPA = re.compile(r"^(?P<id>[a-z]\d{4})(?:\s+|[-/])[a-z]{1,2}\s*-?\s*[a-z]{1,3}\b[^\r\n]{0,60}$", re.I)
_KEYWORD = re.compile(
    r"^(?:\^?(?:[AB][MC]|PM|BC|AP)-{1,2}[A-Z][^\r\n]{0,80}|[^\s/][^\r\n/]{0,40}(?:/[^\r\n/]{0,40}){1,6}/?)$"
)
_MARKED = re.compile(r"^\^(?P<text>[^\r\n]{1,200}?)[<=]*$")
_HEADLINE = re.compile(r"^(?P<text>\S[^\r\n]{3,200}?)\s*[=<]$")
_END = re.compile(
    r"""^(?:\#+\s*(?:notebook|notes?\s+to\s+editors?|service|contacts?|links?|editors?['’]?\s+notes?)\b.*
        |\#\#\s.*\bcontacts?\b.*|[-*]?\s*(?:reporting|editing|writing)\s+by\s*:.*|\[?\s*notebook\s*\]?
        |(?:AP|AFP|UPI|PA|dpa|zpa|[a-z]{2,4})[-\s][A-Z]{2}[-\s]\d\d-\d\d-\d\d.*|[a-z]{2,4}(?:\s[a-z]{1,3}){2,4}
        |-{2,}\s*\d\d\s\d\d\s\d\d.*)$""",
    re.I | re.X,
)
_STAMP = re.compile(
    r"^\W*(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s+(?:GMT|UTC)\s+(?P<month>[A-Za-z]{3})\s+(?P<year>\d\d(?:\d\d)?)\W*$"
)
_SENT = re.compile(
    r"^[A-Z]{2,4}-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) (?P<hour>\d\d)(?P<minute>\d\d)(?:GMT|UTC)\W*$"
)
_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_LINE = re.compile(r"[^\r\n]+")
HEAD_LINES = 8  # a header, keywords, a version and correction line, a headline, bylines


def is_wire(data: bytes) -> bool:
    """True where the first line is a header of one of the two formats."""
    for line in data[:1000].decode("latin-1").splitlines()[:3]:
        line = line.strip(_JUNK + " \t")
        if line:
            return bool(_IPTC.match(line)) or bool(_ANPA.match(line) and _has_marks(data))
    return False


def _has_marks(data: bytes) -> bool:
    """An ANPA story has a keyword line or marked lines after its header."""
    lines = [line.strip(_JUNK + " \t") for line in data[:2000].decode("latin-1").splitlines()[1:HEAD_LINES]]
    return any(_MARKED.match(line) or (_KEYWORD.match(line) and "-" in line[:5]) for line in lines)


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article. Raises CannotRead where the header has no story after it."""
    text = decode(data)
    lines = [m for m in _LINE.finditer(text) if m[0].strip(_JUNK + " \t")]
    meta: dict[str, str] = {}
    masked = [_region(lines[0])]
    body = _head(lines, masked, meta)
    if body >= len(lines):
        raise CannotRead("a wire's header without a story")
    for number, line in enumerate(lines[body:], body):
        shown = line[0].strip(_JUNK + " \t")
        if number > body and _END.match(shown):
            masked += [_region(later) for later in lines[number:]]
            break
    _sent(lines, masked, meta)
    yield Raw(text=text, meta=meta, in_file=True, masked=tuple(masked))


def _head(lines: list[re.Match[str]], masked: list[Region], meta: dict[str, str]) -> int:
    """Mark the lines before the story; the index of its first line."""
    at = 1
    while at < min(len(lines), HEAD_LINES):
        line = lines[at][0].strip(_JUNK + " \t")
        marked, headline = _MARKED.match(line), _HEADLINE.match(line)
        if marked and marked["text"].lower().startswith("by "):
            meta.setdefault("byline", marked["text"].strip("<=^ "))
        elif marked or headline:
            words = (marked or headline)["text"].strip("<=^ ")  # type: ignore[index]
            if "title" in meta or lines[at][0].startswith(("  ", "\t")):
                if not marked:
                    break
            else:
                meta["title"] = words
                at += 1
                continue  # a headline is told: it stays
        elif not (_KEYWORD.match(line) and len(line) < 90):
            break
        masked.append(_region(lines[at]))
        at += 1
    return at


def _sent(lines: list[re.Match[str]], masked: list[Region], meta: dict[str, str]) -> None:
    """The time of sending from the last lines, which are no story."""
    for line in lines[-3:]:
        shown = line[0].strip(_JUNK + " \t")
        found = _STAMP.match(shown) or _SENT.match(shown)
        if not found:
            continue
        masked[:] = [r for r in masked if r.span.start != line.start()] + [_region(line)]
        month = found["month"].lower()
        year, month = int(found["year"]), int(month) if month.isdigit() else _MONTHS.get(month, 0)
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        try:
            sent = datetime(year, month, int(found["day"]), int(found["hour"]), int(found["minute"]), tzinfo=UTC)
        except ValueError:
            continue
        meta["published"] = sent.isoformat()


def _region(line: re.Match[str]) -> Region:
    return Region(kind="furniture", span=Span(line.start(), line.end()))
