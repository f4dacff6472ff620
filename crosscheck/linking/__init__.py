"""Linking: facts in, pairs that answer one question out; one engine for all kinds.

It knows evidence and nothing of values: candidates by rare words and keys, signs of how alike the two stand, a fitted
scorer, and for each fact its best partner in every other article. What the values say to one another is judging's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crosscheck.kinds import Kind
from crosscheck.linking.candidates import Candidate, candidates
from crosscheck.linking.context import Context, Contexts
from crosscheck.linking.scorer import Model, Scored, load
from crosscheck.linking.signs import signs
from crosscheck.model import Fact
from crosscheck.settings import LinkingSettings


class Link(msgspec.Struct, frozen=True):
    """Two facts of different articles, how surely they answer one question, and why.

    ``mutual`` is true where neither has a better partner in the other's article.
    """

    a: Fact
    b: Fact
    probability: float
    why: tuple[tuple[str, float], ...]
    mutual: bool = True


def pair_signs(
    pair: Candidate, contexts: Sequence[Context], kind: Kind, contextual: Contexts
) -> dict[str, float | None]:
    """All signs of a candidate pair: shared ones, those of its kind, and how the two rank each other."""
    a, b = contexts[pair.a], contexts[pair.b]
    first = (a.nth == 0) + (b.nth == 0)
    found = signs(a, b, contextual.weigh)
    found |= kind.signs(a.fact, b.fact)
    found |= contextual.event_signs(a, b)
    found["best partner"] = float(pair.first)
    found["next to the best"] = pair.margin
    found["only one"] = float(pair.lone)
    found["first told of its sort"] = float(first) if a.sort == b.sort else -1.0
    return found


def link(
    facts: Sequence[Fact],
    kind: Kind,
    contextual: Contexts,
    settings: LinkingSettings,
    *,
    asked: frozenset[str] | None = None,
    model: Model | None = None,
) -> list[Link]:
    """Links of one kind from ``settings.least`` up, the surest first; with ``asked`` those of these questions only.

    A fact of another question that may be the better partner of one that is asked for is linked with that one as well.
    """
    model = model or load()
    aspects = {f.id: aspect for f in facts if (aspect := kind.aspect(f))}
    wanted = {i for i, aspect in aspects.items() if asked is None or aspect in asked}
    if not wanted:
        return []
    contexts = contextual.of((f for f in facts if f.id in aspects), kind)
    scored: list[tuple[Scored, Candidate]] = []
    best: dict[tuple[int, str], float] = {}
    for pair in candidates(contexts, kind, contextual, settings, wanted):
        a, b = contexts[pair.a], contexts[pair.b]
        result = model.score(aspects[a.fact.id], pair_signs(pair, contexts, kind, contextual))
        if result.probability < settings.least:
            continue
        scored.append((result, pair))
        for i, article in ((pair.a, b.article), (pair.b, a.article)):
            best[i, article] = max(best.get((i, article), 0.0), result.probability)
    scored.sort(key=lambda s: (-s[0].probability, s[1].a, s[1].b))
    return list(_links(scored, contexts, best, settings))


def _links(
    scored: Sequence[tuple[Scored, Candidate]],
    contexts: Sequence[Context],
    best: dict[tuple[int, str], float],
    settings: LinkingSettings,
) -> Iterator[Link]:
    for result, pair in scored:
        a, b = contexts[pair.a], contexts[pair.b]
        top = max(best[pair.a, b.article], best[pair.b, a.article])
        yield Link(
            a=a.fact,
            b=b.fact,
            probability=round(result.probability, 4),
            why=result.why(),
            mutual=result.probability >= top - settings.tie,
        )
