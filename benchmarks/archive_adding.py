"""What it costs to add a few articles to a large archive, beside parsing them.

    python -m benchmarks.archive_adding [--archive 50000] [--articles 100] [--continuing 50] [--store FOLDER]

Of the batch ``--continuing`` articles are later ones of stories that the archive holds, spread over all of it; the others
begin stories of their own. The archive is made without extraction (in FOLDER, or FOLDER is taken where it is there), but
the articles of stories that the batch touches are really read, so that these are compared as ever. Then the command
``archive add`` reads the batch, language model and all. Taken off is what ``nlp.pipe`` takes for the batch with as many
processes, the start included: the rest is finding what is new, extraction, grouping, comparing anew, writing, and should
be at most five seconds on the clock. Beside the clock the processor seconds of the driver and of the busiest worker of
each step are told, less the parse's: the same on a machine that others use. Every round begins with the archive as it was.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.archive_growth import Timed, nothing, working
from benchmarks.archive_made import later, made, write, write_rows
from benchmarks.archive_overhead import BARE
from benchmarks.archive_runs import archive, run
from crosscheck.archive.records import Member
from crosscheck.model import Article
from crosscheck.settings import DEFAULT_MODEL, Settings

MOST = 5.0
HELD = 300  # later articles that the archive is made without, whatever the rounds: so that it serves for all
WORKERS = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Seconds of the batch and of its parse on the clock, and the median of the difference."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--archive", type=int, default=50_000)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--continuing", type=int, default=50)
    parser.add_argument("--store", type=Path, help="keep the archive there, for runs with as many articles and rounds")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args(arguments)
    held = later(args.archive, HELD)
    if args.rounds * args.continuing > HELD:
        parser.error(f"the archive is made without {HELD} articles: take fewer rounds or fewer continuing ones")
    beside, one_by_one = [], []
    # on the archive's own disk, where a copy of it is links alone
    with tempfile.TemporaryDirectory(dir=args.store and args.store.parent) as temporary:
        folder = Path(temporary)
        store = args.store or folder / "store"
        if not store.exists():
            _apart(_made, folder, store, args.archive, frozenset(row["path"] for _, row in held))
        for number in range(args.rounds):
            late = folder / f"late-{number}"
            some = held[number * args.continuing : (number + 1) * args.continuing]
            write_rows(late, [*some, *made(args.articles - len(some), skip=150 + number)])
            tried, copy = folder / f"tried-{number}", folder / f"copy-{number}"
            for place in (tried, copy):
                shutil.copytree(
                    store, place, copy_function=os.link
                )  # files of a store are replaced, never written into
            touched = _apart(_touched, late, tried)
            _apart(_parsed, copy, touched)
            shutil.rmtree(tried)
            bare = run([sys.executable, "-c", BARE, DEFAULT_MODEL, str(WORKERS), *map(str, sorted(late.iterdir()))])
            ours = archive("add", str(late), "--into", str(copy), "--workers", str(WORKERS))
            shutil.rmtree(copy)
            beside.append(ours.wall - bare.wall)
            one_by_one.append(ours.path - bare.processor / WORKERS)
            print(f"{args.articles} articles, {len(some)} of them continue stories; {len(touched)} older ones in the stories "
                  f"that they touch: {ours.wall:.1f} s, bare parse {bare.wall:.1f} s, {beside[-1]:.1f} s beside it; "
                  f"{one_by_one[-1]:.1f} s of the driver and the busiest worker of each step; load {os.getloadavg()[0]:.1f}, "
                  f"largest process {ours.megabytes:.0f} MB", flush=True)  # fmt: skip
    print(f"median {statistics.median(beside):.1f} s on the clock beside parsing (at most {MOST}), "
          f"{statistics.median(one_by_one):.1f} s as a machine that nobody else uses would have it")  # fmt: skip


def _apart(function, *given):
    """What a function returns, in a process of its own, which leaves its memory behind."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_sent, args=(there, function, given))
    process.start()
    there.close()
    told = here.recv()
    process.join()
    return told


def _sent(pipe: Connection, function, given) -> None:
    pipe.send(function(*given))


def _made(folder: Path, store: Path, count: int, without: frozenset[str]) -> None:
    write(folder / "wires", count, without=without)
    _grown(store, folder / "wires", make=True)


def _grown(store: Path, source: Path, *, make: bool) -> tuple[str, ...]:
    """Read without extraction; the stories that changed."""
    import crosscheck.workers
    from crosscheck.archive.growing import grow

    crosscheck.workers.extract_one = nothing
    engine = Timed(WORKERS)
    grown = grow(working(store, engine), [str(source)], make=make)
    engine.close()
    return grown.changed


def _touched(late: Path, store: Path) -> list[Member]:
    """The older articles of the stories that a batch touches."""
    work = working(store, Timed(1))
    before = {m.key for row in work.store.stories(work.store.opened()) for m in row.members}
    changed = set(_grown(store, late, make=False))
    rows = [row for row in work.store.stories(work.store.opened()) if row.id in changed]
    return [m for row in rows for m in row.members if m.key in before]


def _parsed(store: Path, members: Sequence[Member]) -> None:
    """Extract these articles of a store really, and write their shards anew."""
    import crosscheck.workers
    from crosscheck.archive.shards import Planned, Task, write_shard

    work = working(store, Timed(1))
    wanted = defaultdict(set)
    for member in members:
        wanted[member.shard].add(member.article)
    real = crosscheck.workers.extract_one
    for shard, ids in wanted.items():

        def extracted(article: Article, settings: Settings, ids=ids):
            return (real if article.id in ids else nothing)(article, settings)

        crosscheck.workers.extract_one = extracted
        articles = list(work.store.records(f"shards/{shard}/articles.jsonl", Article))
        task = Task(
            address=work.store.address, batch="", shard=Planned(id=shard, at=0, end=0), settings=work.settings,
            archive=work.archive,
        )  # fmt: skip
        done = work.store.done(shard)
        write_shard(work.store, shard, articles, list(done.unread) if done else [], task)


if __name__ == "__main__":
    main()
