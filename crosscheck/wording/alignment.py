"""Two quotations laid side by side, word by word.

In: two texts. Out: an :class:`Alignment`: which tokens stand against one another, and the stretch that both share.
Semi-global alignment (Needleman and Wunsch 1970, with free ends, so that one quotation may be a part of the other), where
a word counts by what it tells; ``any more`` against ``anymore`` and ``health care`` against ``healthcare`` are matches of
two to one, an editor's bracket matches up to a few words at no cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from crosscheck.wording.words import Token, tokens

_MAX_TOKENS = 160  # a longer stretch is cut: the table of the alignment grows with the product of both lengths
_REACH = 4  # words between the start of a text and the first match, at most, for the starts to belong together
_WILD_REACH = 6  # words that one bracket may stand for
_GAP, _SUBSTITUTION = -0.22, -0.3
_ALIKE = {frozenset(("'s", "is")), frozenset(("'s", "has")), frozenset(("'d", "would")), frozenset(("'d", "had"))}

Step = tuple[int, int, int, int]  # tokens a[i:i2] stand against b[j:j2]


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
    def identical(self) -> bool:
        """True when every token of both has its equal."""
        return (
            sum(i2 - i for i, i2, *_ in self.pairs) == len(self.a)
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
    if x.stem == y.stem:
        return 0.7 * x.weight
    if frozenset((x.form, y.form)) in _ALIKE:
        return x.weight
    return 0.0


def _same(x: Token, y: Token) -> bool:
    return x.form == y.form or frozenset((x.form, y.form)) in _ALIKE


def _path(a: Sequence[Token], b: Sequence[Token]) -> list[tuple[int, int, int, int, bool]]:
    """Matched stretches of the best path through the table, in order."""
    n, m = len(a), len(b)
    score = [[0.0] * (m + 1) for _ in range(n + 1)]
    move: list[list[tuple[int, int]]] = [[(0, 0)] * (m + 1) for _ in range(n + 1)]
    best, where = 0.0, (0, 0)
    for i in range(1, n + 1):
        x, above, row, steps = a[i - 1], score[i - 1], score[i], move[i]
        for j in range(1, m + 1):
            y = b[j - 1]
            worth = _match(x, y)
            top = above[j - 1] + (worth or _SUBSTITUTION)
            step = (1, 1)
            if above[j] + _GAP > top:
                top, step = above[j] + _GAP, (1, 0)
            if row[j - 1] + _GAP > top:
                top, step = row[j - 1] + _GAP, (0, 1)
            if not worth:
                top, step = _compound(score, a, b, i, j, top, step)
            if top <= 0:
                top, step = 0.0, (0, 0)
            row[j], steps[j] = top, step
            if top > best:
                best, where = top, (i, j)
    return _walk(a, b, move, *where)


def _compound(
    score: list[list[float]], a: Sequence[Token], b: Sequence[Token], i: int, j: int, top: float, step: tuple[int, int]
) -> tuple[float, tuple[int, int]]:
    """Two words against one, and brackets against a few words, where that is better than ``top``."""
    x, y = a[i - 1], b[j - 1]
    if i > 1 and x.form in ("is", "has") and y.form == a[i - 2].form + "'s" and score[i - 2][j - 1] + y.weight > top:
        top, step = score[i - 2][j - 1] + y.weight, (2, 1)  # "my daughter has", "my daughter's"
    if j > 1 and y.form in ("is", "has") and x.form == b[j - 2].form + "'s" and score[i - 1][j - 2] + x.weight > top:
        top, step = score[i - 1][j - 2] + x.weight, (1, 2)
    if i > 1 and len(y.form) == len(x.form) + len(a[i - 2].form) and y.form == a[i - 2].form + x.form:
        if score[i - 2][j - 1] + y.weight > top:
            top, step = score[i - 2][j - 1] + y.weight, (2, 1)
    if j > 1 and len(x.form) == len(y.form) + len(b[j - 2].form) and x.form == b[j - 2].form + y.form:
        if score[i - 1][j - 2] + x.weight > top:
            top, step = score[i - 1][j - 2] + x.weight, (1, 2)
    if x.wild or y.wild:
        for reach in range(_WILD_REACH + 1):
            di, dj = (1, reach) if x.wild else (reach, 1)
            if di <= i and dj <= j and score[i - di][j - dj] > top:
                top, step = score[i - di][j - dj], (di, dj)
    return top, step


def _walk(
    a: Sequence[Token], b: Sequence[Token], move: list[list[tuple[int, int]]], i: int, j: int
) -> list[tuple[int, int, int, int, bool]]:
    pairs: list[tuple[int, int, int, int, bool]] = []
    while i and j and move[i][j] != (0, 0):
        di, dj = move[i][j]
        x, y = a[i - 1], b[j - 1]
        if (di and dj and max(di, dj) > 1) or x.wild or y.wild:
            pairs.append((i - di, i, j - dj, j, True))
        elif di and dj and _match(x, y):
            pairs.append((i - 1, i, j - 1, j, _same(x, y)))
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
    """With the word at the very start of one text, where the other has it a few words away ("I feel", "I did not feel").

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
