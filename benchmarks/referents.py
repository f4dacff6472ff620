"""How well pronouns and descriptions are bound to people and bodies: precision and recall on marked articles.

    python -m benchmarks.referents [--misses] [--wrong]

referents_cases.jsonl holds offsets only: ``[start, end, from, to]``, a pronoun or description and a place that names or
describes whom it means; -1 where it means nobody whom the article names or describes. Articles are those of
../shared/pool; without them this says so and ends. A binding is right where some place of whom it gives overlaps the
marked one; what is marked and not bound lowers recall only.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy import SHARED
from crosscheck.extract.parse import load, parse
from crosscheck.model import Span
from crosscheck.normalise import scene_of
from crosscheck.normalise.bound import Bound
from crosscheck.read import read_paths
from crosscheck.settings import Settings
from crosscheck.workers import mentions_of

CASES = Path(__file__).with_name("referents_cases.jsonl")


def bound_in(path: Path, settings: Settings) -> tuple[str, Bound]:
    """The text of an article and whom its pronouns and descriptions are bound to."""
    article = read_paths([str(path)], settings=settings).articles[0]
    parsed = parse(article, load(settings.model), settings)
    return article.text, scene_of(article, parsed.sentences, mentions_of(parsed, settings), settings=settings).bound


def score(*, misses: bool = False, wrong: bool = False) -> Counter[str]:
    """Counts: ``cases`` that mean somebody, ``bound``, ``right``; also by ``he``, ``they``, ``it`` and ``the``."""
    counts: Counter[str] = Counter()
    settings = Settings()
    for line in CASES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, bound = bound_in(SHARED / "pool" / row["cluster"] / row["article"], settings)
        for start, end, low, high in row["cases"]:
            who = bound.at(Span(start, end))
            if who is not None and not _takes_up(bound, who, Span(start, end)):
                who = None
            means = Span(low, high) if low >= 0 else None
            right = who is not None and means is not None and any(s.span.overlaps(means) for s in bound.places(who))
            sort = _sort(text[start:end])
            for key in ("", sort):
                counts[f"{key}cases"] += means is not None
                counts[f"{key}bound"] += who is not None
                counts[f"{key}right"] += right
            if who is not None and not right and wrong or who is None and means is not None and misses:
                place = [text[s.span.start : s.span.end] for s in bound.places(who or "")][:2]
                said = f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 20]}".replace("\n", " ")
                print(f"{row['cluster']}/{row['article']} {said}: {place}, marked {text[low:high] if means else None}")
    return counts


def _takes_up(bound: Bound, who: str, span: Span) -> bool:
    """True where a place is not the only one, or the first, of somebody whom the article only describes."""
    places = bound.places(who)
    return who[0] in "po" or places[0].span < span and not places[0].span.overlaps(span)


def _sort(words: str) -> str:
    word = words.lower()
    return (
        "it "
        if word in ("it", "its")
        else "they "
        if word.startswith("the") and word != "the" and " " not in word
        else ("the " if " " in word else "he ")
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    args = parser.parse_args(arguments)
    if not (SHARED / "pool").is_dir():
        print("referents: skipped, ../shared is not there")
        return 0
    counts = score(misses=args.misses, wrong=args.wrong)
    for key in ("he ", "they ", "it ", "the ", ""):
        cases, bound, right = (counts[f"{key}{c}"] for c in ("cases", "bound", "right"))
        print(
            f"{key or 'all ':6}cases {cases:4} bound {bound:4} right {right:4} "
            f"precision {right / max(1, bound):.2f} recall {right / max(1, cases):.2f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
