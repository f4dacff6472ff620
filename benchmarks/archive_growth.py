"""What grouping and bookkeeping of an archive cost, and what memory it takes: no language model runs.

    python -m benchmarks.archive_growth [--counts 10000 100000] [--a-day 300] [--into FOLDER]

Articles are made from real ones (benchmarks/archive_made.py), so many a day. Every count is a process of its own, which
makes an archive with extraction left out: the processor time of the driver is grouping and bookkeeping, whatever else
runs on the machine. Per article it should be at most 1.2 times as much at the largest count as at the smallest, and the
driver's peak under 1 GB. How well the stories are found is told beside.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks.archive_made import A_DAY, write
from benchmarks.archive_mix import bcubed, pairwise
from crosscheck.archive.engine import Embedded
from crosscheck.archive.growing import grow
from crosscheck.archive.settings import ArchiveSettings
from crosscheck.archive.store import Store
from crosscheck.archive.work import Work
from crosscheck.model import Article, Extraction
from crosscheck.settings import Settings

MOST_GROWTH, MOST_MEGABYTES = 1.2, 1000


class Timed(Embedded):
    """The engine of local processes, with a clock for each kind of task."""

    def __init__(self, workers: int, **options: Any) -> None:
        super().__init__(workers, **options)
        self.seconds: Counter[str] = Counter()

    def run(self, function: Any, tasks: Any, told: Any = None) -> Any:
        """Run the tasks and count the time."""
        started = time.perf_counter()
        try:
            return super().run(function, tasks, told)
        finally:
            self.seconds[function.__name__] += time.perf_counter() - started


def nothing(article: Article, settings: Settings) -> Extraction:
    """An extraction without facts."""
    return Extraction(article=article.id)


def working(store: Path, engine: Embedded, **archive: Any) -> Work:
    """What a run needs."""
    return Work(
        store=Store(str(store)), settings=Settings(), archive=ArchiveSettings(**archive), engine=engine,
        told=lambda step: None,
    )  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """A row for each count, and the growth."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--counts", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--a-day", type=int, default=A_DAY)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--into", type=Path, help="keep the articles and archives there")
    args = parser.parse_args(arguments)
    print(f"{'articles':>9}{'all s':>8}{'reading':>9}{'checking':>9}{'driver':>8}{'ms each':>9}{'peak MB':>9}{'worker':>8}"
          f"{'B-cubed':>9}{'pairs':>7}", flush=True)  # fmt: skip
    each: list[float] = []
    with tempfile.TemporaryDirectory() as temporary:
        for count in args.counts:
            here, there = multiprocessing.Pipe()
            folder = (args.into or Path(temporary)) / f"{count}-{args.a_day}"
            work = (there, folder, count, args.a_day, args.workers)
            process = multiprocessing.get_context("spawn").Process(target=_one, args=work)
            process.start()
            there.close()
            row = here.recv()
            process.join()
            each.append(1000 * row["driver"] / count)
            print(f"{count:9,}{row['all']:8.1f}{row['reading']:9.1f}{row['checking']:9.1f}{row['driver']:8.1f}"
                  f"{each[-1]:9.2f}{row['peak']:9.0f}{row['worker']:8.0f}{row['bcubed']:9.3f}{row['pairs']:7.3f}",
                  flush=True)  # fmt: skip
            if row["peak"] > MOST_MEGABYTES:
                print(f"  the driver's peak is over {MOST_MEGABYTES} MB")
    print(f"per article {each[-1] / each[0]:.2f} times that of the smallest (at most {MOST_GROWTH})")


def _one(pipe: Connection, folder: Path, count: int, a_day: int, workers: int) -> None:
    import json

    import crosscheck.workers

    crosscheck.workers.extract_one = nothing
    truth_file = folder / "truth.json"
    if not truth_file.exists():  # in a process of its own, which leaves its memory behind
        maker = multiprocessing.get_context("spawn").Process(target=_make, args=(folder, count, a_day))
        maker.start()
        maker.join()
    engine = Timed(workers)
    work = working(folder / f"store-{time.time_ns()}", engine)
    started, ours = time.perf_counter(), time.process_time()
    grow(work, [str(folder / "wires")], make=True)
    took, driver = time.perf_counter() - started, time.process_time() - ours
    engine.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    truth = json.loads(truth_file.read_text())
    labels = {m.key.partition("#")[2]: row.id for row in work.store.stories(work.store.opened()) for m in row.members}
    found, event = [labels[path] for path in truth], list(truth.values())
    pipe.send(
        {
            "all": took, "reading": engine.seconds["read_shard"], "checking": engine.seconds["check_stories"],
            "driver": driver, "peak": peak,
            "worker": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6,
            "bcubed": bcubed(found, event)[2], "pairs": pairwise(found, event)[2],
        }
    )  # fmt: skip


def _make(folder: Path, count: int, a_day: int) -> None:
    import json

    truth = write(folder / "wires", count, a_day=a_day)
    (folder / "truth.json").write_text(json.dumps(truth))


if __name__ == "__main__":
    main()
