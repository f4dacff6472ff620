"""Fits compare/certainty.json: when a loud finding on a figure, a date or a place is a conflict that a reader marked.

In: findings of the rules on the learning clusters, right where they find a marked conflict. Unmarked ones count as
wrong, so that probabilities are lower bounds. Command: ``python -m crosscheck.training.certainty`` (needs ../shared and
scikit-learn).
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

import msgspec

from crosscheck.align import align
from crosscheck.compare import raised
from crosscheck.compare.certainty import FILE, Certainty
from crosscheck.judging import judged
from crosscheck.model import Corpus, Finding
from crosscheck.settings import Settings
from crosscheck.training.fit import fit
from crosscheck.training.pairs import extracted, learning_marks

STRENGTH = 0.3  # inverse of the penalty, chosen on ten folds of the learning clusters


class Weighed(msgspec.Struct, kw_only=True):
    """A loud finding, its signs, and whether it finds a marked conflict (1) or not (0)."""

    cluster: str
    aspect: str
    signs: dict[str, float | None]
    label: int
    origin: str = "unmarked"


def findings_of(
    cluster: str, told: Sequence[Any], marks: Sequence[Mapping[str, Any]], settings: Settings
) -> Iterator[Weighed]:
    """The findings of one cluster that the certainty concerns."""
    corpus = Corpus(articles={a.id: a for a, _ in told}, extractions={e.article: e for _, e in told})
    corpus, clusters = align(corpus, settings)
    weigher = Certainty(corpus, settings)
    names = {a.id: PurePath(a.path).name for a in corpus.articles.values()}
    for finding in raised([*clusters, *judged(corpus, settings)], corpus, settings):
        if weigher.concerns(finding):
            right = any(_finds(finding, m, names) for m in marks if m["label"] == "conflict")
            yield Weighed(cluster=cluster, aspect=finding.rule, signs=weigher.signs(finding), label=int(right))


def _finds(finding: Finding, mark: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    """True where two readings carry the first two mentions of a mark of the finding's kind."""
    if {"age": "figure"}.get(mark["kind"], mark["kind"]) != finding.kind:
        return False
    sides = [
        {
            i
            for i, reading in enumerate(finding.readings)
            for f in reading.facts
            if names[f.article] == m["article"]
            and any(f.mention.span.start < e and s < f.mention.span.end for s, e in m["spans"])
        }
        for m in mark["mentions"][:2]
    ]
    return any(i != j for i in sides[0] for j in sides[1])


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the learning clusters and those of ../shared/clusters, and write the shipped file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--extractions", type=Path, help="a pickle of {cluster: [(article, extraction)]}, to save time")
    args = parser.parse_args(arguments)
    kept = pickle.loads(args.extractions.read_bytes()) if args.extractions else {}
    settings = Settings()
    rows: list[Weighed] = []
    for cluster, marks in sorted(learning_marks().items()):
        rows += findings_of(cluster, kept.get(cluster) or extracted(cluster, settings), marks, settings)
    model = fit(rows, strength=STRENGTH)
    right = Counter(r.label for r in rows)[1]
    model = msgspec.structs.replace(model, card={"findings": str(len(rows)), "right": str(right)})
    FILE.write_text(msgspec.json.format(msgspec.json.encode(model), indent=1).decode() + "\n", encoding="utf-8")
    print(f"{FILE.name}: {len(rows)} findings, {right} right")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
