"""Accuracy on the marked clusters of ../shared/pool: nobody tuned the program to their held third.

    python -m benchmarks.pool [--part learn|held] [--misses] [--alarms] [--rules] [--documents FOLDER] [--workers N]

``held`` prints totals by kind only, whatever else is asked. ``--rules`` adds the share right by rule and by confidence.
Needs ../shared (pool and score.py); without it this says so and ends.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.accuracy import LOUD, SHARED, _scorer
from crosscheck.document import encode
from crosscheck.pipeline import Cache, check
from crosscheck.read import read_paths
from crosscheck.settings import Settings

MARKS = Path(__file__).with_name("marks")


def write_document(cluster: str, folder: str, cache: Cache | None = None) -> str:
    """The findings document of one cluster; ``cache`` may keep what its articles tell."""
    settings = Settings()
    read = read_paths([str(SHARED / "pool" / cluster)], settings=settings)
    document = check(read.articles, settings=settings, unread=read.unread, workers=1, cache=cache)
    (Path(folder) / f"{cluster}.json").write_bytes(encode(document))
    return cluster


def marks(part: str) -> list[dict[str, Any]]:
    """The lines of ``learn.jsonl`` or ``held.jsonl``."""
    return [json.loads(line) for line in (MARKS / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()]


def write_documents(part: str, folder: Path, workers: int) -> None:
    """Findings documents of every cluster of a part."""
    clusters = sorted({g["cluster"] for g in marks(part)})
    with ProcessPoolExecutor(workers) as pool:
        for n, _ in enumerate(pool.map(write_document, clusters, [str(folder)] * len(clusters), chunksize=4), 1):
            if sys.stderr.isatty():
                print(f"\r{n} of {len(clusters)}", end="", file=sys.stderr)


def by_rule(part: str, folder: Path) -> dict[str, dict[str, Counter[str]]]:
    """For each rule and each band of confidence: loud findings, those that find a marked conflict, those on traps."""
    scorer = _scorer()
    found: dict[str, dict[str, Counter[str]]] = {"rule": defaultdict(Counter), "confidence": defaultdict(Counter)}
    lines = marks(part)
    for cluster in sorted({g["cluster"] for g in lines}):
        document = json.loads((folder / f"{cluster}.json").read_bytes())
        document["_names"] = {a["id"]: Path(a["path"]).name for a in document["articles"]}
        mine = [g for g in lines if g["cluster"] == cluster]
        for finding in (f for f in document["findings"] if f["level"] in LOUD):
            hits = {g["label"] for g in mine if scorer.finds(finding, g, document)}
            row = "right" if "conflict" in hits else "trap" if "trap" in hits else "unmarked"
            for key, name in (("rule", finding["rule"]), ("confidence", f"{finding['confidence']:.1f}")):
                found[key][name]["all"] += 1
                found[key][name][row] += 1
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--part", choices=("learn", "held"), default="learn")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--alarms", action="store_true")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--documents", type=Path, help="keep the findings documents there")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args(arguments)
    if not (SHARED / "pool").is_dir() or not (SHARED / "score" / "score.py").is_file():
        print("accuracy on unseen clusters: skipped, ../shared is not there")
        return 0
    shown = args.part == "learn"
    with tempfile.TemporaryDirectory() as name:
        folder = args.documents or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        write_documents(args.part, folder, args.workers)
        options = [o for o, on in (("--misses", args.misses), ("--alarms", args.alarms)) if on and shown]
        command = [sys.executable, str(SHARED / "score" / "score.py"), str(MARKS / f"{args.part}.jsonl"), str(folder)]
        print(subprocess.run([*command, *options], capture_output=True, text=True, check=False).stdout)
        if args.rules and shown:
            for title, rows in by_rule(args.part, folder).items():
                print(f"{title:12}{'loud':>6}{'right':>7}{'trap':>6}{'unmarked':>10}{'share':>7}")
                for key in sorted(rows):
                    n = rows[key]
                    share = n["right"] / n["all"]
                    print(f"{key:12}{n['all']:6}{n['right']:7}{n['trap']:6}{n['unmarked']:10}{share:7.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
