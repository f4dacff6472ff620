"""Fits linking/same_question.json: how much each level of each sign says that two facts answer one question.

Logistic regression over levels (unknown is one), with deviations by aspect that are held down harder than what all
share, so that a rare aspect leans on the others. Data: :mod:`crosscheck.training.pairs`, learning part only. Command:
``python -m crosscheck.training.fit`` (needs ../shared and scikit-learn, the extra ``training``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from scipy import sparse  # type: ignore[import-untyped,import-not-found,unused-ignore]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found,unused-ignore]

from crosscheck.linking.scorer import FILE, Model, level
from crosscheck.training.learning import parser, write
from crosscheck.training.pairs import WEIGHTS, learning_pairs

CUTS = (0.2, 0.4, 0.6, 0.8, 0.9, 0.97)  # quantiles of a sign at which its levels begin
SHARED, OWN = 1.0, 0.5  # scale of shared and of aspect columns: the smaller is held down harder
STRENGTH = 0.08  # inverse of the penalty, chosen on five folds of the learning clusters


class Row(Protocol):
    """What can be fitted on: signs, the label, the aspect and where the label comes from."""

    @property
    def aspect(self) -> str: ...  # noqa: D102
    @property
    def signs(self) -> dict[str, float | None]: ...  # noqa: D102
    @property
    def label(self) -> int | None: ...  # noqa: D102
    @property
    def origin(self) -> str: ...  # noqa: D102


def edges_of(pairs: Sequence[Row]) -> dict[str, list[float]]:
    """Edges of each sign by quantiles of the pairs that have it."""
    names = sorted({n for p in pairs for n in p.signs})
    found: dict[str, list[float]] = {}
    for name in names:
        values = [v for p in pairs if (v := p.signs.get(name)) is not None]
        cut = np.unique(np.round(np.quantile(values, CUTS), 4)) if values else np.array([])
        top = max(values, default=0.0)
        found[name] = [float(c) for c in cut if c < top]
    return found


def fit(
    pairs: Sequence[Row],
    *,
    strength: float = STRENGTH,
    aspects: bool = True,
    weighed: Mapping[str, float] = WEIGHTS,
) -> Model:
    """The model of labelled pairs; ``weighed`` says how much a pair of each origin counts."""
    known = [p for p in pairs if p.label is not None]
    edges = edges_of(known)
    groups = sorted({p.aspect for p in known}) if aspects else []
    columns, matrix = _matrix(known, edges, groups)
    labels = np.array([p.label for p in known])
    weights = np.array([weighed[p.origin] for p in known])
    regression = LogisticRegression(C=strength, max_iter=500)
    regression.fit(matrix, labels, sample_weight=weights)
    fitted = dict(zip(columns, map(float, regression.coef_[0]), strict=True))
    return _model(fitted, float(regression.intercept_[0]), edges, groups, known)


def _matrix(
    pairs: Sequence[Row], edges: dict[str, list[float]], groups: Sequence[str]
) -> tuple[list[tuple[str, str, int]], Any]:
    columns = [(g, n, lv) for g in ("*", *groups) for n in edges for lv in range(-1, len(edges[n]) + 1)]
    columns += [(g, "", 0) for g in groups]
    at = {c: i for i, c in enumerate(columns)}
    cells: list[tuple[int, int, float]] = []
    for row, pair in enumerate(pairs):
        if pair.aspect in groups:
            cells.append((row, at[pair.aspect, "", 0], OWN))
        for name in edges:
            step = level(pair.signs.get(name), edges[name])
            cells.append((row, at["*", name, step], SHARED))
            if pair.aspect in groups:
                cells.append((row, at[pair.aspect, name, step], OWN))
    rows, places, values = zip(*cells, strict=True)
    shape = len(pairs), len(columns)
    return columns, sparse.csr_matrix((values, (rows, places)), shape=shape, dtype=np.float32)


def _model(
    fitted: dict[tuple[str, str, int], float],
    intercept: float,
    edges: dict[str, list[float]],
    groups: Sequence[str],
    pairs: Sequence[Row],
) -> Model:
    weights: dict[str, dict[str, list[float]]] = {}
    for group in ("*", *groups):
        weights[group] = {
            n: [
                round(
                    SHARED * fitted["*", n, lv] + (OWN * fitted[group, n, lv] if group != "*" else 0.0),
                    3,
                )
                for lv in range(-1, len(edges[n]) + 1)
            ]
            for n in edges
        }
    count = Counter((p.origin, p.label) for p in pairs)
    card = {f"{o} {'one' if lab else 'two'}": str(n) for (o, lab), n in sorted(count.items())}
    starts = {"*": round(intercept, 3)} | {g: round(intercept + OWN * fitted[g, "", 0], 3) for g in groups}
    return Model(card=card, edges=edges, intercept=starts, weights=weights)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the learning clusters and those of ../shared/clusters, and write the shipped file."""
    args = parser(__doc__).parse_args(arguments)
    pairs = list(learning_pairs(args.extractions))
    model = fit(pairs)
    write(model, FILE)
    print(f"{FILE.name}: {len(pairs)} pairs, {', '.join(f'{n} {k}' for k, n in model.card.items())}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
