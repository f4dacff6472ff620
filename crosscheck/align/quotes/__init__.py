"""Aligns quotes across articles: on what was said and never on who said it, or attribution could never conflict.

In: the corpus' quote facts. Out: clusters of one utterance each, single-article ones included. A quote is taken apart
into its sentences, since one outlet's long quote is three short ones in another. Sentences with the same words are one
node; nodes that share a pair of neighbouring content words (or, for short ones, a content word) are held against one
another (blocking), first roughly by common order of content words, then word by word.

Long common stretches speak for themselves. Short quoted words ("decisive enabler", "crucial enabler") need support: the
sentences around them tell of the same, or quotes beside them are aligned already.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from crosscheck.align import speakers
from crosscheck.align.quotes import utterance
from crosscheck.align.quotes.blocking import candidates
from crosscheck.align.quotes.groups import components
from crosscheck.align.quotes.links import links_of
from crosscheck.align.quotes.units import Node, Unit, nodes_of
from crosscheck.model import Cluster, Corpus, Fact, Quote
from crosscheck.settings import QuoteSettings, Settings
from crosscheck.wording import aligned


def align(corpus: Corpus, settings: Settings) -> Iterable[Cluster]:
    """Clusters of quotes of the same words, or of nearly the same."""
    limits = settings.quotes
    utterances = utterance.of_corpus(corpus, limits)
    rarity = utterances.rarity
    nodes = nodes_of(utterances.units, rarity, limits)
    pairs = list(candidates(nodes, limits))
    links, apart = links_of(nodes, pairs, corpus, utterances, rarity, limits)
    groups, kept = components(nodes, links, apart)
    clusters = [_cluster(members, similarity) for members, similarity in groups]
    for i, j, share, _ in kept:
        found = aligned(nodes[i].text, nodes[j].text)
        if utterances.chance(nodes[i], nodes[j], found) >= limits.part_from:
            clusters.append(_cluster([nodes[i], nodes[j]], share, "utterance part"))
    return clusters + list(_spokespersons(nodes, corpus, limits))


def _digest(facts: Iterable[Fact]) -> str:
    return hashlib.sha256("\x1f".join(sorted(f"{f.article}/{f.id}" for f in facts)).encode()).hexdigest()[:12]


def _cluster(members: list[Node], similarity: float, aspect: str = "utterance") -> Cluster:
    facts = tuple(u.fact for node in members for u in node.units)
    longest = max(members, key=lambda n: (n.weight, n.text))
    shown = " ".join(longest.text.split()).rstrip(",;: ")
    return Cluster(
        id=f"quote-{_digest(facts)}",
        kind="quote_wording",
        aspect=aspect,
        subject=f"“{shown if len(shown) < 90 else shown[:80].rsplit(' ', 1)[0] + ' …'}”",
        key="|".join(sorted(set(longest.stems))[:6]),
        facts=facts,
        blocking_key=" ".join(longest.stems[:2]),
        similarity=round(similarity, 3),
    )


def _spokespersons(nodes: list[Node], corpus: Corpus, limits: QuoteSettings) -> Iterator[Cluster]:
    """One person's quotes in two articles that share a telling word but speak for two countries.

    They are two utterances, or one translated twice; either way the body that speaks is not the same.
    """
    units: dict[tuple[str, str], list[Unit]] = {}
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
