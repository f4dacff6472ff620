"""Linking: facts in, pairs that answer one question out; one engine for all kinds.

It knows evidence and nothing of values: candidates by rare words and keys, signs of how alike the two stand, a fitted
scorer, and for each fact its best partner in every other article. What the values say to one another is judging's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import msgspec

from crosscheck.kinds import Kind
from crosscheck.linking.candidates import Candidate, candidates
from crosscheck.linking.columns import Columns, Weighed
from crosscheck.linking.context import Context, Contexts
from crosscheck.linking.scorer import Model, Scored, load
from crosscheck.linking.signs import signs
from crosscheck.model import Fact
from crosscheck.settings import LinkingSettings


class Link(msgspec.Struct, frozen=True):
    """Two facts of different articles, and how surely they answer one question; ``explain`` says why.

    ``mutual`` is true where neither has a better partner in the other's article.
    """

    a: Fact
    b: Fact
    probability: float
    explain: Callable[[], Scored]
    mutual: bool = True

    @property
    def why(self) -> tuple[tuple[str, float], ...]:
        """The signs that weigh anything, what speaks most for the pair first."""
        return self.explain().why()


def pair_signs(
    pair: Candidate, contexts: Sequence[Context], kind: Kind, contextual: Contexts
) -> dict[str, float | None]:
    """All signs of a candidate pair: shared ones, those of its kind, and how the two rank each other."""
    a, b = contexts[pair.a], contexts[pair.b]
    first = (a.nth == 0) + (b.nth == 0)
    found = signs(a, b, contextual.weigh)
    found |= kind.signs(a.fact, b.fact)
    found |= contextual.event_signs(a, b)
    if contextual.anchored:
        found["copied"] = float(a.group == b.group)
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
    pairs = candidates(contexts, kind, contextual, settings, wanted)
    questions = [aspects[contexts[i].fact.id] for i in pairs.a.tolist()]
    weighed = Weighed(model, Columns(contexts, pairs, kind, contextual, model).levels(), questions)
    rows = [row for row, probability in enumerate(weighed.probability) if probability >= settings.least]
    one, other = pairs.a.tolist(), pairs.b.tolist()
    rows.sort(key=lambda row: (-weighed.probability[row], one[row], other[row]))
    ends = [(contexts[one[row]], contexts[other[row]]) for row in rows]
    chances = [weighed.probability[row] for row in rows]
    return [
        Link(
            a=a.fact, b=b.fact, probability=round(chance, 4), explain=partial(weighed.scored, row),
            mutual=chance >= top - settings.tie,
        )
        for row, (a, b), chance, top in zip(rows, ends, chances, _tops(ends, chances), strict=True)
    ]  # fmt: skip


def _tops(ends: Sequence[tuple[Context, Context]], chances: Sequence[float]) -> Iterator[float]:
    """The chance of the best partner that either end of a pair has in the other's article; the surest pairs first."""
    best: dict[tuple[str, str], float] = {}
    for (a, b), chance in zip(ends, chances, strict=True):
        best.setdefault((a.fact.id, b.article), chance)
        best.setdefault((b.fact.id, a.article), chance)
    return (max(best[a.fact.id, b.article], best[b.fact.id, a.article]) for a, b in ends)
