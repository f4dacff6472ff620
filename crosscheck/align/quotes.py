"""Aligns quotes across articles: on what was said and never on who said it, or attribution could never conflict.

In: the corpus' quote facts. Out: clusters of one utterance each, single-article ones included. A quote is taken apart into
its sentences, since one outlet's long quote is three short ones in another. Sentences with the same words are one node;
nodes that share a pair of neighbouring content words (or, for short ones, a content word) are held against one another
(blocking), first roughly by common order of content words, then word by word.

Long common stretches speak for themselves. Short quoted words ("decisive enabler", "crucial enabler") need support: the
sentences around them tell of the same, or quotes beside them are aligned already.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

import msgspec

from crosscheck.align import speakers
from crosscheck.model import Cluster, Corpus, Fact, Quote, Sentence, Span
from crosscheck.settings import QuoteSettings, Settings
from crosscheck.wording import Alignment, Token, aligned, tokens
from crosscheck.wording.pieces import pieces
from crosscheck.wording.spelling import stem

_REPORTING = frozenset(["say", "tell", "add", "call", "add", "accord", "ask", "note", "report", "state", "statement", "claim", "quote", "speak"])


@dataclass(frozen=True, eq=False)
class _Unit:
    """One sentence of a quote, as a fact of its own; ``around`` the stems of what stands about it in its sentence."""

    fact: Fact
    paragraph: int
    headline: bool
    found: tuple[Token, ...]
    around: frozenset[str]


@dataclass(eq=False)
class _Node:
    """Units with the same words. ``stems`` are its content words in order, ``weight`` what they tell together."""

    index: int
    text: str
    stems: tuple[str, ...]
    weight: float
    units: list[_Unit] = field(default_factory=list)


def align(corpus: Corpus, settings: Settings) -> Iterable[Cluster]:
    """Clusters of quotes of the same words, or of nearly the same."""
    limits = settings.quotes
    rarity = _Rarity(corpus, limits)
    nodes = _nodes(corpus, rarity, limits)
    pairs = list(_candidates(nodes, limits))
    links, apart = _links(nodes, pairs, corpus, rarity, limits)
    clusters = [_cluster(members, similarity) for members, similarity in _components(nodes, links, apart)]
    return clusters + list(_spokespersons(nodes, corpus, limits))


# --- units and nodes -------------------------------------------------------------------------------------------------


class _Rarity:
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


def _units(corpus: Corpus) -> Iterator[_Unit]:
    for article, extraction in corpus.extractions.items():
        text = corpus.articles[article].text
        for fact in extraction.facts:
            if not isinstance(fact.value, Quote):
                continue
            span = fact.mention.span
            for start, end in pieces(text[span.start : span.end]):
                part = _part(fact, fact.value, text, span.start + start, span.start + end, extraction.sentences)
                found = tokens(part.mention.text)
                if any(t.content for t in found):
                    sentence = extraction.sentences[part.mention.sentence]
                    yield _Unit(part, sentence.paragraph, sentence.headline, found, _around(part, found, extraction.sentences))


def _part(fact: Fact, value: Quote, text: str, start: int, end: int, sentences: tuple[Sentence, ...]) -> Fact:
    """The fact narrowed to one sentence of its quote."""
    if (start, end) == (fact.mention.span.start, fact.mention.span.end):
        return fact
    index = fact.mention.sentence
    while index + 1 < len(sentences) and sentences[index + 1].span.start <= start:
        index += 1
    content = text[start:end]
    mention = msgspec.structs.replace(fact.mention, span=Span(start, end), text=content, sentence=index)
    value = msgspec.structs.replace(value, content=content)
    return msgspec.structs.replace(fact, id=f"{fact.id}:{start}", mention=mention, value=value)


def _around(fact: Fact, found: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """Stems of the content words about a quote, in its sentence; in the one before as well where it says next to nothing."""
    own = {t.stem for t in found}
    index = fact.mention.sentence
    around = {stem(w) for w in sentences[index].lemmas} - own - _REPORTING
    if len(around) < 4 and index:
        around |= {stem(w) for w in sentences[index - 1].lemmas} - own - _REPORTING
    return frozenset(around)


def _nodes(corpus: Corpus, rarity: _Rarity, limits: QuoteSettings) -> list[_Node]:
    nodes: list[_Node] = []
    known: dict[tuple[str, ...], list[_Node]] = {}
    for unit in _units(corpus):
        forms = tuple(t.form for t in unit.found)
        weight = sum(t.weight for t in unit.found if t.content)
        alike = known.setdefault(forms, [])
        node = next((n for n in alike[:8] if weight >= limits.alone_weight or _together(n, unit, rarity, limits)), None)
        if node is None:
            stems = tuple(t.stem for t in unit.found if t.content)
            node = _Node(len(nodes), unit.fact.mention.text, stems, weight)
            nodes.append(node)
            alike.append(node)
        node.units.append(unit)
    return nodes


def _together(node: _Node, unit: _Unit, rarity: _Rarity, limits: QuoteSettings) -> bool:
    """One or two plain quoted words are one utterance where what stands about them is alike."""
    return any(_context(other, unit, rarity) >= limits.same_context for other in node.units[:4])


# --- blocking --------------------------------------------------------------------------------------------------------


def _candidates(nodes: list[_Node], limits: QuoteSettings) -> Iterator[tuple[_Node, _Node]]:
    """Pairs of nodes that may be one utterance, each once, in a fixed order."""
    from rapidfuzz.distance import LCSseq

    pairs: dict[tuple[int, int], None] = {}
    for block in _blocks(nodes, limits):
        for place, i in enumerate(block):
            for j in block[place + 1 :]:
                pairs[i, j] = None
    words: dict[str, int] = {}
    coded = [[words.setdefault(s, len(words)) for s in n.stems] for n in nodes]
    forms = [[words.setdefault(t.form, len(words)) for t in n.units[0].found] for n in nodes]
    for i, j in sorted(pairs):
        common = LCSseq.similarity(coded[i], coded[j])
        shorter = min(len(coded[i]), len(coded[j]))
        share = limits.rough_share if shorter > limits.short_words else limits.rough_short_share
        phrases = max(len(forms[i]), len(forms[j])) <= limits.phrase_tokens
        if common >= max(shorter * share, 1 if phrases else min(2, shorter)):
            yield nodes[i], nodes[j]
        elif shorter <= limits.short_words:
            size = min(len(forms[i]), len(forms[j]))
            if LCSseq.similarity(forms[i], forms[j]) >= max(limits.verbatim_tokens, size * limits.verbatim_share):
                yield nodes[i], nodes[j]


def _blocks(nodes: list[_Node], limits: QuoteSettings) -> Iterator[list[int]]:
    """Nodes that share two neighbouring content words; short nodes with all that share one content word."""
    pairs: dict[tuple[str, str], dict[int, None]] = {}
    singles: dict[str, dict[int, None]] = {}
    for node in nodes:
        for pair in zip(node.stems, node.stems[1:], strict=False):
            pairs.setdefault(pair, {})[node.index] = None
        for word in node.stems:
            singles.setdefault(word, {})[node.index] = None
    for block in pairs.values():
        if 1 < len(block) <= limits.max_block:
            yield list(block)
    short = {n.index for n in nodes if len(n.stems) <= limits.short_words}
    yield from _runs([n for n in nodes if n.index in short], limits)
    for singles_block in singles.values():
        if not 1 < len(singles_block) <= limits.max_block:
            continue
        for i in singles_block:
            if i in short:
                for j in singles_block:
                    if j != i:
                        yield [min(i, j), max(i, j)]


def _runs(nodes: list[_Node], limits: QuoteSettings) -> Iterator[list[int]]:
    """Short nodes that share four words in a row, grammar words too."""
    runs: dict[tuple[str, ...], dict[int, None]] = {}
    for node in nodes:
        forms = [t.form for t in node.units[0].found]
        for at in range(len(forms) - 3):
            runs.setdefault(tuple(forms[at : at + 4]), {})[node.index] = None
    for block in runs.values():
        if 1 < len(block) <= limits.max_block:
            yield list(block)


# --- links -----------------------------------------------------------------------------------------------------------

_Link = tuple[int, int, float, float]  # two nodes, coverage, what they have in common


def _links(
    nodes: list[_Node], pairs: list[tuple[_Node, _Node]], corpus: Corpus, rarity: _Rarity, limits: QuoteSettings
) -> tuple[list[_Link], list[tuple[int, int]]]:
    """Pairs of nodes that are one utterance, the sure ones and those that they support; and pairs that are two.

    An article that quotes both "I can't wait to start" and "I can't wait to get home" tells of two utterances, so that
    no third article's wording may join them.
    """
    links: list[_Link] = []
    apart: list[tuple[int, int]] = []
    unsure: list[tuple[_Node, _Node, Alignment]] = []
    beside: set[tuple[str, int, str, int]] = set()  # paragraphs of two articles that share a quote
    joined = _Groups(len(nodes))
    for left, right in pairs:
        if joined.top(left.index) == joined.top(right.index) and _disjoint(left, right):
            continue  # thirty wordings of one utterance: the first is held against all, not each against each
        found = aligned(left.text, right.text)
        link = (left.index, right.index, found.coverage, found.matched)
        if _fragment(left, right, found, limits):
            links.append(link)
        elif not _may_repeat(left, right, found, limits):
            apart.append(link[:2])
        elif found.coverage < limits.short_coverage and _two_people(left, right, corpus):
            continue  # other words from another mouth
        elif _sure(found, rarity, limits):
            links.append(link)
            joined.join(left.index, right.index)
            beside.update(_places(left, right))
        elif _stands_in(found, limits) or _verbatim(found, limits) or _head(left, right, found, limits):
            unsure.append((left, right, found))
    for node in nodes:
        beside.update(_places(node, node))
    for left, right, found in unsure:
        if _supported(left, right, found, corpus, rarity, beside, limits):
            links.append((left.index, right.index, found.coverage, found.matched))
    return links, apart


def _sure(found: Alignment, rarity: _Rarity, limits: QuoteSettings) -> bool:
    """True when the common words alone show that two quotations are one utterance."""
    rare = _telling(found, rarity, limits) + limits.run_weight * max(0, found.run - 2)
    if _verbatim(found, limits) and rare >= limits.verbatim_weight:
        return True
    if found.bag >= limits.bag_coverage and rare >= limits.bag_weight and found.coverage >= 0.5:
        return True  # the same words in another order: two translations
    if rare >= limits.long_weight:
        return found.coverage >= limits.long_coverage and found.run >= 3
    return rare >= limits.middle_weight and found.coverage >= limits.middle_coverage and found.run >= 3


def _telling(found: Alignment, rarity: _Rarity, limits: QuoteSettings) -> float:
    """What the common content words tell together in this corpus: names run through all that is said of an event."""
    return sum(
        t.weight * min(rarity.of(t.stem), limits.common_weight if t.name else 1.0) * (1.0 if same else 0.8)
        for i, i2, _, _, same in found.pairs
        for t in found.a[i:i2]
        if t.content
    )


def _two_people(left: _Node, right: _Node, corpus: Corpus) -> bool:
    """True where every source names the speaker and no two name one person."""
    pairs = [(u.fact, v.fact) for u in left.units[:4] for v in right.units[:4]]
    return all(
        u.value.speaker_kind == v.value.speaker_kind == "person"
        and speakers.compare(u, v, corpus) == "different"
        for u, v in pairs
        if isinstance(u.value, Quote) and isinstance(v.value, Quote)
    )


def _may_repeat(left: _Node, right: _Node, found: Alignment, limits: QuoteSettings) -> bool:
    """Two quotations that stand in one article are two utterances, unless one is the headline's or they are nearly the same."""
    shared = {u.fact.article for u in left.units} & {u.fact.article for u in right.units}
    for article in sorted(shared):
        mine = [u for u in left.units if u.fact.article == article]
        theirs = [u for u in right.units if u.fact.article == article]
        if {u.paragraph for u in mine} & {u.paragraph for u in theirs}:
            return False
        if any(u.headline for u in (*mine, *theirs)):
            continue
        if found.coverage < limits.repeat_coverage or found.content < limits.repeat_words:
            return False
    return True


def _fragment(left: _Node, right: _Node, found: Alignment, limits: QuoteSettings) -> bool:
    """True where an article quotes two words of a sentence that it quotes whole elsewhere."""
    short = min(len(found.a), len(found.b))
    return found.run == short > 1 and found.matched >= limits.head_weight and not _disjoint(left, right)


def _verbatim(found: Alignment, limits: QuoteSettings) -> bool:
    """True where nearly every word is the same, grammar words too: "I am the one that you are looking for"."""
    common = sum(i2 - i for i, i2, *_ in found.pairs)
    shorter = min(len(found.a), len(found.b))
    return common >= limits.verbatim_tokens and common >= limits.verbatim_share * shorter


def _stands_in(found: Alignment, limits: QuoteSettings) -> bool:
    """True where all of two or three telling words stand in the other quotation."""
    return found.matched >= limits.short_weight and found.coverage >= limits.short_coverage and found.run >= 2


def _head(left: _Node, right: _Node, found: Alignment, limits: QuoteSettings) -> bool:
    """True where short quoted words share their head, or most of what they say, and might be one utterance."""
    sizes = sorted((len(found.a), len(found.b)))
    if sizes[0] > limits.phrase_tokens or found.coverage < limits.head_coverage:
        return False
    if found.matched < limits.head_weight or not _disjoint(left, right):
        return False
    if sizes[1] > limits.phrase_tokens and found.run < 3:
        return False
    short = min(found.a, found.b, key=len)
    last = max((k for k, t in enumerate(short) if t.content), default=-1)
    ends = {i2 - 1 for _, i2, *_ in found.pairs} if short is found.a else {j2 - 1 for *_, j2, _ in found.pairs}
    return last in ends or found.coverage >= limits.compared_coverage


def _disjoint(left: _Node, right: _Node) -> bool:
    return {u.fact.article for u in left.units}.isdisjoint(u.fact.article for u in right.units)


def _places(left: _Node, right: _Node) -> Iterator[tuple[str, int, str, int]]:
    for u in left.units[:20]:
        for v in right.units[:20]:
            if u.fact.article != v.fact.article:
                yield u.fact.article, u.paragraph, v.fact.article, v.paragraph
                yield v.fact.article, v.paragraph, u.fact.article, u.paragraph


def _supported(
    left: _Node,
    right: _Node,
    found: Alignment,
    corpus: Corpus,
    rarity: _Rarity,
    beside: set[tuple[str, int, str, int]],
    limits: QuoteSettings,
) -> bool:
    """True where the text about two short quotes, or an aligned quote beside them, says that they are one."""
    for u in left.units[:6]:
        for v in right.units[:6]:
            if u.fact.article == v.fact.article:
                continue
            kinship = speakers.compare(u.fact, v.fact, corpus)
            if kinship == "different":
                continue
            if kinship == "same" and (found.coverage >= limits.short_coverage or _verbatim(found, limits)):
                return True
            if _context(u, v, rarity) >= limits.same_context:
                return True
            if any(
                (u.fact.article, u.paragraph + s, v.fact.article, v.paragraph + t) in beside
                for s in (0, -1, 1)
                for t in (0, -1, 1)
            ):
                return True
    return False


def _context(u: _Unit, v: _Unit, rarity: _Rarity) -> float:
    """Share of what stands about one quote that stands about the other, by what the words tell; 0 for too little."""
    common = u.around & v.around
    if len(common) < 3:
        return 0.0
    shorter = min(sum(map(rarity.of, u.around)), sum(map(rarity.of, v.around)))
    return sum(map(rarity.of, common)) / shorter if shorter else 0.0


# --- clusters --------------------------------------------------------------------------------------------------------


class _Groups:
    """Joined numbers; the smallest stands for its group."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def top(self, i: int) -> int:
        """The number that stands for the group of ``i``."""
        above = self._above
        while above[i] != i:
            above[i] = above[above[i]]
            i = above[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Make two groups one."""
        i, j = sorted((self.top(i), self.top(j)))
        self._above[j] = i


def _components(
    nodes: list[_Node], links: list[_Link], apart: list[tuple[int, int]]
) -> Iterator[tuple[list[_Node], float]]:
    """Nodes joined by links, the strongest first and never across a pair that stands apart, with the weakest likeness."""
    groups = _Groups(len(nodes))
    foes: dict[int, set[int]] = {}
    for i, j in apart:
        foes.setdefault(i, set()).add(j)
        foes.setdefault(j, set()).add(i)

    similarity: dict[int, float] = {}
    for i, j, share, _ in sorted(links, key=lambda k: (-k[2] * k[3], k[0], k[1])):
        a, b = sorted((groups.top(i), groups.top(j)))
        if a == b or any(groups.top(foe) == b for foe in foes.get(a, ())):
            continue
        groups.join(a, b)
        foes.setdefault(a, set()).update(foes.pop(b, set()))
        similarity[a] = min(similarity.get(a, 1.0), similarity.pop(b, 1.0), share)
    members: dict[int, list[_Node]] = {}
    for node in nodes:
        members.setdefault(groups.top(node.index), []).append(node)
    for top, found in members.items():
        yield found, similarity.get(top, 1.0)


def _digest(facts: Iterable[Fact]) -> str:
    return hashlib.sha256("\x1f".join(sorted(f"{f.article}/{f.id}" for f in facts)).encode()).hexdigest()[:12]


def _cluster(members: list[_Node], similarity: float) -> Cluster:
    facts = tuple(u.fact for node in members for u in node.units)
    longest = max(members, key=lambda n: (n.weight, n.text))
    shown = " ".join(longest.text.split())
    return Cluster(
        id=f"quote-{_digest(facts)}",
        kind="quote_wording",
        aspect="utterance",
        subject=f"“{shown if len(shown) < 90 else shown[:80].rsplit(' ', 1)[0] + ' …'}”",
        key="|".join(sorted(set(longest.stems))[:6]),
        facts=facts,
        blocking_key=" ".join(longest.stems[:2]),
        similarity=round(similarity, 3),
    )


def _spokespersons(nodes: list[_Node], corpus: Corpus, limits: QuoteSettings) -> Iterator[Cluster]:
    """One person's quotes in two articles that share a telling word but speak for two countries.

    They are two utterances, or one translated twice; either way the body that speaks is not the same.
    """
    units: dict[tuple[str, str], list[_Unit]] = {}
    for node in nodes:
        for unit in node.units:
            who = speakers.identity(unit.fact, corpus)
            if who is not None and speakers.countries(unit.fact, corpus):
                for token in unit.found:
                    if token.weight >= 1.0 and not token.name:
                        units.setdefault((who, token.stem), []).append(unit)
    done: set[str] = set()
    for (who, word), found in units.items():
        sides = {speakers.countries(u.fact, corpus) for u in found}
        articles = {u.fact.article for u in found}
        if len(sides) < 2 or not 1 < len(articles) <= limits.tie_articles or who in done:
            continue
        if any(a & b for a in sides for b in sides if a != b):
            continue
        done.add(who)
        facts = tuple(u.fact for u in found)
        yield Cluster(
            id=f"speaker-{_digest(facts)}",
            kind="quote_attribution",
            aspect="spokesperson",
            subject=f"for whom {_shown_speaker(facts[0])} speaks",
            key=f"{word}",
            facts=facts,
            blocking_key=word,
        )


def _shown_speaker(fact: Fact) -> str:
    return " ".join((fact.value.speaker or "").split()) if isinstance(fact.value, Quote) else ""
