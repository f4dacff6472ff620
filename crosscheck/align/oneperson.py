"""Whether two groups of persons, whose names are alike, are one person: what speaks for it and against it."""

from __future__ import annotations

from collections import Counter

from crosscheck.align.bearers import Bearer, one_sentence, side_by_side
from crosscheck.align.halfknown import Telling, crossed, one_key, share_half, turned_letters
from crosscheck.align.likeness import Likeness, compare_names, eastern, half, nearly
from crosscheck.data import titles
from crosscheck.model import Role
from crosscheck.normalise.nameparts import Parts
from crosscheck.settings import NameSettings


class Group:
    """Persons taken for one: a node of the union, with the articles that it stands in."""

    __slots__ = ("ages", "articles", "families", "forms", "members", "sure")

    def __init__(self) -> None:
        self.members: list[Bearer] = []
        self.articles: dict[str, Bearer] = {}
        self.forms: Counter[Parts] = Counter()
        self.ages: set[int] = set()
        self.families: set[str] = set()  # of titles held now
        self.sure = False  # some article has a cue that this is a person

    def take(self, bearer: Bearer) -> None:
        """Add a person of one article."""
        self.members.append(bearer)
        self.articles.setdefault(bearer.article, bearer)
        self.forms[bearer.parts] += 1
        self.ages |= bearer.ages
        self.sure = self.sure or not bearer.maybe
        for fact in bearer.roles:
            if isinstance(fact.value, Role) and fact.value.title and fact.value.status == "current":
                self.families.add(titles.by_canonical()[fact.value.title].family)


class OnePerson:
    """The tests on two groups."""

    def __init__(self, settings: NameSettings, telling: Telling) -> None:
        self._settings, self._telling = settings, telling

    def one_person(self, a: Group, b: Group, likeness: Likeness) -> bool:
        """True unless something says that two groups are two people."""
        if a.ages and b.ages and min(abs(x - y) for x in a.ages for y in b.ages) > self._settings.age_apart:
            return likeness.level == "same" and not _suffixes(a, b)
        shared = a.articles.keys() & b.articles.keys()
        if any(not self._slip_inside(a.articles[s], b.articles[s], likeness) for s in shared):
            return False
        if self._apart(a, b, likeness):
            return False
        if likeness.level == "spelling":
            return self._plausible(a, b)
        return True

    def half_known(self, a: Group, b: Group, one: Parts, other: Parts) -> bool:
        """True for two groups of names told apart that are one person's: nearly one name, or half of it and more.

        One age is more, and so is one and the same deed, told in the same words.
        """
        sexes = {m.gender for g in (a, b) for m in g.members} - {""}
        if a.articles.keys() & b.articles.keys() or len(sexes) > 1 or (a.ages and b.ages and not a.ages & b.ages):
            return False
        if half(one, other) and len(a.ages) == len(b.ages) == 1:  # an age read for two people is nobody's
            return True
        if nearly(one, other, self._settings) or crossed(one, other):
            return True
        return share_half(one, other) and self._telling.alike(a.members, b.members)

    def _apart(self, a: Group, b: Group, likeness: Likeness) -> bool:
        """True where other writings of two groups with equal names are two names (J. Smith is John and Jane)."""
        return likeness.level == "same" and any(
            compare_names(x, y, self._settings).level in ("different", "spelling") for x in a.forms for y in b.forms
        )

    def _plausible(self, a: Group, b: Group) -> bool:
        """A misspelling counts where offices do not speak against it, and for short syllables speak for it."""
        agree = bool(a.families & b.families)
        long = min(len(f.key) for f in (*a.forms, *b.forms)) >= self._settings.two_slips_min_length
        if not long and any(titles.exclusive(x, y) for x in a.families for y in b.families) and not agree:
            return False
        if any(eastern(f) for f in (*a.forms, *b.forms)):
            return agree
        sexes = {m.gender for g in (a, b) for m in g.members} - {""}
        return len(sexes) < 2 or agree

    def _slip_inside(self, one: Bearer, other: Bearer, likeness: Likeness) -> bool:
        """True where one article writes one person in two ways: the second stands once, not beside the first."""
        if likeness.level == "same":
            return bool(one.parts.suffix) == bool(other.parts.suffix) and not side_by_side(one, other)
        if turned_letters(one.parts, other.parts) and not one_sentence(one, other):
            return not (one.ages and other.ages and one.ages != other.ages)
        rare, common = sorted((one, other), key=lambda p: (len(p.facts), p.id))
        full = [f for f in rare.facts if len(f.mention.text.split()) > 1]
        beside = one_sentence if one_key(rare.parts, common.parts) else side_by_side
        if len(full) > 1 or rare.cues & {"kin"} or common.cues & {"kin"} or beside(rare, common):
            return False
        return not (rare.ages and common.ages and rare.ages != common.ages)


def _suffixes(a: Group, b: Group) -> bool:
    return any(f.suffix for f in (*a.forms, *b.forms))
