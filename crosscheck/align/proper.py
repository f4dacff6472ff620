"""Proper names at large: places, bodies, works, streets and prizes that one source writes otherwise.

Readers of people and bodies miss what is misspelt ("Saudi Arafia" is no country, "the Harbour Agenky" no agency), so
this aligner asks the texts themselves for a capitalised word that one source alone writes, near a word that the others
write in the same name. How near it must be falls with what the two names share: a letter off beside one word ("Saudi"),
alike in sound and beginning beside two ("Institute of Forensic Sciences", "of Forensic Services"); a street may be an
avenue elsewhere; a word by itself must be a letter off from the name of a country or city, or two such that no article
knows both. Clusters have the aspect ``word``; their facts stand for the word with its neighbours. What readers of
people have judged is left to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from crosscheck.align.bodies import COUNTERS
from crosscheck.align.phrases import EMPTY, Phrase, Word, shared, words
from crosscheck.align.wordfacts import fact_of, is_judged, stretches
from crosscheck.data import countries, gazetteer, given, titles
from crosscheck.data.institutions import ORG_WORDS
from crosscheck.model import Cluster, Corpus
from crosscheck.normalise.nameparts import fold
from crosscheck.settings import NameSettings, Settings
from crosscheck.wording import spelling

_STREETS = frozenset("street avenue road drive lane boulevard court place way highway parkway terrace square".split())
_ENDINGS = ("", "a", "ia", "e", "n", "an", "ian", "ic", "i", "ish", "ese", "er", "s", "es", "ans", "ians", "is", "ers")


class _Pair(NamedTuple):
    """A lone writing and the common one that it departs from, with the places of each that belong to one name."""

    lone: str
    common: str
    lone_places: tuple[Word, ...]
    common_places: tuple[Word, ...]


class _Texts(NamedTuple):
    """What the articles write: capitalised words with their places, words in lower case, source groups."""

    found: dict[str, list[Word]]
    plain: frozenset[str]
    groups: dict[str, str]

    def sources(self, places: Iterable[Word]) -> set[str]:
        """Source groups in which some places stand."""
        return {self.groups.get(p.article, p.article) for p in places}

    def spread(self, places: Sequence[Word]) -> tuple[int, int]:
        """In how many sources and how often: what tells a lone writing from the common one."""
        return len(self.sources(places)), len(places)


def align(
    corpus: Corpus, settings: Settings, judged: Iterable[Cluster] = (), said: Iterable[Phrase] | None = None
) -> Iterator[Cluster]:
    """A cluster a pair of writings, the lone one's facts last.

    ``judged`` are clusters of bodies: writings that one of them holds are left to it. ``said`` are the phrases of the
    corpus, where they have been read already.
    """
    if len(corpus.articles) < 2:
        return
    found = words(corpus, said)
    pairs = _pairs(_Texts(found, plain_words(corpus), corpus.groups), settings.names)
    held = [stretches(c.facts) for c in judged if len({fold(f.mention.text) for f in c.facts}) > 1]
    told: set[str] = set()
    # the commoner writing leads where each of two stands in one source alone
    for pair in sorted(pairs, key=lambda p: (len(found[p.lone]), -len(found[p.common]), p)):
        if pair.lone in told or pair.common in told:
            continue
        if is_judged(pair.lone_places, pair.common_places, corpus, held):
            continue
        told.add(pair.lone)
        sides = (pair.common, pair.common_places, pair.lone_places), (pair.lone, pair.lone_places, pair.common_places)
        facts = [fact_of(p, others[0], word, corpus) for word, places, others in sides for p in places]
        yield Cluster(
            id=f"word:{pair.common}:{pair.lone}", kind="name", aspect="word", subject=facts[0].subject,
            key=f"word {pair.common}", facts=tuple(facts), blocking_key=pair.common,
        )  # fmt: skip


def _pairs(texts: _Texts, settings: NameSettings) -> list[_Pair]:
    """Lone writings with a writing of other sources that is near enough for what their names share."""
    articles = {w: {p.article for p in places} for w, places in texts.found.items()}
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word in sorted(texts.found, key=lambda w: (-len(articles[w]), w)):
        for key in sorted(_keys(word, texts.found[word])):
            blocks[key].append(word)
    pairs: dict[tuple[str, str], _Pair] = {}
    for block in blocks.values():
        for two in combinations(block[: settings.block_size], 2):
            one, other = sorted(two)
            if (one, other) not in pairs and _may_be_one(one, other) and (pair := _pair(one, other, texts, settings)):
                pairs[one, other] = pair
    return list(pairs.values())


def _keys(word: str, places: list[Word]) -> set[tuple[str, str]]:
    """What a word is found again by: its neighbours on either side with its first letter, and its own beginning."""
    sides = {("<", w) for p in places for w in p.before[:2]} | {(">", w) for p in places for w in p.after[:2]}
    start = "street" if word in _STREETS else word[0]
    return {(side + start, w) for side, w in sides if len(w) > 2 and w not in EMPTY} | {
        ("=" + word[0], word[-3:]),
        ("=", word[:3]),
    }


def _pair(one: str, other: str, texts: _Texts, settings: NameSettings) -> _Pair | None:
    """The two writings with their places in names that share the most; None where they are not near enough."""
    slip = _slip(one, other, settings)
    if not slip and not _can_be_near(one, other, settings):
        return None
    best, places = _bound(texts.found[one], texts.found[other], settings)
    # of a word that is right as it stands the other is the slip, however common
    sides = sorted(
        zip((one, other), places, strict=True),
        key=lambda side: (slip and _known(side[0]), *texts.spread(side[1]), side[0]),
    )
    (lone, mine), (common, theirs) = sides
    here, there = texts.sources(mine), texts.sources(theirs)
    if len(here) > 1:
        return None  # two habits
    pair = _Pair(lone, common, mine, theirs)
    if there == here or (here & there and len(mine) > 1):
        return pair if _within_one(pair, best, texts.plain, settings) else None
    if best == 0:
        near = _by_itself(pair, texts.plain, settings)
    else:
        near = slip and lone not in texts.plain and not _known(lone) or _alike(pair, best, settings)
    return pair if near else None


def _can_be_near(one: str, other: str, settings: NameSettings) -> bool:
    """True for words of which some later step may say that they are one; most pairs end here."""
    if one in _STREETS and other in _STREETS or one.startswith(other) or other.startswith(one):
        return True
    if JaroWinkler.similarity(one, other, score_cutoff=settings.alike_words_similarity) > 0:
        return True
    return OSA.distance(one, other, score_cutoff=2) <= 2


def _within_one(pair: _Pair, best: int, plain: frozenset[str], settings: NameSettings) -> bool:
    """True where one article writes both and only one of them can be right.

    Two words of one article are two names, unless one is a letter off and stands once, in the same name; or is a letter
    off from a word that is right as it stands, or that the article writes again and again.
    """
    lone, common, mine, theirs = pair
    if lone in plain or _known(lone) or not _slip(lone, common, settings):
        return False
    if best > 0 and len(mine) == 1:
        return not mine[0].headline
    shortest = settings.known_place_min_length if is_place(common) else settings.place_min_length
    if common in plain or len(lone) < shortest or not any(p.inside for p in mine):
        return False
    return _known(common) or len(mine) == 1 and len(theirs) >= settings.agreeing_places


def _bound(one: list[Word], other: list[Word], settings: NameSettings) -> tuple[int, list[tuple[Word, ...]]]:
    """How many words two writings' names share at most, and the places of each where they do."""
    some = [(p, q, shared(p, q)) for p in one[: settings.block_size] for q in other[: settings.block_size]]
    best = max(n for *_, n in some)
    if best == 0:
        return 0, [tuple(one), tuple(other)]
    return best, [tuple(dict.fromkeys(pair[i] for pair in some if pair[2] == best)) for i in (0, 1)]  # type: ignore[misc]


def _may_be_one(lone: str, common: str) -> bool:
    """False for another number, direction or office, for a habit of spelling, and for a word of grammar."""
    if lone in EMPTY or common in EMPTY or titles.lookup(lone) or titles.lookup(common):
        return False
    if (lone in COUNTERS or common in COUNTERS) and not (lone.startswith(common) or common.startswith(lone)):
        return False
    if spelling.fold(lone) == spelling.fold(common):
        return False
    if spelling.stem(lone) == spelling.stem(common) and not _doubled(lone, common):
        return False
    return lone.replace("men", "man") != common.replace("men", "man")


def _slip(lone: str, other: str, settings: NameSettings) -> bool:
    """True where two words of one beginning differ by a letter."""
    if lone[0] != other[0] or min(len(lone), len(other)) < settings.body_word_min_length:
        return False
    if OSA.distance(lone, other, score_cutoff=1) > 1:
        return False
    cut = lone.startswith(other) or other.startswith(lone)
    return _doubled(lone, other) or not cut and not derived(lone, other)


def derived(one: str, other: str) -> bool:
    """True for a place and its people or language, a plural, a word with an ending (Arabia, Arabic)."""
    return any(
        one.endswith(a) and other.endswith(b) and one[: len(one) - len(a)] == other[: len(other) - len(b)]
        for a in _ENDINGS
        for b in _ENDINGS
    )


def _doubled(one: str, other: str) -> bool:
    """True where the longer word ends in the shorter one's last letter twice (Bisset, Bissett)."""
    short, long = sorted((one, other), key=len)
    return long == short + short[-1] and long[-1] != "s"


def _alike(pair: _Pair, best: int, settings: NameSettings) -> bool:
    """True where two words in the midst of one long name begin and sound alike, or are two sorts of street."""
    lone, common, mine, theirs = pair
    if any(p.headline for p in mine) or all(q.headline for q in theirs):
        return False  # a headline in capitals is no name
    if lone in _STREETS and common in _STREETS:
        return any(p.before[:1] == q.before[:1] for p in mine for q in theirs)
    if best < settings.alike_words or derived(lone, common):
        return False
    if lone.startswith(common) or common.startswith(lone):
        return abs(len(lone) - len(common)) < settings.near_min_length
    return lone[0] == common[0] and JaroWinkler.similarity(lone, common) >= settings.alike_words_similarity


def _by_itself(pair: _Pair, plain: frozenset[str], settings: NameSettings) -> bool:
    """True for a slip in a word that nothing beside it makes known: a city's name, or a word that no list knows."""
    lone, common, mine, theirs = pair
    shortest = settings.known_place_min_length if is_place(common) else settings.place_min_length
    if len(lone) < shortest or lone in plain or _known(lone):
        return False
    if not any(p.inside for p in mine):
        return False
    if is_place(common):
        return _slip(lone, common, settings)
    told_once = len(theirs) < settings.agreeing_places
    if _known(common) or common in plain or told_once and not any(p.inside for p in theirs):
        return False
    apart = {p.article for p in mine}.isdisjoint(q.article for q in theirs)
    if apart and len(lone) >= settings.rare_two_slips_length and lone[:3] == common[:3]:
        return OSA.distance(lone, common, score_cutoff=2) <= 2 and not derived(lone, common)
    return _slip(lone, common, settings)


@cache
def _known(word: str) -> bool:
    """True for a word that is right as it stands: another country, body, title or given name is no slip."""
    return (
        word in EMPTY
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


def plain_words(corpus: Corpus) -> frozenset[str]:
    """Words that some article writes in lower case: the language's own."""
    written = {w for a in corpus.articles for w in corpus.seen(a).split()}
    return frozenset(w.strip(_EDGES) for w in written if w[0].islower())


_EDGES = "\"'“”‘’.,;:!?()[]—–-"
