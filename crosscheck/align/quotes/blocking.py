"""Blocking: which nodes are worth aligning word by word.

In: nodes. Out: pairs that share two neighbouring content words, or a content word where one is short, and pass a rough
test of common order. Blocks are capped, so that the work grows with the quotes and not with their square.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from crosscheck.align.quotes.units import Node, Unit
from crosscheck.align.quotes.utterance import Utterances
from crosscheck.model import Quote
from crosscheck.settings import QuoteSettings


def candidates(nodes: list[Node], limits: QuoteSettings) -> Iterator[tuple[Node, Node]]:
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
            phrase = size <= limits.phrase_tokens and common and _one_mouth(nodes[i], nodes[j])
            alike = max(limits.verbatim_tokens, size * limits.verbatim_share)
            if phrase or LCSseq.similarity(forms[i], forms[j]) >= alike:
                yield nodes[i], nodes[j]


def _one_mouth(left: Node, right: Node) -> bool:
    """True where a speaker of one node has the key of a speaker of the other."""
    return any(_key(u) == _key(v) is not None for u in left.units[:4] for v in right.units[:4])


def _key(unit: Unit) -> str | None:
    return unit.fact.value.speaker_key if isinstance(unit.fact.value, Quote) else None


def _blocks(nodes: list[Node], limits: QuoteSettings) -> Iterator[list[int]]:
    """Nodes that share two neighbouring content words; short nodes with all that share one content word."""
    yield from _sharing(((pair, n) for n in nodes for pair in zip(n.stems, n.stems[1:], strict=False)), limits)
    short = {n.index for n in nodes if len(n.stems) <= limits.short_words}
    yield from _sharing(_runs(n for n in nodes if n.index in short), limits)
    for block in _sharing(((word, n) for n in nodes for word in n.stems), limits):
        for i in block:
            if i in short:
                yield from ([min(i, j), max(i, j)] for j in block if j != i)


def _runs(nodes: Iterable[Node]) -> Iterator[tuple[Hashable, Node]]:
    """Four words in a row, grammar words too, with the node that has them."""
    for node in nodes:
        forms = [t.form for t in node.units[0].found]
        for at in range(len(forms) - 3):
            yield tuple(forms[at : at + 4]), node


def _sharing(keyed: Iterable[tuple[Hashable, Node]], limits: QuoteSettings) -> Iterator[list[int]]:
    """Nodes that have one key: at least two, and no more than a block may hold."""
    blocks: dict[Hashable, dict[int, None]] = {}
    for key, node in keyed:
        blocks.setdefault(key, {})[node.index] = None
    return (list(block) for block in blocks.values() if 1 < len(block) <= limits.max_block)


def neighbours(
    nodes: list[Node], joined: list[tuple[Node, Node]], utterances: Utterances, limits: QuoteSettings
) -> list[tuple[Node, Node]]:
    """Pairs of sentences that share a content word and stand beside two of one utterance, each once, in order."""
    of = {(u.fact.article, u.fact.id): n for n in nodes for u in n.units}
    found: dict[tuple[int, int], None] = {}
    for left, right in joined:
        for u in left.units[: limits.tried_beside]:
            for v in right.units[: limits.tried_beside]:
                if u.fact.article == v.fact.article:
                    continue
                for one in (w for step in (-1, 1) if (w := utterances.beside(u, step)) is not None):
                    for other in (w for step in (-1, 1) if (w := utterances.beside(v, step)) is not None):
                        a, b = (of[w.fact.article, w.fact.id] for w in (one, other))
                        if a is not b and set(a.stems) & set(b.stems):
                            found[min(a.index, b.index), max(a.index, b.index)] = None
    return [(nodes[i], nodes[j]) for i, j in sorted(found)]
