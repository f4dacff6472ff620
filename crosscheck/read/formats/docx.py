"""Word documents (.docx), transitional and strict: paragraphs, tables, text boxes, notes, tracked changes accepted.

Read with lxml directly: python-docx opens no strict document and passes over tables in order, text boxes, tracked
insertions and footnotes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crosscheck.read.article import TEMPLATES
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw
from crosscheck.read.formats._table import table_lines
from crosscheck.read.formats._xml import local, parse_xml, text_of
from crosscheck.read.formats._zip import members

_SKIPPED = frozenset({"del", "movefrom", "instrtext", "deltext", "ppr", "rpr", "rt", "delinstrtext"})
_CHARACTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "nobreakhyphen": "-"}
_NOTE_REFERENCES = {"footnotereference": "footnote", "endnotereference": "endnote"}
_OFF = frozenset({"0", "false", "off"})


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article. Raises CannotRead for other ZIP files, bombs and documents without text."""
    parts = members(data, kind="a Word document", needed=_document, wanted=("word/", "docProps/core.xml", "_rels/"))
    reader = _Reader(parts)
    lines = reader.lines()
    if not lines:
        raise CannotRead("the document holds no text")
    yield Raw(text="\n\n".join(lines), meta=_properties(parts), warnings=reader.warnings())


def _document(names: frozenset[str]) -> str | None:
    for name in ("word/document.xml", "word/document2.xml"):
        if name in names:
            return name
    return None


class _Reader:
    """Walks a document once, in the order in which it is read."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self._notes: list[tuple[str, str]] = []  # (footnote or endnote, id) as they are referred to
        self._changes = 0

    def lines(self) -> list[str]:
        """The paragraphs of the text, then those of its notes."""
        root = parse_xml(self._parts[_document(frozenset(self._parts)) or ""])
        lines = self._blocks(root)
        for kind in ("footnote", "endnote"):
            lines += self._noted(kind)
        return lines

    def warnings(self) -> tuple[str, ...]:
        """That there are tracked changes, if there are."""
        if not self._changes:
            return ()
        return ("the document has tracked changes: insertions were read, deletions were not",)

    def _blocks(self, element: Any) -> list[str]:
        lines: list[str] = []
        carried = ""
        for child in element:
            name = local(child)
            if name == "p":
                text, boxes = self._paragraph(child)
                text = carried + text
                carried = text if _mark_deleted(child) else ""
                lines += [line for part in ("" if carried else text).split("\n\n") if (line := " ".join(part.split()))]
                lines += boxes
            elif name == "tbl":
                lines += table_lines(self._rows(child))
            elif name in _SKIPPED:
                self._changes += name in ("del", "movefrom")
            elif name not in ("sectpr", "tblpr", "sdtpr"):
                lines += self._blocks(child)
        return [*lines, " ".join(carried.split())] if carried.strip() else lines

    def _rows(self, table: Any) -> Iterator[list[str]]:
        for row in _below(table, "tr", until=("tc",)):
            cells = list(_below(row, "tc", until=()))
            if cells and not any(local(e) == "del" for pr in row if local(pr) == "trpr" for e in pr):
                yield ["\n".join(self._blocks(cell)) for cell in cells]

    def _paragraph(self, paragraph: Any) -> tuple[str, list[str]]:
        pieces: list[str] = []
        boxes: list[str] = []
        self._inline(paragraph, pieces, boxes)
        return "".join(pieces), boxes

    def _inline(self, element: Any, pieces: list[str], boxes: list[str]) -> None:
        for child in element:
            name = local(child)
            if name == "t":
                pieces.append(child.text or "")
            elif name in _CHARACTERS:
                pieces.append(_CHARACTERS[name])
            elif name in _NOTE_REFERENCES:
                self._notes.append((_NOTE_REFERENCES[name], _attribute(child, "id")))
            elif name == "txbxcontent":
                boxes += self._blocks(child)
            elif name == "alternatecontent":
                self._inline(list(child)[:1], pieces, boxes)  # the choice; its fallback says the same again
            elif name in _SKIPPED:
                self._changes += name in ("del", "movefrom")
            elif not (name == "r" and _is_hidden(child)):
                self._changes += name in ("ins", "moveto")
                self._inline(child, pieces, boxes)

    def _noted(self, kind: str) -> list[str]:
        part = self._parts.get(f"word/{kind}s.xml")
        wanted = [note for of, note in self._notes if of == kind]
        if part is None or not wanted:
            return []
        notes = {_attribute(e, "id"): e for e in parse_xml(part) if local(e) == kind}
        return [line for note in wanted if note in notes for line in self._blocks(notes[note])]


def _below(element: Any, name: str, *, until: tuple[str, ...]) -> Iterator[Any]:
    """Elements of that name, through wrappers (content controls, insertions), not inside ``until`` or a table."""
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) not in (*until, "tbl", "del", "movefrom"):
            yield from _below(child, name, until=until)


def _mark_deleted(paragraph: Any) -> bool:
    """True where the end of a paragraph is deleted: it runs on into the next."""
    return any(local(e) == "del" for pr in paragraph if local(pr) == "ppr" for r in pr if local(r) == "rpr" for e in r)


def _is_hidden(run: Any) -> bool:
    marks = [e for pr in run if local(pr) == "rpr" for e in pr if local(e) == "vanish"]
    return bool(marks) and _attribute(marks[0], "val").lower() not in _OFF


def _attribute(element: Any, name: str) -> str:
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def _properties(parts: dict[str, bytes]) -> dict[str, str]:
    if "docProps/core.xml" not in parts:
        return {}
    try:
        found = {local(e): text_of(e) for e in parse_xml(parts["docProps/core.xml"])}
    except CannotRead:
        return {}  # the text stands without its properties
    dates = [d for name in ("modified", "created") if (d := found.get(name)) and not d.startswith(TEMPLATES)]
    meta = {"file_title": found.get("title"), "author": found.get("creator"), "saved": dates[0] if dates else None}
    return {k: v for k, v in meta.items() if v and v != "python-docx"}
