"""Plain text: the file's characters, unchanged, so that every offset holds in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.model import Region, Span
from crosscheck.read.decode import decode
from crosscheck.read.formats import Raw

# a writer's note to this program is no part of the story
_NOTE = re.compile(r"^[ \t]*#[ \t]*crosscheck:[^\r\n]*|<!--\s*crosscheck:.*?-->", re.M | re.S)
# subtitles: the number and the time of each line that is spoken
_CUES = re.compile(r"^(?:\d+:)?\d\d:\d\d[.,]\d{3} --> ", re.M)
_CUE = re.compile(r"^WEBVTT[^\r\n]*|^(?:\d+\r?\n)?(?:\d+:)?\d\d:\d\d[.,]\d{3} --> [^\r\n]*", re.M)


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article."""
    text = decode(data)
    notes = _NOTE.finditer(text) if "crosscheck:" in text else ()
    masked = tuple(Region(kind="furniture", span=Span(m.start(), m.end())) for m in notes)
    if _CUES.search(text):
        masked += tuple(Region(kind="furniture", span=Span(m.start(), m.end())) for m in _CUE.finditer(text))
    yield Raw(text=text, in_file=True, masked=masked)
