"""Facts of a shard that are damaged are read anew from its articles, and the shard is written whole again.

Every row of a shard has a sum, by which bytes that changed on the disk are told from facts that only look odd.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from zlib import crc32

import msgspec

from crosscheck.archive.engine import Lost
from crosscheck.archive.records import Done
from crosscheck.archive.shards import row
from crosscheck.archive.store import Store
from crosscheck.archive.work import Work
from crosscheck.errors import CrosscheckError
from crosscheck.model import Article, Extraction, Unread
from crosscheck.settings import Settings


class MendTask(msgspec.Struct, frozen=True, kw_only=True):
    """A shard with damaged facts."""

    address: str
    shard: str
    settings: Settings


def mended(work: Work, shards: Sequence[str]) -> list[Unread]:
    """Mend these shards; a line for each that says what was damaged and what became of it."""
    tasks = [MendTask(address=work.store.address, shard=s, settings=work.settings) for s in shards]
    return [
        Unread(
            path=work.store.path(f"shards/{shard}/facts.jsonl"),
            reason=f"damaged, and could not be mended: {result}" if isinstance(result, Lost) else result,
        )
        for shard, result in zip(shards, work.engine.run(mend, tasks), strict=True)
    ]


def mend(task: MendTask) -> str:
    """Write the facts of a shard anew where they are damaged; says what was done. Idempotent."""
    from crosscheck.workers import extract_one

    store = Store(task.address)
    done = store.done(task.shard)
    if done is None:
        return "damaged, and so is done.json beside it: restore the shard from a copy, or make the archive anew"
    lines, wrong = [], []
    for number in range(done.articles):
        data = good_facts(store, done, number)
        if data is None:
            wrong.append(number + 1)
            try:
                article = msgspec.json.decode(row(store, done, "articles", number), type=Article)
            except (CrosscheckError, msgspec.DecodeError):
                return f"line {wrong[0]}: damaged, and so is its article: restore the shard from a copy"
            data = msgspec.json.encode(extract_one(article, task.settings)) + b"\n"
        lines.append(data)
    if not wrong:
        return "damaged, and mended by now"
    starts = (0, *accumulate(map(len, lines[:-1])))
    sums = {**done.sums, "facts": tuple(map(crc32, lines))}
    # a run that is killed between the two leaves rows that do not fit their sums, which are mended once more
    store.write(f"shards/{task.shard}/facts.jsonl", b"".join(lines))
    store.write(
        f"shards/{task.shard}/done.json", msgspec.json.encode(msgspec.structs.replace(done, facts_at=starts, sums=sums))
    )
    more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
    return f"line {wrong[0]}{more}: damaged; read anew from the article, and mended"


def good_facts(store: Store, done: Done, number: int) -> bytes | None:
    """A row of facts as it was written, None where it is damaged."""
    try:
        data = row(store, done, "facts", number)
        msgspec.json.decode(data, type=Extraction)
    except (CrosscheckError, msgspec.DecodeError):
        return None
    return data
