"""Models of one make: a car, gun or aircraft that sources give other numbers: Norla T-250, Norla T-350.

In: the texts. Out: clusters (aspect ``word``) of two designations of one make and one letter, each of which some
articles write and no article both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from crosscheck.align.phrases import EMPTY
from crosscheck.model import Cluster, Corpus, Fact, Mention, Name, Span
from crosscheck.normalise.nameparts import fold

_MODEL = re.compile(r"(?<![\w-])([A-Z][a-z]{2,}) ([A-Z]{1,3})-?(\d{2,4}[A-Z]?)(?![\w-])")
# two of them are two, and no model
_PLACES = frozenset("interstate route highway road exit flight room gate building form lot pier unit bus train".split())


def align(corpus: Corpus) -> Iterator[Cluster]:
    """A cluster a pair of models of one make."""
    makes: dict[tuple[str, str], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for article in corpus.articles:
        for m in _MODEL.finditer(corpus.seen(article)):
            if (make := fold(m[1])) not in EMPTY | _PLACES:
                makes[make, m[2]][m[3]].append(_fact(corpus, article, m))
    for (make, letters), models in sorted(makes.items()):
        for one, other in combinations(sorted(models), 2):
            if _articles(models[one]).isdisjoint(_articles(models[other])):
                facts = models[one] + models[other]
                key = f"model {make} {letters}"
                yield Cluster(
                    id=f"{key} {one} {other}", kind="name", aspect="word", subject=facts[0].subject, key=key,
                    facts=tuple(facts), blocking_key=make,
                )  # fmt: skip


def _articles(facts: list[Fact]) -> set[str]:
    return {f.article for f in facts}


def _fact(corpus: Corpus, article: str, found: re.Match[str]) -> Fact:
    sentences = corpus.extractions[article].sentences
    at = max(bisect_right(sentences, found.start(), key=lambda s: s.span.start) - 1, 0)
    mention = Mention(
        kind="name", article=article, span=Span(*found.span()), text=found.group(), sentence=at,
        attrs={"entity": "other", "word": fold(found.group())}, confidence=0.5,
    )  # fmt: skip
    value = Name(full=found.group(), key=fold(found.group()), entity="other")
    key = f"{article}:model:{found.start()}-{found.end()}"
    return Fact(id=key, kind="name", subject=found.group(), value=value, mention=mention)
