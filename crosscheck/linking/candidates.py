"""Which facts may meet: those that share rare words, or a key of their kind.

In: contexts of one kind. Out: pairs of indexes with their ranks. Near linear: a word that more than ``posting`` facts
have finds nobody, and each fact keeps its ``partners`` best in other articles only. Facts are looked up many at once,
as columns of numbers; a score is added up in the order of the words, so that it is the same whoever else is looked up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from crosscheck.kinds import Kind
from crosscheck.linking.context import Context, Contexts
from crosscheck.linking.mainevent import TOLD
from crosscheck.settings import LinkingSettings

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_UNASKED = -1
_AT_ONCE = 1 << 18  # words shared that are looked at together: bounds the memory, and changes no result


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


@dataclass
class Candidates:
    """Pairs as columns, each once, in the order of their first fact; iterating gives them one by one."""

    a: Ints
    b: Ints
    first: Ints
    margin: Floats
    lone: Ints

    def __len__(self) -> int:
        return len(self.a)

    def __iter__(self) -> Iterator[Candidate]:
        columns = (self.a, self.b, self.first, self.margin, self.lone)
        for told in zip(*(column.tolist() for column in columns), strict=True):
            yield Candidate(*told)

    def only(self, kept: Any) -> Candidates:
        """Those of a mask, or of a list or stretch of places."""
        return Candidates(self.a[kept], self.b[kept], self.first[kept], self.margin[kept], self.lone[kept])

    def renumbered(self) -> tuple[Ints, Candidates]:
        """The facts that stand in a pair, in order, and the pairs by their places among those."""
        used = np.unique(np.concatenate((self.a, self.b)))
        a, b = np.searchsorted(used, self.a), np.searchsorted(used, self.b)
        return used, Candidates(a, b, self.first, self.margin, self.lone)


@dataclass
class _Ranked:
    """Partners of facts, as columns: ``of`` has ``with_``, at which rank within its article, and so on."""

    of: Ints
    partner: Ints
    rank: Ints
    share: Floats  # of the best partner's words
    alone: NDArray[np.bool_]  # no other there


def candidates(
    contexts: Sequence[Context],
    kind: Kind,
    contextual: Contexts,
    settings: LinkingSettings,
    wanted: Container[str] | None = None,
    *,
    best: bool = False,
) -> Candidates:
    """Pairs that may answer one question; with ``wanted`` those of which one fact has such an id.

    With ``best`` only pairs of which one fact has the other as best by shared words.
    """
    size = len(contexts)
    found = _ranked(contexts, kind, contextual, settings)
    code, back = found.of * size + found.partner, found.partner * size + found.of
    order = np.argsort(code)
    at = order[np.minimum(np.searchsorted(code, back, sorter=order), max(0, len(code) - 1))]
    both = code[at] == back  # each has the other among its partners
    kept = ~(both & (found.partner < found.of))  # else told from the other side already
    first = (found.rank == 0).astype(np.int64) + (both & (found.rank[at] == 0))
    if best:
        kept &= first > 0
    if wanted is not None:
        asked = np.fromiter((c.fact.id in wanted for c in contexts), bool, size)
        kept &= asked[found.of] | asked[found.partner]
    margin = np.where(both, np.minimum(found.share, found.share[at]), found.share)
    lone = found.alone.astype(np.int64) + (both & found.alone[at])
    one, other = np.minimum(found.of, found.partner), np.maximum(found.of, found.partner)
    return Candidates(one, other, first, margin, lone).only(kept)


class _Index:
    """The words and keys of all facts: ``entries`` of (fact, word, weight), and the facts that have a word."""

    def __init__(
        self, contexts: Sequence[Context], kind: Kind, contextual: Contexts, settings: LinkingSettings
    ) -> None:
        self.size = len(contexts)
        known: defaultdict[str, int] = defaultdict(count().__next__)
        facts: list[int] = []
        words: list[int] = []
        weights: list[float] = []
        is_key: list[bool] = []
        weigh = contextual.weigh
        for i, context in enumerate(contexts):
            clause, said = context.clause, sorted(context.clause | context.told)
            keys = list(_keys(context, kind))
            facts += [i] * (len(said) + len(keys))
            words += [known[w] for w in said]
            words += [known[k] for k in keys]
            weights += [weigh(w) * (2 if w in clause else 1) for w in said]
            weights += [settings.key_weight] * len(keys)
            is_key += [False] * len(said) + [True] * len(keys)
        self.fact, self.word = np.array(facts, np.int64), np.array(words, np.int64)
        self.weight = np.array(weights, np.float64)
        self.posted = self.fact[np.argsort(self.word, kind="stable")]
        told = np.bincount(self.word, minlength=len(known))
        self.start = np.cumsum(told) - told
        key = np.zeros(len(known), bool)
        key[self.word[np.array(is_key, bool)]] = True
        most = settings.posting
        self.count = np.where(told <= most, told, np.where(key, most, 0))  # a common word finds nobody, a key some
        used = self.count[self.word] > 0
        self.fact, self.word, self.weight = self.fact[used], self.word[used], self.weight[used]

    def chunks(self) -> Iterator[slice]:
        """Entries in stretches of whole facts that share about so many words as may be looked at together."""
        last = np.flatnonzero(np.diff(self.fact, append=-1)) + 1  # behind the last entry of each fact
        shared = np.cumsum(self.count[self.word])[last - 1] if len(last) else last
        begun = done = 0
        for stop, total in zip(last.tolist(), shared.tolist(), strict=True):
            if total - done >= _AT_ONCE or stop == len(self.fact):
                yield slice(begun, stop)
                begun, done = stop, total


def _keys(context: Context, kind: Kind) -> Iterator[str]:
    """Keys of the kind, and one for what is told of the shared event itself; no word can be one of them."""
    for key in kind.keys(context.fact):
        yield f"\x00{key}"
    if context.main == TOLD:
        yield f"\x00of the event {kind.aspect(context.fact)}"


def _ranked(contexts: Sequence[Context], kind: Kind, contextual: Contexts, settings: LinkingSettings) -> _Ranked:
    """The best partners of every fact, those of the first first, the best first."""
    index = _Index(contexts, kind, contextual, settings)
    numbers: dict[str, int] = {}
    article = np.array([numbers.setdefault(c.article, len(numbers)) for c in contexts], np.int64)
    comparable = _Comparable(contexts, kind)

    def meet(of: Ints, partner: Ints) -> NDArray[np.bool_]:
        meeting = comparable(of, partner)
        meeting &= article[of] != article[partner]
        return meeting

    parts = [_best(*_shared(index, chunk, meet), article, settings) for chunk in index.chunks()]
    nothing: Any = np.zeros(0, np.int64)
    if not parts:
        return _Ranked(nothing, nothing, nothing, np.zeros(0), np.zeros(0, bool))
    return _Ranked(*(np.concatenate(column) for column in zip(*parts, strict=True)))


class _Comparable:
    """Which pairs of facts could be held against each other: asked once for all facts that are alike to their kind."""

    def __init__(self, contexts: Sequence[Context], kind: Kind) -> None:
        classes: dict[Any, int] = {}
        self._kind = kind
        self._contexts = contexts
        self._of = np.array([classes.setdefault(kind.held(c.fact), len(classes)) for c in contexts], np.int64)
        self._known = np.full((len(classes), len(classes)), _UNASKED, np.int8)

    def __call__(self, one: Ints, other: Ints) -> NDArray[np.bool_]:
        x, y = self._of[one], self._of[other]
        unasked = np.flatnonzero(self._known[x, y] == _UNASKED)
        _, first = np.unique(x[unasked] * len(self._known) + y[unasked], return_index=True)
        for i in unasked[first].tolist():
            a, b = self._contexts[one[i]].fact, self._contexts[other[i]].fact
            self._known[x[i], y[i]] = self._kind.comparable(a, b)
        return self._known[x, y].astype(bool)


def _shared(index: _Index, chunk: slice, meet: Callable[[Ints, Ints], NDArray[np.bool_]]) -> tuple[Ints, Ints, Floats]:
    """Fact, partner and weight of all that they share, in the order of both; for the facts of some entries."""
    word = index.word[chunk]
    count = index.count[word]
    ends = np.cumsum(count)
    within = np.arange(ends[-1]) - np.repeat(ends - count, count)
    partner = index.posted[np.repeat(index.start[word], count) + within]
    of = np.repeat(index.fact[chunk], count)
    kept = np.flatnonzero(meet(of, partner))
    pairs, at = np.unique(of[kept] * index.size + partner[kept], return_inverse=True)
    # added one by one in the order given: that of the words, then the keys
    score: Any = np.bincount(at, weights=np.repeat(index.weight[chunk], count)[kept], minlength=len(pairs))
    return pairs // index.size, pairs % index.size, score


def _best(of: Ints, partner: Ints, score: Floats, article: Ints, settings: LinkingSettings) -> tuple[Any, ...]:
    """The columns of :class:`_Ranked` for pairs in the order of fact and partner, facts in that of their articles."""
    group = np.cumsum(np.diff(of, prepend=-1).astype(bool) | np.diff(article[partner], prepend=-1).astype(bool)) - 1
    members = np.bincount(group)
    order = np.lexsort((-score, group))  # stable: of equals the earlier partner
    of, partner, score, group = of[order], partner[order], score[order], group[order]
    start = np.cumsum(members) - members
    rank = np.arange(len(group)) - start[group]
    share, alone = score / score[start[group]], members[group] == 1
    order = np.flatnonzero(rank < settings.per_article)
    order = order[np.lexsort((-score[order], of[order]))]
    of = of[order]
    begun = np.flatnonzero(np.diff(of, prepend=-1))
    nth = np.arange(len(of)) - np.repeat(begun, np.diff(begun, append=len(of)))
    order, of = order[nth < settings.partners], of[nth < settings.partners]
    return of, partner[order], rank[order], share[order], alone[order]
