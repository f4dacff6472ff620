"""Whose age a number is, by the parse: the subject of "was 76", the antecedent of "who turned 25", a role's bearer.

In: the token of a number. Out: a :class:`Bearer`: a full name where the article tells one, else the noun by which the
person is called.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Token

from crosscheck.data.events import PERSON_NOUNS
from crosscheck.data.titles import lookup
from crosscheck.extract.figures.phrases import name_of
from crosscheck.model import Span

if TYPE_CHECKING:
    from crosscheck.extract.figures.reader import Reader

_CLIMB = 7  # heads between an age and the clause that says whose it is
_SUBJECTS = ("nsubj", "nsubjpass")
_WHO = frozenset({"who", "whom", "that", "which"})
_HE = frozenset({"he", "she"})
_NAME = r"(?:[A-Z][\w'’.-]*\w)(?:\s[A-Z][\w'’.-]*\w){1,3}"
_ANYBODY = frozenset({"man", "woman", "boy", "girl", "child", "person", "teenager", "teen", "youth", "adult", "baby"})
_ROLE = re.compile(r"[a-z][a-z-]{2,}")
MAX_LEAD = 2  # sentences back to which "he" and "the 43-year-old" reach


class Bearer(NamedTuple):
    """Whose age it is. ``via``: "" where the clause names the person, "role" by the noun, "before" by the text."""

    name: str = ""
    noun: str = ""
    via: str = ""


def bearer_of(reader: Reader, token: Token) -> Bearer:
    """The person of whom an age is said in its clause; empty where the parse does not tell."""
    for _ in range(_CLIMB):
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "amod":
            subject = next((t for t in token.children if t.dep_ in _SUBJECTS), None)
            if subject is not None and subject.lower_ not in _WHO:
                return _person(reader, subject)
            if token.dep_ in ("relcl", "acl"):
                return _person(reader, token.head)
            if subject is not None and token.head != token:
                return _person(reader, token.head)
        elif token.ent_type_ == "PERSON" or token.lemma_.lower() in PERSON_NOUNS:
            return _person(reader, token)
        if token.head == token:
            break
        token = token.head
    return Bearer()


def of_noun(reader: Reader, end: int, words: list[str]) -> Bearer:
    """Who "a 51-year-old plumber" is: the name in apposition, or the one that the article gives the noun."""
    noun = next(
        (t for t in reader.doc[reader.first_token(end) : reader.first_token(end) + 6] if t.text == words[-1]), None
    )
    if noun is None:
        return Bearer(noun=" ".join(words))
    found = _person(reader, noun)
    return Bearer(found.name, " ".join(words), found.via)


def is_person(token: Token) -> bool:
    """Whether a word is a person's name, "he", "she" or a noun for one person."""
    return token.ent_type_ == "PERSON" or token.lower_ in _HE or token.lemma_.lower() in PERSON_NOUNS


def taken_up(reader: Reader, start: int) -> Bearer:
    """Who "the 43-year-old" or "he" is: the one person whom the sentences before name, or the one noun for a person.

    Nobody inside quotation marks: a speaker's "he" is seldom who was named before, and most often not the speaker.
    """
    if reader.parsed.is_quoted(Span(start, start + 1)):
        return Bearer()
    index = reader.parsed.sentence_index(start)
    for back in range(MAX_LEAD + 1):
        if index - back < 0:
            break
        span = reader.parsed.sentences[index - back].span
        names = list(dict.fromkeys(_plain(e.text) for e in reader.persons(span.start, min(span.end, start))))
        if names:
            longest = max(names, key=len)
            one = all(set(n.split()) & set(longest.split()) for n in names)
            return Bearer(name=longest, via="before") if one else Bearer()
        nouns = [
            t for t in reader.tokens(span) if t.idx < start and t.lemma_.lower() in PERSON_NOUNS and t.tag_ == "NN"
        ]
        lemmas = list(dict.fromkeys(t.lemma_.lower() for t in nouns))
        if len(lemmas) == 1:
            return Bearer(noun=lemmas[0], via="before")
        if lemmas:
            return Bearer()
    return Bearer()


def _person(reader: Reader, token: Token) -> Bearer:
    if token.lower_ in _HE:
        return taken_up(reader, token.idx)
    if token.ent_type_ == "PERSON" or token.pos_ == "PROPN":
        return Bearer(name=_full(token))  # whatever the model took the name for: who has an age is a person
    if token.pos_ != "NOUN" or token.tag_ != "NN" or not _is_role(token):
        return Bearer()
    apposed = next((t for t in token.children if t.dep_ == "appos" and t.ent_type_ == "PERSON"), None)
    if apposed is not None:
        return Bearer(name=_full(apposed), noun=token.lemma_.lower())
    return by_role(reader, token.lemma_.lower())


def _is_role(token: Token) -> bool:
    """A noun for a person, an office or a calling: "striker", "singer", never "letter"."""
    lemma = token.lemma_.lower()
    return lemma in PERSON_NOUNS or lookup(lemma) is not None or lemma.endswith(("ist", "eer", "man", "woman", "ian"))


def by_role(reader: Reader, noun: str) -> Bearer:
    """ "The striker" after "striker Ann Ray": the one name that the article sets beside the noun."""
    if noun in _ANYBODY or not _ROLE.fullmatch(noun):
        return Bearer(noun=noun)
    text = reader.text
    before = [_plain(m[1]) for m in re.finditer(rf"\b{noun},? ({_NAME})", text)]
    behind = [_plain(m[1]) for m in re.finditer(rf"\b({_NAME}), (?:an?|the) (?:[\w-]+ ){{0,3}}{noun}\b", text)]
    persons = {_plain(e.text) for e in reader.persons(0, len(text))} if behind else set()
    names = list(dict.fromkeys([*before, *(n for n in behind if n in persons)]))
    return Bearer(name=names[0], noun=noun, via="role") if len(names) == 1 else Bearer(noun=noun)


def _full(token: Token) -> str:
    """The whole entity that a token is part of, or its name phrase."""
    if token.ent_type_ != "PERSON":
        return _plain(name_of(token))
    doc, a, b = token.doc, token.i, token.i + 1
    while a > 0 and doc[a].ent_iob_ == "I":
        a -= 1
    while b < len(doc) and doc[b].ent_iob_ == "I" and doc[b].ent_type_ == "PERSON":
        b += 1
    return _plain(doc[a:b].text)


def _plain(name: str) -> str:
    return " ".join(name.split()).removesuffix("'s").removesuffix("’s")
