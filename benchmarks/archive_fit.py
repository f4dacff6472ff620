"""Fits what grouping knows: `python -m benchmarks.archive_fit [--write]`.

First the names and numbers that events of the fitting half share (names.json): in how many of them each stands, if in
LEAST at least and written with a capital as often as not. Then the weights of the signs by which two articles are one
story.

A logistic regression with a small ridge on pairs of the fitting half of the events (benchmarks/archive_mix.py), each
pair seen three times: with its days, with all events in one week, and undated, so that weights do not lean on days.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

import msgspec
import numpy as np
from scipy.optimize import minimize

from benchmarks.archive_mix import for_fitting, in_one_week, stream, undated
from crosscheck.archive.grouping.links import SIGNS, Block, Weights, candidates, signs
from crosscheck.archive.grouping.sketch import Names, in_the_news, reported, sketch, words
from crosscheck.archive.settings import GroupingSettings

OUT = Path("crosscheck/archive/grouping/weights.json")
NAMES = Path("crosscheck/archive/grouping/names.json")
LEAST = 3  # events that share a name: two may be the same people once more
RIDGE = 1.0
AGAINST = ("days apart", "undated", "other age", "other street")  # what may speak against one story


def shared_names(mixed, settings):
    """The names and numbers that several events share."""
    events, capitals = defaultdict(set), defaultdict(Counter)
    for event, article in mixed:
        for word, capital in words(f"{article.title} {reported(article, settings.text_chars)}"):
            events[word].add(event)
            capitals[word][capital] += 1
    told = {word: len(found) for word, found in events.items() if len(found) >= LEAST}
    names = {w: n for w, n in told.items() if w[0] == "#" or capitals[w][False] <= 2 * capitals[w][True]}
    source = f"{len(mixed)} articles: benchmarks/archive_fit.py"
    return Names(source=source, events=len({e for e, _ in mixed}), names=dict(sorted(names.items())))


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
    bounds = [(None, None) if name in (None, *AGAINST) else (0, None) for name in (None, *SIGNS)]

    def loss(w):
        odds = x @ w
        value = np.logaddexp(0, odds).sum() - (y * odds).sum() + 0.5 * (ridge * w * w).sum()
        return value, x.T @ (1 / (1 + np.exp(-odds)) - y) + ridge * w

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000}).x


def main() -> None:
    """Fit, print, and with --write keep."""
    settings = GroupingSettings()
    mixed = [row for row in stream() if for_fitting(row[0])]
    names = shared_names(mixed, settings)
    print(f"{len(names.names)} names and numbers")
    if "--write" in sys.argv:
        NAMES.write_bytes(msgspec.json.encode(names) + b"\n")
        in_the_news.cache_clear()
    elif names != in_the_news():
        print("other than those in use: the weights below are fitted with the old ones")
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
