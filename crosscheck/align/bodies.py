"""Names of bodies: their words without legal form, and which of them are nearly one.

In: organisation names as written. Out: :class:`BodyName` and groups of near ones. A body is found again by all its
words but one, so that the cost grows with the number of names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from crosscheck.data import countries, given, scripts
from crosscheck.data.institutions import INSTITUTIONS
from crosscheck.normalise.nameparts import fold
from crosscheck.settings import NameSettings

Level = Literal["same", "variant", "spelling", "different"]
_WORD = re.compile(r"\w+(?:&\w+)*")
_BRITISH = {
    "centre": "center", "theatre": "theater", "labour": "labor", "defence": "defense", "harbour": "harbor",
    "organisation": "organization", "programme": "program", "aluminium": "aluminum", "saint": "st", "and": "",
    "organisations": "organizations", "favour": "favor", "colour": "color", "grey": "gray", "tyre": "tire",
}  # fmt: skip
COUNTERS = frozenset(
    "one two three four five six seven eight nine ten first second third fourth fifth sixth seventh eighth ninth tenth "
    "north south east west northern southern eastern western northeast northwest southeast southwest central upper "
    "lower i ii iii iv v vi men women boys girls junior senior national regional".split()
)

_ENDS = ("s", "es", "n", "an", "ian", "ish", "ese", "i", "er", "'s", "ic")


class BodyName(NamedTuple):
    """A body's words, folded, without article and legal form."""

    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """The words in one string."""
        return " ".join(self.words)


@lru_cache(maxsize=16384)
def body_name(text: str) -> BodyName:
    """The name's words; legal forms at the end and British spellings are evened out."""
    words = [_BRITISH.get(w, w) for w in _WORD.findall(fold(text).replace("'s", "").replace("'", ""))]
    words = [w for w in words if w]
    while len(words) > 1 and words[-1] in given.LEGAL_FORMS:
        words.pop()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return BodyName(tuple(words))


def near_bodies(names: list[BodyName], settings: NameSettings) -> list[list[BodyName]]:
    """Groups of names that are one body's, exactly or with a slip; each name in one group."""
    parent = {n: n for n in names}

    def root(name: BodyName) -> BodyName:
        while parent[name] is not name:
            name = parent[name]
        return name

    blocks: dict[tuple[object, ...], list[BodyName]] = defaultdict(list)
    for name in names:
        for key in _keys(name):
            blocks[key].append(name)
    for block in blocks.values():
        for i, one in enumerate(block[: settings.block_size]):
            for other in block[i + 1 : settings.block_size]:
                a, b = root(one), root(other)
                if a is not b and compare_bodies(one, other, settings) in ("variant", "spelling"):
                    parent[max(a, b)] = min(a, b)
    groups: dict[BodyName, list[BodyName]] = defaultdict(list)
    for name in names:
        groups[root(name)].append(name)
    return [groups[k] for k in sorted(groups)]


def _keys(name: BodyName) -> list[tuple[object, ...]]:
    words = name.words
    if not words:
        return []
    if len(words) > 1:
        keys: list[tuple[object, ...]] = [(i, *words[:i], "*", *words[i + 1 :]) for i in range(len(words))]
    else:
        word = words[0]
        keys = []
        if len(word) > 5:
            keys = [("one", word), *(("one", word[:i] + word[i + 1 :]) for i in range(len(word)))]
    if 1 < len(words) < 4:
        keys.append(("head", words[0], words[1].rstrip("s")))
    return keys + [("letters", *sorted(w)) for w in words[:1] if "&" in w]


def compare_bodies(one: BodyName, other: BodyName, settings: NameSettings) -> Level:
    """Level of two bodies' names."""
    a, b = one.words, other.words
    if a == b:
        return "same"
    if "&" in a[0] and "&" in b[0]:
        return (
            "spelling"
            if sorted(a[0]) == sorted(b[0]) and a[0] != b[0] and (a[1:] == b[1:] or not a[1:] or not b[1:])
            else "different"
        )
    if len(a) != len(b):
        return "spelling" if _one_head(*sorted((a, b), key=len)) else "different"
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(pairs) != 1:
        return "different"
    return _word(*pairs[0], alone=len(a) == 1, settings=settings)


def _one_head(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True for a firm's own word with its trade told in two forms: Norla Organics, Norla Organic Chemicals."""
    if len(short) != 2 or len(long) != 3 or short[0] != long[0] or short[1] == long[1]:
        return False
    if short[0] in countries_folded() or len(short[0]) < 5 or long[2] in INSTITUTIONS:
        return False
    return short[1].rstrip("s") == long[1].rstrip("s") and len(short[1]) > 4


def _word(x: str, y: str, *, alone: bool, settings: NameSettings) -> Level:
    if {x, y} & COUNTERS or any(c.isdigit() for c in x + y) or min(len(x), len(y)) < settings.body_word_min_length:
        return "different"
    if x in countries_folded() or y in countries_folded():
        return "different"
    groups = scripts.variants()
    if _plural(*sorted((x, y), key=len)) or x in groups and groups[x] == groups.get(y):
        return "variant"
    if inflected(x, y) and x[-1] != "s" != y[-1]:
        return "different" if alone else "variant"
    distance = OSA.distance(x, y, score_cutoff=2)
    if distance == 1 and (not alone or x[0] == y[0]):
        return "spelling"
    stem = min(len(x), len(y)) - 3
    if not alone and stem >= settings.body_stem_length and x[:stem] == y[:stem]:
        return "spelling"  # Distributors, Distribution
    return "different"


def inflected(a: str, b: str) -> bool:
    """True for two forms of one name: Rover and Rovers, Korea and Korean, Norla and Norlan, Vienna and Viennese."""
    short, long = sorted((a, b), key=len)
    return any(long == short + end for end in _ENDS) or any(
        long == short[:-1] + end for end in ("n", "an", "ian", "es", "ese")
    )


def _plural(short: str, long: str) -> bool:
    """True for a noun and its plural; a word that ends in one s of two (Pres, Press) is none."""
    return long == f"{short}s" and not short.endswith("s")


@lru_cache(maxsize=1)
def countries_folded() -> frozenset[str]:
    """Names and demonyms of countries, folded: another country is another body, never a slip."""
    return frozenset(fold(w) for w in countries.names())
