"""What a number counts, and whether it counts at all: the noun to its right, years and names left out."""

from __future__ import annotations

import re

from spacy.tokens import Token

from crosscheck.data.events import EVENT_FORMS, EVENT_LEMMAS, STATES
from crosscheck.extract.figures import exclude
from crosscheck.extract.figures.candidate import Candidate
from crosscheck.extract.figures.reader import Reader

_NOUN = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"ADJ", "ADV", "NUM"})  # words between a number and the noun that it counts
_MODIFIER_TAGS = frozenset({"VBN", "VBG", "JJ", "JJR", "JJS", "RB", "HYPH", "CD"})
_BETWEEN = frozenset(
    {"-", "–", "the", "these", "those", "our", "its", "their", "his", "her", "more", "other", "others"}
)
_WHOLE = frozenset({"person", "member", "man", "seat", "bed", "page", "story", "storey", "room"})
_PLACED = frozenset({"DATE", "TIME", "GPE", "LOC"})
_TIME_NOUNS = frozenset({"day", "week", "month", "year", "decade", "century", "night", "hour", "minute", "second"})
_NO_COUNT_OF_ONE = _TIME_NOUNS | {"thing", "way", "point", "time", "hand", "side", "another", "reason", "example",
                                  "level", "case", "end"}  # fmt: skip
_ONE_OF_MANY = frozenset({"no", "the", "this", "that", "any", "every", "each", "which"})
_REACH = 9  # words: news seldom sets more between a number and its noun


def counted_noun(reader: Reader, c: Candidate, last: Token) -> Token | None:
    """The head of the noun phrase right of the number (``last`` is its last token); None where it has none."""
    doc = reader.doc
    at = reader.first_token(max(c.end - 1, c.number.end - 1)) + 1
    if not _takes_noun(c, last, doc[at - 1]):
        return None
    if c.measure == "count" and at + 1 < len(doc):
        if doc[at].text == "-" and doc[at + 1].pos_ in ("NOUN", "ADJ", "PROPN", "VERB"):
            return doc[at + 1]  # "a 27-member bloc" counts members
        if doc[at].lower_ in _WHOLE and doc[at + 1].tag_ == "NN":
            return doc[at]  # "a 200 person crowd"
    noun = _walk(reader, c, last, at)
    if noun is not None and noun.dep_ in ("compound", "nmod", "amod") and 0 < noun.head.i - noun.i < 5:
        return noun.head if noun.head.pos_ in _NOUN else noun  # "hundreds of public and private buildings"
    return noun


def _takes_noun(c: Candidate, last: Token, before: Token) -> bool:
    """A count always may; a measure only in front of its noun ("a $2m booty", "a 30-mile chase")."""
    if c.glued or c.measure == "count":
        return True
    if c.measure == "money":
        return bool((last.dep_ in ("nummod", "compound") and last.head.i > last.i) or before.dep_ == "compound")
    return c.measure == "percent" and before.dep_ in ("compound", "nmod", "amod")


def _walk(reader: Reader, c: Candidate, last: Token, at: int) -> Token | None:
    doc = reader.doc
    noun: Token | None = None
    i = at + 1 if at < len(doc) and doc[at].lower_ == "of" and c.measure == "count" else at
    while i < min(len(doc), at + _REACH):
        token = doc[i]
        if _ends(reader, token, noun, last, first=i == at):
            break
        state = _state_as_noun(reader, token, noun, first=i == at)
        if state is not None:
            return state
        if token.pos_ in _NOUN:
            noun = token
        elif noun is not None and token.text not in ("-", "'s", "’s"):
            break
        elif token.text in ("'s", "’s"):
            noun = None
        elif not _may_modify(token):
            break
        i += 1
    return noun


def _ends(reader: Reader, token: Token, noun: Token | None, last: Token, *, first: bool) -> bool:
    if token.is_space or (token.is_sent_start and not first and noun is not None):
        return True
    if token.ent_type_ in ("DATE", "TIME") and last.ent_type_ != token.ent_type_:
        return True
    return noun is not None and noun.tag_ == "NNS" and token.pos_ == "PROPN" and not reader.headline(token)


def _state_as_noun(reader: Reader, token: Token, noun: Token | None, *, first: bool) -> Token | None:
    """ "25 of the injured", "30 of the 80 wounded": a state stands for those who are in it."""
    after = reader.after(token)
    if token.pos_ == "NUM" and after is not None and after.lower_ in STATES:
        return after
    led = noun is None and not first and token.nbor(-1).lower_ in ("the", "of")
    return token if led and token.lower_ in STATES and after is not None else None


def _may_modify(token: Token) -> bool:
    if token.lower_ in _BETWEEN:
        return True
    if token.tag_ in _MODIFIER_TAGS:
        return token.dep_ != "ROOT" and not (token.tag_ == "VBN" and token.dep_ in ("acl", "advcl", "conj"))
    return token.pos_ in _MODIFIERS


def is_count(reader: Reader, c: Candidate, tokens: list[Token], head: Token | None) -> bool:
    """Whether a number counts: no year, no part of a name, no pronoun, no rest of a date."""
    first, last, text = tokens[0], tokens[-1], reader.text
    if c.measure != "count":
        return not (c.unit == "second" and last.lower_ == "one")
    if exclude.is_coins(text, c):
        return True
    if first.i and reader.doc[first.i - 1].lower_ == "per":
        return False
    plural = head is not None and head.tag_ == "NNS" and last.head.i > last.i
    plural = plural and last.dep_ in ("nummod", "compound", "quantmod", "amod", "det")
    if exclude.is_year(text, c) and (not plural or first.ent_type_ in ("DATE", "TIME")):
        return False
    if exclude.is_glued(text, c) or (exclude.is_name_part(text, c) and (not plural or c.glued)):
        return False
    if head is None and re.fullmatch(r"\.\d{3}", c.text):
        return False  # a batting average, a share of games won
    if _in_name(reader, c, tokens, head):
        return False
    if first.lower_ == "one" and len(tokens) == 1:
        if c.bounds == ["below"]:
            return False  # "under one roof"
        return _counts_one(reader, first, head) or (head is None and _one_person(reader, c, first))
    return head is not None or bool(c.hedge) or not _rest_of_date(reader, c, first, last)


def _rest_of_date(reader: Reader, c: Candidate, first: Token, last: Token) -> bool:
    if first.ent_type_ not in ("DATE", "TIME"):
        return False
    if first.i and EVENT_LEMMAS.get(first.nbor(-1).lemma_.lower()):
        return False  # "injuring 80", which the model takes for a year
    after = reader.after(last)
    if after is not None and after.pos_ in ("AUX", "VERB"):
        return False
    return (c.text.isdigit() and len(c.text) < 5) or (c.text.isalpha() and first.ent_type_ == "TIME")


def _in_name(reader: Reader, c: Candidate, tokens: list[Token], head: Token | None) -> bool:
    """ "Boeing 737", "Formula One": the number closes a name, or is written as one."""
    first = tokens[0]
    if c.hedge or first.i == 0:
        return False
    left, after = first.nbor(-1), reader.after(tokens[-1])
    if first.text[:1].isdigit():
        titled = left.text[:1].isupper() and left.is_alpha and not (left.is_sent_start and left.pos_ != "PROPN")
        if not titled or _loud(reader, left) or (head is not None and head.tag_ not in ("NNP", "NN")):
            return False
        acts = after is not None and after.pos_ in ("VERB", "AUX")
        return not (head is None and left.ent_type_ in _PLACED and first.ent_iob_ != "I" and acts)
    if first.text[:1].isupper() and not first.is_sent_start and not reader.headline(first):
        return head is None or head.pos_ == "PROPN" or left.pos_ == "PROPN"
    return False


def _loud(reader: Reader, token: Token) -> bool:
    """A verb or common word that only a headline writes with a capital: "Quake Kills 24"."""
    known = token.lower_.removesuffix("s") in EVENT_LEMMAS or token.lower_ in STATES
    return (token.pos_ != "PROPN" or known) and reader.headline(token)


def _one_person(reader: Reader, c: Candidate, token: Token) -> bool:
    """ "Killing at least one", "one dead and two hurt": a state or a verb of harm beside it makes one a count."""
    after = reader.after(token)
    if after is not None and after.lower_ in ("dead", "killed", "injured", "wounded", "hurt", "missing"):
        return True
    at = reader.first_token(c.start)
    return bool(at and reader.doc[at - 1].lower_ in EVENT_FORMS)


def _counts_one(reader: Reader, token: Token, head: Token | None) -> bool:
    """ "one person", never "one of", "one another", "one day", "no one", "the one"."""
    if head is None or token.dep_ != "nummod" or head.lemma_.lower() in _NO_COUNT_OF_ONE:
        return False
    return not (token.i and token.nbor(-1).lower_ in _ONE_OF_MANY)
