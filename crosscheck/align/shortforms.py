"""Names told in part: an initial for the family name (Angela M.), a style for the given name (Mullah Omar)."""

from __future__ import annotations

from crosscheck.normalise.affixes import addresses
from crosscheck.normalise.nameparts import Parts


def family_initial(short: Parts, long: Parts) -> bool:
    """Angela M. and Angela Merkel: as courts and papers of some countries name people."""
    initial, family = short.family[-1], long.family[0]
    return len(initial) == 1 < len(family) and family[0] == initial and short.given == long.given != ()


def without_style(one: Parts, other: Parts) -> Parts:
    """A name of style and family name (Mullah Omar) beside one that has a given name there is a family name alone."""
    styled = [len(n.given) == 1 and n.given[0] in addresses("also") for n in (one, other)]
    return one._replace(given=()) if styled == [True, False] and other.given else one
