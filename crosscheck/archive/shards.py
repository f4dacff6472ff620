"""Shards: what one task reads. A plan cuts sources into shards; a task reads one, extracts, sketches and writes it.

The task is idempotent: a shard that is whole is not read again, half of one is never seen. Its answer is small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

import msgspec

from crosscheck.archive.collecting import seldom
from crosscheck.archive.grouping.sketch import day_of, sketch
from crosscheck.archive.records import Done
from crosscheck.archive.settings import ArchiveSettings
from crosscheck.archive.sources import Source, read
from crosscheck.archive.store import Store
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
        raise CrosscheckError(f"{store.path(name)} is missing or damaged: {error}") from error
    return found


def shard_of(store: Store, batch: str, place: Planned) -> Shard:
    """One line of a plan."""
    name = PLAN.format(batch=batch)
    try:
        return msgspec.json.decode(store.read(name, place.at, place.end), type=Shard)
    except (OSError, msgspec.DecodeError) as error:
        raise CrosscheckError(f"{store.path(name)} is missing or damaged: {error}") from error


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
    articles_at = store.write_records(f"{folder}/articles.jsonl", articles)
    facts_at = store.write_records(f"{folder}/facts.jsonl", (extract_one(a, task.settings) for a in articles))
    store.write_records(f"{folder}/sketches.jsonl", (sketch(a, task.archive.grouping) for a in articles))
    days = [d for a in articles if (d := day_of(a.published)) is not None]
    done = Done(
        shard=name,
        articles=len(articles),
        first=min(days, default=None),
        last=max(days, default=None),
        undated=len(articles) - len(days),
        articles_at=tuple(articles_at),
        facts_at=tuple(facts_at),
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


def row(store: Store, shard: str, kind: str, starts: tuple[int, ...], number: int) -> bytes:
    """One line of a shard's file. Raises CrosscheckError where the shard is damaged."""
    end = starts[number + 1] if number + 1 < len(starts) else None
    try:
        return store.read(f"shards/{shard}/{kind}.jsonl", starts[number], end)
    except (OSError, IndexError) as error:
        raise CrosscheckError(f"{store.path('shards')}/{shard}/{kind}.jsonl: damaged: {error}") from error


def encodable(article: Article) -> Article:
    """The article with lone surrogates, which JSON cannot hold, replaced one for one."""
    from crosscheck.pipeline import distinct

    return distinct([article])[0]
