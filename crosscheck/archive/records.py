"""What an archive keeps of its articles, stories and batches. Nothing but types."""

from __future__ import annotations

from typing import Literal

import msgspec

from crosscheck.model import FindingKind, Level, Unread

FORMAT = 1  # of a store; a store of a later format is not touched


class Member(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An article of a story: its key (path, as the user knows it), its id, and where in the store it lies."""

    key: str
    article: str
    day: int | None
    outlet: str | None
    shard: str
    row: int


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A story as the index has it. ``findings`` counts by level, ``kinds`` those above note by kind.

    ``part`` names what hangs together by links, of which the story is one set: stories of one part are grouped anew
    together. ``seen`` is the day of its last batch, by which a story without days has a place in time.
    ``document`` is the name of the findings document; it changes with every article. ``settings`` is a hash of the
    thresholds that it was made with.
    """

    id: str
    title: str
    first: str | None
    last: str | None
    members: tuple[Member, ...]
    part: str
    document: str
    settings: str = ""
    seen: int | None = None
    outlets: tuple[str, ...] = ()
    findings: dict[Level, int] = {}
    kinds: dict[FindingKind, int] = {}
    trouble: str | None = None


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A story as ``archive stories --format jsonl`` tells it."""

    id: str
    title: str
    first: str | None
    last: str | None
    articles: tuple[str, ...]
    findings: dict[Level, int]
    kinds: dict[FindingKind, int]
    outlets: tuple[str, ...]
    trouble: str | None = None


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """What came in at once. ``unread`` counts what could not be read; the lines lie in the batch's folder.

    ``seen`` is the day by which it is put in time: nine in ten of its articles are no later.
    """

    id: str
    articles: int
    stories: int
    unread: int
    seen: int | None = None


class State(msgspec.Struct, frozen=True, kw_only=True):
    """``archive.json``: which batches are in and which file lists the stories. Written last, it makes a batch count.

    ``open`` is the batch that is being read; ``settings`` is a hash of those that decide what a sketch holds, ``model``
    the language model: what the shards hold was made with both.
    """

    format: int = FORMAT
    model: str
    settings: str
    stories: str | None = None
    batches: tuple[Batch, ...] = ()
    open: str | None = None


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """``done.json`` of a shard: what is in it.

    ``articles_at`` and ``facts_at`` are the bytes where rows begin; ``sums`` has a check sum (CRC-32) of each row of
    ``articles``, ``facts`` and ``sketches``, its line end included.
    """

    shard: str
    articles: int
    first: int | None
    last: int | None
    undated: int
    articles_at: tuple[int, ...]
    facts_at: tuple[int, ...]
    sums: dict[str, tuple[int, ...]] = {}
    unread: tuple[Unread, ...] = ()


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a batch did to a story that was there before, and why."""

    batch: str
    change: Literal["merged", "split"]
    story: str
    others: tuple[str, ...]
    because: str
