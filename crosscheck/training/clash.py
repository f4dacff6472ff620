"""Fits judging/clash.json: when two facts with differing values are one question told with a slip.

In: all differing candidate pairs of the learning clusters, right where a reader marked them as a conflict, and the
pairs of planted slips with their untouched twins (:mod:`crosscheck.training.slips`). Command:
``python -m crosscheck.training.clash`` (needs ../shared and scikit-learn; some minutes).
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
from crosscheck.align.events import forget, index_of
from crosscheck.judging.clashes import FILE, Pair, kinds_of, pairs
from crosscheck.linking.context import Contexts
from crosscheck.model import Corpus, Fact, Span
from crosscheck.settings import Settings
from crosscheck.training.fit import fit
from crosscheck.training.pairs import extracted, learning_marks
from crosscheck.training.slips import Slip, slipped, slips_of

STRENGTH = 0.05  # inverse of the penalty; this and the weights chosen on folds of the learning clusters
WEIGHTS = {"mark": 3.0, "unmarked": 1.0, "slip": 0.3}
_KIND = {"age": "figure"}


class Weighed(msgspec.Struct, kw_only=True):
    """A pair, its signs, and whether it is a marked conflict or a slip (1) or neither (0)."""

    cluster: str
    aspect: str
    signs: dict[str, float | None]
    label: int
    origin: str


def natural(
    cluster: str, told: Sequence[Any], marks: Sequence[Mapping[str, Any]], settings: Settings
) -> Iterator[Weighed]:
    """All differing candidate pairs of one cluster."""
    names = {a.id: PurePath(a.path).name for a, _ in told}
    conflicts = [m for m in marks if m["label"] == "conflict"]
    for pair in _pairs(told, settings):
        right = any(_marks(pair, m, names) for m in conflicts)
        origin = "mark" if right else "unmarked"
        yield Weighed(cluster=cluster, aspect=pair.group, signs=pair.signs, label=int(right), origin=origin)


def planted(cluster: str, told: Sequence[Any], settings: Settings) -> Iterator[Weighed]:
    """The pairs of the slips planted in one cluster with their twins."""
    for slip in slips_of(cluster, told):
        changed = slipped(slip, told, settings)
        article, extraction = changed[slip.index]
        mine = {f.id for f in extraction.facts if any(_overlap(f.mention.span, s) for s in slip.spans)}
        for pair in _pairs(changed, settings, mine):
            if _is_slip(pair, slip, article.id, mine):
                yield Weighed(cluster=cluster, aspect=pair.group, signs=pair.signs, label=1, origin="slip")


def _pairs(told: Sequence[Any], settings: Settings, wanted: set[str] | None = None) -> Iterator[Pair]:
    corpus = Corpus(articles={a.id: a for a, _ in told}, extractions={e.article: e for _, e in told})
    corpus, _ = align(corpus, settings)
    contextual = Contexts(corpus, settings.linking, index_of(corpus, settings.events))
    for name, kind in kinds_of(settings).items():
        yield from pairs(corpus.facts(name), kind, contextual, settings.linking, wanted)
    forget()


def _is_slip(pair: Pair, slip: Slip, article: str, mine: set[str]) -> bool:
    return any(
        x.article == article
        and x.id in mine
        and y.article == slip.twin.article
        and _overlap(y.mention.span, slip.twin.mention.span)
        for x, y in ((pair.a, pair.b), (pair.b, pair.a))
    )


def _marks(pair: Pair, mark: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    if _KIND.get(mark["kind"], mark["kind"]) != pair.a.kind:
        return False
    one, other = mark["mentions"][:2]
    return any(_on(x, one, names) and _on(y, other, names) for x, y in ((pair.a, pair.b), (pair.b, pair.a)))


def _on(fact: Fact, mention: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    span = fact.mention.span
    return names[fact.article] == mention["article"] and any(
        span.start < end and start < span.end for start, end in mention["spans"]
    )


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the learning clusters and those of ../shared/clusters, and write the shipped file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--extractions", type=Path, help="a pickle of {cluster: [(article, extraction)]}, to save time")
    args = parser.parse_args(arguments)
    kept = pickle.loads(args.extractions.read_bytes()) if args.extractions else {}
    settings = Settings()
    rows: list[Weighed] = []
    for cluster, marks in sorted(learning_marks().items()):
        told = kept.get(cluster) or extracted(cluster, settings)
        rows += [*natural(cluster, told, marks, settings), *planted(cluster, told, settings)]
    model = fit(rows, strength=STRENGTH, weighed=WEIGHTS)
    FILE.write_text(msgspec.json.format(msgspec.json.encode(model), indent=1).decode() + "\n", encoding="utf-8")
    print(f"{FILE.name}: {dict(Counter(r.origin for r in rows))}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
