"""Names that a draft has lost: a source's name that it has nowhere, where it retells its sentence with another.

A draft that takes a name of its sources for another one mostly has the right one nowhere else, so a name that is lost,
in a sentence that is retold far more fully than any with the draft's name, is the one that should stand there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from crosscheck.align.bodies import inflected
from crosscheck.compare.restated.naming import WORD, Named, plain
from crosscheck.data.countries import country_of, metonyms
from crosscheck.data.gazetteer import look_up

if TYPE_CHECKING:
    from crosscheck.compare.restated.names import Names

_CONTINENTS = frozenset("europe asia africa america australia antarctica oceania scandinavia caribbean balkans".split())
_WATERS = frozenset("sea ocean gulf desert peninsula alps pyrenees himalayas".split())
_SMALL = frozenset("of the for and in on at de la".split())


Found = list[tuple[float, int, Named]]  # one name's places: how fully retold, how alike they stand, the name


class Swap(msgspec.Struct, frozen=True, kw_only=True):
    """A name of the draft that no source has there, and those of the sources that should stand in its place."""

    mine: Named
    theirs: tuple[Named, ...]
    slip: bool
    known: bool = False  # a source has the name, in another sentence


class Lost:
    """Finds the lost name that one of the draft stands for; ``names`` are those of the corpus."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._settings = names.settings
        self._plain: dict[str, str] = {}
        self._others: dict[str, list[Named]] = {}

    def instead(self, mine: Named) -> Swap | None:
        """What the sources have where the draft has a name that is no person's."""
        if not self._asked(mine):
            return None
        own = 0.0  # how fully a sentence with the draft's name is retold
        known = False
        dated: dict[tuple[str, int], float] = {}  # sentences behind a dateline with the name
        found: dict[tuple[str, ...], Found] = defaultdict(list)
        for key, told in self._names.of_sources():
            share = self._names.share(mine.article, mine.sentence, mine.words, key)
            if self._names.dated(key, mine):
                dated[key] = share
            if self._names.says(key, mine):
                own, known = max(own, self._names.share(mine.article, mine.sentence, mine.words, key, ahead=1)), True
            for other in told:
                if _one_name(mine, other):
                    own, known = max(own, share), True
                elif not self._names.is_person(other) and (fit := self._names.fit(mine, other)) > 0:
                    found[other.words].append((share, fit, other))
        theirs = self._likest(mine, found.values(), dated, own, known)
        return Swap(mine=mine, theirs=tuple(theirs), slip=False, known=known) if theirs else None

    def _likest(
        self, mine: Named, found: Iterable[Found], dated: dict[tuple[str, int], float], own: float, known: bool
    ) -> list[Named]:
        """Of names that stand where the draft has its own the one whose sentence is retold most fully, if clear."""
        best, likest = 0.0, list[Named]()
        for members in found:
            share, fit = max(m[0] for m in members), max(m[1] for m in members)
            score = share * (1 + self._settings.name_fit * fit)
            if (not likest or score > best) and self._clear(mine, members, share, fit, own, known):
                told = [m[2] for m in members if m[0] == share]
                if not _behind_dateline(told, share, dated):
                    best, likest = score, told
        return likest

    def _asked(self, mine: Named) -> bool:
        """False for people, headlines, letters, a word that may be anything, and what the sources allude to."""
        if self._names.is_person(mine) or self._names.headline(mine) or not mine.text[:1].isupper():
            return False
        anything = mine.text.isupper() or mine.sort == "" and len(mine.words) == 1
        return not anything and not self._names.alluded(mine)

    def _clear(self, mine: Named, members: Found, share: float, fit: int, own: float, known: bool) -> bool:
        """True for a lost name whose sentence is retold, and far more fully than any that has the draft's name."""
        other = members[0][2]
        limits = self._settings
        alike = mine.sort == other.sort != "" or any(mine.before == m[2].before != "" for m in members)
        if not alike or _numbered(other.text) or not one_size(mine.text, other.text) or self._told(mine, other):
            return False
        if known and not other.text[:1].isupper():
            return False  # "the finance ministry" is told by what it is, and seldom taken for another
        if not known and share * (1 + limits.name_fit * fit) < limits.retold:
            # a body that no source has, of the words of one: State Park Service
            shared = set(mine.words) & set(other.words) - _SMALL
            bodies = other.sort == "body" and mine.sort in ("", "body")
            return bool(shared) and bodies and share >= limits.lost_retold
        if not known:
            return True
        times = limits.lost_sure if fit < 2 else limits.lost_fitting
        return share >= limits.retold and share >= times * own

    def _told(self, mine: Named, other: Named) -> bool:
        """True where the draft has the other name somewhere, in full, shorter or longer."""
        article = mine.article
        if article not in self._plain:
            self._plain[article] = f" {' '.join(_words(self._names.text_of(article)))} "
            self._others[article] = list(self._names.of(article))
        if f" {' '.join(_words(other.text))} " in self._plain[article]:
            return True
        return any(n.words != mine.words and (_forms(n, other) or _forms(other, n)) for n in self._others[article])


def _numbered(text: str) -> bool:
    """True for one of a row: Serie A, Group B, Gate 3. No town or body is called so."""
    return len(text.split()) > 1 and len(text.split()[-1]) == 1


def _one_name(mine: Named, other: Named) -> bool:
    """True for a shorter or longer form of a name; Dunmore is none of the University of Dunmore."""
    seat = mine.sort == "body" and other.sort == "place"
    return _forms(mine, other) or _forms(other, mine) and not seat


def _behind_dateline(told: list[Named], share: float, dated: dict[tuple[str, int], float]) -> bool:
    """True where a sentence behind a dateline with the draft's name is retold as fully as those of some names."""
    return any(s >= share and (n.article, n.sentence) != at for at, s in dated.items() for n in told)


def _words(text: str) -> Iterator[str]:
    return (w.casefold().replace("’", "'").removesuffix("'s") for w in WORD.findall(text))


def _forms(short: Named, long: Named) -> bool:
    """True where one name may be a shorter form of another: each of its words is one of the other's, or inflects it."""
    return all(any(plain(w) == plain(o) or inflected(w, o) for o in long.words) for w in short.words if w not in _SMALL)


def one_size(a: str, b: str) -> bool:
    """False for a country and a town, for a town, a capital too, and its country, and for a sea and a town."""
    if _wide(a) != _wide(b):
        return False
    if _lies_in(a, b) or _lies_in(b, a):
        return False
    if {a, b} & metonyms().keys() and country_of(a) and country_of(b):
        return True  # a capital for a country
    sizes = [("country" if country_of(t) and t not in metonyms() else look_up(t)[1]) for t in (a, b)]
    return sizes[0] == sizes[1] or "country" not in sizes and "region" not in sizes


def _wide(text: str) -> bool:
    """True for continents, seas and the like."""
    found = text.casefold().removesuffix("'s").removesuffix("’s").split()
    return bool(found) and (found[-1] in _CONTINENTS or found[-1] in _WATERS or found[0] in ("gulf", "sea"))


def _lies_in(town: str, country: str) -> bool:
    code = country_of(country)
    return code is not None and look_up(town) == (code, "city")
