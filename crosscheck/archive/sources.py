"""Where an archive's articles come from: any number of files, and JSON lines files too large to be read at once.

In: paths. Out: sources, each small enough for one process, and the articles in them. A line that is no article is
told with its number and costs nothing but itself.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from crosscheck.archive.settings import ArchiveSettings
from crosscheck.model import Article, Unread
from crosscheck.read import CannotRead, files_of, read_data, read_file
from crosscheck.settings import Settings

_LINES = (".jsonl", ".ndjson")


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A file, or with ``end`` a stretch of a JSON lines file: bytes ``start`` to ``end``, whole lines.

    ``line`` is the number of the line before the stretch, ``size`` the bytes to be read, ``changed`` when the file was
    changed last (nanoseconds), of a stretch a hash of its bytes: those of a file that grows stay as they were.
    """

    path: str
    meta: dict[str, Any] = {}
    start: int = 0
    end: int | None = None
    line: int = 0
    size: int = 0
    changed: int = 0


class Once:
    """Numbers that were seen before are told; they lie in a file of their own that ends with the run."""

    def __init__(self) -> None:
        self._seen = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._seen.execute("PRAGMA journal_mode = OFF")
        self._seen.execute("CREATE TABLE seen (hash INTEGER PRIMARY KEY) WITHOUT ROWID")
        self._seen.execute("BEGIN")

    def new(self, number: int) -> bool:
        """Whether this number comes for the first time; it is seen from now on. At most 63 bits."""
        return self._seen.execute("INSERT OR IGNORE INTO seen VALUES (?)", (number,)).rowcount == 1


def find(paths: Iterable[str], settings: ArchiveSettings) -> Iterator[Source | Unread]:
    """Every source that the paths stand for, each file once; folders with all their subfolders."""
    seen = Once()
    for name in paths:
        for path, meta, trouble in files_of(name, deep=True):
            if trouble:
                yield Unread(path=path, reason=trouble)
                continue
            if not seen.new(_number(os.fsencode(os.path.realpath(path)))):
                continue
            if path.lower().endswith(_LINES):
                yield from _stretches(path, meta, settings)
            else:
                size, changed = _stat(path)
                yield Source(path=path, meta=meta, size=size, changed=changed)


def read(source: Source, settings: Settings) -> tuple[list[Article], list[Unread]]:
    """The articles of a source and what could not be read, each with its reason. Never raises for what is in it."""
    if source.end is None:
        found = read_file(source.path, meta=source.meta, settings=settings)
        return list(found.articles), list(found.unread)
    articles: list[Article] = []
    unread: list[Unread] = []
    try:
        with open(source.path, "rb") as file:
            file.seek(source.start)
            number = source.line
            while file.tell() < source.end:
                number += 1
                line, whole = _line(file, settings.max_file_bytes)
                try:
                    if not whole:
                        raise CannotRead(f"larger than {settings.max_file_bytes // 1_000_000} MB")
                    if line.strip():
                        articles.append(_article(line, source.path, number, source.meta, settings))
                except CannotRead as error:
                    unread.append(Unread(path=f"{source.path}#{number}", reason=f"line {number}: {error}"))
    except OSError as error:
        unread.append(Unread(path=source.path, reason=f"cannot be read: {error.strerror or error}"))
    return articles, unread


def _article(line: bytes, path: str, number: int, meta: dict[str, Any], settings: Settings) -> Article:
    """The article of one line, called by its own path or id where it has one. Raises CannotRead."""
    try:
        item = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise CannotRead("broken or cut off: not valid JSON") from error
    if not isinstance(item, dict):
        raise CannotRead("an object with a text is wanted")
    if isinstance(item.get("id"), (str, int)) and not item.get("path"):
        item["path"] = str(item["id"])
    if not item.get("path"):
        item["path"] = str(number)
    try:
        found = read_data(msgspec.json.encode(item), path=path + ".json", meta=meta, settings=settings)
    except CannotRead as error:
        raise CannotRead(str(error).removesuffix("; give the article alone")) from error
    return msgspec.structs.replace(found[0], path=f"{path}#{item['path']}")


def _line(file: Any, limit: int) -> tuple[bytes, bool]:
    """The next line, and False where it is longer than ``limit``: then it is passed over, never held in memory."""
    line: bytes = file.readline(limit + 1)
    if len(line) <= limit or line.endswith(b"\n"):
        return line, True
    while (rest := file.readline(limit)) and not rest.endswith(b"\n"):
        pass
    return b"", False


def _stretches(path: str, meta: dict[str, Any], settings: ArchiveSettings) -> Iterator[Source | Unread]:
    """A JSON lines file cut at line ends into stretches of ``shard_bytes_least``, read once, a piece at a time."""
    try:
        with open(path, "rb") as file:
            start = line = lines = at = 0
            content = sha256()
            while piece := file.read(settings.shard_bytes_least):
                cut = piece.rfind(b"\n") + 1
                content.update(piece[:cut])
                if cut:
                    end, changed = at + cut, _first_bytes(content.digest())
                    yield Source(
                        path=path, meta=meta, start=start, end=end, line=line, size=end - start, changed=changed
                    )
                    content = sha256()
                    lines += piece.count(b"\n")
                    start, line = end, lines
                content.update(piece[cut:])
                at += len(piece)
            if at > start:
                changed = _first_bytes(content.digest())
                yield Source(path=path, meta=meta, start=start, end=at, line=line, size=at - start, changed=changed)
            elif not at:
                yield Unread(path=path, reason="the file is empty")
    except OSError as error:
        yield Unread(path=path, reason=f"cannot be opened: {error.strerror or error}")


def stamp(source: Source) -> int:
    """A small hash of a source, by which one that was read is known: its place, its size and when it was changed."""
    content = f"{os.path.realpath(source.path)}\0{source.start}\0{source.end}\0{source.size}\0{source.changed}"
    return _number(os.fsencode(content))


def _number(data: bytes) -> int:
    return _first_bytes(sha256(data).digest())


def _first_bytes(digest: bytes) -> int:
    """63 bits of a digest: a number that every store of numbers can hold."""
    return int.from_bytes(digest[:8], "big") >> 1


def _stat(path: str) -> tuple[int, int]:
    """Size and time of the last change."""
    try:
        found = Path(path).stat()
    except OSError:
        return 0, 0  # told when it is read
    return found.st_size, found.st_mtime_ns
