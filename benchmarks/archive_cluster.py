"""A cluster gives what local processes give: `python -m benchmarks.archive_cluster [--articles 60] [--workers 2]`.

A Dask scheduler and workers in processes of their own, as on a cluster of machines, read a share of articles into an
archive; so do embedded workers. The two archives must be the same in every byte, a later batch included.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.archive_made import write
from benchmarks.archive_runs import ROOT, archive, digest


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """The address of a scheduler with so many workers, each process by itself, for as long as it is needed."""
    file = folder / "scheduler.json"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}

    def start(*command: str) -> subprocess.Popen[bytes]:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen([sys.executable, "-m", *command], cwd=folder, env=environment, **quiet)

    scheduler = ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    processes = [start(*scheduler, "--scheduler-file", str(file))]
    try:
        while not file.exists():
            time.sleep(0.1)
        processes += [
            start("distributed.cli.dask_worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-dashboard")
            for _ in range(workers)
        ]
        from distributed import Client

        with Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=120)
            address = client.scheduler.address
        yield address
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(30)


def main(arguments: Sequence[str] | None = None) -> None:
    """Seconds of both, and whether every byte is the same."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write(folder / "wires", args.articles, each=20)
        (folder / "late").mkdir()
        last = max((folder / "wires").iterdir())
        last.rename(folder / "late" / last.name)
        with cluster(folder, args.workers) as address:
            for name, options in (
                ("cluster", ("--scheduler", address)),
                ("embedded", ("--workers", str(args.workers))),
            ):
                made = archive("wires", "--into", name, *options, cwd=folder)
                added = archive("add", "late", "--into", name, *options, cwd=folder)
                print(f"{name:9} made in {made.wall:.1f} s, added to in {added.wall:.1f} s", flush=True)
        same = digest(folder / "cluster") == digest(folder / "embedded")
    print(f"{args.articles} articles, scheduler and {args.workers} workers: the same bytes: {same}")
    raise SystemExit(not same)


if __name__ == "__main__":
    main()
