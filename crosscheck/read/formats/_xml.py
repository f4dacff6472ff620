"""Safe parsing of XML and of marked-up text inside it: no entities, no network, bounded depth and size."""

from __future__ import annotations

import re
from typing import Any

from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats._table import table_lines

BLOCKS = frozenset(
    """
    p h1 h2 h3 h4 h5 h6 li blockquote hl1 hl2 hedline div section article header footer figure figcaption dt dd pre
    address fn media-caption
    """.split()
)
_NO_TEXT = frozenset({"script", "style", "noscript", "template", "head", "title", "object", "svg", "iframe"})
_DECLARED = re.compile(r"^\s*<\?xml[^<>]{0,200}\?>")
_MARKUP = re.compile(r"</?(?:p|br|div|span|b|i|em|strong|a|h[1-6]|ul|ol|li|blockquote)\b[^<>]{0,500}>", re.I)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.I)
_DEEPEST = 400  # mark-up nested deeper is no article; real texts reach some 30


def parse_xml(data: bytes) -> Any:
    """The root element (lxml). Raises CannotRead for entity declarations, deep nesting and broken XML.

    The bytes are decoded by what they are, since the declared encoding is often another.
    """
    if re.search(rb"<!ENTITY", data[:65_536], re.I):
        raise CannotRead("the XML declares entities; that is refused, since it can be used to exhaust memory")
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
    )
    text = _DECLARED.sub("", decode(data), count=1)
    try:
        return etree.fromstring(text.strip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        said = str(error).split("\n")[0].removesuffix(" (<string>, line 1)")
        raise CannotRead(f"broken XML: {said[:120]}") from error


def local(element: Any) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if element is not None and isinstance(element.tag, str) else ""


def find_all(root: Any, name: str) -> list[Any]:
    """All elements of that local name, in document order."""
    return [e for e in root.iter() if local(e) == name]


def text_of(element: Any) -> str:
    """All text inside an element on one line."""
    return " ".join("".join(element.itertext()).split())


def block_text(element: Any) -> str:
    """Paragraphs of an element, a line each, blank lines between; tables a line a row. Nothing is said twice.

    Text that stands beside blocks, in no block of its own, is a paragraph.
    """
    blocks = _Blocks()
    blocks.walk(element, 0)
    blocks.close()
    return "\n\n".join(blocks.lines)


class _Blocks:
    """The text of an element as it is walked: the lines that are closed, and the pieces of the open one."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._pieces: list[str] = []

    def walk(self, at: Any, depth: int) -> None:
        """Take in an element's own text, its children and what stands between them."""
        self._pieces.append(at.text or "")
        for child in at:
            self._enter(child, local(child), depth)
            self._pieces.append(child.tail or "")

    def close(self) -> None:
        """End the open line."""
        line = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        if line:
            self.lines.append(line)

    def _enter(self, child: Any, name: str, depth: int) -> None:
        if name in ("table", "nitf-table"):
            self.close()
            self.lines.extend(table_lines(_rows(child)))
        elif name == "br":
            if len(self._pieces) > 1 and self._pieces[-1] and not self._pieces[-1].strip():
                self.close()  # the second of two, with only white space between
            self._pieces.append("\n")
        elif name in BLOCKS and depth < _DEEPEST:
            self.close()
            self.walk(child, depth + 1)
            self.close()
        elif name and name not in _NO_TEXT and depth < _DEEPEST:
            self.walk(child, depth + 1)


def _rows(table: Any) -> list[list[str]]:
    rows = (e for e in table.iter() if local(e) == "tr")
    return [[text_of(cell) for cell in row if local(cell) in ("td", "th")] for row in rows]


def markup_text(markup: str) -> str:
    """The paragraphs of a piece of HTML."""
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    data = f"<div>{markup}</div>".encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError, AssertionError):
        return ""
    return block_text(root)


def plain(text: str) -> str:
    """Text that may hold escaped mark-up ("&lt;p&gt;", a CDATA section): its paragraphs, without tags or entities."""
    if _MARKUP.search(text):
        return markup_text(text)
    if _ENTITY.search(text):
        from html import unescape

        return unescape(text)
    return text
