"""Two quotations laid side by side, word by word.

In: two texts. Out: an :class:`Alignment`: which tokens stand against one another, and the stretch that both share.
Local alignment (Smith and Waterman 1981: free ends, so that one quotation may be a part of the other), where a word
counts by what it tells; ``any more`` against ``anymore`` and ``health care`` against ``healthcare`` are matches of two
to one, an editor's bracket matches up to a few words at no cost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from crosscheck.wording.words import Token, tokens

_MAX_TOKENS = 160  # a longer stretch is cut: the table of the alignment grows with the product of both lengths
_REACH = 4  # words between the start of a text and the first match, at most, for the starts to belong together
_WILD_REACH = 6  # words that one bracket may stand for
_GAP, _SUBSTITUTION = -0.22, -0.3
_STOP, _BOTH, _DOWN, _RIGHT = (0, 0), (1, 1), (1, 0), (0, 1)
# said for one another without a thought, and yet other words
_NEAR = {frozenset((f"{w}body", f"{w}one")) for w in ("some", "every", "any", "no")}
_NEAR |= {frozenset((f"{w}body's", f"{w}one's")) for w in ("some", "every", "any", "no")}
_ALIKE = {frozenset(("'s", "is")), frozenset(("'s", "has")), frozenset(("'d", "would")), frozenset(("'d", "had"))}


class Alignment(msgspec.Struct, frozen=True):
    """``pairs`` are matched stretches in order, each (i, i2, j, j2, same): tokens ``a[i:i2]`` equal ``b[j:j2]``.

    ``same`` is False where only the stem is shared ("want", "wanted"). ``matched`` is the weight of the content words
    that match, ``coverage`` their share of the content of the shorter side within the common stretch, ``run`` the
    longest run of tokens that match without a break, ``content`` the number of content words that match, ``bag``
    the share of the shorter side's content that the other has anywhere.
    """

    a: tuple[Token, ...]
    b: tuple[Token, ...]
    pairs: tuple[tuple[int, int, int, int, bool], ...]
    matched: float
    coverage: float
    run: int
    content: int
    bag: float

    @property
    def common(self) -> int:
        """How many words match, grammar words too."""
        return sum(i2 - i for i, i2, *_ in self.pairs)

    def verbatim(self, least: int, share: float) -> bool:
        """True when at least so many words match, and this share of the shorter side and of the common stretch."""
        if not self.pairs:
            return False
        first, last = self.pairs[0], self.pairs[-1]
        stretch = max(min(len(self.a), len(self.b)), last[1] - first[0], last[3] - first[2])
        return self.common >= max(least, share * stretch)

    @property
    def identical(self) -> bool:
        """True when every token of both has its equal."""
        return (
            self.common == len(self.a)
            and sum(j2 - j for _, _, j, j2, _ in self.pairs) == len(self.b)
            and all(same for *_, same in self.pairs)
        )


@lru_cache(maxsize=8_000)
def aligned(left: str, right: str) -> Alignment:
    """The best alignment of two texts."""
    a, b = tokens(left)[:_MAX_TOKENS], tokens(right)[:_MAX_TOKENS]
    pairs = tuple(_extended(_trimmed(_path(a, b), a, b), a, b))
    matched = sum(_weight(a[i:i2], same) for i, i2, _, _, same in pairs)
    return Alignment(
        a, b, pairs, matched, _coverage(pairs, a, b, matched), _longest_run(pairs), _content(pairs, a), _bag(a, b)
    )


def _weight(found: Sequence[Token], same: bool) -> float:
    weight = sum(t.weight for t in found if t.content)
    return weight if same else 0.8 * weight


def _match(x: Token, y: Token) -> float:
    """What it is worth to set two tokens against one another; 0 where they are different words."""
    if x.form == y.form:
        return x.weight
    if x.stem == y.stem or frozenset((x.form, y.form)) in _NEAR:
        return 0.7 * x.weight
    if frozenset((x.form, y.form)) in _ALIKE:
        return x.weight
    return 0.0


def _same(x: Token, y: Token) -> bool:
    return x.form == y.form or frozenset((x.form, y.form)) in _ALIKE


def _path(a: Sequence[Token], b: Sequence[Token]) -> list[tuple[int, int, int, int, bool]]:
    """Matched stretches of the best path through the table, in order."""
    n, m = len(a), len(b)
    worth = _worths(a, b)
    leaps = _leaps(a, b)
    score = [[0.0] * (m + 1)]
    move: list[list[tuple[int, int]]] = [[_STOP] * (m + 1)]
    best, where = 0.0, (0, 0)
    for i in range(1, n + 1):
        above, values = score[i - 1], worth[i - 1]
        row, steps, before = [0.0], [_STOP], 0.0
        for j in range(1, m + 1):
            top, step = above[j - 1] + values[j - 1], _BOTH
            if above[j] + _GAP > top:
                top, step = above[j] + _GAP, _DOWN
            if before + _GAP > top:
                top, step = before + _GAP, _RIGHT
            for di, dj, value in leaps.get((i, j), ()):
                from_row = row if di == 0 else score[i - di]
                if from_row[j - dj] + value > top:
                    top, step = from_row[j - dj] + value, (di, dj)
            if top <= 0:
                top, step = 0.0, _STOP
            elif top > best:
                best, where = top, (i, j)
            row.append(top)
            steps.append(step)
            before = top
        score.append(row)
        move.append(steps)
    return _walk(a, b, move, *where)


def _worths(a: Sequence[Token], b: Sequence[Token]) -> list[list[float]]:
    """What every token of ``a`` is worth against every token of ``b``."""
    rows: dict[str, list[float]] = {}
    for x in a:
        if x.form not in rows:
            rows[x.form] = [_match(x, y) or _SUBSTITUTION for y in b]
    return [rows[x.form] for x in a]


def _leaps(a: Sequence[Token], b: Sequence[Token]) -> dict[tuple[int, int], list[tuple[int, int, float]]]:
    """Cells of the table where more than one token may be taken at once, as (tokens of a, tokens of b, worth)."""
    leaps: dict[tuple[int, int], list[tuple[int, int, float]]] = {}
    for i, j in _compounds(a, b):
        leaps.setdefault((i, j), []).append((2, 1, b[j - 1].weight))
    for j, i in _compounds(b, a):
        leaps.setdefault((i, j), []).append((1, 2, a[i - 1].weight))
    for i in (i for i, t in enumerate(a, 1) if t.wild):
        for j in range(1, len(b) + 1):
            leaps.setdefault((i, j), []).extend((1, reach, 0.0) for reach in range(min(j, _WILD_REACH) + 1))
    for j in (j for j, t in enumerate(b, 1) if t.wild):
        for i in range(1, len(a) + 1):
            leaps.setdefault((i, j), []).extend((reach, 1, 0.0) for reach in range(min(i, _WILD_REACH) + 1))
    return leaps


def _compounds(a: Sequence[Token], b: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Cells where two tokens of ``a`` are one of ``b``: "health care", "healthcare"; "daughter has", "daughter's"."""
    where: dict[str, list[int]] = {}
    for j, token in enumerate(b, 1):
        where.setdefault(token.form, []).append(j)
    for i in range(2, len(a) + 1):
        first, second = a[i - 2].form, a[i - 1].form
        for j in where.get(first + second, ()):
            yield i, j
        if second in ("is", "has"):
            for j in where.get(first + "'s", ()):
                yield i, j


def _walk(
    a: Sequence[Token], b: Sequence[Token], move: list[list[tuple[int, int]]], i: int, j: int
) -> list[tuple[int, int, int, int, bool]]:
    pairs: list[tuple[int, int, int, int, bool]] = []
    while (i or j) and move[i][j] != _STOP:
        di, dj = move[i][j]
        taken = (*a[i - di : i], *b[j - dj : j])
        if (di and dj and max(di, dj) > 1) or any(t.wild for t in taken):
            pairs.append((i - di, i, j - dj, j, True))
        elif di and dj and _match(*taken):
            pairs.append((i - 1, i, j - 1, j, _same(*taken)))
        i, j = i - di, j - dj
    return pairs[::-1]


def _trimmed(
    pairs: list[tuple[int, int, int, int, bool]], a: Sequence[Token], b: Sequence[Token]
) -> list[tuple[int, int, int, int, bool]]:
    """Without lone grammar words at either end, which chance sets against one another."""

    def weak(pair: tuple[int, int, int, int, bool], neighbour: tuple[int, int, int, int, bool] | None) -> bool:
        if neighbour is None or any(t.content for t in a[pair[0] : pair[1]]):
            return False
        first, second = sorted((pair, neighbour))
        return first[1] != second[0] or first[3] != second[2]

    while pairs and weak(pairs[0], pairs[1] if len(pairs) > 1 else None):
        pairs = pairs[1:]
    while pairs and weak(pairs[-1], pairs[-2] if len(pairs) > 1 else None):
        pairs = pairs[:-1]
    return pairs


def _extended(
    pairs: list[tuple[int, int, int, int, bool]], a: Sequence[Token], b: Sequence[Token]
) -> list[tuple[int, int, int, int, bool]]:
    """With the word that starts both texts, where one has a few more after it ("I feel", "I did not feel").

    The table's free ends give up a lone grammar word for the gap behind it, and a negation could hide in that gap.
    """
    if not pairs:
        return pairs
    i, j = pairs[0][0], pairs[0][2]
    if 0 < i <= _REACH and 0 < j <= _REACH and min(i, j) <= 2 and _same(a[0], b[0]):
        return [(0, 1, 0, 1, True), *pairs]
    return pairs


def _coverage(
    pairs: Sequence[tuple[int, int, int, int, bool]], a: Sequence[Token], b: Sequence[Token], matched: float
) -> float:
    """Share of the content that matches: from the first match to the last, and where both run on beyond.

    Where the end of one quotation is the beginning of the other, the shorter of what each has alone counts as well:
    two sentences that meet in "the youth in my community" are not one.
    """
    if not pairs:
        return 0.0
    i, j, i2, j2 = pairs[0][0], pairs[0][2], pairs[-1][1], pairs[-1][3]
    heads = _content_weight(a[:i]), _content_weight(b[:j])
    tails = _content_weight(a[i2:]), _content_weight(b[j2:])
    inner = max(_content_weight(a[i:i2]), _content_weight(b[j:j2]))
    before, after = min(heads), min(tails)
    crossed = max(min(heads[0] - before, tails[1] - after), min(heads[1] - before, tails[0] - after))
    whole = before + inner + after + crossed
    return matched / whole if whole else 0.0


def _bag(a: Sequence[Token], b: Sequence[Token]) -> float:
    short, long = (a, b) if _content_weight(a) <= _content_weight(b) else (b, a)
    whole = _content_weight(short)
    stems = {t.stem for t in long}
    return sum(t.weight for t in short if t.content and t.stem in stems) / whole if whole else 0.0


def _content_weight(found: Sequence[Token]) -> float:
    return sum(t.weight for t in found if t.content)


def _content(pairs: Sequence[tuple[int, int, int, int, bool]], a: Sequence[Token]) -> int:
    return sum(t.content for i, i2, *_ in pairs for t in a[i:i2])


def _longest_run(pairs: Sequence[tuple[int, int, int, int, bool]]) -> int:
    best = run = 0
    last = (-1, -1)
    for i, i2, j, j2, _ in pairs:
        run = run + 1 if (i, j) == last else 1
        last = (i2, j2)
        best = max(best, run)
    return best
