"""Which differing pairs are no conflict, since an article tells of two events, and which are one all the same.

In: items with the pairs found between them. Out: the pairs that are kept, with their likeness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from crosscheck.align.matching.items import Item, Pairs, Relate
from crosscheck.settings import FrameSettings

_CALENDAR = 8  # an article that tells more times of one class of event is a calendar


def without_rivals(
    items: Sequence[Item],
    pairs: Pairs,
    often: frozenset[str],
    slip: Callable[[Item, Item], bool] | None,
    settings: FrameSettings,
) -> dict[tuple[int, int], float]:
    """Differing pairs where neither article also tells the other's value about as fittingly: that is a second event.

    A class of event that one article tells at two times comes more than once (protests, matches): there only near
    copies of a sentence are held against one another. Inside one article the headline is held against the text, no
    more: two like sentences of one text list two events.
    """
    by_order = {i.order: i for i in items}
    kept = {}
    for (x, y), score in sorted(pairs.different.items()):
        a, b = by_order[x], by_order[y]
        inside = a.fact.article == b.fact.article
        if inside and a.headline == b.headline:
            continue
        if not inside and a.classes & b.classes & often and score < settings.copied_likeness:
            if slip is None or not slip(a, b):
                continue
        rival = max(pairs.best_same.get((x, b.fact.article), 0.0), pairs.best_same.get((y, a.fact.article), 0.0))
        if rival < score * settings.rival_share:
            kept[x, y] = score
    return kept


def outliers(
    items: Sequence[Item], pairs: Pairs, relation: Relate, settings: FrameSettings
) -> dict[tuple[int, int], float]:
    """Differing pairs where one article alone departs from a time that all others tell, or two heads tell two times.

    That the article tells the common time as well is no excuse there: it tells two times of what happened once.
    """
    by_core: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for core in item.classes:
            by_core[core].append(item)
    lone = {core: found for core, rows in by_core.items() if (found := _lone(rows, relation, settings))}
    by_order = {i.order: i for i in items}
    kept = {}
    for (x, y), score in sorted(pairs.different.items()):
        a, b = by_order[x], by_order[y]
        shared = sorted(a.classes & b.classes & lone.keys())
        heads = a.opening and b.opening and score >= settings.opening_likeness
        heads = heads and not {(x, b.fact.article), (y, a.fact.article)} & pairs.in_heads
        if a.fact.article != b.fact.article and (heads or any((x in lone[c]) != (y in lone[c]) for c in shared)):
            kept[x, y] = score
    return kept


def _lone(rows: Sequence[Item], relation: Relate, settings: FrameSettings) -> frozenset[int]:
    """Orders of the items by which one article departs from all others; empty where it is not so."""
    first: dict[str, Item] = {}
    told: dict[str, set[str]] = defaultdict(set)
    for item in rows:
        first.setdefault(item.value, item)
        told[item.value].add(item.fact.article)
    common = first[min(told, key=lambda v: (-len(told[v]), v))]
    apart = [i for i in rows if relation(common.fact, i.fact) == "different"]
    agreeing = {i.fact.article for i in rows if relation(common.fact, i.fact) == "same"}
    if len({i.fact.article for i in apart}) != 1 or len(agreeing) < settings.common_articles:
        return frozenset()
    return frozenset(i.order for i in apart)


def coming_often(items: Sequence[Item], relation: Relate) -> frozenset[str]:
    """Classes of event that one article tells at two times; of copied sentences one is read."""
    items = list({i.signature: i for i in reversed(items)}.values())
    told: dict[tuple[str, str], dict[str, Item]] = defaultdict(dict)
    for item in items:
        for core in item.classes:
            told[core, item.fact.article].setdefault(item.value, item)
    often = set()
    for (core, _), values in told.items():
        rows = list(values.values())[:_CALENDAR]
        if core not in often and any(
            relation(a.fact, b.fact) == "different"
            for i, a in enumerate(rows)
            for b in rows[:i]
            if not a.headline and not b.headline
        ):
            often.add(core)
    return frozenset(often)
