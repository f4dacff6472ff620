"""Fits compare/certainty.json: when a loud finding on a figure, a date or a place is a conflict that a reader marked.

In: findings of the rules on the learning clusters, right where they find a marked conflict; unmarked ones count as
wrong. Beside them, with little weight, the findings that meet a planted slip (:mod:`crosscheck.training.slips`), all
right: of what a slip in a like sentence looks like the marks have too few. Command:
``python -m crosscheck.training.certainty`` (needs ../shared and scikit-learn; some minutes).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

import msgspec

from crosscheck.align import align
from crosscheck.compare import raised
from crosscheck.compare.certainty import FILE, Certainty, asked
from crosscheck.judging import judged
from crosscheck.model import Corpus, Finding
from crosscheck.settings import Settings
from crosscheck.training.fit import fit
from crosscheck.training.learning import events, kind_of, lies_on, parser, write
from crosscheck.training.slips import meets, slipped, slips_of

STRENGTH = 0.6  # inverse of the penalty; this and the weights chosen on ten folds of the learning clusters
WEIGHTS = {"unmarked": 1.0, "slip": 0.02}


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
    for finding, weigher in _weighable(told, settings):
        names = {a.id: PurePath(a.path).name for a, _ in told}
        right = any(_finds(finding, m, names) for m in marks if m["label"] == "conflict")
        yield Weighed(cluster=cluster, aspect=asked(finding), signs=weigher.signs(finding), label=int(right))


def slips_found(cluster: str, told: Sequence[Any], settings: Settings) -> Iterator[Weighed]:
    """The findings that meet the slips planted in one cluster; a slip that nothing raises teaches nothing here."""
    for slip in slips_of(cluster, told):
        changed = slipped(slip, told, settings)
        for finding, weigher in _weighable(changed, settings):
            if meets(finding, slip, changed[slip.index][0].id):
                yield Weighed(
                    cluster=cluster, aspect=asked(finding), signs=weigher.signs(finding), label=1, origin="slip"
                )


def _weighable(told: Sequence[Any], settings: Settings) -> Iterator[tuple[Finding, Certainty]]:
    corpus = Corpus(articles={a.id: a for a, _ in told}, extractions={e.article: e for _, e in told})
    corpus, clusters = align(corpus, settings)
    weigher = Certainty(corpus, settings)
    for finding in raised([*clusters, *judged(corpus, settings)], corpus, settings):
        if weigher.concerns(finding):
            yield finding, weigher


def _finds(finding: Finding, mark: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    """True where two readings carry the first two mentions of a mark of the finding's kind."""
    if kind_of(mark) != finding.kind:
        return False
    sides = [
        {
            i
            for i, reading in enumerate(finding.readings)
            for f in reading.facts
            if lies_on(names[f.article], f.mention.span, m)
        }
        for m in mark["mentions"][:2]
    ]
    return any(i != j for i in sides[0] for j in sides[1])


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the learning clusters and those of ../shared/clusters, and write the shipped file."""
    args = parser(__doc__).parse_args(arguments)
    settings = Settings()
    rows: list[Weighed] = []
    for cluster, told, marks in events(args.extractions, settings):
        rows += [*findings_of(cluster, told, marks, settings), *slips_found(cluster, told, settings)]
    model = fit(rows, strength=STRENGTH, weighed=WEIGHTS)
    count = Counter((r.origin, r.label) for r in rows)
    slips, right = count["slip", 1], count["unmarked", 1]
    card = {"findings": str(len(rows) - slips), "right": str(right), "slips": str(slips)}
    model = msgspec.structs.replace(model, card=card)
    write(model, FILE)
    print(f"{FILE.name}: {len(rows) - slips} findings, {right} right; {slips} slips")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
