"""Safe parsing of XML: no entities, no network, bounded depth and size."""

from __future__ import annotations

import re
from typing import Any

from crosscheck.read.errors import CannotRead

BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "hl1", "hl2", "hedline", "tr", "div"})


def parse_xml(data: bytes) -> Any:
    """The root element (lxml). Raises CannotRead for entity declarations, deep nesting and broken XML."""
    if re.search(rb"<!ENTITY", data[:65_536], re.I):
        raise CannotRead("the XML declares entities; that is refused, since it can be used to exhaust memory")
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise CannotRead(f"broken XML: {str(error).split(chr(10))[0][:120]}") from error


def local(element: Any) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def find_all(root: Any, name: str) -> list[Any]:
    """All elements of that local name, in document order."""
    return [e for e in root.iter() if local(e) == name]


def text_of(element: Any) -> str:
    """All text inside an element on one line."""
    return " ".join("".join(element.itertext()).split())


def block_text(element: Any) -> str:
    """Paragraphs of an element, a line each."""
    lines = [text_of(e) for e in element.iter() if local(e) in BLOCKS and not any(local(c) in BLOCKS for c in e)]
    lines = [line for line in lines if line]
    return "\n\n".join(lines) if lines else text_of(element)
