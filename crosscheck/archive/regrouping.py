"""Grouping for a store: a batch meets what is near it in time, and only what hangs together with it is grouped anew.

In: the shards of a batch and the index of stories. Out: stories that are new or changed, those that are gone, and what
merged or split. The result is that of grouping all articles at once; only what cannot change is left alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

from crosscheck.archive import changes
from crosscheck.archive.ahead import ahead
from crosscheck.archive.grouping.meeting import Link, Told, meet
from crosscheck.archive.grouping.partition import may_join, partition, parts
from crosscheck.archive.grouping.sketch import Sketch
from crosscheck.archive.grouping.stories import Story, named, story_id, story_ids
from crosscheck.archive.records import Change, Member, State, StoryRow
from crosscheck.archive.settings import GroupingSettings
from crosscheck.archive.shards import as_written, mark
from crosscheck.archive.store import Store
from crosscheck.model import Unread

SAME_ID = "another article of this path and id was read before it: left out"
DAMAGED = "damaged: its stories stay as they are; restore it from a copy"


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
    seen: int | None
    noted: tuple[Unread, ...] = ()  # articles that are kept though something about them is odd
    left: dict[str, int] = {}  # how many stories stay as they were, by the hash of the settings of their comparing


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
    days = sorted(n.sketch.day for n in new.values() if n.sketch.day is not None)
    seen = days[int(settings.late * (len(days) - 1))] if days else None
    before = _before(store, state, new, days or last_days(state), settings)
    for key in before.same:
        del new[key]
    replaced = before.replaced
    known, lost = _sketches(store, [m for row in before.near for m in row.members if m.key not in replaced])
    unread += lost
    near = [row for row in before.near if all(m.key in known or m.key in replaced for m in row.members)]
    anew = _hanging_together({n.sketch.key: n.sketch for n in new.values()}, near, known, replaced, settings, told)
    stories = named(partition(anew.sketches, anew.links, settings), anew.sketches, anew.links)
    ours = {row.id for row in anew.rows}
    ids = _ids(stories, anew.rows, anew.sketches, lambda wanted: _taken(store, state, wanted - ours))
    found = _rows(stories, ids, anew, new, seen, settings)
    return Regrouped(
        stories=found,
        before=tuple(anew.rows),
        changes=tuple(changes.told(stories, anew.rows, ids, anew.links, anew.sketches, batch)),
        unread=tuple(unread),
        articles=len(new),
        seen=seen,
        noted=tuple(ahead((n.sketch for n in new.values()), settings)),
        left=dict(before.made - Counter(row.settings for row in anew.rows)),
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
    """The index as the batch finds it: stories near in time, and its articles that are there (same text or not)."""

    near: list[StoryRow]
    same: set[str]
    replaced: set[str]
    made: Counter[str]  # all stories by the settings that they were compared with


def _before(
    store: Store, state: State, new: dict[str, New], days: Sequence[int], settings: GroupingSettings
) -> _Before:
    found = _Before([], set(), set(), Counter())
    known, window = sorted(set(days)), settings.window_days

    def in_time(first: int, last: int) -> bool:
        return not known or bisect_left(known, first - window) < bisect_right(known, last + window)

    for row in store.stories(state):
        found.made[row.settings] += 1
        hit = False
        for member in row.members:
            if member.key in new:
                same = new[member.key].sketch.article == member.article
                (found.same if same else found.replaced).add(member.key)
                hit = hit or not same
        told = [m.day for m in row.members if m.day is not None] or ([row.seen] if row.seen is not None else [])
        if hit or not told or in_time(min(told), max(told)):
            found.near.append(row)
    return found


def last_days(state: State) -> list[int]:
    """A batch without days is taken to be of the archive's last days: the middle one of its last three batches'."""
    last = sorted([batch.seen for batch in state.batches if batch.seen is not None][-3:])
    return [last[(len(last) - 1) // 2]] if last else []


def _sketches(store: Store, members: Iterable[Member]) -> tuple[dict[str, Sketch], list[Unread]]:
    """The sketches of some articles by key; of a damaged shard none, and a line that tells it."""
    lost = []
    wanted: dict[str, dict[int, Member]] = defaultdict(dict)
    for member in members:
        wanted[member.shard][member.row] = member
    found: dict[str, Sketch] = {}
    decoder = msgspec.json.Decoder(Sketch)
    for shard, rows in sorted(wanted.items()):
        name = f"shards/{shard}/sketches.jsonl"
        done = store.done(shard)
        try:
            lines = [(number, line) for number, line in enumerate(store.lines(name)) if number in rows]
            whole = done is None or all(as_written(done, "sketches", number, line + b"\n") for number, line in lines)
            some = [decoder.decode(line) for _, line in lines] if whole else []
        except (OSError, msgspec.DecodeError):
            some = []
        if len(some) < len(rows):
            lost.append(Unread(path=store.path(name), reason=DAMAGED))
        else:
            found |= {sketch.key: sketch for sketch in some}
    return found, lost


class _Anew(msgspec.Struct):
    """What a batch may change: stories as they were, all sketches in them and in the batch, and the links of these."""

    rows: list[StoryRow]
    sketches: dict[str, Sketch]
    links: list[Link]


def _hanging_together(
    batch: dict[str, Sketch],
    near: Sequence[StoryRow],
    known: dict[str, Sketch],
    replaced: set[str],
    settings: GroupingSettings,
    told: Told | None,
) -> _Anew:
    """The stories near in time to which an article of the batch has a link that may join, with what hangs on them."""
    links = list(meet(list(batch.values()), settings, known=list(known.values()), told=told))
    touched = _touched(near, [link for link in links if may_join(link, settings)], replaced)
    rows = [row for row in near if row.part in touched]
    again = {m.key: known[m.key] for row in rows for m in row.members if m.key in known}
    sketches = {**again, **batch}
    links = [link for link in links if link.one in sketches and link.two in sketches]
    return _Anew(rows, sketches, [*links, *meet(list(again.values()), settings)])


def _rows(
    stories: Sequence[Story],
    ids: dict[int, str],
    anew: _Anew,
    new: dict[str, New],
    seen: int | None,
    settings: GroupingSettings,
) -> tuple[StoryRow, ...]:
    """Stories as the index has them, not compared yet."""
    members = {m.key: m for row in anew.rows for m in row.members} | {n.member.key: n.member for n in new.values()}
    part = _parts(anew.sketches, anew.links, settings)
    return tuple(
        StoryRow(
            id=ids[number],
            title=story.title,
            first=story.first,
            last=story.last,
            members=tuple(members[key] for key in story.articles),
            part=part[story.articles[0]],
            document="",
            seen=seen,
        )
        for number, story in enumerate(stories)
    )


def _touched(near: Sequence[StoryRow], links: Sequence[Link], replaced: set[str]) -> set[str]:
    part = {m.key: row.part for row in near for m in row.members}
    ends = {key for link in links for key in (link.one, link.two)} | replaced
    return {part[key] for key in ends if key in part}


def _ids(
    stories: Sequence[Story],
    rows: Sequence[StoryRow],
    sketches: dict[str, Sketch],
    taken: Callable[[set[str]], set[str]],
) -> dict[int, str]:
    """Ids of stories by their numbers; ``taken`` says which of some ids other stories of the archive have."""
    ids = changes.inherited(stories, rows)
    new = [number for number in range(len(stories)) if number not in ids]
    wanted = {id_ for number in new for id_ in (stories[number].id, *story_ids(stories[number].articles, sketches))}
    used = {*taken(wanted), *ids.values()}
    for number in new:
        story = stories[number]
        ids[number] = story.id if story.id not in used else story_id(story.articles, sketches, used)
        used.add(ids[number])
    return ids


def _taken(store: Store, state: State, wanted: set[str]) -> set[str]:
    if not wanted or not state.stories:
        return set()
    return {row.id for row in store.records(state.stories, _Id) if row.id in wanted}


class _Id(msgspec.Struct):
    id: str


def _parts(keys: Iterable[str], links: Iterable[Link], settings: GroupingSettings) -> dict[str, str]:
    """What hangs together, by a name made of its smallest key."""
    return {key: f"{mark(part[0], ''):012x}" for part in parts(keys, links, settings) for key in part}
