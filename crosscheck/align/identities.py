"""Which persons of different articles are one: (article, person id) to an identity.

Works on distinct writings of names, not on mentions, so that its cost grows with the number of writings: writings that
share a given or a family name (or the skeleton of one) are compared once. Equal names are joined first, then
romanisations, then misspellings, the last only where nothing speaks against one person. Two people who stand side by
side in one article are never joined.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from crosscheck.align.bearers import Bearer, bearers, one_sentence, side_by_side
from crosscheck.align.halfknown import Telling, crossed, one_key, share_half, turned_letters
from crosscheck.align.likeness import Likeness, compare_names, eastern, half, nearly
from crosscheck.align.sounds import regular, skeleton, word_level
from crosscheck.data import given, titles
from crosscheck.model import Corpus, Role
from crosscheck.normalise.nameparts import Parts, bare
from crosscheck.settings import NameSettings, Settings


def identify(corpus: Corpus, settings: Settings) -> Corpus:
    """The corpus with ``identities`` filled in; an identity is the key of the name's commonest writing."""
    groups = _Groups(settings.names, Telling(corpus, settings.names))
    for bearer in bearers(corpus):
        groups.add(bearer)
    groups.join()
    return msgspec.structs.replace(corpus, identities=groups.identities())


class _Group:
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
        self.members.append(bearer)
        self.articles.setdefault(bearer.article, bearer)
        self.forms[bearer.parts] += 1
        self.ages |= bearer.ages
        self.sure = self.sure or not bearer.maybe
        for fact in bearer.roles:
            if isinstance(fact.value, Role) and fact.value.title and fact.value.status == "current":
                self.families.add(titles.by_canonical()[fact.value.title].family)


class _Groups:
    def __init__(self, settings: NameSettings, telling: Telling) -> None:
        self.settings, self.telling = settings, telling
        self.of: dict[Parts, list[_Group]] = {}  # groups by the writing that made them
        self.single: list[Bearer] = []
        self._ends: dict[str, list[_Group]] = {}  # by the words that may stand alone for a person
        self._letters: dict[str, list[_Group]] = {}  # by the first letters of those words

    def add(self, bearer: Bearer) -> None:
        if len(bearer.parts.words) == 1:
            self.single.append(bearer)
            return
        here = self.of.setdefault(bearer.parts, [])
        group = next((g for g in here if bearer.article not in g.articles), None)
        if group is None:
            group = _Group()
            here.append(group)
        group.take(bearer)

    def join(self) -> None:
        """Join writings by falling likeness, then give single words to whom they fit."""
        edges = sorted(self._edges(), key=lambda e: e[0])
        for _, one, other, likeness in edges:
            a, b = self._group(one), self._group(other)
            if a is b or not (a.sure or b.sure):
                continue
            if (
                self._one_person(a, b, likeness)
                if likeness.level != "different"
                else self._half_known(a, b, one, other)
            ):
                self._merge(a, b)
        for group in self._all():
            self._index(group)
        for bearer in self.single:
            self._place(bearer)

    def _group(self, form: Parts) -> _Group:
        return self.of[form][0]

    def _edges(self) -> Iterator[tuple[tuple[int, int, str, str], Parts, Parts, Likeness]]:
        """Pairs of writings that are alike, each once; levels first, then the commoner writings."""
        rank = {"same": 0, "variant": 1, "spelling": 2, "different": 3}
        seen: set[tuple[Parts, Parts]] = set()
        for block in self._blocks():
            for i, one in enumerate(block):
                for other in block[i + 1 :]:
                    pair = (one, other) if one < other else (other, one)
                    if pair in seen:
                        continue
                    seen.add(pair)
                    if not any(g.sure for p in pair for g in self.of[p]):
                        continue
                    likeness = compare_names(*pair, self.settings)
                    if (
                        likeness.level != "different"
                        or share_half(*pair)
                        or half(*pair)
                        or nearly(*pair, self.settings)
                    ):
                        common = sum(len(g.members) for p in pair for g in self.of[p])
                        yield (rank[likeness.level], -common, pair[0].key, pair[1].key), *pair, likeness

    def _blocks(self) -> Iterable[list[Parts]]:
        """Writings that share a word, or the skeletons of both ends; a block too big to compare is cut into runs."""
        blocks: dict[tuple[str, ...], list[Parts]] = defaultdict(list)
        for form in sorted(self.of):
            keys: set[tuple[str, ...]] = {(bare(w),) for w in form.words if len(w) > 1}
            keys |= {(piece,) for w in form.family if "-" in w for piece in w.split("-")}
            if form.given:
                keys.add((skeleton(form.given[0])[:3], skeleton(bare(form.family[-1]))[:3]))
                keys.add(("initials", form.given[0][0], bare(form.family[-1])[0]))
            keys |= {("nick", n) for n in [form.nick] if n}
            for key in sorted(keys):
                blocks[key].append(form)
        size = self.settings.block_size
        for block in blocks.values():
            for start in range(0, len(block), size):
                yield block[start : start + size]

    def _one_person(self, a: _Group, b: _Group, likeness: Likeness) -> bool:
        """True unless something says that two groups are two people."""
        if a.ages and b.ages and min(abs(x - y) for x in a.ages for y in b.ages) > self.settings.age_apart:
            return likeness.level == "same" and not _suffixes(a, b)
        shared = a.articles.keys() & b.articles.keys()
        if any(not self._slip_inside(a.articles[s], b.articles[s], likeness) for s in shared):
            return False
        if self._apart(a, b, likeness):
            return False
        if likeness.level == "spelling":
            return self._plausible(a, b)
        return True

    def _half_known(self, a: _Group, b: _Group, one: Parts, other: Parts) -> bool:
        """True for two groups of names told apart that are one person's: nearly one name, or half of it and more.

        One age is more, and so is one and the same deed, told in the same words.
        """
        sexes = {m.gender for g in (a, b) for m in g.members} - {""}
        if a.articles.keys() & b.articles.keys() or len(sexes) > 1 or (a.ages and b.ages and not a.ages & b.ages):
            return False
        if half(one, other) and len(a.ages) == len(b.ages) == 1:  # an age read for two people is nobody's
            return True
        if nearly(one, other, self.settings) or crossed(one, other):
            return True
        return share_half(one, other) and self.telling.alike(a.members, b.members)

    def _apart(self, a: _Group, b: _Group, likeness: Likeness) -> bool:
        """True where other writings of two groups with equal names are two names (J. Smith is John and Jane)."""
        return likeness.level == "same" and any(
            compare_names(x, y, self.settings).level in ("different", "spelling") for x in a.forms for y in b.forms
        )

    def _plausible(self, a: _Group, b: _Group) -> bool:
        """A misspelling counts where offices do not speak against it, and for short syllables speak for it."""
        agree = bool(a.families & b.families)
        long = min(len(f.key) for f in (*a.forms, *b.forms)) >= self.settings.two_slips_min_length
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

    def _merge(self, a: _Group, b: _Group) -> None:
        for bearer in b.members:
            a.take(bearer)
        for form in b.forms:
            self.of[form] = [a if g is b else g for g in self.of[form]]

    # -- single words

    def _place(self, bearer: Bearer) -> None:
        """Give a single word to the group whose family (or given) name it is, exactly or nearly."""
        word = bearer.parts.family[0]
        exact = [g for g in self._ends.get(bare(word), ()) if self._fits(g, word, bearer)]
        if exact:
            max(exact, key=lambda g: (len(g.members), min(f.key for f in g.forms))).take(bearer)
            return
        near = [] if bearer.weak and not self._person_label(bearer) else self._near(word, bearer)
        if len(near) == 1:
            near[0].take(bearer)
            return
        group = _Group()
        self.of.setdefault(bearer.parts, []).append(group)
        group.take(bearer)
        self._index(group)

    def _index(self, group: _Group) -> None:
        """File a group under the words that may stand alone for its person."""
        words = {w for f in group.forms for w in (bare(f.family[-1]), *(bare(g) for g in f.given[:1]), f.nick) if w}
        for word in sorted(words):
            self._ends.setdefault(word, []).append(group)
        for letter in sorted({w[0] for w in words}):
            self._letters.setdefault(letter, []).append(group)

    def _all(self) -> list[_Group]:
        seen: dict[int, _Group] = {}
        for groups in self.of.values():
            for g in groups:
                seen.setdefault(id(g), g)
        return list(seen.values())

    def _fits(self, group: _Group, word: str, bearer: Bearer) -> bool:
        if bearer.article in group.articles or not group.sure:
            return False
        for form in group.forms:
            if len(form.words) == 1 and bare(form.family[0]) == bare(word):
                return True
            if form.given and (bare(form.family[-1]) == bare(word) or form.given[0] == word or form.nick == word):
                return True
        return False

    def _near(self, word: str, bearer: Bearer) -> list[_Group]:
        if len(word) < self.settings.near_min_length:
            return []
        found = []
        for group in self._letters.get(word[0], ()):
            if not group.sure:
                continue
            ends = {bare(f.family[-1]) for f in group.forms if len(f.words) > 1}
            if word not in given.english_given():
                ends |= {f.given[0] for f in group.forms if f.given}
            near = _one_sound if bearer.article in group.articles else _close  # an article that slips writes by ear
            if any(len(w) >= self.settings.near_min_length and w[0] == word[0] and near(w, word) for w in ends):
                found.append(group)
        return found

    @staticmethod
    def _person_label(bearer: Bearer) -> bool:
        return any(f.mention.attrs.get("label") == "PERSON" for f in bearer.facts)

    def identities(self) -> dict[str, str]:
        """Identity of every person, as :attr:`Corpus.identities`."""
        found: dict[str, str] = {}
        used: Counter[str] = Counter()
        for group in self._all():
            if not group.sure:
                continue
            keys: Counter[str] = Counter()
            for form, n in group.forms.items():
                keys[plain_key(form)] += n if len(form.words) > 1 else 0
            name = min(keys, key=lambda k: (-keys[k], k))
            used[name] += 1
            label = name if used[name] == 1 else f"{name}#{used[name]}"
            for bearer in group.members:
                found[bearer.key] = label
        return found


def plain_key(form: Parts) -> str:
    """Family and first given name of a writing: what stays when middle names and agreeing articles are added."""
    first = next((g for g in form.given if len(g) > 1), form.given[0] if form.given else "")
    return " ".join([*form.family[-1:], first]).strip()


def _close(a: str, b: str) -> bool:
    return word_level(a, b, foreign=False) in ("spelling", "variant")


def _one_sound(a: str, b: str) -> bool:
    return a != b and regular(a, b)


def _suffixes(a: _Group, b: _Group) -> bool:
    return any(f.suffix for f in (*a.forms, *b.forms))
