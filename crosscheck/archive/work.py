"""What a run of an archive needs and what it brings. Nothing but types."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from crosscheck.archive.engine import Engine
from crosscheck.archive.settings import ArchiveSettings
from crosscheck.archive.store import Store
from crosscheck.model import Unread
from crosscheck.settings import Settings


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """How far a batch is: what is being done, how much of how much, and what was found so far."""

    what: str
    done: int
    total: int
    articles: int = 0
    stories: int = 0
    findings: int = 0


Told = Callable[[Step], None]


class Grown(msgspec.Struct, frozen=True, kw_only=True):
    """What a run brought.

    ``noted`` are places where something is wrong and nothing is lost: an article from the future, facts that were
    damaged and read anew. ``older`` counts stories of the archive that were compared with other settings than today's.
    """

    articles: int = 0
    changed: tuple[str, ...] = ()  # ids of stories that are new or gained an article
    unread: tuple[Unread, ...] = ()
    noted: tuple[Unread, ...] = ()
    older: int = 0

    def and_then(self, more: Grown) -> Grown:
        """What this run and a later one brought together."""
        return Grown(
            articles=self.articles + more.articles,
            changed=tuple(dict.fromkeys((*self.changed, *more.changed))),
            unread=(*self.unread, *more.unread),
            noted=(*self.noted, *more.noted),
            older=more.older,
        )


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """All that a run needs to know."""

    store: Store
    settings: Settings
    archive: ArchiveSettings
    engine: Engine
    told: Told
