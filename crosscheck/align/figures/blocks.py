"""Groups profiles into askings of one question: blocks, then the surest pairs first.

Near linear: the same asking in many articles is gathered by its signature before anything is compared, so that 400
articles of one event give little more to compare than 40.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from crosscheck.align.figures.profile import Profile
from crosscheck.align.figures.score import Scorer
from crosscheck.likeness import likeness
from crosscheck.settings import FigureSettings

Keys = Callable[[Profile], Iterable[tuple[str, ...]]]


@dataclass
class Asking:
    """Profiles that answer one question; ``similarity`` is that of the weakest pair that joined them."""

    profiles: list[Profile]
    similarity: float = 1.0
    heads: list[Profile] = field(default_factory=list)  # one profile of each way in which it is asked
    places: dict[tuple[str, int], list[Profile]] = field(default_factory=dict)  # by article and sentence


def join(profiles: Sequence[Profile], keys: Keys, scorer: Scorer, settings: FigureSettings) -> list[Asking]:
    """Askings in the order of their first figure."""
    groups = _gather(profiles, scorer, settings)
    at = _blocks(groups, keys)
    edges = _edges(groups, at, scorer, settings)
    for group in groups:
        for p in group.profiles:
            group.places.setdefault((p.article, p.fact.mention.sentence), []).append(p)
    return _merge(groups, edges, scorer, settings)


def _signature(p: Profile) -> tuple[object, ...]:
    return (
        p.measure, p.unit, p.noun, p.theme, p.verb, p.scope, p.scope_noun, p.focus, p.reference, p.ordinal, p.person,
        p.anchor.period, p.anchor.background, p.further, p.negated, p.lede, p.setting.left[:1], p.setting.right[:2],
        p.asked,
    )  # fmt: skip


def _gather(profiles: Sequence[Profile], scorer: Scorer, settings: FigureSettings) -> list[Asking]:
    """Figures told in the same words go together at once, each held against the first of its kind only."""
    buckets: dict[tuple[object, ...], list[Asking]] = {}
    groups: list[Asking] = []
    for profile in profiles:
        bucket = buckets.setdefault(_signature(profile), [])
        for group in bucket[: settings.block_width]:
            first = group.heads[0]
            if first.article == profile.article:
                continue
            score = scorer.score(first, profile)
            if score >= settings.accept:
                group.profiles.append(profile)
                group.similarity = min(group.similarity, score)
                break
        else:
            group = Asking([profile], heads=[profile])
            bucket.append(group)
            groups.append(group)
    return groups


def _blocks(groups: list[Asking], keys: Keys) -> dict[tuple[str, ...], list[int]]:
    at: dict[tuple[str, ...], list[int]] = {}
    for index, group in enumerate(groups):
        for key in dict.fromkeys(keys(group.heads[0])):
            at.setdefault(key, []).append(index)
    return at


def _edges(
    groups: list[Asking], at: dict[tuple[str, ...], list[int]], scorer: Scorer, settings: FigureSettings
) -> list[tuple[float, int, int]]:
    """Scored pairs of groups, the surest first. In a wide block each meets the next ones only."""
    seen: set[tuple[int, int]] = set()
    edges = []
    for members in at.values():
        for position, i in enumerate(members):
            for j in members[position + 1 : position + 1 + settings.block_width]:
                if (i, j) in seen:
                    continue
                seen.add((i, j))
                score = _best(groups[i], groups[j], scorer, settings)
                if score >= settings.accept:
                    edges.append((score, i, j))
    return sorted(edges, key=lambda e: (-e[0], e[1], e[2]))


def _best(one: Asking, two: Asking, scorer: Scorer, settings: FigureSettings) -> float:
    """The surest score between figures of two groups; 0 where it is not sure enough."""
    best = 0.0
    for a in one.profiles[: settings.samples]:
        for b in two.profiles[: settings.samples]:
            score = scorer.score(a, b)
            if score > best and score >= (settings.accept if a.article != b.article else _inside(a, b, settings)):
                best = score
    return best


def _inside(a: Profile, b: Profile, settings: FigureSettings) -> float:
    """The score that two figures of one article need: its lede and body repeat one, its body tells another."""
    if a.lede == b.lede and a.names and b.names and not a.names & b.names:
        return 1.1
    return settings.accept_inside


def _merge(
    groups: list[Asking], edges: list[tuple[float, int, int]], scorer: Scorer, settings: FigureSettings
) -> list[Asking]:
    home = list(range(len(groups)))

    def find(i: int) -> int:
        while home[i] != i:
            home[i] = home[home[i]]
            i = home[i]
        return i

    for score, i, j in edges:
        a, b = find(i), find(j)
        if a == b or not _fits(groups[a], groups[b], scorer, settings):
            continue
        a, b = min(a, b), max(a, b)
        for place, told in groups[b].places.items():
            groups[a].places.setdefault(place, []).extend(told)
        groups[a].profiles += groups[b].profiles
        groups[a].heads += groups[b].heads
        groups[a].similarity = min(groups[a].similarity, groups[b].similarity, score)
        home[b] = a
    return [g for i, g in enumerate(groups) if find(i) == i]


def _fits(a: Asking, b: Asking, scorer: Scorer, settings: FigureSettings) -> bool:
    """True unless figures of one group are excluded by those of the other, a few apart: anchors can be misread."""
    shared = a.places.keys() & b.places.keys()
    if any(scorer.side_by_side(p, q) for at in shared for p in a.places[at] for q in b.places[at]):
        return False
    limit = settings.block_width // 4
    pairs = [(p, q) for p in a.heads[:limit] for q in b.heads[:limit]]
    every = ((p, q) for p in a.heads[: settings.block_width] for q in b.heads[: settings.block_width])
    if any(scorer.long_apart(p, q) for p, q in every):
        return False
    barred = sum(scorer.barred(p, q, likeness(p.setting, q.setting)) for p, q in pairs)
    return barred <= settings.barred_share * len(pairs)
