"""NITF: headline, byline, date line and body of a news text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw
from crosscheck.read.formats._xml import block_text, find_all, local, parse_xml, text_of

# what stands in a body and is no reporting: notes to editors, credits of pictures, the lists after the text
_ASIDES = frozenset({"note", "media-producer", "media-metadata", "media-reference", "body.end", "distributor"})


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article. Raises CannotRead where the body is empty."""
    yield article(parse_xml(data))


def article(root: Any, meta: dict[str, str | None] | None = None, part: str = "", dateline: str = "") -> Raw:
    """The article of a nitf element, which other formats carry too. Raises CannotRead where the body is empty."""
    bylines = [_byline(e) for e in find_all(root, "byline") if not _inside(e, _ASIDES)]
    dateline = next((t for e in find_all(root, "dateline") if (t := _spaced(e))), dateline)
    title = next((t for e in find_all(root, "hl1") + find_all(root, "title") if (t := text_of(e))), "")
    title = title or (meta or {}).get("title") or ""
    issued = next((v for e in _named(root, "date.issue", "date.release", "story.date") if (v := e.get("norm"))), None)
    publisher = next(
        (t for e in _named(root, "copyright.holder", "doc.copyright") if (t := text_of(e) or e.get("holder"))), None
    )
    body = _body(root)
    if not body.strip():
        raise CannotRead("no body text in the NITF file")
    if dateline and dateline.casefold() not in body[: len(dateline) + 40].casefold():
        body = f"{dateline} - {body}"
    found = {
        "title": title or None,
        "published": iso_basic(issued) if issued else None,
        "publisher": publisher,
        "byline": "; ".join(b for b in bylines if b) or None,
    }
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    known = {k: v for k, v in (meta or {}).items() if v}
    return Raw(text=text, meta={**{k: v for k, v in found.items() if v}, **known}, part=part)


def _body(root: Any) -> str:
    """The outermost body.content that is not part of a note; several follow one another."""
    contents = [e for e in find_all(root, "body.content") if not _inside(e, _ASIDES | {"body.content"})]
    if not contents:
        contents = [e for e in find_all(root, "body") if not _inside(e, frozenset({"body"}))]
        for head in (h for body in contents for h in find_all(body, "body.head")):
            head.getparent().remove(head)
    for content in contents:
        for aside in [e for e in content.iter() if local(e) in _ASIDES]:
            tail = aside.tail
            aside.clear()
            aside.tail = tail
    return "\n\n".join(text for content in contents if (text := block_text(content)))


def _byline(byline: Any) -> str:
    """ "By Ann Reed, Science Writer": the title of the writer is told apart from the name."""
    titles = [text_of(e) for e in find_all(byline, "byttl")]
    for element in find_all(byline, "byttl"):
        element.text, element[:] = "", []
    return ", ".join(part for part in (_spaced(byline), *titles) if part)


def _spaced(element: Any) -> str:
    """The text of an element whose children are words or phrases of their own."""
    return re.sub(r" (?=[,.;])", "", " ".join(" ".join(element.itertext()).split()))


def _inside(element: Any, names: frozenset[str]) -> bool:
    return any(local(e) in names for e in element.iterancestors())


def _named(root: Any, *names: str) -> list[Any]:
    return [e for e in root.iter() if local(e) in names]


def iso_basic(norm: str) -> str:
    """ISO 8601 as dates are written out, of 20240711T153900Z and 20240711."""
    found = re.match(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$", norm.strip())
    if not found:
        return norm
    y, m, d, hour, minute, second, zone = found.groups()
    if hour is None:
        return f"{y}-{m}-{d}"
    return f"{y}-{m}-{d}T{hour}:{minute}:{second or '00'}{'+00:00' if zone == 'Z' else zone or ''}"
