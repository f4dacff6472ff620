"""How surely two wordings are of one utterance: by all signs of it, by their words, by who speaks, by where they stand.

In: a :class:`~crosscheck.compare.quotes.Clash`. Out: a probability, or yes and no for one of the reasons.
"""

from __future__ import annotations

import re
from math import exp, log1p

from crosscheck.align import speakers
from crosscheck.align.quotes import utterance
from crosscheck.compare.quotes import TRIED, Clash, Form
from crosscheck.model import Corpus, Fact, Quote
from crosscheck.settings import QuoteSettings
from crosscheck.wording import tokens

_INNER = re.compile(r"[“‘\"']([^“”‘’\"']{2,40})[”’\"'] ([a-z]{4,})")


def certainty(pair: Clash, corpus: Corpus, limits: QuoteSettings) -> float:
    """Probability that both sides quote one utterance, by all signs of it, or by its words alone where they are many.

    The latter is a logistic model of two signs: the share of the shorter side's words that match, and the logarithm of
    their number. Two phrases with no word or only their head in common are joined by the text around them; words tell
    nothing there.
    """
    if by_place(pair):
        return limits.by_place
    found = utterance.of_corpus(corpus, limits).of_facts(pair.left.facts, pair.right.facts, pair.found)
    words = _by_words(pair, limits)
    return max(found, words) if words >= limits.words_from else found


def worded(pair: Clash, limits: QuoteSettings) -> bool:
    """True where so many of the words match that they alone make it one utterance."""
    return _by_words(pair, limits) >= limits.words_from


def _by_words(pair: Clash, limits: QuoteSettings) -> float:
    shorter = min(len(pair.found.a), len(pair.found.b))
    share = pair.found.common / shorter if shorter else 0.0
    base, of_share, of_number = limits.by_words
    return 1 / (1 + exp(-(base + of_share * share + of_number * log1p(pair.found.common))))


def one_speaker(pair: Clash, corpus: Corpus) -> bool:
    """True where two sources of the wordings name one person who speaks: of a body many speak, and often."""
    tried = ((f, g) for f in _of_people(pair.left) for g in _of_people(pair.right))
    return any(speakers.compare(f, g, corpus) == "same" for f, g in tried)


def _of_people(form: Form) -> list[Fact]:
    return [f for f in form.facts[:TRIED] if isinstance(f.value, Quote) and speakers.is_person(f.value)]


def by_place(pair: Clash) -> bool:
    """True for two phrases that the text around them joined, and not their words."""
    return _other_modifier(pair) or not pair.found.content or _other_inner(pair)


def _other_inner(pair: Clash) -> bool:
    """True where both quote, inside the quotation, other words before one noun: a “no limits” partnership."""
    left, right = (dict(_INNER.findall(form.text)) for form in (pair.left, pair.right))
    nouns = [{tokens(noun)[0].stem: told for told, noun in found.items() if tokens(noun)} for found in (left, right)]
    return any(nouns[0][stem].casefold() != nouns[1][stem].casefold() for stem in nouns[0].keys() & nouns[1].keys())


def _other_modifier(pair: Clash) -> bool:
    """True for two quoted phrases of one head with one other word before it: "serious concern", "deep concern"."""
    sizes = {len(pair.found.a), len(pair.found.b)}
    ends = pair.found.pairs[-1][1:4:2] == (len(pair.found.a), len(pair.found.b)) if pair.found.pairs else False
    return sizes == {2} and ends
