"""Titles and trades that a draft gives to somebody whom none of its sources calls so, and whom they call otherwise.

In: a corpus with a draft. Out: each such title with those of the sources. A title in other words ("boss" for "chief
executive"), one that people hold beside another, or that the lexicon lacks, is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from crosscheck.compare.restated.called import Called, Told, called
from crosscheck.compare.sourcetext import SourceText, words
from crosscheck.data.callings import Calling, Standing, standing
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
    """Titles in the order of the draft, each person's once: first by what stands beside names, then by offices."""
    told: set[str] = set()
    for found in _miscalled(corpus, mine, settings):
        told.add(words(_person(found.mine))[-1])
        yield found
    yield from (r for r in _retitled(corpus, mine, text, settings) if words(_person(r.mine))[-1] not in told)


def _person(fact: Fact) -> str:
    return (fact.value.person if isinstance(fact.value, Role) else None) or " "


def _miscalled(corpus: Corpus, mine: frozenset[str], settings: RestatedSettings) -> Iterator[Retitled]:
    """Callings beside names in the draft that are apart from all that the sources call these people."""
    known: dict[str, list[Called]] = defaultdict(list)
    for article in corpus.articles:
        if article not in mine:
            for theirs in called(corpus, article):
                known[theirs.name[-1]].append(theirs)
    told = Told(corpus, mine, [c for found in known.values() for c in found])
    seen: set[tuple[str, str]] = set()
    for article in sorted(mine, key=list(corpus.articles).index):
        for own in called(corpus, article):
            others = [c for c in known.get(own.name[-1], ()) if _one_name(own.name, c.name)]
            if not others or (own.name[-1], own.calling.said) in seen:
                continue
            if own.calling.before and any(c.calling.before for c in others):  # "the minister" says no more of which
                others = [c for c in others if c.calling.before or c.calling.post != own.calling.post]
            stand = [_standing(own.calling, c.calling, settings) for c in others]
            if "apart" not in stand or {"same", "compatible"} & set(stand) or told.of(own.name[-1], own.calling):
                continue
            seen.add((own.name[-1], own.calling.said))
            apart = [c for c, how in zip(others, stand, strict=True) if how == "apart"]
            yield Retitled(mine=own.fact, title=own.said, theirs=tuple(c.fact for c in apart), had=apart[0].said)


def _standing(one: Calling, other: Calling, settings: RestatedSettings) -> Standing:
    """How two callings stand. Where the lexicon cannot say, unlike words behind one word are two posts of a team."""
    found = standing(one, other)
    if found != "unknown" or not one.lead or one.lead != other.lead:
        return found
    return "apart" if _unlike(one.last, other.last, settings) else found


def _one_name(one: Sequence[str], two: Sequence[str]) -> bool:
    return min(len(one), len(two)) < 2 or one[0] in two[:-1] or two[0] in one[:-1]


def _retitled(corpus: Corpus, mine: frozenset[str], text: SourceText, settings: RestatedSettings) -> Iterator[Retitled]:
    """Titles that stand in no source, by the families of :mod:`crosscheck.data.titles`."""
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
