"""Whom stretches of one article mean: the record that binding fills and later steps of normalising ask."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from crosscheck.lexicons import load
from crosscheck.model import Frame, Mention, Span

_FAR = 160  # characters: no name is longer


@dataclass(frozen=True, slots=True)
class Seen:
    """One place where somebody stands in the text; ``words`` are its words and the lemma of its head, case folded;
    ``says`` where a verb of saying has it for its subject."""

    span: Span
    sentence: int
    who: str
    slot: str
    quoted: bool
    says: bool = False
    words: frozenset[str] = frozenset()


@dataclass
class Entity:
    """What the article tells of somebody that pronouns and descriptions may take up."""

    sort: str
    number: str = "1"
    sex: str = ""
    age: str = ""
    other: str = ""  # "1" for "a second man": the man is somebody else
    heads: set[str] = field(default_factory=set)


@dataclass
class Bound:
    """Places of names, pronouns and descriptions with whom each means: ``seen`` in the order of the text.

    ``who`` is a person's id inside the article ("p3"), "o:" and the key of a body's name, "g:" and a noun for people
    who go by it ("g:police"), or "d" and an offset for somebody whom the article only describes.
    """

    seen: list[Seen] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def at(self, span: Span) -> str | None:
        """Id of whom a stretch of text means, None where the article leaves it open."""
        if len(self._starts) != len(self.seen):
            self._starts = [s.span.start for s in self.seen]
        for i in range(bisect_left(self._starts, span.end) - 1, -1, -1):
            if self.seen[i].span.overlaps(span):
                return self.seen[i].who
            if self._starts[i] < span.start - _FAR:
                break
        return None

    def places(self, who: str) -> list[Seen]:
        """Where somebody stands, names and pronouns alike."""
        return [s for s in self.seen if s.who == who]

    def cast(self, mention: Mention) -> tuple[str, ...]:
        """Ids of the people and bodies that take part in the clause of a mention, in the order of the text."""
        frame = mention.frame
        if frame is None:
            return ()
        low = bisect_left(self.seen, mention.sentence, key=lambda s: s.sentence)
        high = bisect_left(self.seen, mention.sentence + 1, key=lambda s: s.sentence)
        found = (s.who for s in self.seen[low:high] if s.span != mention.span and _in(s, frame))
        return tuple(dict.fromkeys(found))


def _in(seen: Seen, frame: Frame) -> bool:
    return not seen.words.isdisjoint((*frame.subject, *frame.object, *frame.others, *frame.names))


def agree(one: str, other: str) -> bool:
    """True unless two traits are both known and differ."""
    return not one or not other or one == other


@cache
def passing() -> frozenset[str]:
    """Nouns that say little of a person, such as boy or man."""
    return frozenset(load("referents")["passing"].split())


@cache
def alike(head: str) -> frozenset[str]:
    """A word and those that a writer may use for it of one person."""
    for group in load("referents")["alike"]:
        words = group.split()
        if head in words:
            return frozenset(words)
    return frozenset({head})
