"""How an archive grows by a batch: plan, read, group, check, commit. Every step may be killed and is taken up again.

The plan is written first, the state last. A run that finds a plan without its end takes it up: shards that are whole
are not read again, documents that are there are not made again, and grouping gives the same stories.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

import msgspec

from crosscheck.archive import sources
from crosscheck.archive.checking import Checked, CheckTask, check_stories, document_name, place
from crosscheck.archive.engine import Engine, Lost
from crosscheck.archive.index import changes_with, write_index
from crosscheck.archive.reads import unread_sources, write_hashes
from crosscheck.archive.records import Batch, State, StoryRow
from crosscheck.archive.regrouping import Regrouped, regroup
from crosscheck.archive.settings import ArchiveSettings
from crosscheck.archive.shards import (
    KNOWN,
    PLAN,
    READ,
    Planned,
    Task,
    give_up,
    mark,
    plan,
    planned,
    read_shard,
    shard_of,
)  # fmt: skip
from crosscheck.archive.store import Store, empty, with_batch
from crosscheck.errors import CrosscheckError
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
    """What a run brought."""

    articles: int = 0
    changed: tuple[str, ...] = ()  # ids of stories that are new or gained an article
    unread: tuple[Unread, ...] = ()


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """All that a run needs to know."""

    store: Store
    settings: Settings
    archive: ArchiveSettings
    engine: Engine
    told: Told


def grow(work: Work, paths: Iterable[str], *, make: bool) -> Grown:
    """Read what is new in ``paths`` into the archive. ``make`` allows that there is no archive yet.

    Raises CrosscheckError where there is none, where it was made with other settings, and where it cannot be written.
    """
    state = _state(work, make=make)
    grown = Grown()
    if state.open:
        work.store.sweep()
        state, grown = finish(work, state)
    missing: list[Unread] = []
    for batch in _batches(work, state, paths, missing):
        state = _open(work, state, batch)
        state, more = finish(work, state)
        grown = _sum(grown, more)
    return _sum(grown, Grown(unread=tuple(missing)))


def finish(work: Work, state: State) -> tuple[State, Grown]:
    """Take the open batch to its end."""
    batch = str(state.open)
    shards = planned(work.store, batch)
    read = _read(work, batch, shards)
    work.told(Step(what="grouping", done=0, total=read, articles=read))
    found = regroup(
        work.store,
        state,
        [s.id for s in shards],
        work.archive.grouping,
        batch=batch,
        told=lambda done: work.told(Step(what="grouping", done=done, total=read, articles=read)),
    )
    stories = _checked(work, found)
    unread = _unread(work.store, batch, shards, found)
    state = _commit(work, state, batch, found, stories, unread)
    same = {row.document for row in found.before}
    changed = tuple(s.id for s in stories if s.document not in same)
    return state, Grown(articles=found.articles, changed=changed, unread=tuple(unread))


def _state(work: Work, *, make: bool) -> State:
    made = empty(work.settings.model, work.archive.digest())
    state = work.store.state()
    if state is None:
        if not make:
            return work.store.opened()  # says that there is none
        work.store.keep(made)
        return made
    if (state.model, state.settings) != (made.model, made.settings):
        raise CrosscheckError(
            f"{work.store.address} was made with other settings (model {state.model}): add with those, or make it anew"
        )
    return state


def _batches(work: Work, state: State, paths: Iterable[str], missing: list[Unread]) -> Iterator[list[sources.Source]]:
    """Sources that the archive has not read, in batches that memory holds."""
    batches = [batch.id for batch in state.batches]
    held: list[sources.Source] = []
    size = 0
    for found in unread_sources(work.store, batches, sources.find(paths, work.archive), missing):
        held.append(found)
        size += found.size
        if len(held) >= work.archive.batch_sources or size >= work.archive.batch_bytes:
            yield held
            held, size = [], 0
    if held:
        yield held


def _open(work: Work, state: State, found: list[sources.Source]) -> State:
    salt = f"{len(state.batches)} {work.settings.digest()} {work.archive.digest()}"
    known, marks = _known(work.store, state, {s.path for s in found})
    shards = [
        msgspec.structs.replace(shard, known=any(s.path in known for s in shard.sources))
        for shard in plan(found, work.archive, salt)
    ]
    batch = f"{len(state.batches) + 1:06}-{sha256(''.join(s.id for s in shards).encode()).hexdigest()[:8]}"
    write_hashes(work.store, READ.format(batch=batch), map(sources.stamp, found))
    if known:
        write_hashes(work.store, KNOWN.format(batch=batch), marks)
    work.store.write_records(PLAN.format(batch=batch), shards)
    state = msgspec.structs.replace(state, open=batch)
    work.store.keep(state)
    return state


def _known(store: Store, state: State, paths: set[str]) -> tuple[set[str], array[int]]:
    """Which of these files the archive has articles of, and marks of these: a file that grew is not parsed again."""
    found: set[str] = set()
    marks = array("Q")
    for row in store.stories(state):
        for member in row.members:
            path = member.key.partition("#")[0]
            if path in paths:
                found.add(path)
                marks.append(mark(member.key, member.article))
    return found, marks


def _read(work: Work, batch: str, shards: Sequence[Planned]) -> int:
    """Read every shard of a batch; returns how many articles."""
    seen: dict[str, int] = {}

    def told(result: tuple[str, int, int]) -> None:
        seen[result[0]] = result[1]
        work.told(Step(what="reading", done=len(seen), total=len(shards), articles=sum(seen.values())))

    left = []
    for shard in shards:
        done = work.store.done(shard.id)
        if done is None:
            left.append(shard)
        else:
            seen[shard.id] = done.articles
    tasks = [
        Task(address=work.store.address, batch=batch, shard=shard, settings=work.settings, archive=work.archive)
        for shard in left
    ]
    for shard, result in zip(left, work.engine.run(read_shard, tasks, told), strict=True):
        if isinstance(result, Lost):
            give_up(work.store, shard_of(work.store, batch, shard), str(result))
        else:
            seen[shard.id] = result[1]
    return sum(seen.values())


def _checked(work: Work, found: Regrouped) -> list[StoryRow]:
    """The stories with their documents made and counted; those that gained and lost nothing as they were."""
    before = {row.document: row for row in found.before if not row.trouble}
    named = [msgspec.structs.replace(row, document=document_name(row.members, work.settings)) for row in found.stories]
    counted = [
        msgspec.structs.replace(before[row.document], id=row.id, part=row.part)
        for row in named
        if row.document in before
    ]
    rows = [row for row in named if row.document not in before]
    cut = list(blocks(rows, work.archive))
    tasks = [
        CheckTask(
            address=work.store.address,
            settings=work.settings,
            stories=tuple((row.document, row.members) for row in block),
        )
        for block in cut
    ]
    seen: dict[str, int] = {}

    def told(results: list[Checked]) -> None:
        seen.update((c.document, sum(n for level, n in c.findings.items() if level != "note")) for c in results)
        step = Step(
            what="checking", done=len(seen), total=len(rows), articles=found.articles, stories=len(seen),
            findings=sum(seen.values()),
        )  # fmt: skip
        work.told(step)

    for block, result in zip(cut, work.engine.run(check_stories, tasks, told), strict=True):
        results = (
            [Checked(document=r.document, trouble=str(result)) for r in block] if isinstance(result, Lost) else result
        )
        for row, c in zip(block, results, strict=True):
            outlets = tuple(sorted({m.outlet for m in row.members if m.outlet}))
            counted.append(
                msgspec.structs.replace(row, findings=c.findings, kinds=c.kinds, trouble=c.trouble, outlets=outlets)
            )
    return counted


def blocks(rows: Sequence[StoryRow], settings: ArchiveSettings) -> Iterator[list[StoryRow]]:
    """The stories of one task each, the largest stories first: what is long must not be begun last."""
    most = settings.share(sum(len(row.members) for row in rows), settings.compared_least, settings.compared)
    held: list[StoryRow] = []
    size = 0
    for row in sorted(rows, key=lambda row: (-len(row.members), row.id)):
        if held and size + len(row.members) > most:
            yield held
            held, size = [], 0
        held.append(row)
        size += len(row.members)
    if held:
        yield held


def _unread(store: Store, batch: str, shards: Sequence[Planned], found: Regrouped) -> list[Unread]:
    rows = [u for shard in shards if (done := store.done(shard.id)) for u in done.unread]
    rows += found.unread
    store.write_records(f"batches/{batch}/unread.jsonl", rows)
    return rows


def _commit(
    work: Work, state: State, batch: str, found: Regrouped, stories: list[StoryRow], unread: list[Unread]
) -> State:
    """Write the index and the state; then remove what nothing names any more."""
    store = work.store
    old = state.stories
    name = f"stories-{batch}.jsonl"
    dropped = write_index(store, old, name, frozenset(row.id for row in found.before), stories)
    if found.changes:
        store.write_pieces("changes.jsonl", changes_with(store, batch, found.changes))
    made = Batch(id=batch, articles=found.articles, stories=len(stories), unread=len(unread), seen=found.seen)
    state = with_batch(state, made, name)
    store.keep(state)
    if old and old != name:
        store.remove(old)
    for document in sorted(dropped - {row.document for row in stories}):
        store.remove(place(document))
    return state


def _sum(one: Grown, two: Grown) -> Grown:
    return Grown(
        articles=one.articles + two.articles,
        changed=tuple(dict.fromkeys((*one.changed, *two.changed))),
        unread=(*one.unread, *two.unread),
    )
