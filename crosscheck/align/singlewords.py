"""Whom a single word means: a surname or given name alone, of people who are known by their full names."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.align.bearers import Bearer
from crosscheck.align.oneperson import Group
from crosscheck.align.sounds import regular, word_level
from crosscheck.data import given
from crosscheck.normalise.nameparts import bare
from crosscheck.settings import NameSettings


class WordIndex:
    """Groups by the words that may stand alone for their person."""

    def __init__(self, groups: Iterable[Group], settings: NameSettings) -> None:
        self._settings = settings
        self._ends: dict[str, list[Group]] = {}
        self._letters: dict[str, list[Group]] = {}  # by the first letters of those words
        for group in groups:
            self.add(group)

    def add(self, group: Group) -> None:
        """File a group under the words that may stand alone for its person."""
        words = {w for f in group.forms for w in (bare(f.family[-1]), *(bare(g) for g in f.given[:1]), f.nick) if w}
        for word in sorted(words):
            self._ends.setdefault(word, []).append(group)
        for letter in sorted({w[0] for w in words}):
            self._letters.setdefault(letter, []).append(group)

    def placed(self, bearer: Bearer) -> bool:
        """Give a single word to the group whose family (or given) name it is, exactly or nearly; False for none."""
        word = bearer.parts.family[0]
        exact = [g for g in self._ends.get(bare(word), ()) if self._fits(g, word, bearer)]
        if exact:
            max(exact, key=lambda g: (len(g.members), min(f.key for f in g.forms))).take(bearer)
            return True
        near = [] if bearer.weak and not _person_label(bearer) else self._near(word, bearer)
        if len(near) == 1:
            near[0].take(bearer)
            return True
        return False

    def _fits(self, group: Group, word: str, bearer: Bearer) -> bool:
        if bearer.article in group.articles or not group.sure:
            return False
        for form in group.forms:
            if len(form.words) == 1 and bare(form.family[0]) == bare(word):
                return True
            if form.given and (bare(form.family[-1]) == bare(word) or form.given[0] == word or form.nick == word):
                return True
        return False

    def _near(self, word: str, bearer: Bearer) -> list[Group]:
        if len(word) < self._settings.near_min_length:
            return []
        found = []
        for group in self._letters.get(word[0], ()):
            if not group.sure:
                continue
            ends = {bare(f.family[-1]) for f in group.forms if len(f.words) > 1}
            if word not in given.english_given():
                ends |= {f.given[0] for f in group.forms if f.given}
            near = _one_sound if bearer.article in group.articles else _close  # an article that slips writes by ear
            if any(len(w) >= self._settings.near_min_length and w[0] == word[0] and near(w, word) for w in ends):
                found.append(group)
        return found


def _person_label(bearer: Bearer) -> bool:
    return any(f.mention.attrs.get("label") == "PERSON" for f in bearer.facts)


def _close(a: str, b: str) -> bool:
    return word_level(a, b, foreign=False) in ("spelling", "variant")


def _one_sound(a: str, b: str) -> bool:
    return a != b and regular(a, b)
