"""Fits the weights of the signs by which two articles are one story: `python -m benchmarks.archive_fit [--write]`.

A logistic regression with a small ridge on pairs of the fitting half of the events (benchmarks/archive_mix.py), each
pair seen three times: with its days, with all events in one week, and undated, so that weights do not lean on days.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import numpy as np
from scipy.optimize import minimize

from benchmarks.archive_mix import for_fitting, in_one_week, stream, undated
from crosscheck.archive.grouping.links import SIGNS, Block, Weights, candidates, signs
from crosscheck.archive.grouping.sketch import sketch
from crosscheck.archive.settings import GroupingSettings

OUT = Path("crosscheck/archive/grouping/weights.json")
RIDGE = 1.0


def pairs(mixed, settings):
    """(signs, whether one story) of the candidate pairs of a stream."""
    block = Block([sketch(a, settings) for _, a in mixed], range(len(mixed)), settings)
    rows, columns, _ = candidates(block, block, settings)
    once = rows < columns
    rows, columns = rows[once], columns[once]
    events = np.array([event for event, _ in mixed])
    return signs(block, block, rows, columns), (events[rows] == events[columns]).astype(float)


def fit(x, y):
    """Intercept and weights that make the pairs likeliest."""
    x = np.hstack([np.ones((len(x), 1)), x])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 0.0

    # what two articles share never speaks against one story: a negative weight would be an accident of these events
    bounds = [(None, None) if name in (None, "days apart", "undated") else (0, None) for name in (None, *SIGNS)]

    def loss(w):
        odds = x @ w
        value = np.logaddexp(0, odds).sum() - (y * odds).sum() + 0.5 * (ridge * w * w).sum()
        return value, x.T @ (1 / (1 + np.exp(-odds)) - y) + ridge * w

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000}).x


def main() -> None:
    """Fit, print, and with --write keep."""
    settings = GroupingSettings()
    mixed = [row for row in stream() if for_fitting(row[0])]
    parts = [pairs(m, settings) for m in (mixed, in_one_week(mixed), undated(mixed))]
    found = fit(np.vstack([x for x, _ in parts]), np.concatenate([y for _, y in parts]))
    weights = Weights(
        source=f"{len({e for e, _ in mixed})} events, {len(mixed)} articles: benchmarks/archive_fit.py",
        intercept=round(float(found[0]), 3),
        signs={name: round(float(w), 3) for name, w in zip(SIGNS, found[1:], strict=True)},
    )
    data = msgspec.json.format(msgspec.json.encode(weights), indent=1)
    print(data.decode())
    if "--write" in sys.argv:
        OUT.write_bytes(data + b"\n")


if __name__ == "__main__":
    main()
