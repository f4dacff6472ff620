"""Counts of one that no number tells: "a man was killed", "injuring a third co-worker", "left a guard dead".

Low confidence and ``attrs["implicit"]``: one victim told of is not always the toll.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from crosscheck.data.events import EVENT_FORMS, EVENT_LEMMAS, PERSON_NOUNS
from crosscheck.data.numbers import ORDINALS
from crosscheck.extract.figures.mentions import special
from crosscheck.extract.figures.reader import Reader
from crosscheck.model import Mention, Span

_CO_WORKER = re.compile(r"co-(?:worker|pilot|driver)\b", re.IGNORECASE)
_TOLLS = frozenset({"death", "injury"})
CONFIDENCE = 0.4  # below what any figure with a number has


def implicit_ones(reader: Reader) -> Iterator[Mention]:
    """Mentions of one person whose fate is told without a number."""
    for i in reader.triggers.fates:
        fate = reader.doc[i]
        verb = EVENT_FORMS.get(fate.lower_, "die")
        if EVENT_LEMMAS.get(verb) not in _TOLLS:
            continue
        for noun in _sufferers(fate):
            article = _article(noun)
            if article is None:
                continue
            nth = any(t.lower_ in ORDINALS and t.lower_ != "first" for t in noun.lefts)
            attrs = {"value": "1", "number": article.text, "measure": "count", "implicit": "1", "verb": verb,
                     "event": EVENT_LEMMAS[verb], "counted": noun.lemma_.lower(),
                     "further": "1" if nth or article.lower_ == "another" else "",
                     "bounds": "low" if nth or article.lower_ == "another" else ""}  # fmt: skip
            number = Span(article.idx, article.idx + len(article))
            end = noun.idx + len(noun)
            if noun.lower_ == "co" and (joined := _CO_WORKER.match(reader.text, noun.idx)):
                attrs["counted"], end = joined.group().lower(), joined.end()
            yield special(reader, Span(article.idx, end), number, attrs, CONFIDENCE)


def _sufferers(fate: Token) -> Iterator[Token]:
    """Who is killed or hurt: object, passive subject, subject of "die", the noun that "dead" is said of."""
    passive = any(t.dep_ in ("auxpass", "nsubjpass") for t in fate.children)
    for child in fate.children:
        if child.dep_ == "nsubjpass" or (child.dep_ == "dobj" and not passive):
            yield child
            yield from (t for t in child.conjuncts if t.i > child.i)
        elif child.dep_ == "nsubj" and fate.lower_ in ("died", "dies", "die", "dead"):
            yield child
    if fate.dep_ in ("oprd", "acomp", "amod", "acl", "conj", "ccomp") and fate.i and fate.nbor(-1).pos_ == "NOUN":
        if not any(t.dep_ == "dobj" for t in fate.children):
            yield fate.nbor(-1)


def _article(noun: Token) -> Token | None:
    """The "a" or "another" of a single person, None where the noun is of another kind or already counted."""
    if (
        noun.tag_ != "NN"
        or noun.lemma_.lower() not in PERSON_NOUNS | {"co"}
        or any(t.dep_ == "nummod" for t in noun.lefts)
    ):
        return None
    lefts = [x for t in noun.lefts for x in (*t.lefts, t)]  # "a third victim": the article may hang on the ordinal
    return next((t for t in lefts if t.lower_ in ("a", "an", "another")), None)
