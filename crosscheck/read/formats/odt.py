"""OpenDocument texts (.odt, .fodt): paragraphs, tables, text boxes, notes; tracked deletions stay out.

Read with lxml directly: the package for this format is a model of the whole standard, and its text function drops
order and keeps deletions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw
from crosscheck.read.formats._table import table_lines
from crosscheck.read.formats._xml import local, parse_xml, text_of
from crosscheck.read.formats._zip import members

_SKIPPED = frozenset(
    """
    tracked-changes annotation annotation-end sequence-decls forms note-citation variable-decls user-field-decls
    ruby-text bibliography-mark table-of-content
    """.split()
)


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article. Raises CannotRead for other ZIP files, bombs and documents without text."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        parts = {"content.xml": data, "meta.xml": data}  # one file of XML, .fodt
    else:
        parts = members(data, kind="an OpenDocument text", needed=_content, wanted=("content.xml", "meta.xml"))
    root = parse_xml(parts["content.xml"])
    body = next((e for e in root.iter() if local(e) == "text" and local(e.getparent()) == "body"), None)
    if body is None:
        raise CannotRead("an OpenDocument file, but not a text")
    notes: list[str] = []
    lines = [*_blocks(body, notes), *notes]
    if not lines:
        raise CannotRead("the document holds no text")
    changed = any(local(e) == "tracked-changes" and len(e) for e in body)
    said = ("the document has tracked changes: insertions were read, deletions were not",) if changed else ()
    yield Raw(text="\n\n".join(lines), meta=_properties(parts), warnings=said)


def _content(names: frozenset[str]) -> str | None:
    return "content.xml" if "content.xml" in names else None


def _blocks(element: Any, notes: list[str]) -> list[str]:
    lines: list[str] = []
    for child in element:
        name = local(child)
        if name in ("p", "h"):
            pieces: list[str] = []
            boxes: list[str] = []
            _inline(child, pieces, boxes, notes)
            lines += [line] if (line := " ".join("".join(pieces).split())) else []
            lines += boxes
        elif name == "table":
            rows = (e for e in child.iter() if local(e) == "table-row")
            cells = ([e for e in row if local(e) == "table-cell"] for row in rows)
            lines += table_lines(["\n".join(_blocks(cell, notes)) for cell in row] for row in cells)
        elif name not in _SKIPPED:
            lines += _blocks(child, notes)
    return lines


def _inline(element: Any, pieces: list[str], boxes: list[str], notes: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        name = local(child)
        if name in ("s", "tab", "line-break"):
            pieces.append(" ")
        elif name == "text-box":
            boxes += _blocks(child, notes)
        elif name == "note":
            notes += [line for e in child if local(e) == "note-body" for line in _blocks(e, notes)]
        elif name and name not in _SKIPPED:
            _inline(child, pieces, boxes, notes)
        pieces.append(child.tail or "")


def _properties(parts: dict[str, bytes]) -> dict[str, str]:
    try:
        root = parse_xml(parts["meta.xml"])
    except (KeyError, CannotRead):
        return {}  # the text stands without its properties
    found = {local(e): text_of(e) for e in root.iter()}
    meta = {
        "file_title": found.get("title"),
        "author": found.get("creator") or found.get("initial-creator"),
        "saved": found.get("date") or found.get("creation-date"),
    }
    return {k: v for k, v in meta.items() if v}
