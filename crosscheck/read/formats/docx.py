"""Word documents (.docx) through python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime

from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw

MAX_UNPACKED = 100_000_000  # bytes; a novel in Word unpacks to some 5 MB without pictures
MAX_RATIO = 200  # XML packs 10 to 30 times, a bomb thousands of times


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article: its paragraphs. Raises CannotRead for other ZIP files and for bombs."""
    _guard(data)
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml import etree

    try:
        document = docx.Document(io.BytesIO(data))
        lines = [" ".join(p.text.split()) for p in document.paragraphs]
        properties = document.core_properties
        created = properties.created
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        raise CannotRead("not a Word document, or a damaged one") from error
    text = "\n\n".join(line for line in lines if line)
    if not text:
        raise CannotRead("the document holds no text")
    meta = {"title": properties.title or None, "author": properties.author or None}
    if isinstance(created, datetime) and created.year > 2013:  # the template of python-docx is stamped 2013
        meta["published"] = created.isoformat()
    yield Raw(text=text, meta={k: v for k, v in meta.items() if v})


def _guard(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            names = {i.filename for i in infos}
            size = sum(i.file_size for i in infos)
            packed = sum(i.compress_size for i in infos) or 1
            if any(i.flag_bits & 1 for i in infos):
                raise CannotRead("the file is encrypted; save it without a password")
            if size > MAX_UNPACKED or (size > 1_000_000 and size / packed > MAX_RATIO):
                raise CannotRead("the archive unpacks to far more than a document holds; refused")
            if "word/document.xml" not in names:
                raise CannotRead("a ZIP file, but not a Word document")
            if b"<!ENTITY" in archive.read("word/document.xml")[:65_536]:
                raise CannotRead("the XML declares entities; that is refused, since it can be used to exhaust memory")
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise CannotRead("a damaged ZIP or Word file") from error
