"""Names told in part or out of order: an initial for a name, a style for the given one, surnames swapped."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.normalise.affixes import addresses
from crosscheck.normalise.nameparts import Parts


def family_initial(short: Parts, long: Parts) -> bool:
    """Angela M. and Angela Merkel: as courts and papers of some countries name people."""
    initial, family = short.family[-1], long.family[0]
    return len(initial) == 1 < len(family) and family[0] == initial and short.given == long.given != ()


def surnames_swapped(one: Parts, other: Parts) -> bool:
    """Father's and mother's surname in the wrong order, middle names left out: Ana María Ruiz Soto, Ana Soto Ruiz."""
    a, b = one.words, other.words
    return min(len(a), len(b)) > len(a[-2:]) and a[0] == b[0] and a[-2:] == b[:-3:-1] and a[-1] != a[-2]


def by_middle_name(short: Parts, long: Parts) -> bool:
    """The last of three given names for the whole, as people of Brazil are known: Tuca, João Inácio Tuca da Costa."""
    if short.given or len(short.family) > 1 or len(long.family) == 1 or long.family[0] not in _PORTUGUESE:
        return False
    return len(long.given) > 2 and len(long.given[-1]) > 1 and short.family[-1] == long.given[-1]


_PORTUGUESE = frozenset({"da", "de", "do", "das", "dos"})


def hyphened_initials(a: Sequence[str], b: Sequence[str]) -> bool:
    """The pieces of two hyphened given names agree, one of each pair being an initial at least once."""
    pairs = list(zip(a, b, strict=False))
    return len(a) == len(b) and all(x == y or (x[:1] == y[:1] and 1 in (len(x), len(y))) for x, y in pairs)


def without_style(one: Parts, other: Parts) -> Parts:
    """A name of style and family name (Mullah Omar) beside one that has a given name there is a family name alone."""
    styled = [len(n.given) == 1 and n.given[0] in addresses("also") for n in (one, other)]
    return one._replace(given=()) if styled == [True, False] and other.given else one
