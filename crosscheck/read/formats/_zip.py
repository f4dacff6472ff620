"""Documents that are ZIP archives: members within bounds, so that no archive unpacks to more than a document holds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

from crosscheck.read.errors import CannotRead

MAX_UNPACKED = 100_000_000  # bytes; a novel in Word unpacks to some 5 MB without pictures
MAX_RATIO = 200  # XML packs 10 to 30 times, a bomb thousands of times
_DAMAGE = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, zlib.error, ValueError)


def names(data: bytes) -> frozenset[str]:
    """The names of an archive's members, none where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except _DAMAGE:
        return frozenset()


def members(
    data: bytes, *, kind: str, needed: Callable[[frozenset[str]], str | None], wanted: tuple[str, ...]
) -> dict[str, bytes]:
    """The XML members whose names begin as ``wanted``. Raises CannotRead for bombs, damage and without ``needed``."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            size = sum(i.file_size for i in infos)
            packed = sum(i.compress_size for i in infos) or 1
            if any(i.flag_bits & 1 for i in infos):
                raise CannotRead("the file is encrypted; save it without a password")
            if size > MAX_UNPACKED or (size > 1_000_000 and size / packed > MAX_RATIO):
                raise CannotRead("the archive unpacks to far more than a document holds; refused")
            if needed(frozenset(i.filename for i in infos)) is None:
                raise CannotRead(f"a ZIP file, but not {kind}; unpack it first")
            chosen = [i for i in infos if i.filename.startswith(wanted) and i.filename.endswith((".xml", ".rels"))]
            return {i.filename: archive.read(i) for i in chosen}
    except _DAMAGE as error:
        raise CannotRead(f"a damaged ZIP file, or a damaged file that should be {kind}") from error
