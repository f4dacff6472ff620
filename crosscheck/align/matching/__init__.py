"""Matches facts that answer one question about one event, and finds those that answer it differently.

Not an aligner: dates and places use it. In: facts with their frames in blocks. Out: groups of facts, each group one
question on which at least two facts differ, and the facts that stand apart. Work is bounded: a block is compared pair
by pair only up to a width, chosen so that every value in it is represented.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from crosscheck.align.frames import likeness
from crosscheck.align.matching.blocks import blocks, pairs_of
from crosscheck.align.matching.groups import add_agreeing, joined
from crosscheck.align.matching.items import Item, Pairs, Relate, by_value, shared_core
from crosscheck.align.matching.rivals import coming_often, outliers, without_rivals
from crosscheck.data.eventwords import NEWS
from crosscheck.settings import FrameSettings

__all__ = ["Item", "by_value", "coming_often", "match", "shared_core"]


def match(
    items: Sequence[Item],
    relation: Relate,
    settings: FrameSettings,
    *,
    like: Callable[[Item, Item], float] | None = None,
    extra: Callable[[Item], Iterable[str]] | None = None,
    often: frozenset[str] = frozenset(),
    slip: Callable[[Item, Item], bool] | None = None,
) -> list[tuple[list[Item], float]]:
    """Groups of items that answer one question differently, each with its best likeness.

    ``often`` are classes of event known to come more than once; ``slip`` tells pairs that may differ all the same.
    """
    measure = like or (lambda a, b: _likeness(a, b, settings))
    copies: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in items:
        if item.frame.cores or item.alone or extra is not None:  # without an event there is nothing to match by
            copies[item.signature].append(item)
    items = [same[0] for same in copies.values()]
    pairs = Pairs()
    seen: set[tuple[int, int]] = set()
    found = blocks(items, extra=extra)
    for key in sorted(found):
        for a, b in pairs_of(found[key], settings.block_width):
            ids = (min(a.order, b.order), max(a.order, b.order))
            if a.fact.id == b.fact.id or ids in seen:
                continue
            seen.add(ids)
            _compare(a, b, ids, pairs, relation, measure)
    often |= coming_often(items, relation)
    kept = without_rivals(items, pairs, often, slip, settings)
    kept |= outliers(items, pairs, relation, settings)
    groups = joined(items, kept, pairs)
    if like is None:
        add_agreeing(groups, items, relation, settings)
    return [
        (sorted((c for i in group for c in copies[i.signature]), key=lambda c: c.order), score)
        for group, score in groups
    ]


def _likeness(a: Item, b: Item, settings: FrameSettings) -> float:
    """Likeness of the frames; two older events of one class are one where a name ties them that is not in the news."""
    score = likeness(a.frame, b.frame, settings, alone=a.alone and b.alone)
    if score or a.frame.negated != b.frame.negated or not a.frame.cores & b.frame.cores & NEWS:
        return score
    return settings.party_likeness if a.frame.rare & b.frame.rare and a.past and b.past else 0.0


def _compare(
    a: Item,
    b: Item,
    ids: tuple[int, int],
    pairs: Pairs,
    relation: Relate,
    measure: Callable[[Item, Item], float],
) -> None:
    """Puts down how two items stand to each other, where their frames are alike at all."""
    inside = a.fact.article == b.fact.article
    if inside and a.fact.mention.sentence == b.fact.mention.sentence:
        return  # a sentence that tells two times tells of two events
    score = measure(a, b)  # cheaper than the relation of two clocks, and mostly nothing
    if score <= 0:
        return
    how = relation(a.fact, b.fact)
    if how == "unknown" or (inside and how == "same"):
        return
    if how == "same":
        pairs.same[ids] = score
        for one, other in ((a, b), (b, a)):
            key = (one.order, other.fact.article)
            pairs.best_same[key] = max(pairs.best_same.get(key, 0.0), score)
            if other.opening:
                pairs.in_heads.add(key)
    else:
        pairs.different[ids] = score
