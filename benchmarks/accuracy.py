"""Accuracy on ../shared: the score on real clusters, by model, with a table of confidence against share right.

    python -m benchmarks.accuracy [--model NAME ...] [--misses] [--alarms]

Needs ../shared (clusters, gold and score.py); without it this says so and ends. The share of findings that are right is
a lower bound: gold marks what its makers saw, and a finding that it lacks counts as wrong here.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from crosscheck.document import encode
from crosscheck.pipeline import check
from crosscheck.read import read_paths
from crosscheck.settings import DEFAULT_MODEL, Settings

SHARED = Path(__file__).resolve().parents[2] / "shared"
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
LOUD = ("error", "warning")


def write_documents(model: str, folder: Path) -> float:
    """Findings documents of every cluster and of the seeds; returns the seconds that it took."""
    settings = Settings(model=model)
    started = time.perf_counter()
    for where in [*sorted((SHARED / "clusters").iterdir()), SHARED / "seeds"]:
        read = read_paths([str(where)], settings=settings)
        document = check(read.articles, settings=settings, unread=read.unread)
        (folder / f"{where.name}.json").write_bytes(encode(document))
    return time.perf_counter() - started


def score(gold: str, findings: Path, *options: str) -> str:
    """What score.py prints."""
    command = [sys.executable, str(SHARED / "score" / "score.py"), str(SHARED / "gold" / gold), str(findings), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def calibration(folder: Path) -> list[tuple[str, int, int]]:
    """(band of confidence, findings above note in it, of these how many find a gold conflict), wholly read clusters."""
    scorer = _scorer()
    gold = [json.loads(line) for line in (SHARED / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    whole = {g["cluster"] for g in gold if g.get("coverage", "read_whole") == "read_whole"}
    all_in, right = Counter[int](), Counter[int]()
    for cluster in sorted(whole):
        document: dict[str, Any] = json.loads((folder / f"{cluster}.json").read_bytes())
        document["_names"] = {a["id"]: Path(a["path"]).name for a in document["articles"]}
        conflicts = [g for g in gold if g["cluster"] == cluster and g["label"] == "conflict"]
        for finding in document["findings"]:
            if finding["level"] in LOUD:
                band = next(i for i, b in enumerate(BANDS[1:]) if finding["confidence"] < b)
                all_in[band] += 1
                right[band] += any(scorer.finds(finding, g, document) for g in conflicts)
    return [(f"{BANDS[i]:.1f} to {min(BANDS[i + 1], 1.0):.1f}", all_in[i], right[i]) for i in sorted(all_in)]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", action="append")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--alarms", action="store_true")
    args = parser.parse_args(arguments)
    if not (SHARED / "gold" / "dev.jsonl").is_file():
        print("accuracy on real clusters: skipped, ../shared is not there")
        return 0
    options = [o for o, on in (("--misses", args.misses), ("--alarms", args.alarms)) if on]
    for model in args.model or [DEFAULT_MODEL]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            seconds = write_documents(model, folder)
            print(
                f"== {model}: {seconds:.1f} s, nothing cached\n-- seeds\n{score('seeds.jsonl', folder / 'seeds.json', *options)}"
            )
            print(f"-- clusters\n{score('dev.jsonl', folder, *options)}")
            print(f"{'confidence':14}{'findings':>9}{'right':>7}{'share':>7}")
            for band, n, hits in calibration(folder):
                print(f"{band:14}{n:9}{hits:7}{hits / n:7.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
