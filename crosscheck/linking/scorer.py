"""How surely two facts answer one question: fitted weights of levels of signs, added up.

The weights stand in same_question.json with the card that says from what they were fitted
(:mod:`crosscheck.training.fit`). A sign is cut into levels at fixed edges; unknown is a level of its own. A question
(aspect) adds its own deviations to the weights that all share.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from functools import cache
from pathlib import Path

import msgspec

FILE = Path(__file__).with_name("same_question.json")
UNKNOWN = -1


class Scored(msgspec.Struct, frozen=True):
    """Probability that a pair answers one question, and the weight of each sign in log odds, by name."""

    probability: float
    weights: tuple[tuple[str, float], ...]

    def why(self) -> tuple[tuple[str, float], ...]:
        """The signs that weigh anything, what speaks most for the pair first."""
        return tuple(sorted(((n, round(w, 2)) for n, w in self.weights if w), key=lambda x: (-x[1], x[0])))


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """``edges`` of each sign, ``weights`` of each sign by level, first unknown, and by aspect."""

    card: dict[str, str]
    edges: dict[str, list[float]]
    intercept: dict[str, float]
    weights: dict[str, dict[str, list[float]]]

    def of(self, aspect: str) -> dict[str, list[float]]:
        """The weights by which a question goes, by sign and level."""
        return self.weights.get(aspect) or self.weights["*"]

    def constant(self, aspect: str) -> float:
        """What a question starts from, in log odds."""
        return self.intercept.get(aspect, self.intercept["*"])

    def score(self, aspect: str, signs: dict[str, float | None]) -> Scored:
        """The probability with its reasons; signs that the model does not know weigh nothing."""
        own, total = self.of(aspect), self.constant(aspect)
        parts = []
        for name, value in signs.items():
            levels = own.get(name)
            if levels is None:
                continue
            weight = levels[level(value, self.edges[name]) + 1]
            total += weight
            parts.append((name, weight))
        return Scored(probable(total), tuple(parts))


def probable(total: float) -> float:
    """The probability of log odds, which are bounded."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def level(value: float | None, edges: list[float]) -> int:
    """-1 for unknown, else how many edges lie below the value."""
    return UNKNOWN if value is None else bisect_left(edges, value)


@cache
def read(file: Path) -> Model:
    """A shipped model, read once."""
    return msgspec.convert(json.loads(file.read_text(encoding="utf-8")), Model)


def load() -> Model:
    """The model of whether two facts answer one question."""
    return read(FILE)
