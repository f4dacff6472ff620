"""Matches facts that answer one question about one event, and finds those that answer it differently.

Not an aligner: dates and places use it. In: facts with their frames in blocks. Out: groups of facts, each group one
question on which at least two facts differ, and the facts that stand apart. Work is bounded: a block is compared pair
by pair only up to a width, chosen so that every value in it is represented.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from crosscheck.align.events import EventIndex
from crosscheck.align.frames import Frame, likeness, tied
from crosscheck.data.eventwords import NEWS
from crosscheck.model import Fact
from crosscheck.settings import FrameSettings
from crosscheck.timing import Relation, is_open


@dataclass(slots=True)
class Item:
    """A fact with its frame. ``value`` is a short string that equal values share; ``order`` its place among all."""

    fact: Fact
    frame: Frame
    value: str
    order: int
    headline: bool = False
    opening: bool = False  # in the head of its article, of the event that the head tells
    events: EventIndex | None = None
    alone: bool = False  # the only day that its sentence tells
    _past: bool | None = None

    @property
    def past(self) -> bool:
        """True for an event before the one that the articles cover; read when asked for, since most are never asked."""
        if self._past is None:
            self._past = self.events is not None and self.events.anchor(self.fact).background
        return self._past

    @property
    def classes(self) -> frozenset[str]:
        """Classes of event, those of older events apart."""
        return frozenset(f"past {c}" for c in self.frame.cores) if self.past else self.frame.cores

    @property
    def time(self) -> str:
        """The day that is told, whatever else is told with it."""
        return self.value.partition("/")[0]

    @property
    def signature(self) -> tuple[object, ...]:
        """What two copies of one sentence share."""
        return self.value, self.frame.cores, self.frame.bag, self.headline


@dataclass(slots=True)
class Pairs:
    """What was found between items: likeness of agreeing and of differing pairs, by the items' order."""

    same: dict[tuple[int, int], float] = field(default_factory=dict)
    different: dict[tuple[int, int], float] = field(default_factory=dict)
    best_same: dict[tuple[int, str], float] = field(default_factory=dict)  # (item, article) to likeness
    in_heads: set[tuple[int, str]] = field(default_factory=set)  # items whose value the head of an article tells


def blocks(items: Sequence[Item], *, extra: Callable[[Item], Iterable[str]] | None = None) -> dict[str, list[Item]]:
    """Items by what they could have in common: the class of event, and that with each of the rarest words beside it."""
    count = Counter(w for i in items for w in i.frame.bag)
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        cores = sorted(item.frame.cores)
        keys = [f"{c}:" for c in cores]
        rare = sorted((w for w in item.frame.bag if count[w] > 1), key=lambda w: (count[w], w))[:3]
        keys += [f"{c}:{w}" for c in cores for w in rare]
        if item.alone:
            keys += [f"~{w}" for w in rare]
        keys += extra(item) if extra else ()
        for key in keys:
            found[key].append(item)
    return found


def match(
    items: Sequence[Item],
    relation: Callable[[Fact, Fact], Relation],
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
        for a, b in _pairs_of(found[key], settings.block_width):
            ids = (min(a.order, b.order), max(a.order, b.order))
            if a.fact.id == b.fact.id or ids in seen:
                continue
            seen.add(ids)
            _compare(a, b, ids, pairs, relation, measure)
    often |= coming_often(items, relation)
    kept = _without_rivals(items, pairs, often, slip, settings)
    kept |= _outliers(items, pairs, relation, settings)
    groups = _groups(items, kept, pairs)
    if like is None:
        _add_agreeing(groups, items, relation, settings)
    return [
        (sorted((c for i in group for c in copies[i.signature]), key=lambda c: c.order), score)
        for group, score in groups
    ]


def _add_agreeing(
    groups: Sequence[tuple[list[Item], float]],
    items: Sequence[Item],
    relation: Callable[[Fact, Fact], Relation],
    settings: FrameSettings,
) -> None:
    """Puts beside each reading the other facts that tell the same time in a sentence about the same matter.

    They are too little alike to show a conflict, but where there is one an editor wants to see who tells which time.
    """
    taken = {i.order for group, _ in groups for i in group}
    by_time: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_time[item.time].append(item)
    for group, _ in groups:
        for member in list(group):
            near = [i for i in by_time[member.time] if i.order not in taken][: settings.block_width]
            for item in near:
                alike = item.past == member.past and tied(item.frame, member.frame, settings)
                alike = alike and not is_open(item.fact)
                if alike and relation(item.fact, member.fact) == "same":
                    taken.add(item.order)
                    group.append(item)


def _likeness(a: Item, b: Item, settings: FrameSettings) -> float:
    """Likeness of the frames; two older events of one class are one where a name ties them that is not in the news."""
    score = likeness(a.frame, b.frame, settings, alone=a.alone and b.alone)
    if score or a.frame.negated != b.frame.negated or not a.frame.cores & b.frame.cores & NEWS:
        return score
    return settings.party_likeness if a.frame.rare & b.frame.rare and a.past and b.past else 0.0


def _pairs_of(block: Sequence[Item], width: int) -> Iterable[tuple[Item, Item]]:
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


def _compare(  # type: ignore[no-untyped-def]
    a: Item, b: Item, ids: tuple[int, int], pairs: Pairs, relation, measure
) -> None:
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


def _without_rivals(
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


def _outliers(
    items: Sequence[Item], pairs: Pairs, relation: Callable[[Fact, Fact], Relation], settings: FrameSettings
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


def _lone(rows: Sequence[Item], relation: Callable[[Fact, Fact], Relation], settings: FrameSettings) -> frozenset[int]:
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


def coming_often(items: Sequence[Item], relation: Callable[[Fact, Fact], Relation]) -> frozenset[str]:
    """Classes of event that one article tells at two times; of copied sentences one is read."""
    items = list({i.signature: i for i in reversed(items)}.values())
    told: dict[tuple[str, str], dict[str, Item]] = defaultdict(dict)
    for item in items:
        for core in item.classes:
            told[core, item.fact.article].setdefault(item.value, item)
    often = set()
    for (core, _), values in told.items():
        rows = list(values.values())[:8]  # an article that tells more is a calendar
        if core not in often and any(
            relation(a.fact, b.fact) == "different"
            for i, a in enumerate(rows)
            for b in rows[:i]
            if not a.headline and not b.headline
        ):
            often.add(core)
    return frozenset(often)


def _groups(items: Sequence[Item], kept: dict[tuple[int, int], float], pairs: Pairs) -> list[tuple[list[Item], float]]:
    parent: dict[int, int] = {}

    def root(x: int) -> int:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for x, y in kept:
        parent[root(y)] = root(x)
    differing = set(parent)
    members: dict[int, set[int]] = defaultdict(set)
    for x in differing:
        members[root(x)].add(x)
    for (x, y), _ in sorted(pairs.same.items()):  # who agrees with a reading stands with it
        for one, other in ((x, y), (y, x)):
            if one in differing and other not in differing:
                members[root(one)].add(other)
    by_order = {i.order: i for i in items}
    best: dict[int, float] = defaultdict(float)
    for (x, _), score in kept.items():
        best[root(x)] = max(best[root(x)], score)
    return [([by_order[o] for o in sorted(found)], best[r]) for r, found in sorted(members.items())]


def shared_core(group: Sequence[Item]) -> str:
    """The class of event by which a group is known: one that all its items have, so that one more changes nothing."""
    common = frozenset.intersection(*(i.frame.cores for i in group))
    if common:
        return min(common)
    count = Counter(c for i in group for c in i.frame.cores)
    return min(count, key=lambda c: (-count[c], c)) if count else ""


def by_value(items: Iterable[Item]) -> Iterable[list[Item]]:
    """Facts on which nobody differs, by value and class of event, so that agreement shows."""
    rows: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        rows[item.value, item.frame.core or item.fact.id].append(item)
    return rows.values()
