"""How alike the halves of two names are: their family names, and their given names.

In: :class:`~crosscheck.normalise.nameparts.Parts` of two names. Out: a level of each half; what both halves together
say is :mod:`crosscheck.align.likeness`'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.align.shortforms import hyphened_initials
from crosscheck.align.sounds import SON_OF, Level, word_level
from crosscheck.data import given, scripts
from crosscheck.normalise.nameparts import Parts, bare
from crosscheck.settings import NameSettings

ORDER: tuple[Level, ...] = ("same", "variant", "spelling", "different")
SMALL_WORDS = frozenset(
    "van von der den de het ter ten te di da du del della dos das la le los las zu zur af av".split()
)
_VOWEL = re.compile(r"[aeiouy]")


def families(one: Parts, other: Parts, foreign: bool, settings: NameSettings) -> Level:
    """Level of the family names of two names; ``foreign`` where both are written from another script."""
    a, b = one.family, other.family
    joined, other_joined = "".join(map(bare, a)), "".join(map(bare, b))
    if joined == other_joined:
        return "same"
    if bare(a[-1]) == bare(b[-1]):
        return _particles(a[:-1], b[:-1])
    if _compound(one, other) or _compound(other, one):
        return "same"
    plain, other_plain = bare(a[-1]), bare(b[-1])
    level = word_level(joined, other_joined, foreign=foreign, settings=settings)
    if level == "different" and (plain, other_plain) != (joined, other_joined):
        level = word_level(plain, other_plain, foreign=foreign, settings=settings)
    return level


def _particles(a: Sequence[str], b: Sequence[str]) -> Level:
    """Names that differ in their small words: left out they are the same, other ones are a slip (van den, van der)."""
    if not a or not b or not all(w in SMALL_WORDS for w in (*a, *b)):
        return "same"
    return "spelling" if a != b else "same"


def _compound(long: Parts, short: Parts) -> bool:
    """A compound surname of which the other name writes one part: García Márquez, García; Smith-Jones, Smith."""
    pieces = {p for w in long.family for p in w.split("-")} if any("-" in w for w in long.family) else set()
    pieces |= set(long.given[1:])
    return (
        short.family[-1] in pieces
        and len(short.family[-1]) > 2
        and bool(short.given)
        and (long.given[:1] == short.given[:1] or long.nick == short.given[0])
    )


def givens(one: Parts, other: Parts, foreign: bool, settings: NameSettings) -> Level:
    """Level of all given names of two names that have some."""
    a, b = one.given, other.given
    if "".join(a).replace("-", "") == "".join(b).replace("-", ""):
        return "same"
    if {one.nick, other.nick} - {""} and (one.nick == b[0] or other.nick == a[0]):
        return "same"
    level = given_level(a[0], b[0], foreign=foreign, settings=settings)
    if level == "different":
        # a first name that is not used: W. Mark Felt, Mark Felt; James Paul McCartney, Paul McCartney
        for long, short in ((a, b), (b, a)):
            if len(long) > len(short) and short[0] in long[1:]:
                named_for = long[long.index(short[0], 1) - 1] in SON_OF  # Tamim bin Hamad is no Hamad
                return "different" if named_for else "same"
            if len(long) > len(short) and _second_named(long, short[0], foreign, settings):
                return "variant"
        joined = word_level(
            "".join(a).replace("-", ""), "".join(b).replace("-", ""), foreign=foreign, settings=settings
        )
        return joined if len(a) != len(b) or "-" in a[0] + b[0] else "different"
    middle, other_middle = {w for w in a[1:] if len(w) > 1}, {w for w in b[1:] if len(w) > 1}
    if (
        not (len(a) == len(b) and _doubled(a, b))
        and middle
        and other_middle
        and (middle <= other_middle or other_middle <= middle)
    ):
        return level
    for x, y in zip(a[1:], b[1:], strict=False):
        level = max(level, given_level(x, y, foreign=foreign, settings=settings), key=ORDER.index)
    return level


def _second_named(long: Sequence[str], word: str, foreign: bool, settings: NameSettings) -> bool:
    """Muhammad Husni beside Hosni: the name that is used, in another romanisation."""
    used = (w for before, w in zip(long, long[1:], strict=False) if before not in SON_OF and len(w) > 1)
    return any(word_level(word, w, foreign=foreign, settings=settings) == "variant" for w in used)


def _doubled(a: Sequence[str], b: Sequence[str]) -> bool:
    """A middle name written twice against two middle names: Mohamed Mohamed, Osman Mohamed."""
    return len(set(a[1:])) < len(a[1:]) or len(set(b[1:])) < len(b[1:])


def given_level(a: str, b: str, *, foreign: bool, settings: NameSettings) -> Level:
    """Level of two given names: initials and short forms are the same."""
    if a == b or (a[0] == b[0] and (len(a) == 1 or len(b) == 1)) or given.same_given(a, b):
        return "same"
    if a.replace("-", "") == b.replace("-", ""):
        return "same"
    if "-" in a and "-" in b and hyphened_initials(a.split("-"), b.split("-")):
        return "same"  # J.-C. for Jean-Claude
    if a[0] == b[0] and any(len(w) == 2 and not _VOWEL.search(w) for w in (a, b)):
        return "same"  # VV for Viktor
    if "-" in a or "-" in b:  # Jean-Pierre, Jean
        pieces, others = a.split("-"), b.split("-")
        if pieces[0] == others[0] and (len(pieces) == 1 or len(others) == 1) and len(pieces[0]) > 2:
            return "same"
    if sound_alike(a, b):
        return "spelling"
    if given.two_sexes(a, b):
        return "different"
    english = a in given.english_given() and b in given.english_given() and a not in scripts.variants()
    return word_level(a, b, foreign=foreign and not english, settings=settings)


def sound_alike(a: str, b: str) -> bool:
    """True for two spellings of one given name by its sound: Jon, John."""
    groups = given.homophones()
    return a in groups and groups[a] == groups.get(b)
