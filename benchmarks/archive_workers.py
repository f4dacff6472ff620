"""How much two workers bring: `python -m benchmarks.archive_workers [--articles 400] [--rounds 1]`.

The same share of articles into an archive with one worker and with two, in turn; two should be at least 1.8 times as
fast, on a machine with two idle cores. What is not shared out (start, grouping, index) is told beside.
"""

from __future__ import annotations

import argparse
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
    best: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write(folder / "wires", args.articles)
        for number in range(args.rounds):
            for workers in (1, 2):
                store = f"store-{workers}-{number}"
                cost = archive("wires", "--into", store, "--workers", str(workers), cwd=folder)
                best[workers] = min(best.get(workers, cost.wall), cost.wall)
                print(f"{workers} workers {cost.wall:7.1f} s ({cost.processor:.1f} s of processors)", flush=True)
        same = digest(folder / "store-1-0") == digest(folder / "store-2-0")
    print(f"two workers {best[1] / best[2]:.2f} times as fast as one (at least {LEAST}); the same bytes: {same}")


if __name__ == "__main__":
    main()
