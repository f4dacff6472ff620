"""Lemmas of noun phrases: what is counted, what modifies it, a noun as an editor reads it."""

from __future__ import annotations

from spacy.tokens import Token

from crosscheck.data.events import PERSON_EVENTS, PERSONS, STATES
from crosscheck.extract.figures.candidate import Candidate

MORE = frozenset({"more", "other", "others", "further", "additional", "another", "extra"})
VOID = frozenset({"such", "different", "own", "same", "various", "several", "total", "entire", "whole", "respective"})


def counted_lemma(token: Token) -> str:
    """Lemma of what is counted: "people" and "persons" are one, "deaths" are persons."""
    lemma = token.lemma_.lower()
    if token.tag_ == "NNPS" or (token.pos_ == "PROPN" and lemma.endswith("s") and len(lemma) > 3):
        lemma = singular(lemma)
    if token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in ("co", "ex", "vice", "mid", "by"):
        return f"{token.nbor(-2).lower_}-{lemma}"
    if (
        lemma in PERSONS
        or (lemma in PERSON_EVENTS and lemma != "arrest")
        or token.lower_ in STATES
        or lemma in MORE
        or lemma == "other"
    ):
        return "person"
    return str(lemma)


def singular(word: str) -> str:
    """Singular of a plural that the tagger took for a name ("7 Villages" in a headline)."""
    if word in ("people", "men", "women"):
        return {"people": "person", "men": "man", "women": "woman"}[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def qualifiers_of(head: Token, c: Candidate) -> str:
    """Lemmas of the words between the number and the head, without additions and states."""
    after = max(c.number.end, c.unit_span.end if c.unit_span else 0)
    words: list[str] = []
    for i in range(head.i - 1, max(-1, head.i - 9), -1):
        token = head.doc[i]
        if token.idx < after:
            break
        if token.lower_ in VOID or token.lower_ in MORE or token.lower_ in ("co", "ex") or not token.is_alpha:
            continue
        if token.pos_ in ("ADJ", "NOUN", "PROPN", "VERB") and not _of_measure(token):
            words.insert(0, token.lemma_.lower())
    return " ".join(words)


def _of_measure(token: Token) -> bool:
    """The noun of "three-story" in "two three-story hotels"."""
    return token.i > 1 and token.nbor(-1).text == "-" and bool(token.nbor(-2).like_num)


def compounds(token: Token) -> str:
    """Lemma of a noun with its noun and adjective modifiers: "machine tool"."""
    left = [t for t in token.lefts if t.dep_ in ("compound", "amod", "nmod") and t.is_alpha]
    return " ".join(t.lemma_.lower() for t in (*left, token))


def name_of(token: Token) -> str:
    """A noun as an editor reads it: its proper name where it has one, else its lemma with modifiers."""
    if token.pos_ == "PROPN":
        left = [t for t in token.lefts if t.dep_ in ("compound", "flat") and t.pos_ == "PROPN"]
        return " ".join(t.text for t in (*left, token))
    return compounds(token)


def is_other(first: Token, head: Token) -> bool:
    """Whether the phrase adds to others: "70 others", "another two people"."""
    return head.lower_ in ("others", "other") or (first.i > 0 and first.nbor(-1).lower_ in MORE)


def top_of(token: Token) -> Token:
    """The noun that a number modifies, itself where it stands alone."""
    while token.dep_ in ("nummod", "compound", "quantmod", "amod", "npadvmod") and token.head != token:
        token = token.head
    return token


def counted(attrs: dict[str, str], c: Candidate, tokens: list[Token], head: Token) -> None:
    """Puts down what is counted, of which kind, and whether it comes on top of others."""
    attrs["counted"] = counted_lemma(head)
    if (
        head.i
        and head.nbor(-1).text == "-"
        and head.dep_ in ("nmod", "compound", "amod", "nummod")
        and head.head.i > head.i
    ):
        attrs["group"] = head.head.lemma_.lower()
    qualifiers = qualifiers_of(head, c)
    if qualifiers:
        attrs["qualifiers"] = qualifiers
    if any(t.lower_ in MORE for t in head.doc[tokens[-1].i + 1 : head.i + 1]) or is_other(tokens[0], head):
        attrs["further"] = "1"
