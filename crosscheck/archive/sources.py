"""Where an archive's articles come from: any number of files, and JSON lines files too large to be read at once.

In: paths. Out: sources, each small enough for one process, and the articles in them. A line that is no article is
told with its number and costs nothing but itself.
"""

from __future__ import annotations

import os
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
    changed last (nanoseconds).
    """

    path: str
    meta: dict[str, Any] = {}
    start: int = 0
    end: int | None = None
    line: int = 0
    size: int = 0
    changed: int = 0


def find(paths: Iterable[str], settings: ArchiveSettings) -> Iterator[Source | Unread]:
    """Every source that the paths stand for, each file once; folders with all their subfolders."""
    seen: set[bytes] = set()
    for name in paths:
        for path, meta, trouble in files_of(name, deep=True):
            if trouble:
                yield Unread(path=path, reason=trouble)
                continue
            real = os.fsencode(os.path.realpath(path))
            if real in seen:
                continue
            seen.add(real)
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
    """A JSON lines file cut at line ends into stretches of about ``shard_bytes``, read once, a piece at a time."""
    try:
        with open(path, "rb") as file:
            start = line = lines = at = 0
            changed = os.fstat(file.fileno()).st_mtime_ns
            while piece := file.read(settings.shard_bytes):
                cut = piece.rfind(b"\n") + 1
                if cut:
                    end = at + cut
                    yield Source(
                        path=path, meta=meta, start=start, end=end, line=line, size=end - start, changed=changed
                    )
                    lines += piece.count(b"\n")
                    start, line = end, lines
                at += len(piece)
            if at > start:
                yield Source(path=path, meta=meta, start=start, end=at, line=line, size=at - start, changed=changed)
            elif not at:
                yield Unread(path=path, reason="the file is empty")
    except OSError as error:
        yield Unread(path=path, reason=f"cannot be opened: {error.strerror or error}")


def stamp(source: Source) -> int:
    """A small hash of a source, by which one that was read is known: its place, its size and when it was changed."""
    content = f"{os.path.realpath(source.path)}\0{source.start}\0{source.end}\0{source.size}\0{source.changed}"
    return int.from_bytes(sha256(os.fsencode(content)).digest()[:8], "big")


def _stat(path: str) -> tuple[int, int]:
    """Size and time of the last change."""
    try:
        found = Path(path).stat()
    except OSError:
        return 0, 0  # told when it is read
    return found.st_size, found.st_mtime_ns
