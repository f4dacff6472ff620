"""Pronouns and noun phrases for people and bodies: what normalising binds to those whom the article names.

Attrs: ``form`` (``pronoun``, ``the`` for a phrase that takes somebody up, ``new`` for one that brings somebody in,
``own`` for somebody's relative or employee), ``head`` (lemma), ``number`` ("1" or "n"), ``sex`` (f, m or ""), ``sort``
(person or body), ``slot`` (subject, object, possessive, other), ``says`` ("1" for who
speaks), ``age`` where it is told, ``other`` ("1" for "a second man"). Parts: ``apart`` is the subject
of the clause, which a pronoun elsewhere in it never takes up; ``named`` a name in apposition; ``of`` whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.attrs import LEMMA, LOWER
from spacy.tokens import Token

from crosscheck.data import given, titles
from crosscheck.data.events import PERSON_NOUNS
from crosscheck.data.speakers import BODIES, FIRMS, HUMAN
from crosscheck.extract.parse import Parsed
from crosscheck.extract.quotes.lexicon import SAY_FORMS
from crosscheck.model import Mention, Span

KIND = "referent"

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "", "them": "", "their": "", "themselves": "", "it": "", "its": "", "itself": "",
}  # fmt: skip
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_THING = frozenset({"it", "its", "itself"})
_MORE = frozenset(
    "victim suspect gunman shooter couple pair trio relative deputy general shopper customer employee attacker "
    "assailant billionaire republican democrat congressman congresswoman candidate nominee defendant plaintiff "
    "member grandmother grandfather grandson granddaughter freshman sophomore graduate lieutenant".split()
)
_GROUPS = frozenset("couple pair trio people friends neighbors neighbours".split())
_NO_PERSON = frozenset("chair label star star-up forward center guard".split())
_OLD = re.compile(r"\b(\d{1,2}|[a-z]+)[ -]year[ -]old\b", re.I)
_OLD_ALONE = re.compile(
    r"\b([Tt]he|[Aa]n?|[Aa]nother)\s(?:[a-z-]+ )?(\d{1,2}|[a-z]+)-year-old(?=[,.;:]| (?:was|is|were|has|had|who|"
    r"suffered|died|told|said|and|in|at|on|from|turned|after|into|to|did|would|could|also|with|got|went|by|as|when|while)\b)"
)


@cache
def _people() -> frozenset[str]:
    """Nouns for one person."""
    single = frozenset(t for t in titles.titles() if " " not in t)
    return (PERSON_NOUNS | HUMAN | given.KIN | _MORE | single) - _NO_PERSON


@cache
def _bodies() -> frozenset[str]:
    return frozenset(w for w in BODIES - {"family"} if w not in _people())


def extract(parsed: Parsed) -> Iterable[Mention]:
    """Pronouns and phrases, in the order of the text."""
    doc = parsed.doc
    strings = doc.vocab.strings
    pronouns = {strings[w] for w in PRONOUNS if w in strings}
    nouns = {strings[w] for w in _people() | _bodies() if w in strings}
    found: list[Mention] = []
    for i, (lower, lemma) in enumerate(doc.to_array([LOWER, LEMMA]).tolist()):
        if lower in pronouns:
            found += _pronoun(parsed, doc[i])
        elif lemma in nouns or lower in nouns:
            found += _phrase(parsed, doc[i])
    taken = {m.span.end for m in found}
    found += (m for m in _ages(parsed) if m.span.end not in taken)
    return sorted(found, key=lambda m: m.span)


def _pronoun(parsed: Parsed, token: Token) -> Iterator[Mention]:
    word = token.lower_
    if word == "it" and _idle(token):
        return
    attrs = {
        "form": "pronoun",
        "head": word,
        "number": "n" if word in _PLURAL else "1",
        "sex": PRONOUNS[word],
        "sort": "body" if word in _THING else "person",
        "slot": _slot(token),
    }
    if _speaks(token):
        attrs["says"] = "1"
    parts = {}
    if attrs["slot"] not in ("subject", "possessive") and not word.endswith(("self", "selves")):
        subject = _subject(token)
        if subject is not None and subject.i != token.i:
            parts["apart"] = _span(subject)
    yield parsed.mention("referent", token.idx, token.idx + len(token), attrs=attrs, parts=parts)


def _speaks(token: Token) -> bool:
    """True for the subject of a verb of saying; who tells the police something is no source of the article."""
    if token.dep_ != "nsubj" or token.head.lower_ not in SAY_FORMS:
        return False
    return not any(c.lemma_.lower() in _HEARERS for c in token.head.children if c.dep_ in ("dobj", "dative"))


_HEARERS = frozenset("police deputy officer investigator detective agent court jury judge dispatcher operator".split())


def _idle(token: Token) -> bool:
    """ "It rained", "it is clear that": a pronoun that takes up nobody."""
    return token.dep_ == "expl" or token.head.lemma_ in _WEATHER


_WEATHER = frozenset("rain snow seem appear happen".split())


def _slot(token: Token) -> str:
    if token.dep_ in ("nsubj", "nsubjpass"):
        return "subject"
    if token.dep_ == "poss":
        return "possessive"
    return "object" if token.dep_ in ("dobj", "dative", "pobj") else "other"


def _subject(token: Token) -> Token | None:
    """The subject of the clause in which a word stands."""
    at = token
    for _ in range(_CLIMB):
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return next((c for c in at.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return None


_CLIMB = 6  # heads between a word and its verb; deeper nesting is a misparse


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _form(token: Token, words: set[str], *, owned: bool, plural: bool) -> str | None:
    """How a description brings its bearer in: "the" known one, somebody's "own" or a "new" one; None for neither."""
    if words & {"the", "this", "that", "these", "those"}:
        return "the"
    if owned:
        return "own"
    bare = plural or token.i == 0 or token.nbor(-1).text in ("\n", "\n\n", ".")
    return "new" if words & _NEW or bare else None


def _phrase(parsed: Parsed, token: Token) -> Iterator[Mention]:
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "nmod", "amod") or token.ent_type_ == "PERSON":
        return
    before = list(token.lefts)
    words = {t.lower_ for t in before}
    lemma = token.lemma_.lower()
    plural = token.tag_ in ("NNS", "NNPS") or lemma in _GROUPS
    owner = next((t for t in before if t.dep_ == "poss"), None)
    form = _form(token, words, owned=owner is not None, plural=plural)
    if form is None:
        return
    if token.dep_ in ("attr", "oprd", "acomp") and form != "the":
        return  # "he is a soldier" brings nobody in
    start = min([token.idx, *(t.idx for t in before if t.dep_ in _INSIDE)])
    end = token.idx + len(token)
    age = _OLD.search(parsed.article.text, start, end)
    body = lemma in _bodies() and lemma not in _people()
    attrs = {
        "form": form,
        "head": lemma,
        "number": "n" if plural else "1",
        "sex": "" if body or plural else given.gender_of(lemma),
        "sort": "body" if body else "person",
        "slot": _slot(token),
    }
    if age:
        attrs["age"] = age[1].lower()
    told = (("says", _speaks(token)), ("other", words & _OTHER), ("firm", lemma in FIRMS))
    attrs |= {name: "1" for name, true in told if true}
    parts = {"of": _span(owner)} if owner is not None else {}
    if (named := _named(token)) is not None:
        parts["named"] = named
    elif (subject := _apart(token)) is not None:
        parts["apart"] = _span(subject)
    yield parsed.mention("referent", start, end, attrs=attrs, parts=parts)


_OTHER = frozenset("second third fourth fifth another other".split())
_INSIDE = frozenset({"det", "amod", "nummod", "compound", "nmod"})  # the owner of an "own" phrase stands before it
_NEW = frozenset("a an another one two three four five six several some many no other both".split())


def _apart(token: Token) -> Token | None:
    if token.dep_ in ("nsubj", "nsubjpass", "attr", "appos"):
        return None
    return _subject(token)


def _named(token: Token) -> Span | None:
    """The name in apposition to a noun ("the victim, Ann Ray"), or the one after "identified as"."""
    for child in token.rights:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            return _span(child)
        if child.dep_ == "acl" and child.lemma_ in _NAMING:
            return _as(child)
    head = token.head
    if token.dep_ in ("nsubjpass", "dobj") and head.lemma_ in _NAMING:
        return _as(head)
    if token.dep_ == "appos" and head.pos_ == "PROPN":
        return _span(head)
    return None


_NAMING = frozenset({"identify", "name", "know"})


def _as(verb: Token) -> Span | None:
    """The name after "identified as"."""
    for child in verb.rights:
        if child.dep_ == "oprd" and child.pos_ == "PROPN":
            return _span(child)
        if child.lower_ == "as":
            return next((_span(t) for t in child.rights if t.pos_ == "PROPN"), None)
    return None


def _ages(parsed: Parsed) -> Iterator[Mention]:
    """ "The 16-year-old" without a noun."""
    for m in _OLD_ALONE.finditer(parsed.article.text):
        form = "the" if m[1].lower() == "the" else "new"
        attrs = {"form": form, "head": "old", "number": "1", "sex": "", "sort": "person", "slot": "other", "age": m[2]}
        tokens = parsed.doc.char_span(m.start(), m.end(), alignment_mode="expand")
        if tokens is not None:
            attrs["slot"] = _slot(tokens.root)
        yield parsed.mention("referent", m.start(), m.end(), attrs=attrs)
