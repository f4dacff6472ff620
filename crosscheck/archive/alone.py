"""``crosscheck archive group``: grouping by itself, from paths to stories, without a language model or a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from crosscheck.archive import sources
from crosscheck.archive.ahead import ahead
from crosscheck.archive.grouping.sketch import Sketch, sketch
from crosscheck.archive.grouping.stories import Story, group
from crosscheck.archive.settings import ArchiveSettings
from crosscheck.model import Unread
from crosscheck.settings import Settings

Progress = Callable[[int, int, str], None]  # (done, total, what)


class Grouped(msgspec.Struct, frozen=True, kw_only=True):
    """The stories of some paths, by day, and what could not be read. Every article is in one story or in ``unread``."""

    stories: tuple[Story, ...]
    unread: tuple[Unread, ...]
    noted: tuple[Unread, ...] = ()  # articles that are kept though something about them is odd


def group_paths(
    paths: Iterable[str], *, settings: Settings, archive: ArchiveSettings, progress: Progress | None = None
) -> Grouped:
    """Read every article that the paths stand for and group them. Keys of stories are the articles' paths."""
    found = list(sources.find(paths, archive))
    unread = [f for f in found if isinstance(f, Unread)]
    readable = [f for f in found if isinstance(f, sources.Source)]
    sketches: dict[str, Sketch] = {}
    for number, source in enumerate(readable, 1):
        articles, trouble = sources.read(source, settings)
        unread += trouble
        for article in articles:
            if article.path in sketches:
                unread.append(Unread(path=article.path, reason=SAME_ID))
                continue
            sketches[article.path] = sketch(article, archive.grouping)
        if progress:
            progress(number, len(readable), source.path)
    told = (lambda done: progress(done, len(sketches), "grouping")) if progress else None
    return Grouped(
        stories=tuple(group(list(sketches.values()), archive.grouping, told=told)),
        unread=tuple(unread),
        noted=tuple(ahead(sketches.values(), archive.grouping)),
    )


SAME_ID = "another article of this path and id was read before it: left out"
