"""Stage two of grouping: which articles could tell one story, and how sure that is.

In: blocks of sketches. Out: links, pairs with a probability. Candidates share some of their most telling words; each is
then looked at in whole, by signs whose weights were fitted (``weights.json``, made by benchmarks/archive_fit.py).
Nothing here depends on the order of articles: the signs of a pair are those of its two articles alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, NamedTuple

import msgspec
import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from crosscheck.archive.grouping.details import SIGNS as DETAIL_SIGNS
from crosscheck.archive.grouping.details import Details, detail_signs
from crosscheck.archive.grouping.sketch import BINS, LEDE, NAME, NUMBER, TITLE, Sketch
from crosscheck.archive.settings import GroupingSettings

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# name of a layer: (bits that count, value that they must have; None: any of them set)
LAYERS: dict[str, tuple[int, int | None]] = {
    "text": (0, 0),
    "names": (NAME, NAME),
    "words": (NAME | NUMBER, 0),
    "numbers": (NUMBER, NUMBER),
    "title": (TITLE, TITLE),
    "head": (TITLE | LEDE, None),
}
SIGNS = (
    *LAYERS, "title in text", "names and words", "strongest", "shared", "days apart", "undated", *DETAIL_SIGNS
)  # fmt: skip
NO_DAY = -1
# columns of the matrix that finds candidates; an accidental meeting there costs a look and joins nothing
_SIGNATURE_BINS = 1 << 18


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """The fitted scorer: log odds that two articles tell one story, by sign, and what it was fitted on."""

    source: str
    intercept: float
    signs: dict[str, float]


@cache
def fitted() -> Weights:
    """The weights that come with the package."""
    return msgspec.json.decode(files(__package__).joinpath("weights.json").read_bytes(), type=Weights)


class Block:
    """Sketches side by side: days and the matrix of most telling words; all other words when a pair calls for them.

    ``rows`` are the numbers by which the caller knows the articles.
    """

    def __init__(self, sketches: Sequence[Sketch], rows: Iterable[int], settings: GroupingSettings) -> None:
        self.sketches = sketches
        self.rows: Ints = np.fromiter(rows, dtype=np.int64, count=len(sketches))
        self.days: Ints = np.array([NO_DAY if s.day is None else s.day for s in sketches], dtype=np.int64)
        most = settings.signature
        sizes = np.array([min(len(s.marks), most) for s in sketches], dtype=np.int64)
        features = np.frombuffer(b"".join(s.features[: 4 * most] for s in sketches), dtype="<u4")
        weights = np.frombuffer(b"".join(s.weights[: 2 * most] for s in sketches), dtype="<u2")
        columns = (features % _SIGNATURE_BINS).astype(np.int32)
        self.signature = _normal(_matrix(_starts(sizes), columns, weights.astype(np.float32), _SIGNATURE_BINS))

    def __len__(self) -> int:
        return len(self.rows)

    def forget(self) -> None:
        """Give up what can be made again."""
        vars(self).pop("layers", None)
        vars(self).pop("columns", None)

    @cached_property
    def columns(self) -> Any:
        """The signature's transpose, in rows of its own."""
        return sp.csr_matrix(self.signature.T)

    @cached_property
    def layers(self) -> dict[str, Any]:
        """All words of all articles: for blocks most of whose articles will be looked at."""
        return layers(self.sketches)


class Look(NamedTuple):
    """Pairs of some block with this one: places in that block, and in this."""

    block: Block
    rows: Ints
    columns: Ints


def layers(sketches: Sequence[Sketch]) -> dict[str, Any]:
    """A sparse matrix for each of LAYERS, a row an article, rows of length one; and the articles' details."""
    starts = _starts(np.array([len(s.marks) for s in sketches], dtype=np.int64))
    columns = np.frombuffer(b"".join(s.features for s in sketches), dtype="<u4").astype(np.int32)
    values = np.frombuffer(b"".join(s.weights for s in sketches), dtype="<u2").astype(np.float32)
    marks = np.frombuffer(b"".join(s.marks for s in sketches), dtype=np.uint8)
    found: dict[str, Any] = {name: _layer(starts, columns, values, marks, *bits) for name, bits in LAYERS.items()}
    return found | {"details": Details([s.details for s in sketches])}


def candidates(block: Block, other: Block, settings: GroupingSettings) -> tuple[Ints, Ints, Floats]:
    """(places in ``block``, places in ``other``, likeness) where the most telling words call for a closer look."""
    rows, columns, likeness = [], [], []
    for start in range(0, len(block), settings.rows_at_a_time):
        alike = (block.signature[start : start + settings.rows_at_a_time] @ other.columns).tocoo()
        row, column = alike.row.astype(np.int64) + start, alike.col.astype(np.int64)
        kept = (alike.data >= settings.candidate) & _in_time(block.days[row], other.days[column], settings)
        rows.append(row[kept])
        columns.append(column[kept])
        likeness.append(alike.data[kept].astype(np.float64))
    if not rows:
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing, np.zeros(0)
    return np.concatenate(rows), np.concatenate(columns), np.concatenate(likeness)


def signs(block: Block, other: Block, rows: Ints, columns: Ints) -> Floats:
    """Signs of each pair (place rows[k] in block, place columns[k] in other), shape (pairs, len(SIGNS))."""
    left, at_left = _looked_at(block, rows)
    right, at_right = _looked_at(other, columns)
    found = [_cosines(left[name], right[name], at_left, at_right) for name in LAYERS]
    one = _cosines(left["title"], right["text"], at_left, at_right)
    two = _cosines(left["text"], right["title"], at_left, at_right)
    found = [
        np.sqrt(f) for f in (*found, np.maximum(one, two), found[1] * found[2])
    ]  # small likenesses differ more than large ones
    product = sp.csr_matrix(left["text"][at_left].multiply(right["text"][at_right]))
    strongest = np.asarray(product.max(axis=1).todense(), dtype=np.float64).ravel() if len(rows) else np.zeros(0)
    found += [np.sqrt(strongest), np.log1p(np.diff(product.indptr).astype(np.float64))]
    a, b = block.days[rows], other.days[columns]
    unknown = (a == NO_DAY) | (b == NO_DAY)
    found += [np.where(unknown, 0.0, np.log1p(np.abs(a - b))), unknown.astype(np.float64)]
    found += detail_signs(left["details"], right["details"], at_left, at_right)
    return np.stack(found, axis=1)


def probabilities(signs_: Floats, weights: Weights) -> Floats:
    """How likely each pair tells one story, to six places: the same on every machine and for every cut into blocks."""
    odds = np.full(len(signs_), weights.intercept)
    for column, name in enumerate(SIGNS):  # not a matrix product: its sums depend on how many rows there are
        odds += signs_[:, column] * weights.signs[name]
    chance: Floats = np.round(1.0 / (1.0 + np.exp(-odds)), 6)
    return chance


def score(block: Block, other: Block, rows: Ints, columns: Ints, settings: GroupingSettings) -> Floats:
    """How likely the pairs tell one story, a stretch of pairs at a time."""
    found = [
        probabilities(signs(block, other, rows[at:end], columns[at:end]), fitted())
        for at, end in _stretches(len(rows), settings.pairs_at_a_time)
    ]
    return np.concatenate(found) if found else np.zeros(0)


def scores(block: Block, looks: Sequence[Look], settings: GroupingSettings) -> list[Floats]:
    """:func:`score` for several blocks; those of which few articles are looked at are taken as one.

    A batch that comes late looks at a few articles of every week of the archive: one by one such blocks cost more than
    their pairs.
    """
    few = [n for n, look in enumerate(looks) if _few(look.block, look.rows)]
    found = {n: score(block, *look, settings) for n, look in enumerate(looks) if n not in few}
    if few:
        places = [np.unique(looks[n].columns) for n in few]
        begins = _starts(np.array([len(some) for some in places], dtype=np.int64))
        sketches = [looks[n].block.sketches[p] for n, some in zip(few, places, strict=True) for p in some]
        rows = np.concatenate([looks[n].rows for n in few])
        columns = [np.searchsorted(p, looks[n].columns) + b for n, p, b in zip(few, places, begins[:-1], strict=True)]
        chance = score(block, Block(sketches, range(len(sketches)), settings), rows, np.concatenate(columns), settings)
        found |= zip(few, np.split(chance, np.cumsum([len(looks[n].rows) for n in few])[:-1]), strict=True)
    return [found[n] for n in range(len(looks))]


def _few(block: Block, places: Ints) -> bool:
    """True where so little of a block is looked at that its layers are not worth making, nor made already."""
    return "layers" not in vars(block) and 4 * len(places) <= len(block)


def _stretches(length: int, size: int) -> list[tuple[int, int]]:
    return [(at, min(at + size, length)) for at in range(0, length, size)]


def _in_time(one: Ints, two: Ints, settings: GroupingSettings) -> NDArray[np.bool_]:
    within: NDArray[np.bool_] = np.abs(one - two) <= settings.window_days
    within |= (one == NO_DAY) | (two == NO_DAY)
    return within


def _layer(starts: Ints, columns: Any, values: Any, marks: Any, bits: int, wanted: int | None) -> Any:
    kept = (marks & bits) != 0 if wanted is None else (marks & bits) == wanted
    counts = np.concatenate(([0], np.cumsum(kept)))
    return _normal(_matrix(counts[starts], columns[kept], values[kept], BINS))


def _looked_at(block: Block, places: Ints) -> tuple[dict[str, Any], Ints]:
    """Layers that hold these places of a block, and where in them; of few places only theirs are made."""
    if not _few(block, places):
        return block.layers, places
    some, at = np.unique(places, return_inverse=True)
    return layers([block.sketches[p] for p in some]), at.astype(np.int64)


def _starts(sizes: Ints) -> Ints:
    return np.concatenate(([0], np.cumsum(sizes)))


def _matrix(starts: Ints, columns: Any, values: Any, width: int) -> Any:
    matrix = sp.csr_matrix((values, columns, starts), shape=(len(starts) - 1, width))
    matrix.sum_duplicates()
    return matrix


def _normal(matrix: Any) -> Any:
    squares = np.asarray(matrix.multiply(matrix).sum(axis=1), dtype=np.float64).ravel()
    lengths = np.sqrt(np.where(squares > 0, squares, 1.0))
    matrix.data = (matrix.data / np.repeat(lengths, np.diff(matrix.indptr))).astype(np.float32)
    return matrix


def _cosines(one: Any, two: Any, rows: Ints, columns: Ints) -> Floats:
    found: Floats = np.asarray(one[rows].multiply(two[columns]).sum(axis=1), dtype=np.float64).ravel()
    return np.maximum(found, 0.0)
