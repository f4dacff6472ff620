"""Proper names at large: places, bodies, works and prizes that one source writes with a letter off.

Readers of people and bodies miss what is misspelt ("Saudi Arafia" is no country, "the Harbour Agenky" no agency), so
this aligner asks the texts themselves: a capitalised word that one source alone writes, a letter away from a word that
the others write, beside the same capitalised neighbour ("Saudi"), or from the name of a country or city. Clusters have
the aspect ``word``; their facts stand for the word with its neighbour. What readers of people have judged is left to
them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from crosscheck.align.bodies import COUNTERS
from crosscheck.data import countries, gazetteer, given, titles
from crosscheck.data.institutions import ORG_WORDS
from crosscheck.model import Cluster, Corpus, Fact, Mention, Name, Span
from crosscheck.normalise.nameparts import fold
from crosscheck.settings import NameSettings, Settings
from crosscheck.wording import spelling

_CAPITAL = re.compile(r"(?<![\w@#/.'’-])[A-ZÀ-ÖØ-Þ][^\W\d_]*[a-zà-öø-ÿ][^\W\d_]*(?![\w@-])")
_EMPTY = frozenset(
    "the this that these those they there then when where while what with from for and but his her its our their "
    "after before under over about into some many most mr mrs ms miss dr sir rev hon sen rep gov gen col capt sgt lt "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct "
    "nov dec according".split()
)


class _Place(NamedTuple):
    """One occurrence of a capitalised word; neighbours are folded, empty where none stands beside it."""

    article: str
    start: int
    end: int
    before: str
    after: str
    inside: bool  # stands within a sentence: its capital means something


class _Pair(NamedTuple):
    """A lone writing, the common one that it departs from, and the neighbour that both have."""

    lone: str
    common: str
    side: str  # "<" before, ">" after, "" where the name of a country or city stands alone
    neighbour: str


def align(corpus: Corpus, settings: Settings, judged: Iterable[Cluster] = ()) -> Iterator[Cluster]:
    """A cluster a pair of writings, the lone one's facts last.

    ``judged`` are clusters of bodies: writings that one of them holds are left to it.
    """
    if len(corpus.articles) < 2:
        return
    words = _words(corpus)
    pairs = _pairs(words, corpus, settings.names)
    if not pairs:
        return
    plain = _plain_words(corpus)
    held = [_stretches(c.facts) for c in judged if len({fold(f.mention.text) for f in c.facts}) > 1]
    told: set[str] = set()
    # the commoner writing leads where each of two stands in one source alone
    for pair in sorted(pairs, key=lambda p: (len(words[p.lone]), -len(words[p.common]), p)):
        if pair.lone in told or pair.common in told or pair.lone in plain:
            continue
        lone, common = ([p for p in words[w] if _bound(p, pair)] for w in pair[:2])
        if _is_judged(lone, common, corpus, held):
            continue
        told.add(pair.lone)
        facts = [_fact(p, pair, w, corpus) for w, places in ((pair.common, common), (pair.lone, lone)) for p in places]
        yield Cluster(
            id=f"word:{pair.common}:{pair.lone}", kind="name", aspect="word", subject=facts[0].subject,
            key=f"word {pair.common}", facts=tuple(facts), blocking_key=pair.common,
        )  # fmt: skip


def _words(corpus: Corpus) -> dict[str, list[_Place]]:
    """Places of every capitalised word, by its folded writing."""
    words: dict[str, list[_Place]] = defaultdict(list)
    for article in corpus.articles.values():
        text = article.text
        skipped = [r.span for r in article.regions if r.kind != "headline"]
        heads = [r.span for r in article.regions if r.kind == "headline"]
        found = [(m.start(), m.end(), fold(m.group())) for m in _CAPITAL.finditer(text)]
        last = ("", -2)
        for i, (start, end, word) in enumerate(found):
            before = last[0] if last[1] == start - 1 and text[start - 1] in " \xa0" else ""
            last = word, end
            if any(s.start <= start < s.end for s in skipped):
                continue
            after = ""
            if i + 1 < len(found) and found[i + 1][0] == end + 1 and text[end] in " \xa0":
                after = found[i + 1][2]
            inside = start > 1 and text[start - 1] == " " and (text[start - 2].isalnum() or text[start - 2] == ",")
            inside = inside and not any(s.start <= start < s.end for s in heads)
            words[word].append(_Place(article.id, start, end, before, after, inside))
    return words


def _pairs(words: dict[str, list[_Place]], corpus: Corpus, settings: NameSettings) -> set[_Pair]:
    """Lone writings a letter away from a writing of other sources, beside one neighbour."""
    sources = {w: {corpus.groups.get(p.article, p.article) for p in places} for w, places in words.items()}
    lone = [w for w in sorted(words) if len(sources[w]) == 1 and not _known(w)]
    beside: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda w: (-len(sources[w]), w)):
        for key in sorted(_keys(word, words[word])):
            beside[key].append(word)
    places = [w for w in sorted(words) if len(w) >= settings.place_min_length and is_place(w)]
    found = set()
    for word in lone:
        mine = [
            _Pair(word, other, side, neighbour)
            for _, side, neighbour in sorted(_keys(word, words[word]))
            for other in beside[word[0], side, neighbour][: settings.block_size]
            if sources[other] - sources[word] and _slip(word, other, settings)
        ]
        if not mine and len(word) >= settings.place_min_length and any(p.inside for p in words[word]):
            mine = [_Pair(word, w, "", "") for w in places if sources[w] - sources[word] and _slip(word, w, settings)]
        found.update(mine)
    return found


def _keys(word: str, places: list[_Place]) -> set[tuple[str, str, str]]:
    """First letter and the neighbours of a word, by side; titles and calendar words stand beside anything."""
    keys = {("<", p.before) for p in places} | {(">", p.after) for p in places}
    return {(word[0], side, w) for side, w in keys if len(w) > 2 and w not in _EMPTY and not titles.lookup(w)}


def _slip(lone: str, other: str, settings: NameSettings) -> bool:
    """True where two words differ by a slip of a letter, not by an ending, a habit of spelling or a number."""
    if lone[0] != other[0] or lone == other or min(len(lone), len(other)) < settings.body_word_min_length:
        return False
    if OSA.distance(lone, other, score_cutoff=1) > 1 or lone.startswith(other) or other.startswith(lone):
        return False
    if other in COUNTERS or other in _EMPTY or lone.replace("men", "man") == other.replace("men", "man"):
        return False
    return spelling.fold(lone) != spelling.fold(other) and spelling.stem(lone) != spelling.stem(other)


@cache
def _known(word: str) -> bool:
    """True for a word that is right as it stands: another country, body, title or given name is no slip."""
    return (
        word in _EMPTY
        or word in COUNTERS
        or word in ORG_WORDS
        or word in given.english_given()
        or is_place(word)
        or titles.lookup(word) is not None
    )


def is_place(word: str) -> bool:
    """True for a word of the name of a country, region or city, folded."""
    return word in _place_words()


@cache
def _place_words() -> frozenset[str]:
    names = (*countries.names(), *countries.metonyms(), *gazetteer.names())
    return frozenset(w for n in names for w in fold(n).split())


def _plain_words(corpus: Corpus) -> frozenset[str]:
    """Words that some article writes in lower case: the language's own."""
    return frozenset(w.strip(_EDGES) for a in corpus.articles.values() for w in set(a.text.split()) if w[0].islower())


_EDGES = "\"'“”‘’.,;:!?()[]—–-"


def _bound(place: _Place, pair: _Pair) -> bool:
    """True where the word stands beside the pair's neighbour (or, without one, inside a sentence)."""
    return not pair.side or pair.neighbour == (place.before if pair.side == "<" else place.after)


def _stretches(facts: Iterable[Fact]) -> list[tuple[str, Span]]:
    return [(f.article, f.mention.span) for f in facts]


def _is_judged(lone: list[_Place], common: list[_Place], corpus: Corpus, held: list[list[tuple[str, Span]]]) -> bool:
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


def _person(place: _Place, corpus: Corpus) -> tuple[str, bool] | None:
    """Identity of the person in whose name a word stands, and whether no cue calls it a person's; None for none."""
    for fact in corpus.extractions[place.article].facts:
        value, span = fact.value, fact.mention.span
        if span.start < place.end and place.start < span.end and isinstance(value, Name) and value.entity == "person":
            key = f"{place.article}:{value.person}"
            return corpus.identities.get(key, key), bool(fact.mention.attrs.get("maybe"))
    return None


def _within(place: _Place, stretches: list[tuple[str, Span]]) -> bool:
    return any(a == place.article and s.start < place.end and place.start < s.end for a, s in stretches)


def _fact(place: _Place, pair: _Pair, word: str, corpus: Corpus) -> Fact:
    """A fact of the word with the neighbour that it shares with the other writing."""
    text = corpus.articles[place.article].text
    start, end = place.start, place.end
    if pair.side == "<":
        start = max(text.rfind(" ", 0, start - 1), text.rfind("\n", 0, start - 1), text.rfind("\xa0", 0, start - 1)) + 1
        start = start if place.start - start < 40 else place.start
    elif pair.side == ">":
        following = _CAPITAL.match(text, end + 1)
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
