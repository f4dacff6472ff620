"""Names of bodies, places and things that differ by one word, with signs of whether they are one.

In: the names of an event as written (:mod:`crosscheck.align.wordings`). Out: pairs with the way that they differ
("exchanged", "plural", "left out") and their signs. Names of people are judged elsewhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from crosscheck.align import proper
from crosscheck.align.bodies import COUNTERS, countries_folded
from crosscheck.align.counterparts import Place, Signs, Tellings, alike
from crosscheck.align.phrases import EMPTY, Phrase
from crosscheck.data import titles
from crosscheck.data.institutions import ORG_WORDS
from crosscheck.model import Corpus, Name
from crosscheck.settings import NameSettings
from crosscheck.wording import spelling

Words = tuple[str, ...]
# departments of one town that go by one name: two of them are two
_SERVICES = frozenset("police fire sheriff health school parks water transit ems county city state".split())
_SHORT = 6  # a word of fewer letters may be another one cut short: corp, corporation


class Candidate(NamedTuple):
    """Two names that may be one, how they differ, the signs, and where either stands."""

    one: Words
    other: Words
    how: str
    signs: Signs
    one_places: list[Place]
    other_places: list[Place]


class Differing(NamedTuple):
    """Two names, how they differ, and the words by which they do ("" where one has none)."""

    one: Words
    other: Words
    how: str
    gone: str
    come: str
    at: int  # place of the word in the longer name
    fillers: int  # how many words the event has in that place


def differing(contents: Mapping[Words, Words], settings: NameSettings) -> Iterator[Differing]:
    """Pairs of names, by their full words, whose content words differ by one; ``contents`` holds those of each."""
    frames: dict[tuple[int, int, Words], list[tuple[Words, str]]] = defaultdict(list)
    whole: dict[Words, list[Words]] = defaultdict(list)
    for name, content in contents.items():
        whole[content].append(name)
        if 1 < len(content) <= settings.body_words:
            for at, word in enumerate(content):
                frames[at, len(content), content[:at] + content[at + 1 :]].append((name, word))
    for (at, size, rest), held in frames.items():
        fillers = len({w for _, w in held})
        if fillers > settings.frame_words:
            continue
        some = held[: settings.block_size]
        yield from _exchanged(some, at, size, fillers)
        if size > 2 and at < size - 1:  # without its last word a name is a short form
            for (long, word), short in product(some, whole.get(rest, ())):
                if word not in EMPTY and not titles.lookup(word):
                    yield Differing(long, short, "left out", word, "", at, fillers)


def _exchanged(held: Sequence[tuple[Words, str]], at: int, size: int, fillers: int) -> Iterator[Differing]:
    """Pairs of names of ``size`` words that have another word in one place."""
    for (one, x), (other, y) in combinations(held, 2):
        if x != y and _may_differ(x, y, inside=0 < at < size - 1):
            how = "plural" if _plural(*sorted((x, y), key=len)) else "exchanged"
            if how == "exchanged" or at < size - 1:  # the last word has a plural of its own
                yield Differing(one, other, how, x, y, at, fillers)


def _may_differ(x: str, y: str, *, inside: bool) -> bool:
    """False for words of grammar, titles at an end, two services, numbers or countries, forms of one word."""
    if x in EMPTY or y in EMPTY or not inside and (titles.lookup(x) or titles.lookup(y)):
        return False
    if {x, y} <= COUNTERS or {x, y} <= _SERVICES or {x, y} <= countries_folded():
        return False
    short, long = sorted((x, y), key=len)
    if len(short) < _SHORT and long.startswith(short[:3]) or spelling.fold(x) == spelling.fold(y):
        return False
    return _plural(short, long) or not proper.derived(x, y)


def _plural(short: str, long: str) -> bool:
    return long == f"{short}s"


def people_at(corpus: Corpus) -> dict[str, list[tuple[int, int]]]:
    """Stretches of the names of people in each article, in order."""
    found: dict[str, list[tuple[int, int]]] = {}
    for article, extraction in corpus.extractions.items():
        found[article] = sorted(
            (f.mention.span.start, f.mention.span.end)
            for f in extraction.facts
            if isinstance(f.value, Name) and f.value.entity == "person" and not f.mention.attrs.get("maybe")
        )
    return found


def is_person(phrase: Phrase, people: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    """True where a person's name ends with the phrase or lies inside it."""
    held = people.get(phrase.article, ())
    at = bisect_right(held, (phrase.end, 0)) - 1
    return any(a < phrase.end and phrase.start < b for a, b in held[max(0, at - 1) : at + 1])


def weighed(
    pair: Differing, one: Sequence[Phrase], other: Sequence[Phrase], tellings: Tellings, corpus: Corpus,
    plain: Collection[str],
) -> Candidate:  # fmt: skip
    """A pair with its signs: where the names stand, and what words they differ by."""
    words = [w for w in (pair.gone, pair.come) if w]
    here, there = ([Place(p.article, p.start, p.end, p.sentence(corpus)) for p in side] for side in (one, other))
    found = tellings.signs(here, there, frozenset((*pair.one, *pair.other)))
    long = max(pair.one, pair.other, key=len)
    own: Signs = {
        "left out": float(pair.how == "left out"),
        "plural": float(pair.how == "plural"),
        "shared": float(min(4, len({*pair.one} & {*pair.other}))),
        "last word": float(long[-1] in words),
        "first word": float(long[0] in words),
        "alike": alike(*words) if len(words) > 1 else None,
        "beginning": float(words[0][0] == words[1][0]) if len(words) > 1 else None,
        "fillers": float(min(6, pair.fillers)),
        "counters": float(sum(w in COUNTERS for w in words)),
        "places": float(sum(map(proper.is_place, words))),
        "plain": float(sum(w in plain for w in words)),
        "sorts": float(sum(w in ORG_WORDS for w in words)),
        "a body": float(long[-1] in ORG_WORDS or long[0] in ORG_WORDS),
    }
    return Candidate(pair.one, pair.other, pair.how, found | own, here, there)
