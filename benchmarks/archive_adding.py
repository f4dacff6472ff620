"""What it costs to add a few articles to a large archive, beside parsing them.

    python -m benchmarks.archive_adding [--archive 50000] [--articles 100] [--store FOLDER]

The archive is made without extraction (or FOLDER is taken, one that benchmarks/archive_growth.py --into has left); then
articles are added, without extraction again, so that all that is left is what adding costs besides: finding what is
new, grouping, comparing anew, writing. It should be at most five seconds.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.archive_growth import Timed, nothing, working
from benchmarks.archive_made import write

MOST = 5.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Seconds of the batch, on the clock and of the driver, and the driver's peak."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--archive", type=int, default=50_000)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args(arguments)
    import crosscheck.workers

    crosscheck.workers.extract_one = nothing
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        store = args.store or folder / "store"
        spawn = multiprocessing.get_context("spawn")
        if args.store is None:  # in a process of its own, which leaves its memory behind
            maker = spawn.Process(target=_made, args=(folder, store, args.archive))
            maker.start()
            maker.join()
        for number in range(args.rounds):
            write(folder / f"late-{number}", args.articles, skip=150 + number)
            adder = spawn.Process(target=_added, args=(folder / f"late-{number}", store))
            adder.start()
            adder.join()
    print(f"at most {MOST} seconds beside parsing")


def _made(folder: Path, store: Path, count: int) -> None:
    import crosscheck.workers
    from crosscheck.archive.growing import grow

    crosscheck.workers.extract_one = nothing
    write(folder / "wires", count)
    engine = Timed(2)
    grow(working(store, engine), [str(folder / "wires")], make=True)
    engine.close()


def _added(late: Path, store: Path) -> None:
    import crosscheck.workers
    from crosscheck.archive.growing import grow

    crosscheck.workers.extract_one = nothing
    engine = Timed(2)
    work = working(store, engine)
    before = sum(batch.articles for batch in work.store.opened().batches)
    started, ours = time.perf_counter(), time.process_time()
    grown = grow(work, [str(late)], make=False)
    took, driver = time.perf_counter() - started, time.process_time() - ours
    engine.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{grown.articles} articles to {before:,}: {took:5.1f} s ({driver:.1f} s of the driver's processor time, "
          f"{ended.ru_utime + ended.ru_stime:.1f} of both workers'; load {os.getloadavg()[0]:.1f}), "
          f"{len(grown.changed)} stories new or changed, driver's peak {peak:.0f} MB", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
