"""A repeated check, all cached, against the bare imports of its parts; and what a changed draft costs.

    python -m benchmarks.cached [--rounds 15]

Twenty sources and a draft are checked once to fill the cache. Then pairs are run in turn: the same check again, and
``python -c "import click, jinja2, rapidfuzz, msgspec"``. The ratio should be at most 4. The share of a run's time spent
in importing says where to look when it is not.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.event import articles

BASE = [sys.executable, "-c", "import click, jinja2, rapidfuzz, msgspec"]


def seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    """Wall time of a command; its exit status may be 1, for findings."""
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - started


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args(arguments).rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "wires").mkdir()
        texts = [a.text for a in articles(21)]
        for number, text in enumerate(texts[1:]):
            (folder / "wires" / f"{number:02d}.txt").write_text(text, encoding="utf-8")
        draft = folder / "draft.md"
        draft.write_text(texts[0], encoding="utf-8")
        environment = {**os.environ, "CROSSCHECK_CACHE_DIR": str(folder / "cache")}
        # as installed: with compiled modules, whatever the shell of the day says about writing them
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "pycache")
        check = [sys.executable, "-m", "crosscheck", "check", str(draft), "--against", str(folder / "wires")]
        seconds(BASE, environment)
        seconds([*check[:3], "rules"], environment)
        cold = seconds(check, environment)
        pairs = [(seconds(check, environment), seconds(BASE, environment)) for _ in range(rounds)]
        ratio = statistics.median(ours / base for ours, base in pairs)
        ours, base = (statistics.median(p[i] for p in pairs) for i in (0, 1))
        draft.write_text(texts[0] + "\n\nOne more paragraph.\n", encoding="utf-8")
        changed = seconds(check, environment)
    print(f"draft and 20 sources, nothing cached      {cold:6.2f} s")
    print(f"draft changed, sources cached             {changed:6.2f} s")
    print(f"all cached                                {ours:6.2f} s")
    print(f"imports of click, jinja2, rapidfuzz, msgspec {base:.2f} s")
    print(f"all cached / imports, median of {rounds} pairs   {ratio:5.2f}   (at most 4)")


if __name__ == "__main__":
    main()
