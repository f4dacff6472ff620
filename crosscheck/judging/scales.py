"""Amounts with the same digits at two scales: $80 million in one article, $80 billion in another, of one thing.

In: the figures of a corpus. Out: clusters of two sides for the rule on scales. Digits that agree beside scale words
that do not are so seldom chance (no two articles of one of the learning events have them) that
little else need tie the two together: words that both sentences have. An article that tells both scales knows why.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from crosscheck.judging.subjects import KIND, subject_of
from crosscheck.model import Cluster, Corpus, Fact, Quantity, digest
from crosscheck.settings import JudgingSettings

_POWERS = {
    **dict.fromkeys(("thousand", "k"), 3), **dict.fromkeys(("million", "mn", "mm", "m"), 6),
    **dict.fromkeys(("billion", "bn", "b"), 9), **dict.fromkeys(("trillion", "tn"), 12),
}  # fmt: skip
_WRITTEN = re.compile(rf"(\d[\d.,]*)[\s-]?({'|'.join(sorted(_POWERS, key=len, reverse=True))})\b", re.IGNORECASE)
_MEASURES = frozenset({"money", "count"})
ASPECT = "scale"


def slips(corpus: Corpus, settings: JudgingSettings) -> Iterator[Cluster]:
    """A cluster for each two scales of the same digits; a draft is left to its own comparison."""
    told: dict[tuple[str, ...], dict[int, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in corpus.facts("figure"):
        read = _written(fact)
        if read is not None and corpus.articles[fact.article].role != "draft":
            told[read[0]][read[1]].append(fact)
    for by_power in told.values():
        for low, high in combinations(sorted(by_power), 2):
            sides = _sides(by_power[low], by_power[high], corpus, settings)
            if all(sides):
                yield _cluster(sides)


def _written(fact: Fact) -> tuple[tuple[str, ...], int] | None:
    """(digits with what they are of, power of ten) of a figure as written; of a range its upper end."""
    value = fact.value
    if not isinstance(value, Quantity) or value.measure not in _MEASURES:
        return None
    found = _WRITTEN.findall(fact.mention.text)
    if not found:
        return None
    digits, scale = found[-1]
    return (digits.rstrip(".,"), value.measure, value.currency or value.counted), _POWERS[scale.lower()]


def _sides(low: Sequence[Fact], high: Sequence[Fact], corpus: Corpus, settings: JudgingSettings) -> list[list[Fact]]:
    """Facts of either scale whose sentence has words of a sentence on the other side, without who tells both."""
    both = {f.article for f in low} & {f.article for f in high}
    mine, theirs = (
        [(f, _words(f, corpus)) for f in side if f.article not in both][: settings.scale_witnesses]
        for side in (low, high)
    )
    found: list[dict[str, Fact]] = [{}, {}]
    for one, words in mine:
        for two, others in theirs:
            if len(words & others) >= settings.scale_words:
                found[0][one.id], found[1][two.id] = one, two
    return [list(side.values()) for side in found]


def _words(fact: Fact, corpus: Corpus) -> frozenset[str]:
    """What the sentence is made of, without numbers and scales."""
    return frozenset(w for w in corpus.sentence(fact).lemmas if not w[:1].isdigit() and w not in _POWERS)


def _cluster(sides: Sequence[Sequence[Fact]]) -> Cluster:
    facts = [f for side in sides for f in side]
    subject = subject_of(facts)
    return Cluster(
        id=f"figure:scale:{digest(facts)}",
        kind=KIND["figure"],
        aspect=ASPECT,
        subject=subject,
        key=f"{ASPECT}|{subject.casefold()}",
        facts=tuple(facts),
        sides=tuple(tuple(f.id for f in side) for side in sides),
    )
