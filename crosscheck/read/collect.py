"""Which files a path stands for, their manifest, and the articles in them.

A path is a file, a folder (its articles, not its manifest and not hidden files), a glob or ``-`` for standard input.
"""

from __future__ import annotations

import glob
import os
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec

from crosscheck import guard
from crosscheck.model import Article, Region, Span, Unread
from crosscheck.read.article import make_article
from crosscheck.read.decode import decode, repaired
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw, read_bytes
from crosscheck.read.formats.ninjs import is_sidecar
from crosscheck.settings import Settings

MANIFEST = "manifest.json"
MAX_SIDECAR = 1_000_000  # bytes of a JSON file that are looked at for a text
# in a folder these are passed over, as what belongs to programs; named outright they are read
_PROGRAMS = frozenset(".toml .cfg .ini .py .js .css .lock .log .yml .yaml".split())
# and these are listed as not read: somebody put them beside the articles
_OTHER_MEDIA = frozenset(
    (
        ".csv .tsv .xls .xlsx .svg .png .jpg .jpeg .gif .webp .tif .tiff .heic .mp3 .wav .mp4 .mov"
        " .url .webloc .ics .vcf"
    ).split()
)

_NOTHING = "no articles in the folder"


class ReadResult(msgspec.Struct, frozen=True, kw_only=True):
    """Articles in a fixed order, and what was not read with the reason."""

    articles: tuple[Article, ...] = ()
    unread: tuple[Unread, ...] = ()


def read_paths(
    paths: Iterable[str], *, settings: Settings, role: str | None = None, stdin_name: str = "-"
) -> ReadResult:
    """Read every article that the paths stand for, each file once. Never raises for what is in a file.

    ``role`` is given to articles whose manifest or front matter gives none.
    """
    articles: list[Article] = []
    unread: list[Unread] = []
    seen: set[str] = set()
    for name in paths:
        for path, meta, trouble in files_of(name):
            if trouble:
                unread.append(Unread(path=path, reason=trouble))
                continue
            if path != "-" and os.path.realpath(path) in seen:
                continue
            seen.add(os.path.realpath(path))
            shown = stdin_name if path == "-" else path
            found = read_file(path, meta=meta, role=role, settings=settings, shown=shown)
            articles += found.articles
            unread += found.unread
    return ReadResult(articles=tuple(articles), unread=tuple(unread))


def read_file(
    path: str,
    *,
    settings: Settings,
    meta: dict[str, Any] | None = None,
    role: str | None = None,
    shown: str | None = None,
) -> ReadResult:
    """The articles of one file, or why there are none. Never raises for what is in it."""
    try:
        data = _load(path, settings)
        articles, unread = _read(data, path=shown or path, meta=meta, role=role, settings=settings)
        return ReadResult(articles=tuple(articles), unread=tuple(unread))
    except CannotRead as error:
        return ReadResult(unread=(Unread(path=path, reason=str(error)),))
    except OSError as error:
        return ReadResult(unread=(Unread(path=path, reason=f"cannot be opened: {error.strerror or error}"),))


def read_data(
    data: bytes, *, path: str, settings: Settings, meta: dict[str, Any] | None = None, role: str | None = None
) -> list[Article]:
    """The articles in one file's bytes. Raises CannotRead where there is none, with the first reason."""
    articles, unread = _read(data, path=path, settings=settings, meta=meta, role=role)
    if not articles:
        raise CannotRead(unread[0].reason if unread else "no article in it")
    return articles


def _read(
    data: bytes, *, path: str, settings: Settings, meta: dict[str, Any] | None, role: str | None
) -> tuple[list[Article], list[Unread]]:
    """The articles in one file's bytes, and which of its parts could not be read. Raises CannotRead."""
    if len(data) > settings.max_file_bytes:
        raise CannotRead(f"larger than {settings.max_file_bytes // 1_000_000} MB; give the article alone")
    articles: list[Article] = []
    unread: list[Unread] = []
    given = {k: v for k, v in (meta or {}).items() if v is not None}
    try:
        for raw in read_bytes(data, os.path.basename(path)):
            shown = f"{path}#{raw.part}" if raw.part else path
            try:
                articles.append(_article(raw, path=shown, given=given, role=role, settings=settings))
            except CannotRead as error:
                unread.append(Unread(path=shown, reason=str(error)))
    except CannotRead as error:
        unread.append(Unread(path=path, reason=str(error)))
    except Exception as error:  # a fault of a reader, or of a library under it, costs this file
        unread.append(Unread(path=path, reason=guard.told("the reader", error)))
    return articles, unread


def _article(raw: Raw, *, path: str, given: dict[str, Any], role: str | None, settings: Settings) -> Article:
    if raw.trouble:
        raise CannotRead(raw.trouble)
    text, garbled = repaired(raw.text)
    warnings = raw.warnings
    if garbled:
        lines = "1 line" if garbled == 1 else f"{garbled} lines"
        warnings = (*warnings, f"characters decoded wrongly before (as in “â€™”) were set right in {lines}")
    if len(raw.text) > settings.max_chars:
        raise CannotRead(f"longer than {settings.max_chars:,} characters; give the article alone")
    if not any(c.isalnum() for c in raw.text):
        raise CannotRead("there are no words in it")
    meta = {**raw.meta, **given}
    meta["role"] = meta.get("role") or role
    masked = raw.masked if not garbled else _moved(raw.masked, raw.text, text)
    return make_article(
        text, path=path, meta=meta, in_file=raw.in_file and not garbled, masked=masked, warnings=warnings
    )


def _moved(masked: Sequence[Region], before: str, after: str) -> list[Region]:
    """Regions in a text that was set right line by line, each widened to whole lines."""
    olds, news = before.splitlines(keepends=True), after.splitlines(keepends=True)
    old_starts = [0, *accumulate(map(len, olds))]
    new_starts = [0, *accumulate(map(len, news))]
    moved = []
    for region in masked:
        first = bisect_right(old_starts, region.span.start) - 1
        last = bisect_left(old_starts, region.span.end)
        moved.append(Region(kind=region.kind, span=Span(new_starts[first], new_starts[last])))
    return moved


def _load(path: str, settings: Settings) -> bytes:
    limit = settings.max_file_bytes + 1
    if path == "-":
        return sys.stdin.buffer.read(limit)
    if not os.path.isfile(path):
        raise CannotRead("not a regular file")
    with open(path, "rb") as file:
        return file.read(limit)


def files_of(name: str, *, deep: bool = False) -> Iterator[tuple[str, dict[str, Any], str | None]]:
    """(path, metadata, reason why it cannot be read) for each file that a path stands for.

    With ``deep`` a folder stands for all its subfolders too, each with its own manifest; hidden ones are passed over.
    """
    if name == "-":
        yield name, {}, None
        return
    path = Path(name)
    if path.is_dir():
        yield from _tree(path) if deep else _folder(path)
    elif path.exists():
        yield str(path), _manifest(path.parent)[0].get(path.name, {}), None
    else:
        matches = sorted(glob.glob(name, recursive=True))
        for match in matches:
            if os.path.isfile(match):
                yield match, _manifest(Path(match).parent)[0].get(os.path.basename(match), {}), None
        if not matches:
            yield name, {}, "no such file or folder"


def _folder(folder: Path) -> Iterator[tuple[str, dict[str, Any], str | None]]:
    rows, trouble = _manifest(folder)
    if trouble:
        yield str(folder / MANIFEST), {}, trouble
    try:
        names = sorted(p.name for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))
    except OSError as error:
        yield str(folder), {}, f"cannot be listed: {error.strerror or error}"
        return
    wanted = [n for n in names if n != MANIFEST and (n in rows or not _passed_over(folder / n))]
    for name in wanted:
        ending = Path(name).suffix.lower()
        other = name not in rows and ending in _OTHER_MEDIA
        yield (
            str(folder / name),
            rows.get(name, {}),
            f"passed over: a {ending} file holds no article" if other else None,
        )
    for name in sorted(rows):
        if name not in names:
            yield str(folder / name), {}, "named in the manifest, but there is no such file"
    if not wanted:
        yield str(folder), {}, _NOTHING


def _tree(folder: Path) -> Iterator[tuple[str, dict[str, Any], str | None]]:
    any_ = False
    for place, folders, _ in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for row in _folder(Path(place)):
            if row[2] != _NOTHING:
                any_ = True
                yield row
    if not any_:
        yield str(folder), {}, "no articles in the folder or below it"


def _passed_over(file: Path) -> bool:
    """True for what belongs to programs, and for JSON beside articles that is one object without a text."""
    ending = file.suffix.lower()
    if ending != ".json":
        return ending in _PROGRAMS
    try:
        with open(file, "rb") as opened:
            return is_sidecar(opened.read(MAX_SIDECAR + 1)[:MAX_SIDECAR])
    except OSError:
        return False  # read like any other, and told why not


def _manifest(folder: Path) -> tuple[dict[str, dict[str, Any]], str | None]:
    """Rows of a folder's manifest by file name, and what is wrong with it."""
    file = folder / MANIFEST
    if not file.is_file():
        return {}, None
    try:
        rows = msgspec.json.decode(decode(file.read_bytes()))
    except (OSError, CannotRead, msgspec.DecodeError, RecursionError) as error:
        return {}, f"not a valid manifest: {str(error)[:100]}"
    if not isinstance(rows, list) or not all(isinstance(r, dict) and isinstance(r.get("file"), str) for r in rows):
        return {}, 'not a valid manifest: a list of objects with "file" is wanted'
    return {r["file"]: r for r in rows}, None
