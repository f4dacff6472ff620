"""What remains different between two aligned quotations, and what to call it.

In: an :class:`~crosscheck.wording.alignment.Alignment`. Out: :class:`Difference` records, in the order of the text.
Words that only one side quotes, before or after the common stretch, are no difference, unless both sides run on and say
different things, or one breaks off inside a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from crosscheck.wording.alignment import Alignment
from crosscheck.wording.ends import begins_late, ends_early
from crosscheck.wording.lexicon import (
    ARTICLES,
    AUXILIARIES,
    DETERMINERS,
    FUNCTION,
    NEGATIONS,
    OPPOSITES,
    PARTICLES,
    REVERSING,
    TIDIED,
)
from crosscheck.wording.words import NUMBER_WORDS, Token

_FIRST = 2  # words before the first in common, at most, for both sides to begin in one place
_OMISSION = ("…", "...", ". .", "…]", "...]")
Verdict = Literal[
    "negation", "figure", "opposite", "word", "cut", "tense", "number", "order", "opening", "ending", "spelling",
    "minor",
]  # fmt: skip
GRAVITY: tuple[Verdict, ...] = (
    "negation", "figure", "opposite", "word", "cut", "tense", "number", "order", "opening", "ending", "spelling",
    "minor",
)  # fmt: skip


class Difference(msgspec.Struct, frozen=True):
    """Tokens ``a[i:i2]`` against ``b[j:j2]``; either may be empty. ``edge`` is true beyond the common stretch."""

    verdict: Verdict
    i: int
    i2: int
    j: int
    j2: int
    edge: bool = False


def differences(found: Alignment, left: str, right: str) -> list[Difference]:
    """All differences of two aligned texts; ``left`` and ``right`` are the texts that were aligned."""
    if not found.pairs:
        return []
    a, b = found.a, found.b
    spots = list(_inner(found))
    named = [Difference(_verdict(a[i:i2], b[j:j2]), i, i2, j, j2) for i, i2, j, j2 in spots]
    named = _moved(named, a, b)
    named += (d for d in (_beginning(found, left, right), _end(found, left, right)) if d is not None)
    if sorted(_forms(a)) == sorted(_forms(b)):
        named = [msgspec.structs.replace(d, verdict="order") for d in named]
    return sorted(named, key=lambda d: (d.i, d.j))


def gravest(found: Sequence[Difference]) -> Verdict:
    """The verdict that an editor must hear first. Raises ValueError without differences."""
    return min((d.verdict for d in found), key=GRAVITY.index)


def _inner(found: Alignment) -> Iterator[tuple[int, int, int, int]]:
    """Stretches between matches, and matches of the stem only, joined where they touch."""
    open_spot: tuple[int, int, int, int] | None = None
    i, j = found.pairs[0][0], found.pairs[0][2]
    for i0, i2, j0, j2, same in found.pairs:
        if (i0, j0) != (i, j):
            open_spot = (open_spot[0], i0, open_spot[2], j0) if open_spot else (i, i0, j, j0)
        if same:
            if open_spot:
                yield open_spot
            open_spot = None
        else:
            open_spot = (open_spot[0], i2, open_spot[2], j2) if open_spot else (i0, i2, j0, j2)
        i, j = i2, j2
    if open_spot:
        yield open_spot


def _forms(found: Sequence[Token]) -> list[str]:
    return [t.form for t in found]


def _verdict(x: Sequence[Token], y: Sequence[Token]) -> Verdict:
    left, right = _forms(x), _forms(y)
    only_left = [w for w in left if w not in right]
    only_right = [w for w in right if w not in left]
    if sum(w in NEGATIONS for w in left) != sum(w in NEGATIONS for w in right):
        stems = {t.stem for t in x} ^ {t.stem for t in y}
        others = [t for t in (*x, *y) if t.content and t.stem in stems]
        return "negation" if len(others) < 2 else "word"  # more than the negation is new: put in other words
    if _figures(only_left) and _figures(only_right):
        return "figure"
    if any(_reversed(v, w) for v in only_left for w in only_right):
        return "opposite"
    if not only_left and not only_right:
        return "minor" if left == right or sorted(left) != sorted(right) else "order"
    changed = only_left + only_right
    if all(w in TIDIED for w in changed) and not (only_left and only_right and not _articles(changed)):
        return "minor"
    if {t.stem for t in x if t.form in only_left} == {t.stem for t in y if t.form in only_right}:
        return _inflection(only_left, only_right)
    if all(w in AUXILIARIES for w in changed):
        return "tense"
    if not only_left or not only_right:
        return "cut" if any(t.content for t in (*x, *y) if t.form in changed) else "minor"
    names = all(t.name for t in (*x, *y) if t.form in changed)
    misspelt = names and len(only_left) == len(only_right) == 1 and _misspelt(only_left[0], only_right[0])
    return "spelling" if misspelt else "word"


def _figures(words: Sequence[str]) -> bool:
    return any(w in NUMBER_WORDS or w[0].isdigit() for w in words if w)


def _articles(words: Sequence[str]) -> bool:
    return all(w in ARTICLES for w in words)


def _reversed(v: str, w: str) -> bool:
    if frozenset((v, w)) in OPPOSITES:
        return True
    short, long = sorted((v, w), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in REVERSING)


def _inflection(left: Sequence[str], right: Sequence[str]) -> Verdict:
    """Two forms of one word: a plural or possessive, or another form of the verb."""
    pairs = [sorted(p, key=len) for p in zip(left, right, strict=False)]
    return "number" if all(w.removeprefix(v) in ("s", "es", "'s") for v, w in pairs) else "tense"


def _misspelt(v: str, w: str) -> bool:
    """One letter off in a long name: another newsroom's spelling, which the rules of names judge."""
    if min(len(v), len(w)) < 5 or v[0] != w[0]:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(v, w, score_cutoff=1) <= 1


def _moved(found: list[Difference], a: Sequence[Token], b: Sequence[Token]) -> list[Difference]:
    """Words that left one place and stand in another are one change of order; so is a negation that moved."""
    gone = sorted(w for d in found for w in _forms(a[d.i : d.i2]))
    come = sorted(w for d in found for w in _forms(b[d.j : d.j2]))
    if len(found) > 1 and gone == come:
        return [msgspec.structs.replace(d, verdict="order") for d in found]
    if sum(w in NEGATIONS for w in gone) == sum(w in NEGATIONS for w in come):
        return [msgspec.structs.replace(d, verdict="word") if d.verdict == "negation" else d for d in found]
    return found


def _beginning(found: Alignment, left: str, right: str) -> Difference | None:
    """Where both sides begin before the common stretch with other words, or one begins inside a phrase."""
    a, b = found.a, found.b
    i, j = found.pairs[0][0], found.pairs[0][2]
    size = min(i, j)
    if size and _telling(a[:i]) and _telling(b[:j]):
        x, y = _near_end(a, i, size, left), _near_end(b, j, size, right)
        return Difference(_verdict(a[x:i], b[y:j]), x, i, y, j, True)
    if size and max(i, j) <= _FIRST and _forms(a[:i]) != _forms(b[:j]) and not _tidied((*a[:i], *b[:j])):
        return Difference(_verdict(a[:i], b[:j]), 0, i, 0, j, True)  # "an evil deed", "the most evil deed"
    if begins_late(found, left, right):
        return Difference("opening", 0, 0, 0, j, True)
    if begins_late(_turned(found), right, left):
        return Difference("opening", 0, i, 0, 0, True)
    return None


def _end(found: Alignment, left: str, right: str) -> Difference | None:
    """Where both sides run on beyond the common stretch with other words, or one breaks off inside a phrase."""
    a, b = found.a, found.b
    i, j = found.pairs[-1][1], found.pairs[-1][3]
    if min(len(a) - i, len(b) - j):
        return _run_on(found, left, right)
    if not left.rstrip().endswith(_OMISSION) and _breaks_off(a, i, b, j, right):
        return Difference("cut", i, i, j, j + 1, True)
    if not right.rstrip().endswith(_OMISSION) and _breaks_off(b, j, a, i, left):
        return Difference("cut", i, i + 1, j, j, True)
    if ends_early(found, left, right):
        return Difference("ending", i, i, j, len(b), True)
    if ends_early(_turned(found), right, left):
        return Difference("ending", i, len(a), j, j, True)
    return None


def _run_on(found: Alignment, left: str, right: str) -> Difference | None:
    """The words beyond the common stretch, as many of the longer side as the shorter one has, where they tell."""
    a, b = found.a, found.b
    i, j = found.pairs[-1][1], found.pairs[-1][3]
    size = min(len(a) - i, len(b) - j)
    last = size <= 2 and len(a) - i == len(b) - j  # "any more", "any longer": both end there
    told = (_telling(a[i:]), _telling(b[j:]))
    if not (any(told) if last else all(told)):
        return None
    x, y = _near_start(a, i, size, left), _near_start(b, j, size, right)
    return Difference(_verdict(a[i:x], b[j:y]), i, x, j, y, True)


def _tidied(found: Sequence[Token]) -> bool:
    return any(t.wild for t in found) or all(t.form in TIDIED for t in found)


def _turned(found: Alignment) -> Alignment:
    """The alignment as the other side sees it."""
    pairs = tuple((j, j2, i, i2, same) for i, i2, j, j2, same in found.pairs)
    return msgspec.structs.replace(found, a=found.b, b=found.a, pairs=pairs)


def _telling(found: Sequence[Token]) -> bool:
    return any(t.content or t.form in NEGATIONS for t in found)


def _near_end(found: Sequence[Token], end: int, size: int, text: str) -> int:
    """Start of the ``size`` tokens before ``end``, with the whole of a hyphened compound."""
    start = end - size
    while start > 0 and text[found[start - 1].end : found[start].start] == "-":
        start -= 1
    return start


def _near_start(found: Sequence[Token], start: int, size: int, text: str) -> int:
    end = start + size
    while end < len(found) and text[found[end - 1].end : found[end].start] == "-":
        end += 1
    return end


def _breaks_off(short: Sequence[Token], at: int, long: Sequence[Token], more: int, text: str) -> bool:
    """True where ``short`` ends inside a phrase that ``long`` finishes: "no community" for "no community center".

    The words before the end must be a determiner and one or two more, and ``long`` must go straight on with a word
    that ends its clause; no mark of punctuation may stand between.
    """
    if at != len(short) or at < 2 or more >= len(long) or not long[more].content:
        return False
    if long[more].form in PARTICLES or long[more].form.endswith("ly") or long[more].form.endswith("'s"):
        return False
    if text[long[more - 1].end : long[more].start].strip():
        return False
    tail = [t.form for t in short[max(0, at - 3) : at]]
    if not any(w in DETERMINERS for w in tail[:-1]) or tail[-1] in FUNCTION:
        return False
    rest = text[long[more].end : long[more].end + 1]
    return more + 1 == len(long) or rest in ".,;:!?–—"
