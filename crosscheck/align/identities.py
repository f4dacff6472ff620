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

from crosscheck.align.bearers import Bearer, bearers
from crosscheck.align.halfknown import Telling, share_half
from crosscheck.align.likeness import Likeness, compare_names, half, nearly
from crosscheck.align.oneperson import Group, OnePerson
from crosscheck.align.singlewords import WordIndex
from crosscheck.align.sounds import skeleton
from crosscheck.model import Corpus
from crosscheck.normalise.nameparts import Parts, bare
from crosscheck.settings import NameSettings, Settings


def identify(corpus: Corpus, settings: Settings) -> Corpus:
    """The corpus with ``identities`` filled in; an identity is the key of the name's commonest writing."""
    groups = _Groups(settings.names, Telling(corpus, settings.names))
    for bearer in bearers(corpus):
        groups.add(bearer)
    groups.join()
    return msgspec.structs.replace(corpus, identities=groups.identities())


class _Groups:
    def __init__(self, settings: NameSettings, telling: Telling) -> None:
        self.settings, self._tests = settings, OnePerson(settings, telling)
        self.of: dict[Parts, list[Group]] = {}  # groups by the writing that made them
        self.single: list[Bearer] = []

    def add(self, bearer: Bearer) -> None:
        if len(bearer.parts.words) == 1:
            self.single.append(bearer)
            return
        here = self.of.setdefault(bearer.parts, [])
        group = next((g for g in here if bearer.article not in g.articles), None)
        if group is None:
            group = Group()
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
                self._tests.one_person(a, b, likeness)
                if likeness.level != "different"
                else self._tests.half_known(a, b, one, other)
            ):
                self._merge(a, b)
        index = WordIndex(self._all(), self.settings)
        for bearer in self.single:
            if not index.placed(bearer):
                group = Group()
                self.of.setdefault(bearer.parts, []).append(group)
                group.take(bearer)
                index.add(group)

    def _group(self, form: Parts) -> Group:
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

    def _merge(self, a: Group, b: Group) -> None:
        for bearer in b.members:
            a.take(bearer)
        for form in b.forms:
            self.of[form] = [a if g is b else g for g in self.of[form]]

    def _all(self) -> list[Group]:
        seen: dict[int, Group] = {}
        for groups in self.of.values():
            for g in groups:
                seen.setdefault(id(g), g)
        return list(seen.values())

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
