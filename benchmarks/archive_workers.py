"""How much two workers bring: `python -m benchmarks.archive_workers [--articles 400] [--rounds 1]`.

The same share of articles into an archive with one worker and with two, in turn, everything timed from the start of the
command to its end. Two should be at least 1.8 times as fast. On the clock that shows on two idle cores only; beside it
stands the ratio of the longest paths, processor seconds of the driver and of the busiest worker of each step, which
holds on a machine that others use, if they use it alike during both runs; and how many processors' work the run of two
does along its path, which needs one run only. What is not shared out (start, model, grouping, index) is in all three.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.archive_made import write
from benchmarks.archive_runs import archive, digest

LEAST = 1.8


def main(arguments: Sequence[str] | None = None) -> None:
    """Seconds with one and two workers, and the ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=1)
    args = parser.parse_args(arguments)
    clock: dict[int, float] = {}
    path: dict[int, float] = {}
    side = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write(folder / "wires", args.articles)
        for number in range(args.rounds):
            for workers in (1, 2):
                store = f"store-{workers}-{number}"
                cost = archive("wires", "--into", store, "--workers", str(workers), cwd=folder)
                clock[workers] = min(clock.get(workers, cost.wall), cost.wall)
                path[workers] = min(path.get(workers, cost.path), cost.path)
                side = max(side, cost.processor / cost.path)
                print(
                    f"{workers} workers {cost.wall:7.1f} s on the clock, longest path {cost.path:.1f} s, "
                    f"{cost.processor:.1f} s of processors; load {os.getloadavg()[0]:.1f}",
                    flush=True,
                )
        same = digest(folder / "store-1-0") == digest(folder / "store-2-0")
    print(
        f"{args.articles} articles: two workers {clock[1] / clock[2]:.2f} times as fast as one on the clock, "
        f"{path[1] / path[2]:.2f} by the longest path, {side:.2f} side by side (at least {LEAST}); same bytes: {same}"
    )


if __name__ == "__main__":
    main()
