"""Signs of many pairs at once, cut into levels and weighed: what signs.py says of two, as columns.

In: contexts of one kind and pairs of their indexes. Out: probabilities and reasons by row. Facts of one event repeat
each other: what a sign looks at is numbered, and each pair of numbers is asked once. Weights of words are added as
whole numbers, so that no order of adding changes a sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import count, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.kinds import Kind, Signs
from crosscheck.linking.candidates import Candidates, Floats, Ints
from crosscheck.linking.context import Context, Contexts
from crosscheck.linking.scorer import Model, Scored, level, probable
from crosscheck.linking.signs import MEANINGS, PARTS, WORDS, cosine, shared_weight
from crosscheck.model import Fact

Levels = NDArray[np.int8]
_ABSENT = -1  # the sign is not asked of this pair; 0 is unknown, 1 the lowest level
_UNIT = 1 << 40  # weights of words as whole numbers of so many to one
_SETS = 256  # sets of words laid out side by side: bounds the memory, and changes no result


class Numbered:
    """Something that facts have, numbered: equal ones have one number."""

    def __init__(self, told: Iterable[Hashable]) -> None:
        known: defaultdict[Hashable, int] = defaultdict(count().__next__)
        self.of = np.array([known[x] for x in told], np.int64)
        self.values = list(known)

    def pairs(self, a: Ints, b: Ints) -> tuple[Ints, Ints, Ints]:
        """Places of the first rows that have each pair of numbers, those numbers as one, and for each row its pair."""
        code = self.of[a] * max(1, len(self.values)) + self.of[b]
        codes, first, at = np.unique(code, return_index=True, return_inverse=True)
        return first, codes, at


def face(fact: Fact) -> Hashable:
    """All that a kind can see of a fact: what it says, not where it stands."""
    mention = fact.mention
    return fact.value, fact.hedge, mention.text, frozenset(mention.attrs.items())


def relations(facts: Sequence[Fact], kind: Kind, pairs: Candidates) -> NDArray[Any]:
    """How the values of each pair stand to one another, as the kind says."""
    used, pairs = pairs.renumbered()
    facts = [facts[i] for i in used.tolist()]
    first, _, at = Numbered(map(face, facts)).pairs(pairs.a, pairs.b)
    found = [kind.relate(facts[pairs.a[i]], facts[pairs.b[i]]) for i in first.tolist()]
    return np.array(found, dtype="U10")[at]


class Weighed:
    """Levels of the signs of pairs, by name, and what a model makes of them."""

    def __init__(self, model: Model, levels: dict[str, Levels], questions: Sequence[str]) -> None:
        """``questions`` are the names by which the model knows what each pair is asked."""
        self._model, self._levels, self._questions = model, levels, questions
        self.probability = self._probabilities()

    def _probabilities(self) -> list[float]:
        asked = Numbered(self._questions)
        total = np.zeros(len(asked.of))
        for number, question in enumerate(asked.values):
            rows = np.flatnonzero(asked.of == number)
            own = self._model.of(str(question))
            sums = np.full(len(rows), self._model.constant(str(question)))
            for name, levels in self._levels.items():  # one by one, in the order of the signs
                if name in own:
                    sums += np.array([*own[name], 0.0])[levels[rows]]
            total[rows] = sums
        return [probable(t) for t in total.tolist()]

    def scored(self, row: int) -> Scored:
        """The probability of one pair with its reasons."""
        own = self._model.of(self._questions[row])
        told = ((name, int(levels[row])) for name, levels in self._levels.items() if name in own)
        return Scored(self.probability[row], tuple((n, own[n][at]) for n, at in told if at != _ABSENT))


class Columns:
    """Makes levels of the signs of pairs of some contexts."""

    def __init__(
        self, contexts: Sequence[Context], pairs: Candidates, kind: Kind, contextual: Contexts, model: Model
    ) -> None:
        used, self._pairs = pairs.renumbered()
        self._contexts = contexts = [contexts[i] for i in used.tolist()]
        self._kind, self._contextual = kind, contextual
        self._edges = model.edges
        self._faces = Numbered(face(c.fact) for c in contexts)
        self._events = Numbered((c.main, c.anchor) for c in contexts)
        self._group, self._sort = Numbered(c.group for c in contexts).of, Numbered(c.sort for c in contexts).of
        self._nth = np.array([c.nth for c in contexts], np.int64)
        self._words: dict[Any, _Words] = {}
        self._parts: dict[str, Numbered] = {}

    def levels(self, extra: dict[str, Floats] | None = None) -> dict[str, Levels]:
        """By name, in the order of the signs of one pair; ``extra`` are further signs, unknown where not a number."""
        found = {name: levels for name, levels in self._told() if name in self._edges}
        return found | {name: self._cut(name, v) for name, v in (extra or {}).items() if name in self._edges}

    def _told(self) -> Iterator[tuple[str, Levels]]:
        pairs = self._pairs
        a, b = pairs.a, pairs.b
        for name, (words, compared) in WORDS.items():
            weights = self._known(words)
            first, _, at = weights.asked.pairs(a, b)
            yield name, self._cut(name, weights.compared(a[first], b[first], shared=compared is shared_weight))[at]
        for name, (words, vector) in MEANINGS.items():
            first, _, at = self._known(words).asked.pairs(a, b)
            yield name, self._cut(name, self._cosines(a[first], b[first], vector))[at]
        for name, (part, told) in PARTS.items():
            if name in self._edges:
                yield name, self._each(name, part, told, a, b)
        yield from self._of_the_kind(a, b)
        yield from self._of_the_event(a, b)
        yield "best partner", self._cut("best partner", pairs.first)
        yield "next to the best", self._cut("next to the best", pairs.margin)
        yield "only one", self._cut("only one", pairs.lone)
        yield "first told of its sort", self._cut("first told of its sort", self._first_told(a, b))

    def _cut(self, name: str, values: Any) -> Levels:
        """Levels of numbers; not a number is unknown."""
        edges = self._edges.get(name)
        if edges is None:
            return np.zeros(len(values), np.int8)
        at = np.searchsorted(np.array(edges, np.float64), values) + 1
        return np.where(np.isnan(values), 0, at).astype(np.int8)

    def _known(self, words: Callable[[Context], frozenset[str]]) -> _Words:
        if words not in self._words:
            self._words[words] = _Words(list(map(words, self._contexts)), self._contextual.weigh)
        return self._words[words]

    def _each(
        self, name: str, part: Callable[[Context], Any], told: Callable[[Any, Any], float | None], a: Ints, b: Ints
    ) -> Levels:
        """Levels of a sign that is asked once for each pair of what it looks at."""
        if name not in self._parts:
            self._parts[name] = Numbered(map(part, self._contexts))
        asked = self._parts[name]
        _, codes, at = asked.pairs(a, b)
        values, size, edges = asked.values, max(1, len(asked.values)), self._edges[name]
        found = [level(told(values[code // size], values[code % size]), edges) + 1 for code in codes.tolist()]
        return np.array(found, np.int8)[at]

    def _cosines(self, a: Ints, b: Ints, vector: Callable[[Context], Any]) -> Floats:
        found = np.full(len(a), np.nan)
        for row, (i, j) in enumerate(zip(a.tolist(), b.tolist(), strict=True)):
            near = cosine(vector(self._contexts[i]), vector(self._contexts[j]))
            if near is not None:
                found[row] = near
        return found

    def _of_the_kind(self, a: Ints, b: Ints) -> Iterator[tuple[str, Levels]]:
        first, _, at = self._faces.pairs(a, b)
        some = zip(a[first].tolist(), b[first].tolist(), strict=True)
        yield from self._spread([self._kind.signs(self._contexts[i].fact, self._contexts[j].fact) for i, j in some], at)

    def _of_the_event(self, a: Ints, b: Ints) -> Iterator[tuple[str, Levels]]:
        first, _, at = self._events.pairs(a, b)
        some = zip(a[first].tolist(), b[first].tolist(), strict=True)
        told = [self._contextual.event_signs(self._contexts[i], self._contexts[j]) for i, j in some]
        yield from self._spread(told, at)
        if self._contextual.anchored:
            yield "copied", self._cut("copied", (self._group[a] == self._group[b]).astype(np.float64))

    def _spread(self, told: Sequence[Signs], at: Ints) -> Iterator[tuple[str, Levels]]:
        """Levels of signs by name, told once and given to every row; one that is not told of a pair is absent."""
        for name in dict.fromkeys(name for signs in told for name in signs):
            if name in self._edges:
                edges = self._edges[name]
                found = [level(signs[name], edges) + 1 if name in signs else _ABSENT for signs in told]
                yield name, np.array(found, np.int8)[at]

    def _first_told(self, a: Ints, b: Ints) -> Floats:
        firsts = (self._nth[a] == 0).astype(np.float64) + (self._nth[b] == 0)
        return np.where(self._sort[a] == self._sort[b], firsts, -1.0)


class _Words:
    """Sets of words, numbered, with the sum of each one's weights."""

    def __init__(self, sets: Sequence[frozenset[str]], weigh: Callable[[str], float]) -> None:
        self.asked = Numbered(sets)
        known: dict[str, int] = {}
        said = [known.setdefault(w, len(known)) for words in self.asked.values for w in words]  # type: ignore[attr-defined]
        self._said = np.array(said, np.int64)
        self._count = np.array([len(words) for words in self.asked.values], np.int64)  # type: ignore[arg-type]
        self._start = np.cumsum(self._count) - self._count
        self._weight = np.array([round(weigh(w) * _UNIT) for w in known], np.int64)
        self._total = _sums(self._weight[self._said], self._count)

    def compared(self, a: Ints, b: Ints, *, shared: bool) -> Floats:
        """:func:`shared_weight` of pairs of contexts, or else :func:`union_weight`; rows in the order of the first."""
        one, other = self.asked.of[a], self.asked.of[b]
        both = np.concatenate([self._shared(one[rows], other[rows]) for rows in _stretches(one)] or [one])
        x, y = self._total[one], self._total[other]
        found = both / np.maximum(_UNIT, np.minimum(x, y) if shared else x + y - both)
        return np.where((self._count[one] == 0) | (self._count[other] == 0), np.nan, found)

    def _shared(self, one: Ints, other: Ints) -> Ints:
        """Weights of what sets share; of few different first sets, which are laid out with a column a word."""
        firsts, row = np.unique(one, return_inverse=True)
        has = np.zeros((len(firsts), len(self._weight)), bool)
        has[np.repeat(np.arange(len(firsts)), self._count[firsts]), self._words(firsts)] = True
        said = self._words(other)
        return _sums(self._weight[said] * has[np.repeat(row, self._count[other]), said], self._count[other])

    def _words(self, sets: Ints) -> Ints:
        count = self._count[sets]
        within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
        return self._said[np.repeat(self._start[sets], count) + within]


def _sums(values: Ints, count: Ints) -> Ints:
    """Sums of stretches of so many values each."""
    ends = np.cumsum(values)
    upto = np.concatenate(([0], ends))[np.cumsum(count)]
    return np.diff(upto, prepend=0)


def _stretches(one: Ints) -> Iterator[slice]:
    """Rows of so many different values, in stretches; equal ones stand together."""
    begins = np.flatnonzero(np.diff(one, prepend=-1))[::_SETS].tolist()
    for begin, end in pairwise([*begins, len(one)]):
        yield slice(begin, end)
