"""Which sources an archive has read: small hashes, sorted, a file a batch; looked through in pieces, never held whole.

What a run holds grows with its own batch and not with the archive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from crosscheck.archive.shards import PLAN, Shard
from crosscheck.archive.sources import Source, stamp
from crosscheck.archive.store import Store
from crosscheck.model import Unread

PIECE = 1 << 20  # bytes of a file of hashes that are held at once
AT_ONCE = 10_000  # sources that are looked up together: one pass over the files each
Hashes = NDArray[np.uint64]


def write_hashes(store: Store, name: str, hashes: Iterable[int]) -> None:
    """Write hashes of eight bytes, sorted, each once."""
    found = np.unique(np.fromiter(hashes, dtype="<u8"))
    store.write(name, found.tobytes())


def among(store: Store, name: str, wanted: Hashes) -> NDArray[np.bool_]:
    """Which of ``wanted`` stand in a file of hashes; a piece of it is read at a time."""
    found = np.zeros(len(wanted), dtype=bool)
    at = 0
    while data := store.read(name, at, at + PIECE):
        piece = np.frombuffer(data, dtype="<u8", count=len(data) // 8)
        place = np.minimum(np.searchsorted(piece, wanted), len(piece) - 1)
        found |= piece[place] == wanted
        at += PIECE
        if len(data) < PIECE:
            break
    return found


def unread_sources(
    store: Store, batches: Sequence[str], found: Iterable[Source | Unread], missing: list[Unread]
) -> Iterator[Source]:
    """The sources that no batch has read, in order; what is no source goes to ``missing``."""
    stream = iter(found)
    while some := list(islice(stream, AT_ONCE)):
        missing += [f for f in some if isinstance(f, Unread)]
        sources = [f for f in some if isinstance(f, Source)]
        stamps = np.array([stamp(s) for s in sources], dtype=np.uint64)
        read = np.zeros(len(sources), dtype=bool)
        for batch in batches if sources else ():
            read |= _read(store, batch, stamps)
        yield from (source for source, known in zip(sources, read, strict=True) if not known)


def _read(store: Store, batch: str, stamps: Hashes) -> NDArray[np.bool_]:
    try:
        return among(store, f"batches/{batch}/read.bin", stamps)
    except FileNotFoundError:  # lost: the plan says the same, and more slowly
        shards = store.records(PLAN.format(batch=batch), Shard)
        return np.isin(stamps, np.array([stamp(s) for shard in shards for s in shard.sources], dtype=np.uint64))
