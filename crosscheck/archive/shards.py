"""Shards: what one task reads. A plan cuts sources into shards; a task reads one, extracts, sketches and writes it.

The task is idempotent: a shard that is whole is not read again, half of one is never seen. Its answer is small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Literal
from zlib import crc32

import msgspec

from crosscheck.archive.collecting import seldom
from crosscheck.archive.grouping.sketch import day_of, sketch
from crosscheck.archive.records import Done
from crosscheck.archive.settings import ArchiveSettings
from crosscheck.archive.sources import Source, read
from crosscheck.archive.store import RESTORE, Store
from crosscheck.errors import CrosscheckError
from crosscheck.model import Article, Unread
from crosscheck.settings import Settings

PLAN, READ, KNOWN = "batches/{batch}/plan.jsonl", "batches/{batch}/read.bin", "batches/{batch}/known.bin"


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a plan: the sources of one shard. ``known``: the archive has articles of them (``known.bin``)."""

    id: str
    sources: tuple[Source, ...]
    known: bool = False


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """Where a shard stands in its plan: its id, and the bytes of its line."""

    id: str
    at: int
    end: int


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What passes through the scheduler: addresses and settings, never articles."""

    address: str
    batch: str
    shard: Planned
    settings: Settings
    archive: ArchiveSettings


def plan(sources: Sequence[Source], settings: ArchiveSettings, salt: str) -> Iterator[Shard]:
    """Shards of a batch's sources, in order; ids from what is in them and ``salt``. A small batch has small shards."""
    articles = settings.share(len(sources), settings.shard_articles_least, settings.shard_articles)
    most = settings.share(sum(s.size for s in sources), settings.shard_bytes_least, settings.shard_bytes)
    held: list[Source] = []
    size = 0
    for source in sources:
        if held and (len(held) >= articles or size + source.size > most):
            yield _shard(held, salt)
            held, size = [], 0
        held.append(source)
        size += source.size
    if held:
        yield _shard(held, salt)


def _shard(sources: list[Source], salt: str) -> Shard:
    content = msgspec.json.encode(sources) + salt.encode()
    return Shard(id=sha256(content).hexdigest()[:16], sources=tuple(sources))


def mark(key: str, article: str) -> int:
    """A small hash of a key and an id, by which a known article is told without holding all of them."""
    return int.from_bytes(sha256(f"{key}\0{article}".encode("utf-8", "replace")).digest()[:6], "big")


def read_shard(task: Task) -> tuple[str, int, int]:
    """Read one shard unless it is whole; returns (its id, articles, what could not be read)."""
    store = Store(task.address)
    done = store.done(task.shard.id)
    if done is None:
        with seldom():
            done = _read(store, shard_of(store, task.batch, task.shard), task)
    return done.shard, done.articles, len(done.unread)


def planned(store: Store, batch: str) -> list[Planned]:
    """The shards of a batch, without their sources."""
    found, at = [], 0
    decoder = msgspec.json.Decoder(_Id)
    name = PLAN.format(batch=batch)
    try:
        for line in store.lines(name):
            found.append(Planned(id=decoder.decode(line).id, at=at, end=at + len(line)))
            at += len(line) + 1
    except (FileNotFoundError, msgspec.DecodeError) as error:
        raise CrosscheckError(f"{store.path(name)} is missing or damaged: {error}: {RESTORE}") from error
    return found


def shard_of(store: Store, batch: str, place: Planned) -> Shard:
    """One line of a plan."""
    name = PLAN.format(batch=batch)
    try:
        return msgspec.json.decode(store.read(name, place.at, place.end), type=Shard)
    except (OSError, msgspec.DecodeError) as error:
        raise CrosscheckError(f"{store.path(name)} is missing or damaged: {error}: {RESTORE}") from error


class _Id(msgspec.Struct):
    id: str


def _read(store: Store, shard: Shard, task: Task) -> Done:
    articles: list[Article] = []
    unread: list[Unread] = []
    for source in shard.sources:
        found, trouble = read(source, task.settings)
        articles += [encodable(a) for a in found]
        unread += trouble
    if shard.known:
        import numpy as np

        from crosscheck.archive.reads import among

        marks = np.array([mark(a.path, a.id) for a in articles], dtype=np.uint64)
        there = among(store, KNOWN.format(batch=task.batch), marks)
        articles = [a for a, known in zip(articles, there, strict=True) if not known]
    return write_shard(store, shard.id, articles, unread, task)


def write_shard(store: Store, name: str, articles: list[Article], unread: list[Unread], task: Task) -> Done:
    """Extract, sketch and write; ``done.json`` last."""
    from crosscheck.workers import extract_one

    folder = f"shards/{name}"
    as_read = store.write_records(f"{folder}/articles.jsonl", articles)
    facts = store.write_records(f"{folder}/facts.jsonl", (extract_one(a, task.settings) for a in articles))
    sketches = store.write_records(f"{folder}/sketches.jsonl", (sketch(a, task.archive.grouping) for a in articles))
    days = [d for a in articles if (d := day_of(a.published)) is not None]
    done = Done(
        shard=name,
        articles=len(articles),
        first=min(days, default=None),
        last=max(days, default=None),
        undated=len(articles) - len(days),
        articles_at=as_read.at,
        facts_at=facts.at,
        sums={"articles": as_read.sums, "facts": facts.sums, "sketches": sketches.sums},
        unread=tuple(unread),
    )
    store.write(f"{folder}/done.json", msgspec.json.encode(done))
    return done


def give_up(store: Store, shard: Shard, reason: str) -> None:
    """Write a shard that cannot be read as empty, its sources as unread: one fault costs one part."""
    task_unread = [Unread(path=s.path, reason=reason) for s in shard.sources]
    for kind in ("articles", "facts", "sketches"):
        store.write(f"shards/{shard.id}/{kind}.jsonl", b"")
    done = Done(
        shard=shard.id, articles=0, first=None, last=None, undated=0, articles_at=(), facts_at=(),
        unread=tuple(task_unread),
    )  # fmt: skip
    store.write(f"shards/{shard.id}/done.json", msgspec.json.encode(done))


def row(store: Store, done: Done, kind: Literal["articles", "facts"], number: int) -> bytes:
    """One line of a shard's file. Raises CrosscheckError where it is missing, cut, or not what was written."""
    starts = done.articles_at if kind == "articles" else done.facts_at
    end = starts[number + 1] if number + 1 < len(starts) else None
    name = f"shards/{done.shard}/{kind}.jsonl"
    try:
        data = store.read(name, starts[number], end)
    except (OSError, IndexError, ValueError) as error:
        raise CrosscheckError(f"{store.path(name)} is damaged: {error}: restore it from a copy") from error
    if not as_written(done, kind, number, data):
        raise CrosscheckError(f"{store.path(name)}, line {number + 1}: damaged: restore it from a copy")
    return data


def as_written(done: Done, kind: str, number: int, data: bytes) -> bool:
    """Whether a row, its line end included, has the bytes that were written. Shards of old have no sums: they pass."""
    sums = done.sums.get(kind)
    return sums is None or (number < len(sums) and crc32(data) == sums[number])


def whole(store: Store, shard: str) -> Done | None:
    """What is in a shard if every row of it is there as it was written; else None, and it must be read again."""
    done = store.done(shard)
    if done is None:
        return None
    for kind in done.sums:
        try:
            rows = list(store.lines(f"shards/{shard}/{kind}.jsonl"))
        except OSError:
            rows = []
        if len(rows) != done.articles or not all(as_written(done, kind, n, r + b"\n") for n, r in enumerate(rows)):
            store.remove(f"shards/{shard}/done.json")
            return None
    return done


def encodable(article: Article) -> Article:
    """The article with lone surrogates, which JSON cannot hold, replaced one for one."""
    from crosscheck.pipeline import distinct

    return distinct([article])[0]
