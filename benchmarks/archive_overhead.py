"""What an archive costs beside the language model: reading, extraction, grouping, comparing and writing as a ratio.

    python -m benchmarks.archive_overhead [--articles 400] [--workers 2] [--rounds 2]

A share of the stream of benchmarks/archive_made.py. The bare run loads the same model and sends the same texts through
``nlp.pipe``, in as many processes, each its half, and hands nothing back: no faster way leads through spaCy. Both runs
are processes of their own, in turn; the time on the clock should be at most 1.25 times that of the bare run. Processor
time is told beside, since it is the same ratio on a machine that others use.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.archive_made import write
from benchmarks.archive_runs import archive, run
from crosscheck.settings import DEFAULT_MODEL

MOST = 1.25
BARE = """
import json, multiprocessing, sys, warnings
warnings.simplefilter("ignore")
import spacy
nlp = spacy.load(sys.argv[1])
workers = int(sys.argv[2])
texts = [json.loads(line)["text"] for name in sys.argv[3:] for line in open(name)]
def work(share):
    for doc in nlp.pipe(texts[share::workers]):
        pass
processes = [multiprocessing.get_context("fork").Process(target=work, args=(n,)) for n in range(workers)]
for process in processes:
    process.start()
for process in processes:
    process.join()
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """A row for each round, and the ratio of the best."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args(arguments)
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write(folder / "wires", args.articles)
        wires = sorted(map(str, (folder / "wires").iterdir()))
        chars = sum(len(json.loads(line)["text"]) for wire in wires for line in Path(wire).read_text().splitlines())
        print(f"{args.articles} articles of {chars / args.articles:,.0f} characters, {args.workers} processes")
        for number in range(args.rounds):
            bare.append(run([sys.executable, "-c", BARE, DEFAULT_MODEL, str(args.workers), *wires]))
            store = folder / f"store-{number}"
            ours.append(archive("wires", "--into", str(store), "--workers", str(args.workers), cwd=folder))
            size = sum(file.stat().st_size for file in store.rglob("*") if file.is_file())
            shutil.rmtree(store)
            print(
                f"bare {bare[-1].wall:6.1f} s ({bare[-1].processor:.1f} s of processors)   "
                f"archive {ours[-1].wall:6.1f} s ({ours[-1].processor:.1f} s)   "
                f"largest process {ours[-1].megabytes:.0f} MB, store {size / args.articles / 1000:.1f} kB an article",
                flush=True,
            )
    wall = min(c.wall for c in ours) / min(c.wall for c in bare)
    processor = min(c.processor for c in ours) / min(c.processor for c in bare)
    print(f"archive {wall:.2f} times the bare run on the clock, {processor:.2f} in processor time (at most {MOST})")


if __name__ == "__main__":
    main()
