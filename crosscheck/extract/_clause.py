"""The words of a clause or noun phrase, short and as written, so that an editor sees which event is meant.

In: tokens of the parse. Out: "fire tore through the covered market hall", "the Christmas party shooting".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Slice
from spacy.tokens import Token

_BESIDE = frozenset({"det", "compound", "amod", "nummod", "poss", "nmod", "quantmod", "case", "neg", "punct"})
_HELPERS = frozenset({"aux", "auxpass", "neg", "prt"})
_TIMES = frozenset({"DATE", "TIME"})
_COMMON = frozenset({"DET", "PRON", "NUM", "ADP", "NOUN", "VERB", "AUX", "ADV"})
_MARKS = re.compile('["“”]')
_PHRASE_WORDS = 6  # longer phrases lose their adjectives
_SHORT = frozenset({"det", "compound", "poss", "case", "nummod"})


def phrase(noun: Token, *, without: Slice) -> str:
    """A noun with what stands before it, the words of ``without`` left out."""
    return _text([t for t in _nominal(noun) if not without.start <= t.i < without.end], without)


def clause(verb: Token, kids: Sequence[Token], subject: Token | None, thing: Token | None, *, without: Slice) -> str:
    """Subject, verb and object as written, or the first words that complete the verb; ``without`` is the time or place.

    ``kids`` are the verb's children.
    """
    tokens = [verb, *(c for c in kids if c.dep_ in _HELPERS)]
    if verb.head.lemma_ == "let" and verb.lemma_ == "go":
        tokens += [verb.head, *(c for c in verb.head.children if c.dep_ in _HELPERS)]
    if subject is not None:
        tokens += _nominal(subject)
    if thing is not None:
        tokens += _nominal(thing)
    else:
        tokens += _complement(verb, kids, without)
    return _text(tokens, without)


def _nominal(head: Token, *, depth: int = 3) -> list[Token]:
    """A noun, what stands before it, and "of ..." behind it, ``depth`` times at most."""
    lefts = [t for c in head.lefts if c.dep_ in _BESIDE and c.ent_type_ not in _TIMES for t in (*_owner(c), c)]
    if len(lefts) > _PHRASE_WORDS:
        lefts = [t for t in lefts if t.dep_ in _SHORT]
    inner = next((c for c in head.rights if depth and c.dep_ == "prep" and c.lower_ == "of"), None)
    named = next((c for c in inner.children if c.dep_ == "pobj" and c.ent_type_ not in _TIMES), None) if inner else None
    behind = [inner, *_nominal(named, depth=depth - 1)] if inner is not None and named is not None else []
    return [*lefts, head, *behind]


def _owner(token: Token) -> list[Token]:
    """The words of an owner: "the company's" before "office"."""
    return [t for t in token.children if t.dep_ in _BESIDE] if token.dep_ not in ("det", "amod", "punct") else []


def _complement(verb: Token, kids: Sequence[Token], without: Slice) -> list[Token]:
    for child in kids:
        if child.i > verb.i and child.dep_ == "prep" and not without.start <= child.i < without.end:
            named = next((c for c in child.children if c.dep_ == "pobj"), None)
            if named is not None and named.ent_type_ not in _TIMES and not without.start <= named.i < without.end:
                return [child, *_nominal(named)]
    return []


def _text(tokens: list[Token], without: Slice) -> str:
    kept = sorted({t.i: t for t in tokens if not without.start <= t.i < without.end}.values(), key=lambda t: t.i)
    while kept and (kept[0].is_punct or kept[0].tag_ == "POS"):
        kept = kept[1:]
    out = ""
    for n, token in enumerate(kept):
        text = token.text.lower() if n == 0 and token.pos_ in _COMMON and not token.ent_type_ else token.text
        glued = n and (token.tag_ in ("POS", "HYPH") or token.text in ("n't", "n’t") or kept[n - 1].tag_ == "HYPH")
        out += text if not out or glued else f" {text}"
    return " ".join(_MARKS.sub("", out).replace("$ ", "$").replace("( ", "(").replace(" )", ")").split())
