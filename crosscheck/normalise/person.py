"""One person of one article: every mention of it so far, and what may be another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from crosscheck.data import eastasia, given
from crosscheck.model import Mention, Span
from crosscheck.normalise.nameparts import Parts, bare
from crosscheck.settings import NameSettings


@dataclass
class Person:
    """One person of one article: all mentions so far, the fullest name, what is known of sex."""

    id: str
    parts: Parts
    full: str
    single: bool = False  # known by one word only
    mentions: list[Mention] = field(default_factory=list)
    read: dict[Span, Parts] = field(default_factory=dict)
    gender: str = ""
    _near: set[Span] = field(default_factory=set)
    _given: dict[int, set[str]] = field(default_factory=dict)  # first given names, whole, by sentence

    def add(self, mention: Mention, found: Parts, full: str, *, near: bool = False) -> None:
        """Take in one more mention; a fuller name replaces the one so far."""
        self.mentions.append(mention)
        self.read[mention.span] = found
        if _whole(found):
            self._given.setdefault(mention.sentence, set()).add(found.given[0])
        if near:
            self._near.add(mention.span)
        elif len(found.words) > len(self.parts.words) or (found.suffix and not self.parts.suffix):
            self.parts, self.full = found, full
        self.gender = self.gender or mention.attrs.get("gender", "")

    def near(self, mention: Mention) -> bool:
        """True where the mention is linked in spite of its spelling."""
        return mention.span in self._near

    def finish(self) -> None:
        """Put the mentions in the order of the text, once all are linked."""
        self.mentions.sort(key=lambda m: m.span)

    def fits(self, other: Parts) -> bool:
        """True when a full name of the article is this person's: same family name and given names that agree."""
        mine = self.parts
        if mine.suffix and other.suffix and mine.suffix != other.suffix:
            return False
        if sorted(mine.words) == sorted(other.words):
            return True
        if not _same_family(mine.family, other.family):
            return False
        return given_agree(mine.given, other.given, mine.nick, other.nick)

    def beside(self, mention: Mention, other: Parts) -> bool:
        """True where the sentence of another full name has this person under other given names: then they are two."""
        return _whole(other) and bool(self._given.get(mention.sentence, set()) - {other.given[0]})

    def single_fits(self, word: str, mention: Mention) -> bool:
        """True when one word alone can stand for this person: surname, or given name without an honorific."""
        sex = mention.attrs.get("gender", "")
        if sex and self.gender and sex != self.gender:
            return False
        if bare(word) in {bare(w) for w in self.parts.family}:
            return True
        if "honorific" in mention.attrs.get("cues", "") and len(self.parts.words) == 2 and not self._eastern():
            return False
        return word == self.parts.nick or bare(word) in {bare(w) for w in self.parts.given}

    def nickname_fits(self, word: str) -> bool:
        """True when a word alone is a known short form of the first given name."""
        return bool(self.parts.given) and given.same_given(word, self.parts.given[0])

    def nearly(self, word: str, settings: NameSettings) -> bool:
        """True when a word alone is the surname or first given name with one letter changed."""
        from rapidfuzz.distance import OSA

        known = [w for w in (*self.parts.family[-1:], *self.parts.given[:1]) if len(w) >= settings.near_min_length]
        return any(w[0] == word[0] and OSA.distance(w, word, score_cutoff=1) <= 1 for w in known)

    def _eastern(self) -> bool:
        return self.parts.family[:1] != () and self.parts.family[0] in eastasia.east_asian_surnames()

    def last_before(self, offset: int) -> int:
        """Offset of the last mention that starts before ``offset``, -1 for none."""
        return max((m.span.start for m in self.mentions if m.span.start < offset), default=-1)


def _whole(name: Parts) -> bool:
    """True for a name with a given name that is more than an initial."""
    return bool(name.given) and len(name.given[0]) > 1


def _same_family(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    a, b = [bare(w) for w in one], [bare(w) for w in other]
    return a == b or a[-1:] == b[-1:]


def given_agree(one: Sequence[str], other: Sequence[str], nick: str = "", other_nick: str = "") -> bool:
    """True when given names can be one person's: equal, initials, nicknames, or one has more middle names."""
    if not one or not other:
        return True
    a, b = one[0], other[0]
    if a == b or a[0] == b[0] and (len(a) == 1 or len(b) == 1):
        pairs = zip(one[1:], other[1:], strict=False)
        return all(x[0] == y[0] and (x == y or len(x) == 1 or len(y) == 1) for x, y in pairs)
    if a.replace("-", "") == "".join(other).replace("-", "") or "".join(one).replace("-", "") == b.replace("-", ""):
        return True
    if given.same_given(a, b) or (nick and nick == b) or (other_nick and other_nick == a):
        return True
    return bool(len(one) > 1 and one[1] == b) or bool(len(other) > 1 and other[1] == a)
