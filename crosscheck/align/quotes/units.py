"""Units and nodes: the sentences of all quotes, and those with the same words as one.

In: a corpus. Out: nodes, in the order of articles and text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

import msgspec

from crosscheck.model import Corpus, Fact, Quote, Sentence, Span
from crosscheck.settings import QuoteSettings
from crosscheck.wording import Token, tokens
from crosscheck.wording.pieces import pieces
from crosscheck.wording.spelling import stem

_MAX_STEMS = 200
_REPORTING = frozenset("say tell add call accord ask note report state statement claim quote speak".split())


@dataclass(frozen=True, eq=False)
class Unit:
    """One sentence of a quote, as a fact of its own; ``around`` the stems of what stands about it in its sentence."""

    fact: Fact
    paragraph: int
    headline: bool
    found: tuple[Token, ...]
    around: frozenset[str]


@dataclass(eq=False)
class Node:
    """Units with the same words. ``stems`` are its content words in order, ``weight`` what they tell together."""

    index: int
    text: str
    stems: tuple[str, ...]
    weight: float
    units: list[Unit] = field(default_factory=list)


class Rarity:
    """How much a word tells in this corpus: a word that most articles use tells less."""

    def __init__(self, corpus: Corpus, limits: QuoteSettings) -> None:
        self._common = limits.common_weight
        counts: Counter[str] = Counter()
        for extraction in corpus.extractions.values():
            counts.update(set(chain.from_iterable(s.lemmas for s in extraction.sentences)))
        self._articles: dict[str, int] = {}
        for lemma, count in counts.items():
            self._articles[stem(lemma)] = max(count, self._articles.get(stem(lemma), 0))
        self._many = max(limits.common_articles, len(corpus.extractions) * limits.common_share)

    def of(self, word: str) -> float:
        """1 for a word that few articles use, less for one that runs through the whole event."""
        return self._common if self._articles.get(word, 0) >= self._many else 1.0


def units_of(corpus: Corpus) -> Iterator[Unit]:
    """The sentences of all quotes, article by article, in the order of the text."""
    for article, extraction in corpus.extractions.items():
        text, sentences = corpus.articles[article].text, extraction.sentences
        starts = [s.span.start for s in sentences]
        stems = _Stems(sentences)
        for fact in extraction.facts:
            if not isinstance(fact.value, Quote):
                continue
            span = fact.mention.span
            for start, end in pieces(text[span.start : span.end]):
                index = max(fact.mention.sentence, bisect_right(starts, span.start + start) - 1)
                part = _part(fact, fact.value, text, Span(span.start + start, span.start + end), index)
                found = tokens(part.mention.text)
                if any(t.content for t in found):
                    place = sentences[part.mention.sentence]
                    around = stems.around(part.mention.sentence, frozenset(t.stem for t in found))
                    yield Unit(part, place.paragraph, place.headline, found, around)


def _part(fact: Fact, value: Quote, text: str, span: Span, sentence: int) -> Fact:
    """The fact narrowed to one sentence of its quote."""
    if span == fact.mention.span:
        return fact
    content = text[span.start : span.end]
    mention = msgspec.structs.replace(fact.mention, span=span, text=content, sentence=sentence)
    value = msgspec.structs.replace(value, content=content)
    return msgspec.structs.replace(fact, id=f"{fact.id}:{span.start}", mention=mention, value=value)


class _Stems:
    """Stems of the content words of an article's sentences, each sentence read once."""

    def __init__(self, sentences: tuple[Sentence, ...]) -> None:
        self._sentences = sentences
        self._known: dict[int, frozenset[str]] = {}

    def around(self, index: int, own: frozenset[str]) -> frozenset[str]:
        """What stands about a quote: in its sentence, and in the one before where that says little."""
        around = self._of(index) - own
        return around | (self._of(index - 1) - own) if len(around) < 4 and index else around

    def _of(self, index: int) -> frozenset[str]:
        if index not in self._known:
            found = frozenset(map(stem, self._sentences[index].lemmas)) - _REPORTING
            # in a sentence of thousands of words everything stands about everything
            self._known[index] = found if len(found) <= _MAX_STEMS else frozenset()
        return self._known[index]


def nodes_of(units: Iterable[Unit], rarity: Rarity, limits: QuoteSettings) -> list[Node]:
    """All units, those with the same words together; one plain word is told apart by what stands about it."""
    nodes: list[Node] = []
    known: dict[tuple[str, ...], list[Node]] = {}
    for unit in units:
        forms = tuple(t.form for t in unit.found)
        weight = sum(t.weight for t in unit.found if t.content)
        alike = known.setdefault(forms, [])
        alone = weight >= limits.alone_weight or (len(forms) > 3 and weight >= limits.alone_weight * 2 / 3)
        node = next((n for n in alike[:8] if alone or _together(n, unit, rarity, limits)), None)
        if node is None:
            stems = tuple(t.stem for t in unit.found if t.content)
            node = Node(len(nodes), unit.fact.mention.text, stems, weight)
            nodes.append(node)
            alike.append(node)
        node.units.append(unit)
    return nodes


def _together(node: Node, unit: Unit, rarity: Rarity, limits: QuoteSettings) -> bool:
    """One or two plain quoted words are one utterance where what stands about them is alike."""
    return any(context(other, unit, rarity) >= limits.same_context for other in node.units[:4])


def context(u: Unit, v: Unit, rarity: Rarity) -> float:
    """Share of what stands about one quote that stands about the other, by what the words tell; 0 for too little."""
    common = u.around & v.around
    if len(common) < 3:
        return 0.0
    shorter = min(sum(map(rarity.of, u.around)), sum(map(rarity.of, v.around)))
    return sum(map(rarity.of, common)) / shorter if shorter else 0.0
