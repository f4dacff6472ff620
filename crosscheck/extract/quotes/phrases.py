"""Noun phrases of the narrator: the words that name a speaker, cut out of the dependency parse.

The parse is right about heads more often than about extents: phrases are therefore walked from the head, without
appositions and clauses, and names that the parser cut off are put together again.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from crosscheck.extract.quotes.lexicon import ABBREVIATED

Visible = Callable[[Token], bool]  # True for a token of the narrator, False inside quotation marks

_NOT_PART = frozenset({"appos", "relcl", "acl", "advcl", "parataxis", "punct", "cc", "conj", "ccomp", "dep"})
_NOMINAL_RUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_PARTICLES = frozenset("de da di du del van von der den bin ibn al el la le dos".split())
_PREPOSITION_WORDS = 7
_TIMES = frozenset({"DATE", "TIME"})


def phrase(head: Token, visible: Visible) -> tuple[Token, ...]:
    """The noun phrase of ``head`` with its titles and prepositions, without appositions, clauses and times."""
    kept = {head.i: head}
    waiting = [head]
    while waiting:
        token = waiting.pop()
        for child in token.children:
            if child.i in kept or not visible(child) or (child.dep_ in _NOT_PART and not _joined(child, token)):
                continue
            if child.dep_ in ("prep", "npadvmod") and (_is_time(child) or child.lower_ in ("as", "after", "during")):
                continue
            kept[child.i] = child
            waiting.append(child)
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    tokens = [kept[i] for i in range(first, last + 1)]
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ == "case" or tokens[-1].pos_ in ("ADP", "CCONJ")):
        tokens.pop()
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].pos_ in ("CCONJ", "ADV", "SCONJ", "INTJ")):
        tokens.pop(0)
    return _extended(tuple(tokens), visible)


def _extended(tokens: tuple[Token, ...], visible: Visible) -> tuple[Token, ...]:
    """The phrase with the rest of a name that the parser cut off: ``farmer Choi Min`` and ``-ho``."""
    if not tokens:
        return ()
    doc, first, last = tokens[-1].doc, tokens[0].i, tokens[-1].i
    while (
        first > 1 and not doc[first - 1].whitespace_ and not doc[first - 2].whitespace_ and doc[first - 1].text == "-"
    ):
        first -= 2  # "32-year-" before "old"
    while doc[first].ent_iob_ == "I" and visible(doc[first - 1]):
        first -= 1  # the rest of a name: "Cho" before "Min-ho"
    while first > 1 and doc[first - 1].text == "." and doc[first - 2].lower_ in ABBREVIATED and visible(doc[first - 2]):
        first -= 2  # "Vancouver police Const." before "Fanning"
        while first and doc[first - 1].pos_ in ("PROPN", "NOUN") and visible(doc[first - 1]):
            first -= 1
    while last + 1 < len(doc) and visible(doc[last + 1]):
        here, following = doc[last], doc[last + 1]
        hyphen = not here.whitespace_ and (following.text == "-" or here.text == "-") and not following.is_space
        name = following.pos_ == "PROPN" and following.is_title and here.pos_ in ("PROPN", "NOUN")
        if following.text == "." and here.lower_ in ABBREVIATED and last + 2 < len(doc) and visible(doc[last + 2]):
            last += 2
            continue
        if not hyphen and not name or following.ent_type_ in _TIMES:
            break
        last += 1
    return tuple(doc[first : last + 1])


def named_beside(tokens: tuple[Token, ...], visible: Visible) -> tuple[Token, ...]:
    """The name set off after an office: ``the premier, Vera Zane, said``. Empty where the phrase ends in a name."""
    if not tokens or tokens[-1].pos_ == "PROPN" and tokens[-1].ent_type_ == "PERSON" or tokens[-1].pos_ == "PRON":
        return ()
    doc, at = tokens[-1].doc, _past_preposition(tokens[-1], visible)
    if at + 1 >= len(doc) or doc[at].text not in (",", "—", "–") or not visible(doc[at + 1]):
        return ()
    name: list[Token] = []
    for token in doc[at + 1 : at + 7]:
        if not visible(token) or not (
            token.pos_ == "PROPN" or token.text == "-" or name and token.lower_ in _PARTICLES
        ):
            break
        if token.ent_type_ in ("GPE", "DATE", "LOC"):
            return ()
        name.append(token)
    return tuple(name)


def _past_preposition(last: Token, visible: Visible) -> int:
    """Where a phrase really ends that the parser cut before "of ...": the governor-general of Norland province, ..."""
    doc, at = last.doc, int(last.i) + 1
    if at >= len(doc) or doc[at].lower_ not in ("of", "for", "at"):
        return at
    end = at + 1
    while end < min(len(doc), at + _PREPOSITION_WORDS) and visible(doc[end]) and doc[end].pos_ in _NOMINAL_RUN:
        end += 1
    return end if end < len(doc) and doc[end].text == "," else at


def root_of(tokens: tuple[Token, ...]) -> Token:
    """The head of a phrase: the token whose own head lies outside."""
    inside = {t.i for t in tokens}
    return next((t for t in reversed(tokens) if t.head.i not in inside and t.pos_ in _HEADS), tokens[-1])


def beside(verb: Token, visible: Visible) -> tuple[Token, ...]:
    """The noun phrase that ends right before a finite verb, for verbs that the parser left without a subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "NNS", "NN", "NNP") or verb.dep_ in ("conj", "xcomp", "acl"):
        return ()
    at = verb.i - 1
    while at >= 0 and (verb.doc[at].pos_ in ("ADV", "AUX") and visible(verb.doc[at])):
        at -= 1
    if at < 0 or not visible(verb.doc[at]) or verb.doc[at].pos_ not in ("NOUN", "PROPN", "PRON"):
        return ()
    head = verb.doc[at]
    first = at
    while first > 0 and visible(verb.doc[first - 1]) and verb.doc[first - 1].pos_ in _NOMINAL_RUN:
        first -= 1
    if first and verb.doc[first - 1].pos_ == "ADP" and visible(verb.doc[first - 1]):
        return ()
    return _extended(tuple(verb.doc[first : head.i + 1]), visible)


def after(verb: Token, visible: Visible) -> tuple[Token, ...]:
    """The noun phrase right after an inverted verb ("..., asked Roux"), whatever the parser takes it for."""
    head = next_noun(verb, visible)
    return phrase(head, visible) if head is not None else ()


def next_noun(token: Token, visible: Visible) -> Token | None:
    """The head of the noun phrase that begins within a few words after a token, if one does."""
    for other in token.doc[token.i + 1 : token.i + 8]:
        if not visible(other) or other.is_punct:
            return None
        if other.pos_ in ("NOUN", "PROPN", "PRON") and not (
            other.i + 1 < len(other.doc) and other.dep_ == "compound" and other.nbor(1).pos_ in ("NOUN", "PROPN")
        ):
            return other
    return None


def _joined(child: Token, parent: Token) -> bool:
    """Two speakers joined by "and", and hyphens inside a phrase, belong to it."""
    if child.dep_ == "conj":
        return child.pos_ in ("PROPN", "NOUN", "PRON") and child.i - parent.i <= 6
    if child.dep_ == "cc":
        return True
    return child.dep_ == "punct" and child.text in ("-", ".", "’", "'")


def _is_time(token: Token) -> bool:
    return token.ent_type_ in _TIMES or any(c.ent_type_ in _TIMES for c in token.children if c.dep_ == "pobj")
