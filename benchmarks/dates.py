"""Dates against cases of our own: is the interval exact, is it wrong (disjoint), or was it left open.

usage: python -m benchmarks.dates [--misses dev|held]

dates_cases.jsonl holds one case a line: a sentence or two, the day of publication, the expression that is asked (by its
offset) and the interval or duration that it means; an empty ``expect`` asks that nothing be guessed. Cases of split
``held`` were written before tuning and were not read while tuning.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from crosscheck.extract import dates as extractor
from crosscheck.extract.parse import load, parse
from crosscheck.model import Article, When
from crosscheck.normalise import dates as normaliser
from crosscheck.normalise.people import Scene
from crosscheck.settings import Settings

CASES = Path(__file__).with_name("dates_cases.jsonl")


def judge(case: dict, found: When | None) -> str:  # type: ignore[type-arg]
    """``exact``, ``near`` (overlapping), ``wrong`` (disjoint or guessed) or ``open`` (nothing where there is something)."""
    expect = case["expect"]
    if "duration" in expect:
        return "exact" if found and found.duration == expect["duration"] else "open" if not found else "wrong"
    if not expect:
        return "exact" if found is None or (found.start is None and found.duration is None) else "wrong"
    if found is None or not found.start or not found.end:
        return "open"
    if (found.start, found.end) == (expect["start"], expect["end"]):
        return "exact"
    return "wrong" if found.end[:10] < expect["start"][:10] or expect["end"][:10] < found.start[:10] else "near"


def read(case: dict, settings: Settings) -> When | None:  # type: ignore[type-arg]
    """What the two stages make of the expression that a case asks for."""
    article = Article(id="case", path="case", title="", text=case["text"], published=case["published"])
    parsed = parse(article, load(settings.model))
    mentions = tuple(extractor.extract(parsed))
    scene = Scene(article=article, sentences=parsed.sentences, mentions=mentions, settings=settings)
    first, last = case["at"], case["at"] + len(case["expression"])
    inside = [
        f
        for f in normaliser.normalise(list(mentions), scene)
        if f.mention.span.start < last and first < f.mention.span.end
    ]
    best = max(inside, key=lambda f: min(last, f.mention.span.end) - max(first, f.mention.span.start), default=None)
    return best.value if best is not None and isinstance(best.value, When) else None


def run(settings: Settings | None = None) -> dict[str, Counter[str]]:
    """Judgements by split."""
    settings = settings or Settings()
    found: dict[str, Counter[str]] = {"dev": Counter(), "held": Counter()}
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        found[case["split"]][judge(case, read(case, settings))] += 1
    return found


def main() -> None:
    """Print the table; with --misses also the cases of one split that were not exact."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--misses", choices=("dev", "held"))
    wanted = arguments.parse_args().misses
    print(f"{'dates':8}{'cases':>7}{'exact':>8}{'near':>8}{'wrong':>8}{'open':>8}")
    for split, count in run().items():
        total = sum(count.values())
        print(f"{split:8}{total:7}" + "".join(f"{count[k] / total:8.2f}" for k in ("exact", "near", "wrong", "open")))
    for line in CASES.read_text(encoding="utf-8").splitlines() if wanted else ():
        case = json.loads(line)
        value = read(case, Settings())
        if case["split"] == wanted and judge(case, value) != "exact":
            told = (value.start, value.end, value.duration) if value else None
            print(case["id"], judge(case, value), repr(case["text"]), repr(case["expression"]), case["expect"], told)


if __name__ == "__main__":
    main()
