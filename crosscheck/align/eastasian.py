"""Names of China and Korea in two romanisations, or with a slip in one syllable.

In: :class:`~crosscheck.normalise.nameparts.Parts` of two names that read as East Asian. Out: their level where the
common comparison, which is made for longer words, finds two people.
"""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz.distance import OSA

from crosscheck.normalise.nameparts import Parts
from crosscheck.settings import NameSettings

_SYLLABLES = (
    3  # of a whole name: where two of three agree, a letter of the third is a slip; Wang Yi and Wang Yu are two
)
_TWO_SYLLABLES = 6  # letters
_KOREAN_FAMILIES = frozenset(
    "kim gim lee rhee yi ri park pak bak choi choe jung jeong chung kang cho yoon yun jang lim rim oh seo shin kwon "
    "hwang ahn ban pan song yoo ryu hong bae pae baek paek nam roh noh moon mun ko ku son heo ra hyon chon han".split()
)


def level(one: Parts, other: Parts, settings: NameSettings) -> Literal["variant", "spelling"] | None:
    """Variant for two romanisations of a whole name, spelling for two of its given name or a slip, None for two people.

    A syllable may hold a slip where the two others agree and it is no short one: Kim Jong-un and Kim Jong-il are two.
    """
    a, b = _syllables(one), _syllables(other)
    if _pinyin_and_other(one, other, a, b):
        return "variant"
    if _by_ear(one) == _by_ear(other):
        return "spelling"
    if len(a) != len(b) or len(a) < _SYLLABLES:
        return None
    if {one.family[0], other.family[0]} <= _KOREAN_FAMILIES and [*map(_korean, a)] == [*map(_korean, b)]:
        return "variant" if a[0] != b[0] else "spelling"
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(apart) != 1 or a[0] != b[0]:
        return None
    first_letter = apart[0][0][0] == apart[0][1][0]
    if min(map(len, apart[0])) < (settings.slip_min_length if first_letter else settings.near_min_length):
        return None
    return "spelling" if OSA.distance(*map(_korean, apart[0]), score_cutoff=1) <= 1 else None


def _by_ear(name: Parts) -> tuple[str, str]:
    """Both names as one writes them who heard them (Si Jinpin, Xi Jinping); a given name of one syllable stays."""
    family, given = name.family[0], "".join(name.given).replace("-", "")
    if len(given) >= _TWO_SYLLABLES:
        family, given = (re.sub(r"ng(?![aeiou])", "n", w.replace("x", "s")) for w in (family, given))
    return family, given


def _syllables(name: Parts) -> list[str]:
    return [piece for word in (*name.family, *name.given) for piece in word.replace("'", "").split("-")]


def _pinyin_and_other(one: Parts, other: Parts, a: list[str], b: list[str]) -> bool:
    """One in pinyin (Qingde), one as Taiwan writes it (Ching-te)."""
    given, other_given = (" ".join(n.given).replace("'", "") for n in (one, other))
    if ("-" in given) == ("-" in other_given):
        return False
    return _chinese(a[0]) == _chinese(b[0]) and _chinese(given) == _chinese(other_given)


_KOREAN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"^(?:rhee|lee|li|yi|ri)$", "i"), (r"^(?:noh|roh|ro|no)$", "no"), (r"ar(?=k$)", "a"), (r"^sh", "s"),
        (r"^j|^ch", "c"), (r"^g", "k"), (r"^b", "p"), (r"^d", "t"), (r"^[lr](?=y)", ""), (r"ae|ai", "e"),
        (r"ui|ee|yi", "i"), (r"eo|eu|oo|ou|u", "o"), (r"(?<=[aeio])h(?=n?$)", ""), (r"g$(?<!ng)|ck$", "k"),
        (r"b$", "p"),
    )
)  # fmt: skip
_CHINESE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"-", ""), (r"hs|sh|x", "S"), (r"tz|ts|zh|ch|[jqcz]", "C"), (r"b", "p"), (r"d", "t"), (r"(?<!n)g", "k"),
        (r"ung", "ong"), (r"ien", "ian"), (r"(?<=[aeiou])h", ""), (r"yi", "i"), (r"wu", "u"),
    )
)  # fmt: skip


def _korean(syllable: str) -> str:
    """A syllable with the letters that romanisations of Korean swap made one: Yong and Young, Chol and Cheol."""
    for pattern, by in _KOREAN:
        syllable = pattern.sub(by, syllable)
    return syllable


def _chinese(word: str) -> str:
    """A name with the letters that pinyin and Wade-Giles swap made one: Qingde and Ching-te, Zedong and Tse-tung."""
    for pattern, by in _CHINESE:
        word = pattern.sub(by, word)
    return word
