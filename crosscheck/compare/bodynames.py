"""Names of bodies inside one story: whether two of them may be one, and of what sort each is."""

from __future__ import annotations

import re

from crosscheck.align.sounds import word_level
from crosscheck.data.speakers import BODIES
from crosscheck.lexicons import load
from crosscheck.normalise.nameparts import fold

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    "of the and for in at a an company firm group agency office department ministry national state local "
    "high middle elementary primary secondary junior medical regional".split()
)
# the last word that says what sort of body it is: two bodies of one sort with other names are two bodies
SORTS = frozenset(
    "university college school hospital police ministry department bank church court county club party institute "
    "agency council embassy airlines army navy museum newspaper university's laboratory observatory fund "
    "foundation union league brigade trust newspaper".split()
)
_SERVICES = frozenset("union league police brigade hospital court council university church army navy bank".split())
_SAME_SORT = {word: words.split()[0] for words in load("posts")["bodies"]["alike"] for word in words.split()}
_GENERIC = frozenset(load("posts")["bodies"]["generic"].split())
_LETTERS = 3  # so few letters are an abbreviation


def words(body: str) -> set[str]:
    """The folded words of a body's name."""
    return set(_WORD.findall(fold(body).replace("'s", "")))


def may_be_one(one: str, other: str) -> bool:
    """True where two bodies may be one: a word in common beside its sort, an abbreviation, a slip, a part of it."""
    left, right = words(one) - _EMPTY, words(other) - _EMPTY
    if left == right:
        return True
    if two_services(left, right):
        return False  # a town's police are not its fire brigade, a players' union is not the league
    telling_left, telling_right = left - SORTS - _GENERIC, right - SORTS - _GENERIC
    if not telling_left or not telling_right:
        kinds = kinds_of(left), kinds_of(right)  # "the hospital" is any hospital, and no union
        return not (all(kinds) and kinds[0].isdisjoint(kinds[1]) and left <= SORTS | BODIES and right <= SORTS | BODIES)
    if telling_left & telling_right or telling_left <= right or telling_right <= left:
        return True
    if _abbreviates(one, other) or _abbreviates(other, one):
        return True
    if one[:1] == other[:1] and min(len(one), len(other)) <= _LETTERS:
        return True  # BT, of Bristol, Tennessee
    return any(_alike(x, y) for x in telling_left for y in telling_right)


def _alike(x: str, y: str) -> bool:
    if min(len(x), len(y)) >= 5 and (x.startswith(y[:5]) or x in y or y in x):
        return True
    return word_level(x, y, foreign=True) != "different"


def _abbreviates(short: str, long: str) -> bool:
    """True where one body's letters begin, end or are the initials of the other's words (NHPD, of New Haven)."""
    letters = short.replace(" ", "").replace("&", "")
    if " " not in short and len(letters) > 2 and _in_order(letters, "".join(w[0] for w in _WORD.findall(long))):
        return True  # a writer who spells a body out may leave a word out
    found = _WORD.findall(long)
    for initials in ("".join(w[0] for w in found), "".join(w[0] for w in found if w not in _EMPTY)):
        if len(letters) > 1 and letters in initials:
            return True
        if len(initials) > 1 and " " not in short and (letters.startswith(initials) or letters.endswith(initials)):
            return True
    return False


def _in_order(letters: str, initials: str) -> bool:
    """True where all initials but for one letter stand in the letters, in order, from the first on."""
    rest = iter(letters)
    return letters[:1] == initials[:1] and len(initials) >= len(letters) - 1 and all(c in rest for c in initials)


def two_services(left: set[str], right: set[str]) -> bool:
    """True for words of two bodies that serve different ends: police and a fire brigade."""
    services = left & _SERVICES, right & _SERVICES
    return all(services) and services[0].isdisjoint(services[1])


def kinds_of(body: set[str]) -> set[str]:
    """The words of a body that say of what sort it is; a school is a college where a writer calls it so."""
    return {_SAME_SORT.get(w, w) for w in body & (SORTS | BODIES)}
