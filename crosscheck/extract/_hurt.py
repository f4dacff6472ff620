"""Who was hurt: from a verb or noun of hurting to the token of the person whom it befell.

In: tokens of the parse. Out: the victim's token, or None where the clause does not say; nothing here decides who that
is (normalising binds pronouns and descriptions).
"""

from __future__ import annotations

from spacy.tokens import Token

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_UP = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"})
_TREATED = frozenset(
    "find locate discover take rush treat see leave transport hospitalize admit fly bring kill".split()
)
_CLIMB = 6  # heads between a word and its clause; deeper nesting is a misparse
PLURAL = frozenset({"NNS", "NNPS"})
_MANY = frozenset("they them we us both two three four five six seven eight nine ten several all others".split())


def of_verb(verb: Token) -> Token | None:
    """Whom a verb of hurting befell: its object, or the subject of its passive ("was shot", "a man shot")."""
    kids = list(verb.children)
    thing = next((c for c in kids if c.dep_ in ("dobj", "dative")), None)
    passive = verb.tag_ == "VBN" and (thing is None or any(c.dep_ in ("auxpass", "nsubjpass") for c in kids))
    if thing is not None and not passive:
        return resolved(thing)
    if verb.tag_ == "VBG" and not any(c.dep_ == "auxpass" for c in kids):
        return None
    return subject_of(verb)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb's clause, its own or that of the clause on which it hangs."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECT), None)
    return resolved(subject) if subject is not None else borrowed(verb)


def of_noun(noun: Token) -> Token | None:
    """Who has a wound: "suffered a gunshot wound", "was found with", "a man with", "died of"."""
    at = noun
    for _ in range(_CLIMB):
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            kids = list(at.children)
            thing = next((c for c in kids if c.dep_ == "dobj" and c.i < noun.i), None)
            if thing is not None and at.lemma_.lower() in _TREATED:
                return resolved(max((t for t in (thing, *thing.conjuncts) if t.i < noun.i), key=lambda t: t.i))
            return subject_of(at)
        if at.dep_ in _SUBJECT and at.pos_ in ("NOUN", "PROPN"):
            return resolved(at) if at.i < noun.i else None
        if at.head.i == at.i:
            return at if at.pos_ in ("NOUN", "PROPN") and at.i < noun.i else None
        if at.dep_ == "dobj" and at.i < noun.i:
            return resolved(at)
    return None


def borrowed(verb: Token) -> Token | None:
    """The subject of the clause that a verb hangs on, or the noun that it tells more of."""
    at = verb
    for _ in range(_CLIMB):
        if at.dep_ in ("acl", "relcl"):
            return resolved(at.head)
        if at.dep_ not in _UP or at.head.i == at.i:
            return None
        at = at.head
        found = next((c for c in at.children if c.dep_ in _SUBJECT), None)
        if found is not None:
            return resolved(found)
    return None


def resolved(token: Token) -> Token | None:
    """The noun that a relative pronoun takes up; any other token itself."""
    if token.tag_ not in ("WP", "WDT"):
        return token
    at = token.head
    for _ in range(_CLIMB):
        if at.dep_ == "relcl":
            return at.head
        if at.dep_ != "conj":
            return None
        at = at.head
    return None


def several(token: Token, before: int | None = None) -> bool:
    """True for more people than one: "two men", "they", "Hart and his wife".

    With ``before`` only those who stand before that offset: "the man in the chest and the girl in the leg".
    """
    if token.tag_ in PLURAL or token.lower_ in _MANY:
        return True
    beside = (c for c in token.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON", "NUM"))
    return any(before is None or c.idx < before for c in beside)
