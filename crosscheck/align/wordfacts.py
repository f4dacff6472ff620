"""Facts of single words of proper names, and whether readers of people and bodies have judged them already.

In: places of a word. Out: facts that stand for the word with the neighbours that its name shares with another writing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from crosscheck.align.phrases import Word
from crosscheck.linking.signs import run
from crosscheck.model import Corpus, Fact, Mention, Name, Span
from crosscheck.normalise.nameparts import fold

_NEXT = re.compile(r"(?:['’]s)?[ \xa0]([^\W\d_]+)")


def stretches(facts: Iterable[Fact]) -> list[tuple[str, Span]]:
    """Article and span of each fact."""
    return [(f.article, f.mention.span) for f in facts]


def is_judged(lone: Sequence[Word], common: Sequence[Word], corpus: Corpus, held: list[list[tuple[str, Span]]]) -> bool:
    """True where a cluster of one body holds both writings, or both are names of people."""
    for stretches in held:
        if any(_within(p, stretches) for p in lone) and any(_within(p, stretches) for p in common):
            return True
    mine = [found for p in lone if (found := _person(p, corpus)) is not None]
    theirs = [found for p in common if (found := _person(p, corpus)) is not None] if mine else []
    named = {identity for identity, _ in mine}
    if any(identity in named for identity, _ in theirs):
        return True
    return any(not maybe for _, maybe in mine) and any(not maybe for _, maybe in theirs)


def _person(place: Word, corpus: Corpus) -> tuple[str, bool] | None:
    """Identity of the person in whose name a word stands, and whether nothing but this word names it; None for none."""
    for fact in corpus.extractions[place.article].facts:
        value, span = fact.value, fact.mention.span
        if span.start < place.end and place.start < span.end and isinstance(value, Name) and value.entity == "person":
            key = f"{place.article}:{value.person}"
            return corpus.identities.get(key, key), bool(fact.mention.attrs.get("maybe")) or " " not in fact.subject
    return None


def _within(place: Word, stretches: list[tuple[str, Span]]) -> bool:
    return any(a == place.article and s.start < place.end and place.start < s.end for a, s in stretches)


def fact_of(place: Word, other: Word, word: str, corpus: Corpus) -> Fact:
    """A fact of the word with the words beside it that its name shares with the other writing's."""
    text = corpus.articles[place.article].text
    before, after = (run(a, b) for a, b in ((place.before, other.before), (place.after, other.after)))
    start, end = place.start, place.end
    for _ in range(before):
        start = max(text.rfind(" ", 0, start - 1), text.rfind("\n", 0, start - 1), text.rfind("\xa0", 0, start - 1)) + 1
    for _ in range(after):
        following = _NEXT.match(text, end)
        end = following.end() if following else end
    sentences = corpus.extractions[place.article].sentences
    at = bisect_right(sentences, place.start, key=lambda s: s.span.start) - 1
    shown = " ".join(text[start:end].split())
    mention = Mention(
        kind="name", article=place.article, span=Span(start, end), text=text[start:end], sentence=max(at, 0),
        attrs={"entity": "place", "word": word}, confidence=0.5,
    )  # fmt: skip
    value = Name(full=shown, key=fold(shown), entity="place")
    return Fact(id=f"{place.article}:word:{start}-{end}", kind="name", subject=shown, value=value, mention=mention)
