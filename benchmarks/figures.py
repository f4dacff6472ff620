"""How exactly figures are read: bounds, unit or currency and hedge against benchmarks/figures_cases.jsonl.

Each case is a sentence with all its figures; half of the cases are held out from tuning. A figure is right when low,
high, unit (or currency) and "approximate" all are. Run: ``python benchmarks/figures.py [--misses] [--model NAME]``.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator
from pathlib import Path

from crosscheck.extract.figures import extract
from crosscheck.extract.parse import load, parse
from crosscheck.model import Article, Quantity
from crosscheck.normalise.figures import normalise
from crosscheck.normalise.people import Scene
from crosscheck.settings import DEFAULT_MODEL, Settings

CASES = Path(__file__).with_name("figures_cases.jsonl")
Exact = tuple[float | None, float | None, str | None, bool]


def cases() -> Iterator[dict]:  # type: ignore[type-arg]
    """The cases, one mapping each: id, split, text, figures."""
    with CASES.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read(text: str, model: str = DEFAULT_MODEL) -> list[Exact]:
    """The figures of a text as (low, high, unit or currency, approximate)."""
    settings = Settings(model=model)
    article = Article(id="case", path="case", title="", text=text)
    parsed = parse(article, load(model))
    mentions = list(extract(parsed))
    scene = Scene(article=article, sentences=parsed.sentences, mentions=tuple(mentions), settings=settings)
    values = [f.value for f in normalise(mentions, scene)]
    return [(v.low, v.high, v.currency or v.unit, v.approximate) for v in values if isinstance(v, Quantity)]


def same(a: Exact, b: Exact) -> bool:
    """Equal to five digits in both bounds, and in unit and hedge."""
    return (
        all(
            x is y or (x is not None and y is not None and math.isclose(x, y, rel_tol=1e-5))
            for x, y in ((a[0], b[0]), (a[1], b[1]))
        )
        and a[2:] == b[2:]
    )


def score(found: list[Exact], wanted: list[Exact]) -> int:
    """How many of the wanted figures are found exactly."""
    left = list(found)
    hits = 0
    for want in wanted:
        match = next((f for f in left if same(f, want)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def main() -> None:
    """Print exact, precision and whole cases right, a split a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="show dev cases that are not right")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    args = parser.parse_args()
    print(f"{'split':6}{'cases':>7}{'figures':>9}{'exact':>8}{'precision':>11}{'cases right':>13}")
    for split in ("dev", "held"):
        wanted_n = found_n = hits = whole = n = 0
        for case in cases():
            if case["split"] != split:
                continue
            wanted = [(f["low"], f["high"], f["unit"], f["approximate"]) for f in case["figures"]]
            found = read(case["text"], args.model)
            right = score(found, wanted)
            n, wanted_n, found_n, hits = n + 1, wanted_n + len(wanted), found_n + len(found), hits + right
            exact = right == len(wanted) == len(found)
            whole += exact
            if args.misses and not exact and split == "dev":
                print(f"  {case['id']} {case['text']}\n      wanted {wanted}\n      found  {found}")
        print(f"{split:6}{n:7}{wanted_n:9}{hits / wanted_n:8.3f}{hits / max(found_n, 1):11.3f}{whole / n:13.3f}")


if __name__ == "__main__":
    main()
