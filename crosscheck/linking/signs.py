"""Signs that two facts answer one question: how alike their frames and contexts are, each on its own scale.

In: two contexts. Out: one number a sign, or None for unknown; the scorer cuts them into levels. A value is never a
sign, or conflicts could not meet.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import fsum  # sets have no order: an exact sum is the same in any

from crosscheck.linking.context import Context
from crosscheck.linking.words import alike

Weigh = Callable[[str], float]
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


def cosine(a: Context, b: Context, which: str) -> float | None:
    """Cosine of the mean vectors of two clauses or sentences."""
    one, two = getattr(a, which), getattr(b, which)
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


def signs(a: Context, b: Context, weigh: Weigh) -> dict[str, float | None]:
    """All signs that every kind shares, by name."""
    f, g = a.frame, b.frame
    lead_a, lead_b = a.sentence <= 3, b.sentence <= 3
    return {
        "clause words": shared_weight(a.clause, b.clause, weigh),
        "clause jaccard": union_weight(a.clause, b.clause, weigh),
        "sentence words": shared_weight(a.told, b.told, weigh),
        "sentence jaccard": union_weight(a.told, b.told, weigh),
        "sentences beside": union_weight(a.around, b.around, weigh),
        "clause meaning": cosine(a, b, "clause_vector"),
        "sentence meaning": cosine(a, b, "told_vector"),
        "head": words_alike(f.head, g.head),
        "verb": words_alike(f.verb, g.verb),
        "subject": best_alike(f.subject, g.subject),
        "object": best_alike(f.object, g.object),
        "qualifiers": best_alike(f.mods, g.mods),
        "path": best_alike(f.path, g.path),
        "slot": None if not f.slot or not g.slot else float(f.slot == g.slot),
        "clause names": overlap(frozenset(f.names), frozenset(g.names)),
        "names": overlap(a.names, b.names),
        "people": overlap(a.cast, b.cast),
        "left": float(run(f.left, g.left)),
        "right": float(run(f.right, g.right)),
        "tense": None if not f.tense or not g.tense else float((f.tense == "future") == (g.tense == "future")),
        "negation": float(f.negated == g.negated),
        "lead": float(lead_a + lead_b),
        "headline": float(a.headline + b.headline),
        "quoted": float(a.fact.mention.quoted + b.fact.mention.quoted),
        "one article": float(a.article == b.article),
    }
