"""Grouping for a store: a batch meets what is near it in time, and only what hangs together with it is grouped anew.

In: the shards of a batch and the index of stories. Out: stories that are new or changed, those that are gone, and what
merged or split. The result is that of grouping all articles at once; only what cannot change is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from crosscheck.archive import changes
from crosscheck.archive.grouping.meeting import Link, Told, meet
from crosscheck.archive.grouping.partition import components, partition
from crosscheck.archive.grouping.sketch import Sketch
from crosscheck.archive.grouping.stories import Story, named, story_id
from crosscheck.archive.records import Change, Member, State, StoryRow
from crosscheck.archive.settings import GroupingSettings
from crosscheck.archive.shards import mark
from crosscheck.archive.store import Store
from crosscheck.model import Unread

SAME_ID = "another article of this path and id was read before it: left out"


class New(msgspec.Struct, frozen=True, kw_only=True):
    """A sketch of the batch and where its article lies."""

    sketch: Sketch
    member: Member


class Regrouped(msgspec.Struct, frozen=True, kw_only=True):
    """What the batch makes of the index: stories to put in, stories to take out, and what happened."""

    stories: tuple[StoryRow, ...]
    before: tuple[StoryRow, ...]
    changes: tuple[Change, ...]
    unread: tuple[Unread, ...]
    articles: int


def regroup(
    store: Store,
    state: State,
    shards: Sequence[str],
    settings: GroupingSettings,
    *,
    batch: str,
    told: Told | None = None,
) -> Regrouped:
    """Group the articles of some shards into the archive. Documents and counts of changed stories are still empty."""
    new, unread = _batch(store, shards)
    days = [n.sketch.day for n in new.values() if n.sketch.day is not None]
    seen = max(days, default=None)
    if not days:
        days = _last_day(store, state)
    before = _before(store, state, new, days, settings)
    for key in before.same:
        del new[key]
    near, replaced = before.near, before.replaced
    known = _sketches(store, [m for row in near for m in row.members if m.key not in replaced])
    sketches = {n.sketch.key: n.sketch for n in new.values()}
    links = list(meet(list(sketches.values()), settings, known=list(known.values()), told=told))
    touched = _touched(near, links, replaced)
    rows = [row for row in near if row.part in touched]
    again = {m.key: known[m.key] for row in rows for m in row.members if m.key in known}
    links = [link for link in links if {link.one, link.two} <= again.keys() | sketches.keys()]
    links += list(meet(list(again.values()), settings))
    everything = {**again, **sketches}
    sets = partition(everything, links, settings)
    stories = named(sets, everything, links)
    members = {m.key: m for row in rows for m in row.members} | {n.member.key: n.member for n in new.values()}
    ids = _ids(stories, rows, everything, before.ids - {row.id for row in rows})
    parts = _parts(everything, links)
    found = tuple(
        StoryRow(
            id=ids[number],
            title=story.title,
            first=story.first,
            last=story.last,
            members=tuple(members[key] for key in story.articles),
            part=parts[story.articles[0]],
            document="",
            seen=seen,
        )
        for number, story in enumerate(stories)
    )
    return Regrouped(
        stories=found,
        before=tuple(rows),
        changes=tuple(changes.told(stories, rows, ids, links, everything, batch)),
        unread=tuple(unread),
        articles=len(new),
    )


def _batch(store: Store, shards: Sequence[str]) -> tuple[dict[str, New], list[Unread]]:
    """The articles of the batch by key, the first of each key, and those left out."""
    found: dict[str, New] = {}
    unread: list[Unread] = []
    for shard in shards:
        outlets = [a.publisher for a in store.records(f"shards/{shard}/articles.jsonl", _Outlet)]
        for row, sketch in enumerate(store.records(f"shards/{shard}/sketches.jsonl", Sketch)):
            if sketch.key in found:
                unread.append(Unread(path=sketch.key, reason=SAME_ID))
                continue
            member = Member(
                key=sketch.key, article=sketch.article, day=sketch.day, outlet=outlets[row], shard=shard, row=row
            )
            found[sketch.key] = New(sketch=sketch, member=member)
    return found, unread


class _Outlet(msgspec.Struct):
    publisher: str | None = None


class _Before(msgspec.Struct):
    """The index as the batch finds it: stories near in time, all ids, articles there (same text or not)."""

    near: list[StoryRow]
    ids: set[str]
    same: set[str]
    replaced: set[str]


def _before(
    store: Store, state: State, new: dict[str, New], days: Sequence[int], settings: GroupingSettings
) -> _Before:
    found = _Before([], set(), set(), set())
    low, high = min(days, default=0) - settings.window_days, max(days, default=1 << 30) + settings.window_days
    for row in store.stories(state):
        found.ids.add(row.id)
        hit = False
        for member in row.members:
            if member.key in new:
                same = new[member.key].sketch.article == member.article
                (found.same if same else found.replaced).add(member.key)
                hit = hit or not same
        told = [m.day for m in row.members if m.day is not None] or ([row.seen] if row.seen is not None else [])
        if hit or not told or (min(told) <= high and max(told) >= low):
            found.near.append(row)
    return found


def _last_day(store: Store, state: State) -> list[int]:
    """A batch without days is taken to be of the archive's last days."""
    last = [m.day for row in store.stories(state) for m in row.members if m.day is not None]
    return [max(last)] if last else []


def _sketches(store: Store, members: Iterable[Member]) -> dict[str, Sketch]:
    wanted: dict[str, dict[int, Member]] = defaultdict(dict)
    for member in members:
        wanted[member.shard][member.row] = member
    found = {}
    for shard, rows in sorted(wanted.items()):
        for number, line in enumerate(store.lines(f"shards/{shard}/sketches.jsonl")):
            if number in rows:
                sketch = msgspec.json.decode(line, type=Sketch)
                found[sketch.key] = sketch
    return found


def _touched(near: Sequence[StoryRow], links: Sequence[Link], replaced: set[str]) -> set[str]:
    part = {m.key: row.part for row in near for m in row.members}
    ends = {key for link in links for key in (link.one, link.two)} | replaced
    return {part[key] for key in ends if key in part}


def _ids(
    stories: Sequence[Story], rows: Sequence[StoryRow], sketches: dict[str, Sketch], taken: set[str]
) -> dict[int, str]:
    ids = changes.inherited(stories, rows)
    used = {*taken, *ids.values()}
    for number, story in enumerate(stories):
        if number not in ids:
            ids[number] = story.id if story.id not in used else story_id(story.articles, sketches, used)
            used.add(ids[number])
    return ids


def _parts(keys: Iterable[str], links: Iterable[Link]) -> dict[str, str]:
    """What hangs together, by a name made of its smallest key."""
    near: dict[str, list[str]] = {key: [] for key in keys}
    for link in links:
        near[link.one].append(link.two)
        near[link.two].append(link.one)
    return {key: f"{mark(part[0], ''):012x}" for part in components(near) for key in part}
