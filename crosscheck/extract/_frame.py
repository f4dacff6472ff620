"""The event that an adverbial belongs to: its verb or noun, who takes part, and whether it lies ahead.

Shared by dates and places. In: the root token of the expression. Out: plain strings for ``Mention.attrs``.
"""

from __future__ import annotations

from spacy.tokens import Span as Slice
from spacy.tokens import Token

from crosscheck.extract._clause import clause, phrase
from crosscheck.extract._tense import tense_of

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECT = frozenset({"dobj", "obj", "attr", "oprd"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_GOING = frozenset("go come return head".split())
_TOWARDS = frozenset("to on into before".split())


def frame(piece: Slice, *, headline: bool = False, told: bool = True) -> dict[str, str]:
    """``event`` (verb lemma), ``noun`` (noun the expression hangs on), ``who``, ``what`` and ``tense`` where known.

    ``attributive`` stands where the expression is told before its noun ("a January ruling").
    ``clause`` and ``thing`` are the clause and the noun as an editor reads them, left out where ``told`` is false.
    """
    token = piece.root
    noun, verb = _governors(token)
    before = _modified(piece)
    noun = before or noun
    found: dict[str, str] = {"attributive": "1"} if before is not None else {}
    if noun is not None:
        found["noun"] = noun.lemma_.lower()
        if told:
            found["thing"] = phrase(noun, without=piece)
        if owners := _names(noun):
            found["of"] = owners
    if verb is None:
        return found
    kids = list(verb.children)
    found |= _event(verb, kids, piece, told=told)
    if others := [*_joined(verb), *_when(token)]:
        found["also"] = " ".join(others)
    if any(c.dep_ == "neg" for c in kids):
        found["negated"] = "1"
    found["tense"] = tense_of(verb, token, noun, headline=headline)
    return found


def _event(verb: Token, kids: list[Token], piece: Slice, *, told: bool) -> dict[str, str]:
    """The verb with its particle, who takes part, what it is for, and its clause."""
    found = {"event": _verb(verb)}
    if verb.lemma_.lower() == "go" and verb.head.lemma_ == "let":
        found["event"] = f"let_{found['event']}"
    subject, passive = _subject(verb)
    thing = next((c for c in kids if c.dep_ in _OBJECT), None)
    if subject is not None:
        found["what" if passive else "who"] = _words(subject)
    if thing is not None:
        found["what"] = _words(thing)
    if (agent := next((c for c in kids if c.dep_ == "agent"), None)) is not None:
        found["by"] = " ".join(c.lemma_.lower() for c in agent.children if c.dep_ == "pobj")
    found |= _goal(verb)
    if told:
        found["clause"] = clause(verb, kids, subject, thing, without=piece)
    return found


def _modified(piece: Slice) -> Token | None:
    """The noun that an expression stands before: "the Friday night shooting", "Monday's fire". The parse often errs."""
    doc, at = piece.doc, piece.end
    owning = at < len(doc) and doc[at].tag_ == "POS"
    if not owning and not (piece.start and doc[piece.start - 1].pos_ in ("DET", "PRON")):
        return None
    found = None
    for token in doc[at + owning : at + owning + 4]:
        if token.pos_ not in ("ADJ", "NUM", "NOUN", "PROPN") and token.tag_ not in ("VBG", "HYPH", "SYM"):
            break
        if token.pos_ == "NOUN" or token.tag_ == "VBG":
            found = token
    return found


def _governors(token: Token) -> tuple[Token | None, Token | None]:
    noun = None
    at = token
    for _ in range(12):  # deeper nesting is a misparse
        head = at.head
        if head.i == at.i:
            break
        at = head
        if at.pos_ in _NOMINAL and noun is None:
            noun = at
        if at.pos_ == "VERB" or (at.pos_ == "AUX" and at.dep_ not in ("aux", "auxpass")):
            return noun, at
    return noun, (at if at.pos_ in ("VERB", "AUX") else None)


def _subject(verb: Token) -> tuple[Token | None, bool]:
    """The subject of a verb, its own or that of the clause it hangs on; True when it is a passive one."""
    at = verb
    for _ in range(6):
        for child in at.children:
            if child.dep_ in _SUBJECT:
                if child.tag_ in ("WDT", "WP") and at.dep_ == "relcl":
                    return at.head, child.dep_ == "nsubjpass"
                return child, child.dep_ == "nsubjpass"
        if at.dep_ in ("acl", "relcl"):
            return at.head, at.tag_ == "VBN"
        if at.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp"):
            return None, False
        at = at.head
    return None, False


def _joined(verb: Token) -> list[str]:
    """Lemmas of the verbs joined to this one by "and" without a time of their own: "walked in on Friday and shot"."""
    chain = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    chain += [d for c in chain for d in c.children if d.dep_ == "conj" and d.pos_ == "VERB"]
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        chain.append(verb.head)
    return [_verb(v) for v in chain if not any(_timed(c) for c in v.children)]


def _verb(verb: Token) -> str:
    """A verb's lemma with its particle: "gun_down"."""
    particle = next((c.text.lower() for c in verb.children if c.dep_ == "prt"), "")
    return f"{verb.lemma_.lower()}_{particle}" if particle else verb.lemma_.lower()


def _when(token: Token) -> list[str]:
    """Verb and subject of a clause that tells what happened then: "on Tuesday, when a blaze destroyed the barn"."""
    clauses = [c for c in token.children if c.dep_ == "relcl"]
    return [w.lemma_.lower() for c in clauses for w in (c, *(d for d in c.children if d.dep_ in _SUBJECT))]


def _timed(token: Token) -> bool:
    if token.dep_ == "prep":
        return any(c.ent_type_ in ("DATE", "TIME") for c in token.children)
    return token.ent_type_ in ("DATE", "TIME") and token.dep_ in ("npadvmod", "advmod", "dobj", "nsubj")


def _goal(verb: Token) -> dict[str, str]:
    """``goal``: the noun that a going or coming is for ("go to the polls", "goes on trial", "comes into force")."""
    if verb.lemma_.lower() not in _GOING:
        return {}
    for child in verb.subtree:
        if child.dep_ == "prep" and child.lower_ in _TOWARDS and child.head in (verb, *verb.children):
            goal = next((c for c in child.children if c.dep_ == "pobj"), None)
            if goal is not None and goal.pos_ == "NOUN" and goal.ent_type_ not in ("DATE", "TIME"):
                return {"goal": goal.lemma_.lower()}
    return {}


def _words(token: Token) -> str:
    words = [c.lemma_.lower() for c in token.lefts if c.dep_ in ("compound", "nmod", "poss") and c.pos_ in _NOMINAL]
    inner = [c.lemma_.lower() for p in token.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children]
    return " ".join([*words, token.lemma_.lower(), *inner])


def _names(token: Token) -> str:
    return " ".join(
        c.lemma_.lower() for c in token.lefts if c.dep_ in ("compound", "nmod", "poss") and c.pos_ in _NOMINAL
    )
