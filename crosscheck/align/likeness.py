"""How alike two names are: ordered levels, same, variant, spelling, different.

In: :class:`~crosscheck.normalise.nameparts.Parts` of two names. Out: a :class:`Likeness`. ``same``: nothing that a
reader would notice (initials, short forms, middle names, order, accents). ``variant``: two romanisations of one name.
``spelling``: so near that one of the two is most likely wrong. ``different``: two people.
Levels after splink's comparison levels; the edit distance is Damerau's (a swapped pair of letters is one slip).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from crosscheck.align import eastasian
from crosscheck.align.halves import ORDER, SMALL_WORDS, families, given_level, givens, sound_alike
from crosscheck.align.shortforms import (
    by_middle_name,
    family_initial,
    surnames_swapped,
    without_style,
)
from crosscheck.align.sounds import SON_OF, Level, given_slip, held_down, long_slip, romanised, word_level
from crosscheck.data import eastasia, given
from crosscheck.normalise.nameparts import Parts, bare
from crosscheck.settings import NameSettings

_DEFAULT = NameSettings()


class Likeness(NamedTuple):
    """Level of two names and of their parts; ``compared`` is how many parts both have."""

    level: Level
    family: Level = "same"
    given: Level = "same"
    compared: int = 2


def compare_names(one: Parts, other: Parts, settings: NameSettings = _DEFAULT) -> Likeness:
    """Level of two full names; of two single words as if both were family names."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return Likeness("different")
    if plain := _by_form(one, other):
        return plain
    one, other = without_style(one, other), without_style(other, one)
    foreign = romanised(one) and romanised(other) and not (eastern(one) or eastern(other))
    family = families(one, other, foreign, settings)
    if not one.given or not other.given:
        return Likeness(family, family, "same", 1)
    first = givens(one, other, foreign, settings)
    found = _join(family, first, one, other, settings)
    if found.level != "different":
        return found
    return (
        _slip(one, other, family, first, settings)
        or _turned(one, other, foreign, settings)
        or _without_repeats(one, other, settings)
        or found
    )


def _by_form(one: Parts, other: Parts) -> Likeness | None:
    """The level of two names that write the same words in two forms; None where sounds and letters must tell."""
    if one.given and other.given and sorted(map(bare, one.words)) == sorted(map(bare, other.words)):
        return Likeness("different" if _sons(one, other) else "same")
    if " ".join(one.words).replace("-", " ") == " ".join(other.words).replace("-", " "):
        return Likeness("same")  # Jay Z, Jay-Z
    if family_initial(one, other) or family_initial(other, one):
        return Likeness("same", "same", "same", 1)
    if surnames_swapped(one, other):
        return Likeness("same")
    if by_middle_name(one, other) or by_middle_name(other, one):
        return Likeness("same", "same", "same", 1)
    return None


def _slip(one: Parts, other: Parts, family: Level, first: Level, settings: NameSettings) -> Likeness | None:
    """A slip that neither half shows by itself, or that is too great for a half, in names whose halves differ."""
    if eastern(one) and eastern(other):
        slip = eastasian.level(one, other, settings)
        return Likeness(slip, family, slip) if slip else None
    if long_slip(one, other, settings):
        return Likeness("spelling", "spelling", first)
    if family == "same" and given_slip(one, other, settings):
        return Likeness("spelling", family, "spelling")
    return None


def nearly(one: Parts, other: Parts, settings: NameSettings = _DEFAULT) -> bool:
    """True for two full names that are told apart, and yet so alike that a story hardly has both.

    Both halves hold a slip (Ana Ruiz, Anna Ruis), one half is the same and the other sounds alike, or only the middle
    initial differs. Only
    that no article knows both, and nothing told of them differs, makes them one person.
    """
    if not one.given or not other.given or eastern(one) or eastern(other) or _initial_only(one, other):
        return False
    family = families(one, other, False, settings)
    first = givens(one, other, False, settings)
    if "different" not in (family, first):
        return True
    if family == "same":
        return one.suffix == other.suffix and (_misheard(one, other, settings) or other_initial(one, other))
    alike = JaroWinkler.similarity(bare(one.family[-1]), bare(other.family[-1])) >= settings.family_jaro_winkler
    return one.given[0] == other.given[0] and alike and one.suffix == other.suffix


def _misheard(one: Parts, other: Parts, settings: NameSettings) -> bool:
    """True for given names beside one surname that sound alike, and one of which is nobody's: Kavon, Travon."""
    x, y = one.given[0], other.given[0]
    if all(w in given.english_given() for w in (x, y)) or x.startswith(y) or y.startswith(x):
        return False
    long = min(len(x), len(y)) >= settings.two_letters_min_length
    return long and not given.two_sexes(x, y) and JaroWinkler.similarity(x, y) >= settings.family_jaro_winkler


def other_initial(one: Parts, other: Parts) -> bool:
    """True for one name with two middle initials: Ruth B. Hale, Ruth C. Hale."""
    if len(one.given) != 2 or len(other.given) != 2 or one.family != other.family or len(one.given[0]) == 1:
        return False
    return one.given[0] == other.given[0] and len(one.given[1]) == len(other.given[1]) == 1 and one.given != other.given


def half(one: Parts, other: Parts) -> str:
    """The part that two full names share, "family" or "given", where the other may be one misremembered; else ""."""
    if (
        not one.given
        or not other.given
        or min(len(one.given[0]), len(other.given[0])) < 2
        or one.suffix != other.suffix
    ):
        return ""
    if bare(one.family[-1]) == bare(other.family[-1]):
        return "" if given.two_sexes(one.given[0], other.given[0]) else "family"
    same = one.given[0] == other.given[0] and one.family[-1][0] == other.family[-1][0]
    return "given" if same else ""


def _sons(one: Parts, other: Parts) -> bool:
    """A son is not his father: Omar bin Abdullah, Abdullah bin Omar."""
    both = SON_OF & set(one.words) & set(other.words)
    return bool(both) and one.words[0] != other.words[0] and not both & {one.words[0], other.words[0]}


def _without_repeats(one: Parts, other: Parts, settings: NameSettings) -> Likeness | None:
    """A word written twice (Shoigu Shoigu Sergey): the name without it, in either order."""
    if not any(len(set(n.words)) < len(n.words) for n in (one, other)):
        return None
    plain, other_plain = (list(dict.fromkeys(n.words)) for n in (one, other))
    if len(plain) != len(other_plain) or len(plain) < 2:
        return None
    foreign = romanised(one) or romanised(other)
    levels = [_nearest_level(w, other_plain, foreign, settings) for w in plain]
    worst = max(levels, key=ORDER.index)
    return Likeness(worst) if worst != "different" else None


def _nearest_level(word: str, words: list[str], foreign: bool, settings: NameSettings) -> Level:
    return min((word_level(word, w, foreign=foreign, settings=settings) for w in words), key=ORDER.index)


def _join(family: Level, first: Level, one: Parts, other: Parts, settings: NameSettings) -> Likeness:
    level = max(family, first, key=ORDER.index)
    if level == "spelling" and not _held_keys(one, other):
        if family == first and not sound_alike(one.given[0], other.given[0]):
            # two slips in one name: only in long names, and in longer ones where a slip is of two letters
            small = OSA.distance(one.key, other.key, score_cutoff=2) <= 2
            least = settings.two_slips_min_length if small else settings.two_long_slips_min_length
            if min(len(one.key), len(other.key)) < least:
                level = "different"
        if family == "spelling" and _initial_only(one, other):
            level = "different"  # "J. Smith" and "J. Smyth" share too little
        if eastern(one) and eastern(other) and _short_syllable(one, other, settings):
            level = "different"
    return Likeness(level, family, first)


def _held_keys(one: Parts, other: Parts) -> bool:
    """True for names that differ in keys held down, in either half: Vladimirr Puttin."""
    words, others = ([held_down(bare(w)) for w in n.words] for n in (one, other))
    return words == others


def _turned(one: Parts, other: Parts, foreign: bool, settings: NameSettings) -> Likeness | None:
    """Family name first in one of the two: Wang Yi, Yi Wang; a slip may hide it."""
    if len(one.words) != 2 or len(other.words) != 2:
        return _patronymic_last(one, other, settings) or _family_first(one, other, foreign, settings)
    found = _flipped(one, other, foreign, settings)
    if found is None and 1 in map(len, one.words):
        return _flipped(other, one, foreign, settings)  # Orlov S., Sergey Orlov
    return found


def _flipped(one: Parts, other: Parts, foreign: bool, settings: NameSettings) -> Likeness | None:
    flipped = Parts(given=other.family, family=other.given, suffix=other.suffix)
    family, first = families(one, flipped, foreign, settings), givens(one, flipped, foreign, settings)
    if "same" not in (family, first) or "different" in (family, first):
        return None
    return _join(family, first, one, flipped, settings)


def _family_first(one: Parts, other: Parts, foreign: bool, settings: NameSettings) -> Likeness | None:
    """Family name first and the middle names left out: Erdogan Recep, Recep Tayyip Erdogan."""
    for long, short in ((one, other), (other, one)):
        if len(long.given) > 1 and len(short.words) == 2 and not set(long.given) & (SON_OF | SMALL_WORDS):
            flipped = Parts(given=short.family, family=short.given, suffix=short.suffix)
            levels = (
                families(long, flipped, foreign, settings),
                given_level(long.given[0], flipped.given[0], foreign=foreign, settings=settings),
            )
            if set(levels) <= {"same", "variant"} and min(map(len, short.words)) > 1:
                return Likeness(max(levels, key=ORDER.index), *levels)
    return None


_PATRONYMIC = re.compile(r"(?:[oe]vit?s?ch|[oi]ch|[oe]vna|i[vc]hna|ovych|ivna)$")


def _patronymic_last(one: Parts, other: Parts, settings: NameSettings) -> Likeness | None:
    """Family name, given name, patronymic in one of the two: Putin Vladimir Vladimirovich."""
    for long, short in ((one, other), (other, one)):
        if len(long.words) == 3 and len(short.words) >= 2 and _PATRONYMIC.search(long.words[-1]):
            if not _PATRONYMIC.search(short.words[-1]):
                turned = Parts(given=long.words[1:], family=long.words[:1], suffix=long.suffix)
                foreign = romanised(turned) and romanised(short)
                family, first = families(turned, short, foreign, settings), givens(turned, short, foreign, settings)
                found = _join(family, first, turned, short, settings)
                return found if found.level != "different" else None
    return None


def _initial_only(one: Parts, other: Parts) -> bool:
    if one.given == other.given and len(one.given) > 1:
        return False  # A.J. and A.J.
    return len(one.given[0]) == 1 or len(other.given[0]) == 1


def eastern(name: Parts) -> bool:
    """True for a name that reads as Chinese, Korean or Vietnamese."""
    if not name.family or name.family[0] not in eastasia.east_asian_surnames():
        return False
    return eastasia.given_reads_eastern(name.given)


def _short_syllable(one: Parts, other: Parts, settings: NameSettings) -> bool:
    """Syllables one letter apart are other names where they are short or begin otherwise: Yi and Yu, Yang and Wang."""
    pieces = (tuple(p for w in name.words for p in w.split("-")) for name in (one, other))
    pairs = [(a, b) for a, b in zip(*pieces, strict=False) if a != b]
    return any(min(len(a), len(b)) < settings.near_min_length or a[0] != b[0] for a, b in pairs)
