"""Rich text (.rtf) through striprtf."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw
from crosscheck.read.formats._table import table_lines

_INFO = re.compile(r"\{\\(title|author) ([^{}\\]{1,300})\}")
_SAVED = re.compile(r"\{\\(?:revtim|creatim)\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_DELETED = re.compile(r"\{[^{}]{0,2000}\\deleted\b[^{}]{0,20000}\}")
MAX_DEPTH = 500  # groups inside one another; word processors reach some ten


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article. Raises CannotRead where there is no text, or groups are nested absurdly."""
    from striprtf.striprtf import rtf_to_text

    source = data.decode("latin-1")  # RTF is ASCII; what is not is written as escapes, or in the code page it names
    if _depth(source) > MAX_DEPTH:
        raise CannotRead("nested too deeply")
    try:
        text = rtf_to_text(_DELETED.sub("", source), encoding="cp1252", errors="replace")
    except (ValueError, LookupError, IndexError, KeyError) as error:
        raise CannotRead("damaged rich text") from error
    lines = [line for part in text.splitlines() for line in _line(part)]
    if not lines:
        raise CannotRead("the document holds no text")
    head = source[:20_000]
    info = {key: " ".join(value.split()) for key, value in _INFO.findall(head)}
    saved = _SAVED.search(head)
    meta = {
        "file_title": info.get("title"),
        "author": info.get("author"),
        "saved": "{:0>4}-{:0>2}-{:0>2}".format(*saved.groups()) if saved else None,
    }
    yield Raw(text="\n\n".join(lines), meta={k: v for k, v in meta.items() if v})


def _line(part: str) -> list[str]:
    """A row of a table is written with bars between its cells."""
    if part.count("|") > 1 or part.rstrip().endswith("|"):
        return table_lines([part.strip().strip("|").split("|")])
    line = " ".join(part.split())
    return [line] if line else []


def _depth(source: str) -> int:
    deepest = depth = 0
    for mark in re.findall(r"[{}]", source):
        depth += 1 if mark == "{" else -1
        deepest = max(deepest, depth)
    return deepest
