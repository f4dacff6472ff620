"""How an archive grows by a batch: plan, read, group, check, commit. Every step may be killed and is taken up again.

The plan is written first, the state last. A run that finds a plan without its end takes it up: shards that are whole
are not read again, documents that are there are not made again, and grouping gives the same stories.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

import msgspec

from crosscheck.archive import sources
from crosscheck.archive.checking import place, ready
from crosscheck.archive.comparing import compare_stories
from crosscheck.archive.engine import Lost
from crosscheck.archive.grouping.sketch import sketched
from crosscheck.archive.index import changes_with, write_index
from crosscheck.archive.reads import unread_sources, write_hashes
from crosscheck.archive.records import Batch, Change, State, StoryRow
from crosscheck.archive.regrouping import Regrouped, regroup
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
    whole,
)  # fmt: skip
from crosscheck.archive.store import Store, empty, with_batch
from crosscheck.archive.work import Grown, Step, Work
from crosscheck.errors import CrosscheckError
from crosscheck.model import Unread


def grow(work: Work, paths: Iterable[str], *, make: bool) -> Grown:
    """Read what is new in ``paths`` into the archive. ``make`` allows that there is no archive yet.

    Raises CrosscheckError where there is none, where it was made with other settings, and where it cannot be written.
    """
    state, grown = settled(work, make=make)
    missing: list[Unread] = []
    for batch in _batches(work, state, paths, missing):
        state = _open(work, state, batch)
        state, more = finish(work, state)
        grown = grown.and_then(more)
    return msgspec.structs.replace(grown, unread=(*grown.unread, *missing))


def settled(work: Work, *, make: bool = False) -> tuple[State, Grown]:
    """The archive, a batch that a killed run left open taken to its end; raises as :func:`grow`."""
    state = _state(work, make=make)
    if not state.open:
        return state, Grown()
    work.store.sweep()
    return finish(work, state)


def finish(work: Work, state: State) -> tuple[State, Grown]:
    """Take the open batch to its end."""
    batch = str(state.open)
    shards = planned(work.store, batch)
    read = _read(work, batch, shards)
    work.told(Step(what="grouping", done=0, total=read, articles=read))
    work.engine.ahead(ready)
    found = regroup(
        work.store,
        state,
        [s.id for s in shards],
        work.archive.grouping,
        batch=batch,
        told=lambda done: work.told(Step(what="grouping", done=done, total=read, articles=read)),
    )
    compared = compare_stories(work, found.stories, found.before, articles=found.articles)
    unread = _unread(work.store, batch, shards, found)
    state = _commit(work, state, batch, found, compared.stories, unread)
    same = {row.document for row in found.before}
    today = work.settings.digest()
    return state, Grown(
        articles=found.articles,
        changed=tuple(s.id for s in compared.stories if s.document not in same),
        unread=tuple(unread),
        noted=(*found.noted, *compared.noted),
        older=sum(n for settings, n in found.left.items() if settings != today)
        + sum(s.settings != today for s in compared.stories),
    )


def _state(work: Work, *, make: bool) -> State:
    made = empty(work.settings.model, sketched(work.archive.grouping))
    state = work.store.state()
    if state is None:
        if not make:
            return work.store.opened()  # says that there is none
        work.store.keep(made)
        return made
    if state.model != made.model:
        raise CrosscheckError(
            f"{work.store.address} was made with another model: add with --model {state.model}, or make it anew"
        )
    if state.settings != made.settings:
        raise CrosscheckError(
            f"{work.store.address} was made by a crosscheck that took other words of an article: make it anew"
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
        done = whole(work.store, shard.id)
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


def _unread(store: Store, batch: str, shards: Sequence[Planned], found: Regrouped) -> list[Unread]:
    rows = [u for shard in shards if (done := store.done(shard.id)) for u in done.unread]
    rows += found.unread
    store.write_records(f"batches/{batch}/unread.jsonl", rows)
    return rows


def _commit(
    work: Work, state: State, batch: str, found: Regrouped, stories: Sequence[StoryRow], unread: list[Unread]
) -> State:
    """Write the index and the state; then remove what nothing names any more."""
    made = Batch(id=batch, articles=found.articles, stories=len(stories), unread=len(unread), seen=found.seen)
    new = with_batch(state, made, f"stories-{batch}.jsonl")
    put_in(work.store, state, new, found.before, stories, found.changes)
    return new


def put_in(
    store: Store,
    old: State,
    new: State,
    before: Sequence[StoryRow],
    stories: Sequence[StoryRow],
    changed: Sequence[Change] = (),
) -> None:
    """Make ``new`` the state: ``stories`` in the index in the place of ``before``; what nothing names any more goes."""
    dropped = write_index(store, old.stories, str(new.stories), frozenset(row.id for row in before), stories)
    if changed:
        store.write_pieces("changes.jsonl", changes_with(store, changed))
    store.keep(new)
    if old.stories and old.stories != new.stories:
        store.remove(old.stories)
    for document in sorted(dropped - {row.document for row in stories}):
        store.remove(place(document))
