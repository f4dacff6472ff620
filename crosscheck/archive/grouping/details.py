"""Small things by which two events of one kind in one town are told apart: ages, streets, days of the month.

In: title and text of an article. Out: numbers that stand for them, and signs of pairs of articles. Two reports of
shootings share most of their words; those of one shooting share the street and the age of the victim too, and where
both name a street at their head, and not the same one, they are likelier two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

AGE, STREET, DAY, HEAD_AGE, HEAD_STREET = range(5)
SIGNS = ("same age", "same street", "same day", "other age", "other street")
KINDS = 5
_BITS = 22  # of a hash; the kind stands above them
_AGE = re.compile(r"\b(\d{1,2})-year-old|\baged? (\d{1,2})\b|, (\d{2}),")
_STREET = re.compile(
    r"\b([A-Z0-9][\w.]{0,30})\s(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.|Lane|Parkway|Highway"
    r"|Way|Place|Court|Terrace)\b"
)
_DAY = re.compile(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (\d{1,2})\b")


def details(head: str, text: str) -> bytes:
    """What an article tells of these, sorted, as little-endian uint32: ``head`` is its title and lede, ``text`` all."""
    found = {
        _number(kind, word) for kind, words in ((AGE, _ages), (STREET, _streets), (DAY, _days)) for word in words(text)
    }
    found |= {
        _number(kind, word) for kind, words in ((HEAD_AGE, _ages), (HEAD_STREET, _streets)) for word in words(head)
    }
    return np.array(sorted(found), dtype="<u4").tobytes()


def _ages(text: str) -> list[str]:
    return [match[match.lastindex or 0] for match in _AGE.finditer(text)]


def _streets(text: str) -> list[str]:
    return [match[1].casefold() for match in _STREET.finditer(text)]


def _days(text: str) -> list[str]:
    return [f"{match[1]} {int(match[2])}" for match in _DAY.finditer(text)]


def _number(kind: int, word: str) -> int:
    hashed = int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=4).digest(), "big")
    return kind << _BITS | hashed % (1 << _BITS)


class Details:
    """The details of some articles, a row each."""

    def __init__(self, rows: Sequence[bytes]) -> None:
        sizes = np.array([len(row) // 4 for row in rows], dtype=np.int64)
        columns = np.frombuffer(b"".join(rows), dtype="<u4").astype(np.int32)
        starts = np.concatenate(([0], np.cumsum(sizes)))
        ones = np.ones(len(columns), dtype=np.int32)
        self.matrix: Any = sp.csr_matrix((ones, columns, starts), shape=(len(rows), KINDS << _BITS))
        self.counts = _by_kind(np.repeat(np.arange(len(rows)), sizes), columns, len(rows))


def detail_signs(one: Details, two: Details, rows: Ints, columns: Ints) -> list[Floats]:
    """Of each pair of rows the SIGNS: which share of the fewer is the same, and whether both heads tell others."""
    both = sp.csr_matrix(one.matrix[rows].multiply(two.matrix[columns]))
    shared = _by_kind(np.repeat(np.arange(len(rows)), np.diff(both.indptr)), both.indices, len(rows))
    fewer = np.minimum(one.counts[rows], two.counts[columns])
    found = [shared[:, kind] / np.maximum(fewer[:, kind], 1) for kind in (AGE, STREET, DAY)]
    found += [((fewer[:, kind] > 0) & (shared[:, kind] == 0)).astype(np.float64) for kind in (HEAD_AGE, HEAD_STREET)]
    return found


def _by_kind(rows: Ints, columns: Any, length: int) -> Ints:
    """How many of each kind stand in each row."""
    kinds = columns.astype(np.int64) >> _BITS
    counts: Ints = np.bincount(rows * KINDS + kinds, minlength=length * KINDS).reshape(length, KINDS)
    return counts
