"""Fits judging/clash.json: when two facts with differing values are one question told with a slip.

In: all differing candidate pairs of the learning clusters, right where a reader marked them as a conflict, and the
pairs of planted slips with their untouched twins (:mod:`crosscheck.training.slips`). Command:
``python -m crosscheck.training.clash`` (needs ../shared and scikit-learn; some minutes).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

import msgspec

from crosscheck.align import align
from crosscheck.align.events import forget, index_of
from crosscheck.judging.clashes import FILE, Pair, kinds_of, pairs
from crosscheck.linking.context import Contexts
from crosscheck.model import Corpus, Fact
from crosscheck.settings import Settings
from crosscheck.training.fit import fit
from crosscheck.training.learning import events, kind_of, lies_on, parser, write
from crosscheck.training.slips import Slip, slipped, slips_of

STRENGTH = 0.05  # inverse of the penalty; this and the weights chosen on folds of the learning clusters
WEIGHTS = {"mark": 3.0, "unmarked": 1.0, "slip": 0.3}


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
        mine = {f.id for f in extraction.facts if any(map(f.mention.span.overlaps, slip.spans))}
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
        and y.mention.span.overlaps(slip.twin.mention.span)
        for x, y in ((pair.a, pair.b), (pair.b, pair.a))
    )


def _marks(pair: Pair, mark: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    if kind_of(mark) != pair.a.kind:
        return False

    def on(fact: Fact, mention: Mapping[str, Any]) -> bool:
        return lies_on(names[fact.article], fact.mention.span, mention)

    one, other = mark["mentions"][:2]
    return any(on(x, one) and on(y, other) for x, y in ((pair.a, pair.b), (pair.b, pair.a)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the learning clusters and those of ../shared/clusters, and write the shipped file."""
    args = parser(__doc__).parse_args(arguments)
    settings = Settings()
    rows: list[Weighed] = []
    for cluster, told, marks in events(args.extractions, settings):
        rows += [*natural(cluster, told, marks, settings), *planted(cluster, told, settings)]
    model = fit(rows, strength=STRENGTH, weighed=WEIGHTS)
    write(model, FILE)
    print(f"{FILE.name}: {dict(Counter(r.origin for r in rows))}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
