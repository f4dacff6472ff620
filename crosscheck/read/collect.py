"""Which files a path stands for, and their manifest."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import msgspec

from crosscheck.model import Article, Unread
from crosscheck.read.article import make_article
from crosscheck.settings import Settings


class ReadResult(msgspec.Struct, frozen=True, kw_only=True):
    """Articles in a fixed order, and what was not read."""

    articles: tuple[Article, ...] = ()
    unread: tuple[Unread, ...] = ()


def read_paths(paths: Iterable[str], *, settings: Settings) -> ReadResult:
    """Read every article that the paths stand for."""
    articles: list[Article] = []
    unread: list[Unread] = []
    for name in paths:
        path = Path(name)
        files = sorted(p for p in path.iterdir() if p.suffix == ".txt") if path.is_dir() else [path]
        manifest = path / "manifest.json"
        meta = {row["file"]: row for row in json.loads(manifest.read_text())} if manifest.is_file() else {}
        for file in files:
            try:
                text = file.read_bytes().decode("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                unread.append(Unread(path=str(file), reason=str(error)))
                continue
            articles.append(make_article(text, path=str(file), meta=meta.get(file.name)))
    return ReadResult(articles=tuple(articles), unread=tuple(unread))
