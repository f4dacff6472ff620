"""Which facts may meet: those that share rare words, or a key of their kind.

In: contexts of one kind. Out: pairs of indexes with their ranks. Near linear: a word that more than ``posting`` facts
have finds nobody, and each fact keeps its ``partners`` best in other articles only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import islice

import msgspec

from crosscheck.kinds import Kind
from crosscheck.linking.context import Context, Contexts
from crosscheck.linking.mainevent import TOLD
from crosscheck.settings import LinkingSettings


class Candidate(msgspec.Struct, frozen=True):
    """Two facts that may answer one question, by index; how each ranks the other among those of its article.

    ``first`` counts how many of the two have the other as best by shared words; ``margin`` is the smaller share that
    the pair's words have of the best partner's (1 for the best); ``lone`` how many have no other to choose from.
    """

    a: int
    b: int
    first: int
    margin: float
    lone: int


def candidates(
    contexts: Sequence[Context],
    kind: Kind,
    contextual: Contexts,
    settings: LinkingSettings,
    wanted: Container[str] | None = None,
) -> Iterator[Candidate]:
    """Pairs in the order of their first fact, each once; with ``wanted`` those of which one fact has such an id."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, context in enumerate(contexts):
        for word in context.clause | context.told:
            index[word].append(i)
        for key in _keys(context, kind):
            index[key].append(i)
    ranked = [_ranked(i, contexts, index, kind, contextual.weigh, settings) for i in range(len(contexts))]
    for i, mine in enumerate(ranked):
        for j, (rank, share, alone) in mine.items():
            back = ranked[j].get(i)
            if j < i and back is not None:
                continue  # told from the other side already
            if wanted is not None and contexts[i].fact.id not in wanted and contexts[j].fact.id not in wanted:
                continue
            pair = [(rank, share, alone)] + ([back] if back is not None else [])
            yield Candidate(
                a=min(i, j),
                b=max(i, j),
                first=sum(r == 0 for r, _, _ in pair),
                margin=min(s for _, s, _ in pair),
                lone=sum(a for _, _, a in pair),
            )


def _keys(context: Context, kind: Kind) -> Iterator[str]:
    """Keys of the kind, and one for what is told of the shared event itself; no word can be one of them."""
    for key in kind.keys(context.fact):
        yield f"\x00{key}"
    if context.main == TOLD:
        yield f"\x00of the event {kind.aspect(context.fact)}"


def _ranked(
    i: int,
    contexts: Sequence[Context],
    index: dict[str, list[int]],
    kind: Kind,
    weigh: Callable[[str], float],
    settings: LinkingSettings,
) -> dict[int, tuple[int, float, bool]]:
    """The best partners of one fact: index to (rank within its article, share of the best's words, no other there)."""
    context = contexts[i]
    scores: dict[int, float] = defaultdict(float)
    for word in sorted(context.clause | context.told):
        posting = index[word]
        if len(posting) <= settings.posting:
            weight = weigh(word) * (2 if word in context.clause else 1)
            for j in posting:
                scores[j] += weight
    for key in _keys(context, kind):
        for j in index[key][: settings.posting]:
            scores[j] += settings.key_weight
    by_article: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for j, score in scores.items():
        article = contexts[j].article
        if article != context.article:
            by_article[article].append((-score, j))
    found: list[tuple[float, int, tuple[int, float, bool]]] = []
    for every in by_article.values():
        every.sort()
        comparable = (x for x in every if kind.comparable(context.fact, contexts[x[1]].fact))
        group = list(islice(comparable, max(2, settings.per_article)))  # two at least, to know whether it is alone
        best = -group[0][0] if group else 0.0
        for rank, (score, j) in enumerate(group[: settings.per_article]):
            found.append((score, j, (rank, -score / best if best else 1.0, len(group) == 1)))
    found.sort()
    return {j: told for _, j, told in found[: settings.partners]}
