"""What the rules on victims share: what the articles tell of one person, in two readings that exclude each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crosscheck.compare.dates import sentence_case
from crosscheck.compare.findings import majority_first, make_finding, sources_phrase
from crosscheck.compare.places import show_place
from crosscheck.kinds.values import canonical as canonical_of
from crosscheck.model import Cluster, Corpus, Fact, Finding, Reading
from crosscheck.registry import Rule
from crosscheck.settings import Settings

_ARTICLES = 40  # of one person that are held against one another: a bound, so that no cluster costs its square
_FACTS = 20  # of one article, likewise
Apart = Callable[[Sequence[Fact], Sequence[Fact]], bool]


def versions(cluster: Cluster, corpus: Corpus, apart: Apart) -> tuple[Reading, ...]:
    """Two readings that exclude each other, majority first; () where no two articles do.

    The first two articles that are apart make them; another joins the one that it holds with, if it is apart from the
    other, and is left out where it holds with both or with none.
    """
    told: dict[str, list[Fact]] = {}
    for fact in cluster.facts:
        own = told.setdefault(fact.article, [])
        if len(own) < _FACTS:
            own.append(fact)
    every = list(told.values())[:_ARTICLES]
    pair = next(((a, b) for i, a in enumerate(every) for b in every[i + 1 :] if apart(a, b)), None)
    if pair is None:
        return ()
    sides: tuple[list[list[Fact]], list[list[Fact]]] = ([pair[0]], [pair[1]])
    for facts in every:
        if facts is pair[0] or facts is pair[1]:
            continue
        against = [all(apart(facts, f) for f in side) for side in sides]
        if against[0] != against[1] and not any(apart(facts, f) for f in sides[against[0]]):
            sides[against[0]].append(facts)
    one, other = ([f for own in side for f in own] for side in sides)
    readings = [_reading(one, other, apart), _reading(other, one, apart)]
    return majority_first(readings, corpus) if len({r.canonical for r in readings}) > 1 else ()


def _reading(mine: Sequence[Fact], theirs: Sequence[Fact], apart: Apart) -> Reading:
    """Of one side the facts that are at odds with the other by themselves; where none is, all."""
    facts = tuple(f for f in mine if apart([f], theirs)) or tuple(mine)
    return Reading(value=show_place(facts[0]), canonical=min(map(canonical_of, facts)), facts=facts)


def worded(rule: Rule, cluster: Cluster, corpus: Corpus, found: Sequence[Reading], settings: Settings) -> Finding:
    """The finding of those readings."""
    told = [f"“{r.value}” by {sources_phrase(r.facts, corpus)}" for r in found]
    message = f"{sentence_case(cluster.subject)}: told as {', as '.join(told[:-1])} and as {told[-1]}."
    return make_finding(
        rule, cluster, corpus, found, message=message, verdict="place", confidence=settings.places.victims
    )
