"""What words mean, near enough: static vectors of lemmas, and how alike two of them are.

The table words.npz is made by :mod:`crosscheck.training.vectors` (45,000 lemmas, 64 numbers each, int8). Cosines are
kept, since the same pairs of words are asked about again and again.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

_TABLE = Path(__file__).with_name("words.npz")
Vector = Any  # float32 array of 64


@cache
def _table() -> tuple[dict[str, int], Any]:
    with np.load(_TABLE) as kept:
        words = str(kept["words"]).split("\n")
        rows = kept["rows"].astype(np.float32)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
        return dict(zip(words, kept["index"].tolist(), strict=True)), rows


def known(word: str) -> bool:
    """True for a lemma that the table has."""
    return word.partition("_")[0] in _table()[0]


@lru_cache(maxsize=200_000)
def alike(a: str, b: str) -> float | None:
    """Cosine of two lemmas, -1 to 1 (a particle is left out: "gun_down" is "gun"); None where one is not known."""
    if a == b:
        return 1.0
    index, rows = _table()
    one, two = index.get(a.partition("_")[0]), index.get(b.partition("_")[0])
    if one is None or two is None:
        return None
    return float(rows[one] @ rows[two])


def mean(weights: Iterable[tuple[str, float]]) -> Vector | None:
    """The weighted mean direction of some words, of length 1; None where none is known."""
    index, rows = _table()
    known = [(at, weight) for word, weight in weights if (at := index.get(word.partition("_")[0])) is not None]
    if not known:
        return None
    weighed = np.array([weight for _, weight in known], np.float32)
    total = (weighed[:, None] * rows[[at for at, _ in known]]).sum(axis=0)
    length = float(np.linalg.norm(total))
    return total / length if length > 0 else None


def rank(word: str) -> int | None:
    """How many lemmas of the table are more frequent in the language; None for a word that it lacks."""
    return _table()[0].get(word.partition("_")[0])


def rows(found: Iterable[str]) -> Any:
    """The vectors of some words, a row each, of length 1; zeros for a word that the table lacks."""
    index, table = _table()
    at = [index.get(w.partition("_")[0], -1) for w in found]
    made = table[at] if at else np.zeros((0, table.shape[1]), dtype=np.float32)
    made[[i for i, a in enumerate(at) if a < 0]] = 0.0
    return made
