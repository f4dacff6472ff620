"""Which sketches meet at all: a window of days that slides over the stream, so that work grows with the articles.

In: sketches in any order, and some that were linked among themselves before. Out: links, each pair once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from crosscheck.archive.grouping.links import Block, Floats, Ints, Look, candidates, scores
from crosscheck.archive.grouping.sketch import Sketch
from crosscheck.archive.settings import GroupingSettings

Told = Callable[[int], None]  # how many sketches have met the others


class Link(msgspec.Struct, frozen=True, array_like=True):
    """Two articles that may tell one story: their keys, the smaller first, and how likely that is."""

    one: str
    two: str
    chance: float


class _Run(msgspec.Struct, frozen=True):
    """A stretch of the stream, in order of days: what is in it, and its first and last day (None: undated)."""

    block: Block
    first: int | None
    last: int | None


def meet(
    new: Sequence[Sketch], settings: GroupingSettings, *, known: Sequence[Sketch] = (), told: Told | None = None
) -> Iterator[Link]:
    """Links among ``new`` sketches and between them and ``known`` ones. Keys must be distinct."""
    everything = [*new, *known]
    fresh = len(new)
    runs = [*_runs(everything, range(fresh), settings), *_runs(everything, range(fresh, len(everything)), settings)]
    fresh_runs = sum(int(run.block.rows[0] < fresh) for run in runs)
    done = 0
    for at, run in enumerate(runs[:fresh_runs]):
        others = [*runs[: at + 1], *runs[fresh_runs:]]
        near = []
        for other in others:
            if _overlap(run, other, settings.window_days):
                near.append(other)
            else:  # runs go by their days: what is behind stays behind
                other.block.forget()
        for one, two, chance in _links(run.block, [o.block for o in near], settings):
            a, b = sorted((everything[one].key, everything[two].key))
            yield Link(a, b, chance)
        done += len(run.block)
        if told:
            told(done)


def _runs(sketches: Sequence[Sketch], rows: Sequence[int], settings: GroupingSettings) -> Iterator[_Run]:
    """Runs of rows: the dated in the order of their days, then the undated."""
    dated = sorted((r for r in rows if sketches[r].day is not None), key=lambda r: (sketches[r].day, sketches[r].key))
    undated = sorted((r for r in rows if sketches[r].day is None), key=lambda r: sketches[r].key)
    for part in (dated, undated):
        for at in range(0, len(part), settings.rows_at_a_time):
            some = part[at : at + settings.rows_at_a_time]
            block = Block([sketches[r] for r in some], some, settings)
            yield _Run(block, sketches[some[0]].day, sketches[some[-1]].day)


def _overlap(one: _Run, two: _Run, days: int) -> bool:
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return True
    return one.first - days <= two.last and two.first - days <= one.last


def _links(block: Block, others: Sequence[Block], settings: GroupingSettings) -> Iterator[tuple[int, int, float]]:
    found = [candidates(block, other, settings) for other in others]
    for at, other in enumerate(others):
        if other is block:  # each pair from its later article, as between blocks
            once = found[at][1] < found[at][0]
            found[at] = (found[at][0][once], found[at][1][once], found[at][2][once])
    kept = _best(found, [other.rows for other in others], settings.most_candidates)
    looks = [Look(o, row[keep], column[keep]) for o, (row, column, _), keep in zip(others, found, kept, strict=True)]
    for look, chance in zip(looks, scores(block, looks, settings), strict=True):
        likely = chance >= settings.least_link
        one, two = block.rows[look.rows[likely]], look.block.rows[look.columns[likely]]
        for a, b, c in zip(one, two, chance[likely], strict=True):
            yield int(a), int(b), float(c)


def _best(found: Sequence[tuple[Ints, Ints, Floats]], names: Sequence[Ints], most: int) -> list[NDArray[np.bool_]]:
    """Which candidates are among the ``most`` likest of their row, over all blocks; masks in the order given."""
    row = np.concatenate([f[0] for f in found])
    column = np.concatenate([name[f[1]] for name, f in zip(names, found, strict=True)])
    order = np.lexsort((column, -np.concatenate([f[2] for f in found]), row))
    ordered, places = row[order], np.arange(len(order))
    begins = np.append(True, ordered[1:] != ordered[:-1])[: len(order)]
    first = np.maximum.accumulate(np.where(begins, places, 0)) if len(order) else places
    kept = np.zeros(len(order), dtype=bool)
    kept[order[places - first < most]] = True
    return np.split(kept, np.cumsum([len(f[0]) for f in found])[:-1])
