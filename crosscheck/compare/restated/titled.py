"""Titles that a draft gives to somebody to whom its sources give another one, and that stand in none of them.

In: a corpus with a draft. Out: each such title with those of the sources. A title in other words ("boss" for "chief
executive"), of a family that people hold beside another, or that the lexicon lacks, is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from crosscheck.compare.sourcetext import SourceText, words
from crosscheck.data.titles import LOOSE, Title, exclusive, lookup, often_together, posts_apart
from crosscheck.linking.words import alike
from crosscheck.model import Corpus, Fact, Role
from crosscheck.settings import RestatedSettings

_TOLD = frozenset(("pre", "post", "before"))  # beside the name, not "who leads ..."

_HEAD = "head"  # "boss", "chief", "leader": what a writer calls whoever runs a thing


class Retitled(msgspec.Struct, frozen=True, kw_only=True):
    """A title of the draft, as written, with the sources' on the same person."""

    mine: Fact
    title: str
    theirs: tuple[Fact, ...]
    had: str


def retitled(corpus: Corpus, mine: frozenset[str], text: SourceText, settings: RestatedSettings) -> Iterator[Retitled]:
    """Titles in the order of the draft, each person's once."""
    known: dict[str, list[Fact]] = defaultdict(list)
    for fact in corpus.facts("role"):
        if fact.article not in mine and isinstance(fact.value, Role) and fact.value.person:
            known[words(fact.value.person)[-1]].append(fact)
    seen: set[tuple[str, str]] = set()
    for fact in corpus.facts("role"):
        value, title = fact.value, fact.mention.attrs.get("title", "")
        if fact.article not in mine or not isinstance(value, Role) or not value.person or not title:
            continue
        who = words(value.person)[-1]
        if fact.mention.attrs.get("form") not in _TOLD or (who, title) in seen or _carried(title, text):
            continue
        theirs = [f for f in known.get(who, ()) if f.mention.attrs.get("title") and _one_person(fact, f)]
        if theirs and all(_apart(title, f.mention.attrs["title"], settings) for f in theirs):
            seen.add((who, title))
            yield Retitled(mine=fact, title=title, theirs=tuple(theirs), had=theirs[0].mention.attrs["title"])


def _one_person(a: Fact, b: Fact) -> bool:
    """True unless two people of one family name have other given names."""
    one, two = (words(f.value.person or "") if isinstance(f.value, Role) else [] for f in (a, b))
    return min(len(one), len(two)) < 2 or one[0] == two[0]


def _carried(title: str, text: SourceText) -> bool:
    return any(text.has_word(form) for form in (words(title)[-1], f"{words(title)[-1]}s"))


def _apart(title: str, other: str, settings: RestatedSettings) -> bool:
    """True for titles of two families that one person seldom has, and that are no two words for one thing."""
    one, two = lookup(title) or lookup(words(title)[-1]), lookup(other) or lookup(words(other)[-1])
    if one is None or two is None or one.family in (two.family, _HEAD) or {one.family, two.family} & LOOSE:
        return False
    return not often_together(one.family, two.family) and (_excluded(one, two) or _unlike(title, other, settings))


def _excluded(one: Title, two: Title) -> bool:
    return exclusive(one.family, two.family) or posts_apart(one.family, two.family)


def _unlike(title: str, other: str, settings: RestatedSettings) -> bool:
    near = alike(words(title)[-1], words(other)[-1])
    return near is not None and near < settings.other_title
