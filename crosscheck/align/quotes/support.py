"""What speaks for two short quotes being one utterance, besides their words.

In: units of two articles. Out: how many of four things hold: one speaker, like sentences about them, the same words in
the narrator's phrase beside them, another aligned quote next to them. And pairs that share no word at all but stand in
one place: a "no limits" partnership with Moscow, a "no-holds-barred" partnership with Moscow.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.align import speakers
from crosscheck.align.quotes.groups import Link
from crosscheck.align.quotes.units import Node, Rarity, Unit, context
from crosscheck.model import Corpus
from crosscheck.settings import QuoteSettings
from crosscheck.wording.spelling import stem

_TRIED = 4  # quotations of either side: the same words in many articles stand in the same surroundings
Places = set[tuple[str, int, str, int]]  # paragraphs of two articles that share a quote


def near(u: Unit, v: Unit, beside: Places) -> bool:
    """True where a quote in the same or the next paragraph of both articles is aligned already."""
    steps = (0, -1, 1)
    return any(
        (u.fact.article, u.paragraph + s, v.fact.article, v.paragraph + t) in beside for s in steps for t in steps
    )


def signs(u: Unit, v: Unit, corpus: Corpus, rarity: Rarity, beside: Places, limits: QuoteSettings) -> int:
    """How many of the four things hold; -1 where two known speakers differ."""
    kinship = speakers.compare(u.fact, v.fact, corpus)
    if kinship == "different":
        return -1
    return (
        (kinship == "same")
        + (context(u, v, rarity) >= limits.same_context)
        + bool(_phrase(u) & _phrase(v))
        + near(u, v, beside)
    )


def supported(
    left: Node, right: Node, least: int, corpus: Corpus, rarity: Rarity, beside: Places, limits: QuoteSettings
) -> bool:
    """True where at least so many things hold of two quotations of these words."""
    pairs = ((u, v) for u in left.units[:_TRIED] for v in right.units[:_TRIED])
    return any(signs(u, v, corpus, rarity, beside, limits) >= least for u, v in pairs)


def modified(unit: Unit) -> str:
    """The noun that a few quoted words modify, "" where they modify none."""
    return stem(unit.fact.mention.attrs.get("modifies", ""))


def _phrase(unit: Unit) -> frozenset[str]:
    """The content words beside a quote in the narrator's phrase, but for the noun that it modifies."""
    words = unit.fact.mention.attrs.get("beside", "").split()
    return frozenset(map(stem, words)) - {modified(unit)}


def same_place(
    nodes: list[Node], corpus: Corpus, rarity: Rarity, beside: Places, limits: QuoteSettings
) -> Iterator[Link]:
    """Short quotes without a common word that modify one noun in the same surroundings.

    An article that has two of them tells of two things, and so does a quote that holds the words of both.
    """
    for block in _by_noun(nodes, limits).values():
        if not 1 < len(block) <= limits.max_block:
            continue
        alone = _alone(block)
        for place, left in enumerate(alone):
            for right in alone[place + 1 :]:
                if set(left.stems) & set(right.stems) or _together(left, right, nodes):
                    continue
                if supported(left, right, limits.signs_alone, corpus, rarity, beside, limits):
                    yield left.index, right.index, limits.head_coverage, limits.head_weight


def _by_noun(nodes: list[Node], limits: QuoteSettings) -> dict[str, list[Node]]:
    """Short quotes by the noun that they modify."""
    blocks: dict[str, list[Node]] = {}
    for node in nodes:
        noun = modified(node.units[0])
        if noun and len(node.units[0].found) <= limits.phrase_tokens:
            blocks.setdefault(noun, []).append(node)
    return blocks


def _alone(block: list[Node]) -> list[Node]:
    """Those nodes of a block that share no article with another one of it."""
    owners: dict[str, set[int]] = {}
    for node in block:
        for unit in node.units:
            owners.setdefault(unit.fact.article, set()).add(node.index)
    return [n for n in block if all(len(owners[u.fact.article]) == 1 for u in n.units)]


def _together(left: Node, right: Node, nodes: list[Node]) -> bool:
    """True where somebody quotes both phrases in one: an "immediate and lasting" peace."""
    words = {*left.stems, *right.stems}
    return any(len(n.stems) >= len(words) and words <= set(n.stems) for n in nodes)
