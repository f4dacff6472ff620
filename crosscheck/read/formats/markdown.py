"""Markdown with YAML front matter: mark-up is blanked, never removed, so that every offset holds in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crosscheck.layout import Cover
from crosscheck.model import Region, Span
from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)(?:\r?\n)?^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_FENCE = re.compile(r"^(```|~~~)[^\n]*\n.*?(?:^\1[ \t]*$|\Z)", re.S | re.M)
# each pattern's groups are blanked, the rest stays
_BLANK = [
    re.compile(r"^[ \t]{0,3}(#{1,6})[ \t]", re.M),
    re.compile(r"^[ \t]{0,3}((?:>[ \t]?)+)", re.M),
    re.compile(r"^[ \t]*([-*+])[ \t]", re.M),
    re.compile(r"^[ \t]*((?:=|-|\*|_){3,})[ \t]*$", re.M),
    re.compile(r"(\[!\[)[^\[\]\n]*(\]\([^()\n]*\)\]\([^()\n]*\))"),
    re.compile(r"(!?\[)[^\[\]\n]*(\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\))"),
    re.compile(r"(!?\[)[^\[\]\n]*(\]\[[^\[\]\n]*\])"),
    re.compile(r"^(\[[^\]\n]+\]:[^\n]*)$", re.M),
    re.compile(r"(?<![\w*])(\*{1,3})(?=\S)[^*\n]*?(?<=\S)(\*{1,3})(?![\w*])"),
    re.compile(r"(?<![\w_])(_{1,3})(?=\S)[^_\n]*?(?<=\S)(_{1,3})(?![\w_])"),
    re.compile(r"(`+)[^`\n]*(`+)"),
    re.compile(r"(</?[a-zA-Z][^<>\n]{0,200}>)"),
]


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article; its front matter carries the manifest's keys. Raises CannotRead where that is no YAML mapping."""
    text = decode(data)
    masked: list[Region] = []
    meta: dict[str, Any] = {}
    front = _FRONT.match(text)
    if front:
        meta = _front_matter(front.group(1))
        masked.append(Region(kind="furniture", span=Span(0, front.end())))
    start = front.end() if front else 0
    for pattern in (_COMMENT, _FENCE):
        known = Cover(m.span for m in masked)
        spans = (Span(found.start(), found.end()) for found in pattern.finditer(text, start))
        masked += [Region(kind="furniture", span=span) for span in spans if not known.overlaps(span)]
    yield Raw(text=_blanked(text, start, masked), meta=meta, in_file=True, masked=tuple(masked))


def _front_matter(source: str) -> dict[str, Any]:
    import yaml

    try:
        loaded = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise CannotRead(f"the front matter is not valid YAML (line {line})") from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise CannotRead("the front matter is not a list of keys and values")
    return {str(k): v for k, v in loaded.items()}


def _blanked(text: str, start: int, masked: list[Region]) -> str:
    characters = list(text)
    keep = Cover(m.span for m in masked)
    for pattern in _BLANK:
        for found in pattern.finditer(text, start):
            if keep.overlaps(Span(found.start(), found.end())):
                continue
            for group in range(1, (pattern.groups or 0) + 1):
                a, b = found.span(group)
                characters[a:b] = " " * (b - a)
    return "".join(characters)
