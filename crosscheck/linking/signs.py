"""Signs that two facts answer one question: how alike their frames and contexts are, each on its own scale.

In: two contexts. Out: one number a sign, or None for unknown; the scorer cuts them into levels. A value is never a
sign, or conflicts could not meet.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from math import fsum  # sets have no order: an exact sum is the same in any
from operator import attrgetter
from typing import Any

from crosscheck.linking.context import Context
from crosscheck.linking.words import alike

Weigh = Callable[[str], float]
Compared = Callable[[frozenset[str], frozenset[str], Weigh], float | None]
_LIGHT = frozenset("be have do get make take go come give say tell include report".split())


def shared_weight(a: frozenset[str], b: frozenset[str], weigh: Weigh) -> float | None:
    """Weight of the shared words over that of the smaller set; None where one is empty."""
    if not a or not b:
        return None
    both = fsum(map(weigh, a & b))
    return both / max(1.0, min(fsum(map(weigh, a)), fsum(map(weigh, b))))


def union_weight(a: frozenset[str], b: frozenset[str], weigh: Weigh) -> float | None:
    """Weight of the shared words over that of all (weighted Jaccard)."""
    if not a or not b:
        return None
    return fsum(map(weigh, a & b)) / max(1.0, fsum(map(weigh, a | b)))


def words_alike(a: str, b: str) -> float | None:
    """Cosine of two words, None where one is missing, unknown or says nothing."""
    if not a or not b or a in _LIGHT or b in _LIGHT:
        return None
    return alike(a, b)


def best_alike(a: tuple[str, ...], b: tuple[str, ...]) -> float | None:
    """The best cosine between words of two phrases; 1 where one is shared; None where nothing can be said."""
    one, two = [w for w in a if len(w) > 2], [w for w in b if len(w) > 2]
    if not one or not two:
        return None
    if set(one) & set(two):
        return 1.0
    found = [s for x in one[:4] for y in two[:4] if (s := alike(x, y)) is not None]
    return max(found, default=None)


def cosine(one: Any, two: Any) -> float | None:
    """Cosine of the mean vectors of two clauses or sentences."""
    return None if one is None or two is None else float(one @ two)


def overlap(a: frozenset[str], b: frozenset[str]) -> float | None:
    """-1 for disjoint, the number shared else; None where one side names nobody."""
    if not a or not b:
        return None
    n = len(a & b)
    return float(n) if n else -1.0


def run(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words from the first on are the same."""
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def _shared_run(a: Sequence[str], b: Sequence[str]) -> float:
    return float(run(a, b))


def _same(a: Hashable, b: Hashable) -> float:
    return float(a == b)


def _one_slot(a: str, b: str) -> float | None:
    return None if not a or not b else float(a == b)


def _one_tense(a: str, b: str) -> float | None:
    return None if not a or not b else float((a == "future") == (b == "future"))


def _both(a: bool, b: bool) -> float:
    return float(a + b)


def _leads(context: Context) -> bool:
    return context.sentence <= 3


# by name of the sign: of what words it is, and how their weights are held against each other
WORDS: dict[str, tuple[Callable[[Context], frozenset[str]], Compared]] = {
    "clause words": (attrgetter("clause"), shared_weight),
    "clause jaccard": (attrgetter("clause"), union_weight),
    "sentence words": (attrgetter("told"), shared_weight),
    "sentence jaccard": (attrgetter("told"), union_weight),
    "sentences beside": (attrgetter("around"), union_weight),
}
# by name: of what words the mean vector is taken, and the vector
MEANINGS: dict[str, tuple[Callable[[Context], frozenset[str]], Callable[[Context], Any]]] = {
    "clause meaning": (attrgetter("clause"), attrgetter("clause_vector")),
    "sentence meaning": (attrgetter("told"), attrgetter("told_vector")),
}
# by name: what of a context it looks at, and what it says of two of those
PARTS: dict[str, tuple[Callable[[Context], Any], Callable[[Any, Any], float | None]]] = {
    "head": (attrgetter("frame.head"), words_alike),
    "verb": (attrgetter("frame.verb"), words_alike),
    "subject": (attrgetter("frame.subject"), best_alike),
    "object": (attrgetter("frame.object"), best_alike),
    "qualifiers": (attrgetter("frame.mods"), best_alike),
    "path": (attrgetter("frame.path"), best_alike),
    "slot": (attrgetter("frame.slot"), _one_slot),
    "clause names": (lambda c: frozenset(c.frame.names), overlap),
    "names": (attrgetter("names"), overlap),
    "people": (attrgetter("cast"), overlap),
    "left": (attrgetter("frame.left"), _shared_run),
    "right": (attrgetter("frame.right"), _shared_run),
    "tense": (attrgetter("frame.tense"), _one_tense),
    "negation": (attrgetter("frame.negated"), _same),
    "lead": (_leads, _both),
    "headline": (attrgetter("headline"), _both),
    "quoted": (attrgetter("fact.mention.quoted"), _both),
    "one article": (attrgetter("article"), _same),
}


def signs(a: Context, b: Context, weigh: Weigh) -> dict[str, float | None]:
    """All signs that every kind shares, by name, of one pair; :mod:`crosscheck.linking.columns` makes those of many."""
    found = {name: compared(words(a), words(b), weigh) for name, (words, compared) in WORDS.items()}
    found |= {name: cosine(vector(a), vector(b)) for name, (_, vector) in MEANINGS.items()}
    return found | {name: told(part(a), part(b)) for name, (part, told) in PARTS.items()}
