"""What each family of signs and each lexicon gives on news that nobody tuned to: the figures without it.

    python -m benchmarks.ablation [--part learn|held] [--only NAME ...] [--workers N]

One row a variant: conflicts found, of those that need a correction, traps raised, the share of loud findings that are
marked conflicts, findings an article; and by how many conflicts it differs from the whole. Totals only, whatever part.
Signs are left out by taking their weights for nothing (what was fitted beside them stays); a lexicon is left out by
emptying its tables before anything reads them. Needs ../shared; without it this says so and ends.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.accuracy import SHARED
from benchmarks.pool import MARKS, marks, write_document

SIGNS: dict[str, tuple[str, ...]] = {
    "words of clause and sentence": ("clause words", "clause jaccard", "sentence words", "sentence jaccard",
                                     "sentences beside", "left", "right"),
    "static word vectors": ("clause meaning", "sentence meaning", "head", "verb", "subject", "object", "qualifiers",
                            "path"),
    "who takes part": ("people", "names", "clause names", "one resident"),
    "event and time": ("main event", "main event beside another", "time of the event", "older event", "tense",
                       "negation"),
    "place in the article": ("lead", "headline", "first told of its sort", "quoted"),
    "rank among candidates": ("best partner", "next to the best", "only one"),
    "signs of the kind": ("clocks", "one grain", "open", "hangs on the page", "one street", "one house",
                          "one preposition", "one reference"),
}  # fmt: skip
LEXICONS = tuple(sorted(p.stem for p in (Path(__file__).parents[1] / "crosscheck" / "lexicons").glob("*.toml")))
TOLD_IN = {"titles": ("posts", "callings")}  # lexicons whose entries are told in words of another
_FEW = 8  # a table of so few entries names its lists: each of them is emptied, and their names stay
_ROW = re.compile(r"^(\w+)\s+([\d.]+)$", re.MULTILINE)


class Kept:
    """Extractions in a folder: what reads an article is the same for every variant but the lexicons'."""

    def __init__(self, folder: str) -> None:
        from crosscheck.cache import DiskCache

        disk = DiskCache(Path(folder))
        self.get, self.put = disk.get, disk.put

    def get_document(self, *asked: Any) -> None:
        """None: what is found on them is to be measured."""

    def put_document(self, *given: Any) -> None:
        """Kept by nobody."""


def _write(cluster: str, folder: str, kept: str | None) -> None:
    write_document(cluster, folder, Kept(kept) if kept else None)


def emptied(table: Any) -> Any:
    """The same shape without entries; of a long table one is left, since patterns are made of its names."""
    if isinstance(table, str):
        return ""
    if isinstance(table, list):
        return []
    if isinstance(table, dict):
        named = len(table) <= _FEW or any(isinstance(v, dict) for v in table.values())
        return {k: emptied(v) for k, v in table.items()} if named else _Bare(table)
    return table


class _Bare(dict[str, Any]):
    """A table that holds next to nothing; what is asked for by a name that stood in it is empty."""

    def __init__(self, table: dict[str, Any]) -> None:
        super().__init__(list(table.items())[:1])
        self._whole = table

    def __missing__(self, name: str) -> Any:
        return emptied(self._whole[name])


def without_lexicon(name: str) -> None:
    """In a process of its own, before anything else is imported: the lexicon holds nothing, nor what is told in its words."""
    import crosscheck.lexicons as lexicons

    whole, names = lexicons.load, {name, *TOLD_IN.get(name, ())}

    def load(asked: str) -> dict[str, Any]:
        return {k: emptied(v) for k, v in whole(asked).items()} if asked in names else whole(asked)

    lexicons.load = load  # type: ignore[assignment]


def without_signs(names: Sequence[str]) -> None:
    """In a process of its own: the signs of that family weigh nothing, in linking and in how sure a finding is."""
    import msgspec

    from crosscheck.compare import certainty
    from crosscheck.linking import scorer

    for module in (scorer, certainty):
        model = module.load()
        weights = {a: {n: [0.0] * len(w) if n in names else w for n, w in s.items()} for a, s in model.weights.items()}
        changed = msgspec.structs.replace(model, weights=weights)
        module.load = lambda changed=changed: changed  # type: ignore[assignment]
    import crosscheck.linking as linking

    linking.load = scorer.load  # type: ignore[attr-defined]


def without_certainty() -> None:
    """In a process of its own: every finding is as loud and as sure as its rule says."""
    from crosscheck.compare.certainty import Certainty

    Certainty.concerns = lambda self, finding: False  # type: ignore[method-assign]


def variants() -> dict[str, tuple[Callable[..., None] | None, tuple[Any, ...]]]:
    """By name: what a worker does first."""
    rows: dict[str, tuple[Callable[..., None] | None, tuple[Any, ...]]] = {"the whole": (None, ())}
    rows["without fitted loudness"] = (without_certainty, ())
    rows |= {f"signs: {name}": (without_signs, (names,)) for name, names in SIGNS.items()}
    rows |= {f"lexicon: {name}": (without_lexicon, (name,)) for name in LEXICONS}
    return rows


def measured(
    part: str, first: Callable[..., None] | None, args: tuple[Any, ...], workers: int, kept: str | None
) -> dict[str, float]:
    """What the scorer says of the documents that such workers write; ``kept`` holds extractions of other variants."""
    clusters = sorted({g["cluster"] for g in marks(part)})
    with tempfile.TemporaryDirectory() as folder:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(workers, mp_context=context, initializer=first, initargs=args) as pool:
            n = len(clusters)
            list(pool.map(_write, clusters, [folder] * n, [kept] * n, chunksize=4))
        if any(b"failed and is left out" in p.read_bytes() for p in Path(folder).glob("*.json")):
            raise ValueError("a part fails without it")
        command = [sys.executable, str(SHARED / "score" / "score.py"), str(MARKS / f"{part}.jsonl"), folder]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {name: float(value) for name, value in _ROW.findall(told)}


def table(part: str, only: Sequence[str], workers: int, kept: str) -> None:
    """Print a row a variant, the whole first."""
    total = sum(g["label"] == "conflict" for g in marks(part))
    whole: dict[str, float] = {}
    print(f"{'left out':34}{'found':>7}{'must':>7}{'traps':>7}{'share':>7}{'loud':>7}{'conflicts':>11}", flush=True)
    for name, (first, given) in variants().items():
        if only and name != "the whole" and not any(word in name for word in only):
            continue
        try:
            row = measured(part, first, given, workers, None if first is without_lexicon else kept)
        except Exception as error:
            print(f"{name:34}  did not run: {type(error).__name__}", flush=True)
            continue
        whole = whole or row
        more = round((row["recall"] - whole["recall"]) * total)
        print(
            f"{name:34}{row['recall']:7.3f}{row['recall_must']:7.3f}{row['false_alarm_rate']:7.3f}"
            f"{row['precision_lower_bound']:7.2f}{row['loud_findings_per_article']:7.2f}{more:+11d}",
            flush=True,
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--part", choices=("learn", "held"), default="learn")
    parser.add_argument("--only", nargs="+", help="variants whose names hold one of these words")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args(arguments)
    if not (SHARED / "pool").is_dir() or not (SHARED / "score" / "score.py").is_file():
        print("ablation on unseen clusters: skipped, ../shared is not there")
        return 0
    with tempfile.TemporaryDirectory() as kept:
        table(args.part, args.only or (), args.workers, kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
