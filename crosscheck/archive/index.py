"""The index of stories and the changes to it, written anew with every batch, a line at a time."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence

import msgspec

from crosscheck.archive.records import Change, StoryRow
from crosscheck.archive.store import Store


def changes_with(store: Store, found: Sequence[Change]) -> Iterator[bytes]:
    """The changes so far and those of one batch; what a run of it that was killed has written is not doubled."""
    ours = f'"batch":"{found[0].batch}"'.encode()
    before = store.lines("changes.jsonl") if store.exists("changes.jsonl") else iter(())
    yield from (line + b"\n" for line in before if ours not in line)
    yield from (msgspec.json.encode(change) + b"\n" for change in found)


class _Line(msgspec.Struct):
    id: str
    document: str
    first: str | None = None


def write_index(
    store: Store, old: str | None, name: str, gone: frozenset[str], stories: Sequence[StoryRow]
) -> set[str]:
    """The index with the changed stories in their places, by day; returns the documents of those that are gone."""
    dropped: set[str] = set()
    decoder = msgspec.json.Decoder(_Line)

    def kept() -> Iterator[tuple[tuple[bool, str, str], bytes]]:
        for line in store.lines(old) if old else ():
            row = decoder.decode(line)
            if row.id in gone:
                dropped.add(row.document)
            else:
                yield (row.first is None, row.first or "", row.id), line

    new = sorted(((r.first is None, r.first or "", r.id), msgspec.json.encode(r)) for r in stories)
    store.write_pieces(name, (line + b"\n" for _, line in heapq.merge(kept(), new)))
    return dropped
