"""Which facts are compared at all: those that share a class of event, and with it a rare word.

In: items. Out: blocks by key, and the pairs of a block; a wide one is compared by some items of each value only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from crosscheck.align.matching.items import Item

_RARE_WORDS = 3  # of a clause that make keys: the event's own words are in every clause


def blocks(items: Sequence[Item], *, extra: Callable[[Item], Iterable[str]] | None = None) -> dict[str, list[Item]]:
    """Items by what they could have in common: the class of event, and that with each of the rarest words beside it."""
    count = Counter(w for i in items for w in i.frame.bag)
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        cores = sorted(item.frame.cores)
        keys = [f"{c}:" for c in cores]
        rare = sorted((w for w in item.frame.bag if count[w] > 1), key=lambda w: (count[w], w))[:_RARE_WORDS]
        keys += [f"{c}:{w}" for c in cores for w in rare]
        if item.alone:
            keys += [f"~{w}" for w in rare]
        keys += extra(item) if extra else ()
        for key in keys:
            found[key].append(item)
    return found


def pairs_of(block: Sequence[Item], width: int) -> Iterable[tuple[Item, Item]]:
    """Each two items of a block, or of ``width`` of them that stand for all its values."""
    chosen = block if len(block) <= width else _represent(block, width)
    for i, a in enumerate(chosen):
        for b in chosen[i + 1 :]:
            yield a, b


def _represent(block: Sequence[Item], width: int) -> list[Item]:
    """At most ``width`` items, taken from each value in turn, so that a lone reading is never crowded out."""
    rows: dict[str, list[Item]] = defaultdict(list)
    for item in block:
        rows[item.value].append(item)
    chosen: list[Item] = []
    turn = 0
    order = sorted(rows.values(), key=lambda r: (len(r), r[0].order))
    while len(chosen) < width:
        layer = [r[turn] for r in order if turn < len(r)]
        if not layer:
            break
        chosen += layer[: width - len(chosen)]
        turn += 1
    return chosen
