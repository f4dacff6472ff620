"""What a cluster of dates or places is about, in the words of the article that told it first. Not an aligner."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.align.matching import Item
from crosscheck.model import Corpus

_VAGUE = frozenset("he she it they we i you who which that this these those there one some what".split())
_BARE = frozenset({"date", "place"})
_LONG_WORDS = 12  # a longer clause is no subject line
_SAYING = frozenset("said says say told tell reported".split())  # of two clauses the one that tells the event


def told_first(group: Sequence[Item], corpus: Corpus) -> str:
    """The subject of the earliest article's fact, one that names who it speaks of before one that says "he"."""
    order = {article: n for n, article in enumerate(corpus.articles)}

    def rank(item: Item) -> tuple[int, str, int, int]:
        published = corpus.articles[item.fact.article].published or "9"
        return _poverty(item.fact.subject), published, order[item.fact.article], item.order

    return min(group, key=rank).fact.subject


def lasting_words(group: Sequence[Item], corpus: Corpus) -> str:
    """ "length of the summit": the noun that the words of duration hang on, else the clause."""
    nouns = sorted(noun for i in group if (noun := i.fact.mention.attrs.get("noun", "")))
    return f"length of the {nouns[0]}" if nouns else told_first(group, corpus).replace("when", "how long", 1)


def _poverty(subject: str) -> int:
    """How little a subject tells an editor, 0 to 3."""
    if subject in _BARE:
        return 3
    words = subject.removeprefix("when ").removeprefix("where ").split()
    if len(words) < 2 or words[0].casefold() in _VAGUE:
        return 2
    return int(len(words) > _LONG_WORDS or not _SAYING.isdisjoint(words))
