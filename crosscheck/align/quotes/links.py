"""Links: which nodes are one utterance, and which stand apart.

In: pairs of nodes. Out: links, and pairs that no third wording may join. Long common stretches speak for themselves;
short quoted words need the text around them, or a quote beside them that is aligned already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from crosscheck.align import speakers
from crosscheck.align.quotes.blocking import neighbours
from crosscheck.align.quotes.groups import Groups, Link
from crosscheck.align.quotes.support import Places, near, same_place, supported
from crosscheck.align.quotes.units import Node, Rarity, context
from crosscheck.align.quotes.utterance import Utterances
from crosscheck.model import Corpus, Quote
from crosscheck.settings import QuoteSettings
from crosscheck.wording import Alignment, aligned


@dataclass(slots=True)
class _Sorted:
    """Pairs of nodes as their words alone sort them; ``beside`` are the places where sure links stand."""

    links: list[Link] = field(default_factory=list)
    apart: list[tuple[int, int]] = field(default_factory=list)
    unsure: list[tuple[Node, Node, Alignment]] = field(default_factory=list)
    # little in common: these need more than one support
    faint: list[tuple[Node, Node, Alignment, int]] = field(default_factory=list)
    beside: Places = field(default_factory=set)


def links_of(
    nodes: list[Node],
    pairs: list[tuple[Node, Node]],
    corpus: Corpus,
    utterances: Utterances,
    rarity: Rarity,
    limits: QuoteSettings,
) -> tuple[list[Link], list[tuple[int, int]]]:
    """Pairs of nodes that are one utterance: the sure ones, those that they support, those likely by all signs.

    And pairs that are two.

    An article that quotes both "I can't wait to start" and "I can't wait to get home" tells of two utterances, so that
    no third article's wording may join them.
    """
    found = _sorted_pairs(len(nodes), pairs, corpus, rarity, limits)
    links, beside = found.links, found.beside
    for node in nodes:
        beside.update(_places(node, node))
    for left, right, words in found.unsure:
        if _supported(left, right, words, corpus, rarity, beside, limits):
            links.append((left.index, right.index, words.coverage, words.matched))
            beside.update(_places(left, right))
    for left, right, words, least in found.faint:
        if supported(left, right, least, corpus, rarity, beside, limits):
            links.append((left.index, right.index, words.coverage, words.matched))
    links += _likely(nodes, pairs, found, corpus, utterances, limits)
    links += same_place(nodes, corpus, rarity, beside, limits)
    return links, found.apart


def _likely(
    nodes: list[Node],
    pairs: list[tuple[Node, Node]],
    told: _Sorted,
    corpus: Corpus,
    utterances: Utterances,
    limits: QuoteSettings,
) -> Iterator[Link]:
    """Pairs of nodes of different articles that all signs together make one utterance, those beside sure ones too."""
    known = {link[:2] for link in told.links} | set(told.apart)
    sure = [(nodes[i], nodes[j]) for i, j, *_ in told.links]
    tried = {(left.index, right.index): (left, right) for left, right in pairs}
    tried |= {(left.index, right.index): (left, right) for left, right in neighbours(nodes, sure, utterances, limits)}
    for at, (left, right) in tried.items():
        if at in known or not _disjoint(left, right):
            continue
        found = aligned(left.text, right.text)
        if found.identical or (_differs(found, limits) and _two_people(left, right, corpus)):
            continue  # a plain word of two places is kept apart on purpose
        chance = utterances.chance(left, right, found)
        if chance >= limits.one_from:
            yield left.index, right.index, found.coverage, chance * found.matched


def _sorted_pairs(
    count: int, pairs: list[tuple[Node, Node]], corpus: Corpus, rarity: Rarity, limits: QuoteSettings
) -> _Sorted:
    """Sorts the pairs of ``count`` nodes by what their words have in common."""
    told = _Sorted()
    joined = Groups(count)
    for left, right in pairs:
        if joined.top(left.index) == joined.top(right.index) and _disjoint(left, right):
            continue  # thirty wordings of one utterance: the first is held against all, not each against each
        found = aligned(left.text, right.text)
        link = (left.index, right.index, found.coverage, found.matched)
        if _fragment(left, right, found, limits):
            told.links.append(link)
        elif not _may_repeat(left, right, found, limits):
            told.apart.append(link[:2])
        elif _differs(found, limits) and _two_people(left, right, corpus):
            continue  # other words from another mouth
        elif _sure(found, rarity, limits):
            told.links.append(link)
            joined.join(left.index, right.index)
            told.beside.update(_places(left, right))
        elif _stands_in(found, limits) or _verbatim(found, limits) or _head(left, right, found, limits):
            told.unsure.append((left, right, found))
        elif _disjoint(left, right) and (least := _signs_needed(found, limits)):
            told.faint.append((left, right, found, least))
    return told


def _sure(found: Alignment, rarity: Rarity, limits: QuoteSettings) -> bool:
    """True when the common words alone show that two quotations are one utterance."""
    rare = _telling(found, rarity, limits) + limits.run_weight * max(0, found.run - 2)
    if _verbatim(found, limits) and rare >= limits.verbatim_weight:
        return True
    if found.bag >= limits.bag_coverage and rare >= limits.bag_weight and found.coverage >= 0.5:
        return True  # the same words in another order: two translations
    if rare >= limits.long_weight:
        return found.coverage >= limits.long_coverage and found.run >= 3
    return rare >= limits.middle_weight and found.coverage >= limits.middle_coverage and found.run >= 3


def _telling(found: Alignment, rarity: Rarity, limits: QuoteSettings) -> float:
    """What the common content words tell together in this corpus: names run through all that is said of an event."""
    return sum(
        t.weight * min(rarity.of(t.stem), limits.common_weight if t.name else 1.0) * (1.0 if same else 0.8)
        for i, i2, _, _, same in found.pairs
        for t in found.a[i:i2]
        if t.content
    )


def _differs(found: Alignment, limits: QuoteSettings) -> bool:
    """True where so much differs that two people may have said the two."""
    return found.coverage < limits.short_coverage and not found.verbatim(limits.mouth_tokens, limits.verbatim_share)


def _two_people(left: Node, right: Node, corpus: Corpus) -> bool:
    """True where every source names the speaker and no two name one person."""
    pairs = [(u.fact, v.fact) for u in left.units[:4] for v in right.units[:4]]
    return all(
        u.value.speaker_kind == v.value.speaker_kind == "person" and speakers.compare(u, v, corpus) == "different"
        for u, v in pairs
        if isinstance(u.value, Quote) and isinstance(v.value, Quote)
    )


def _may_repeat(left: Node, right: Node, found: Alignment, limits: QuoteSettings) -> bool:
    """Quotations of one article are two utterances, unless one is the headline's or they are nearly the same."""
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


def _fragment(left: Node, right: Node, found: Alignment, limits: QuoteSettings) -> bool:
    """True where an article quotes two words of a sentence that it quotes whole elsewhere."""
    short = min(len(found.a), len(found.b))
    return found.run == short > 1 and found.matched >= limits.head_weight and not _disjoint(left, right)


def _verbatim(found: Alignment, limits: QuoteSettings) -> bool:
    """True where nearly every word is the same, grammar words too: "I am the one that you are looking for"."""
    return found.verbatim(limits.verbatim_tokens, limits.verbatim_share)


def _stands_in(found: Alignment, limits: QuoteSettings) -> bool:
    """True where all of two or three telling words stand in the other quotation."""
    return found.matched >= limits.short_weight and found.coverage >= limits.short_coverage and found.run >= 2


def _head(left: Node, right: Node, found: Alignment, limits: QuoteSettings) -> bool:
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


def _signs_needed(found: Alignment, limits: QuoteSettings) -> int:
    """How many signs must speak for two quotes with little in common, 0 where none could."""
    if _one_word(found, limits) or _same_head(found, limits):
        return limits.signs_faint
    part = min(len(found.a), len(found.b)) <= limits.phrase_tokens and found.matched >= limits.head_weight
    return limits.signs_alone if part and found.coverage >= limits.head_coverage else 0


def _one_word(found: Alignment, limits: QuoteSettings) -> bool:
    """True for two short sentences of which one word differs: "They did a great job", "They did a good job"."""
    sizes = len(found.a), len(found.b)
    return min(sizes) >= limits.short_words and found.common >= max(sizes) - 1 and found.content > 0


def _same_head(found: Alignment, limits: QuoteSettings) -> bool:
    """True for two phrases with one plain head: a "dark day", a "black day"."""
    if max(len(found.a), len(found.b)) > limits.phrase_tokens or not found.pairs:
        return False
    _, i, _, j, same = found.pairs[-1]
    return same and (i, j) == (len(found.a), len(found.b)) and found.content > 0


def _disjoint(left: Node, right: Node) -> bool:
    return {u.fact.article for u in left.units}.isdisjoint(u.fact.article for u in right.units)


def _places(left: Node, right: Node) -> Iterator[tuple[str, int, str, int]]:
    for u in left.units[:20]:
        for v in right.units[:20]:
            if u.fact.article != v.fact.article:
                yield u.fact.article, u.paragraph, v.fact.article, v.paragraph
                yield v.fact.article, v.paragraph, u.fact.article, u.paragraph


def _supported(
    left: Node,
    right: Node,
    found: Alignment,
    corpus: Corpus,
    rarity: Rarity,
    beside: Places,
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
            if context(u, v, rarity) >= limits.same_context:
                return True
            if near(u, v, beside):
                return True
    return False
