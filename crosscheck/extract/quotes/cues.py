"""Cues and their speakers in the narrator's words: who is the subject of "said", the source after "according to".

Works on the dependency parse of the narrator's tokens only; where the parser took a quoted word for the subject, the
noun phrase beside the cue serves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from crosscheck.extract.quotes.lexicon import (
    ABBREVIATED,
    CERTAIN,
    CUE_FORMS,
    NAMING,
    PHRASAL,
    QUOTED_PASSIVE,
    QUOTING,
    SAYING,
    SMILING,
    WORDS,
)

Visible = Callable[[Token], bool]  # True for a token of the narrator, False inside quotation marks

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_NOT_PART = frozenset({"appos", "relcl", "acl", "advcl", "parataxis", "punct", "cc", "conj", "ccomp", "dep"})
_NOMINAL_RUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_PARTICLES = frozenset("de da di du del van von der den bin ibn al el la le dos".split())
_TIMES = frozenset({"DATE", "TIME"})


class Cue(NamedTuple):
    """A cue with who speaks: ``token`` and, as tokens in order, the ``speaker`` as written (empty where unknown)."""

    token: Token
    lemma: str
    speaker: tuple[Token, ...]
    kind: str  # say, name, words, according
    last: Token  # where the cue's words end ("according to", "shot back")


def find_cues(tokens: Sequence[Token], visible: Visible) -> list[Cue]:
    """All cues among the narrator's tokens of one sentence, in order."""
    found: list[Cue] = []
    for token in tokens:
        cue = _verb_cue(token, visible) or _according(token, visible) or _words_cue(token, visible)
        if cue is not None:
            found.append(cue)
    return found


def _verb_cue(token: Token, visible: Visible) -> Cue | None:
    lemma = CUE_FORMS.get(token.lower_)
    if lemma is None or not _is_verb(token, visible):
        return None
    last = token
    if lemma in PHRASAL:
        particles = [c for c in token.children if c.lower_ in PHRASAL[lemma] and 0 < c.i - token.i <= 2 and visible(c)]
        if particles:
            last = particles[0]
        elif lemma not in SAYING and lemma not in NAMING and lemma not in QUOTED_PASSIVE | QUOTING:
            return None
    if token.dep_ in ("aux", "auxpass") or token.dep_ in ("amod", "compound") and token.tag_ not in ("VBD", "VBZ"):
        if token.pos_ in ("VERB", "AUX"):
            return None
    if token.i and token.nbor(-1).lower_ in ("so", "so-"):
        return None  # so called
    kind = "say" if lemma in SAYING or lemma in SMILING else "name"
    return Cue(token, lemma, speaker_of(token, visible) or beside(token, visible), kind, last)


def _is_verb(token: Token, visible: Visible) -> bool:
    """Verbs by their tag; in headlines, whose verbs taggers take for nouns, by a noun before and a quote after."""
    if token.pos_ == "VERB" or token.tag_ in ("VBD", "VBZ") or token.lower_ in CERTAIN:
        return True
    if token.pos_ == "AUX" or token.i == 0 or token.i + 1 >= len(token.doc) or not token.lower_.endswith(("s", "d", "l")):
        return False
    after = token.nbor(1)
    if after.lower_ in (",", ":") and token.i + 2 < len(token.doc):
        after = token.nbor(2)
    if after.lower_ in ("as", "of", "for") and token.i + 2 < len(token.doc):
        after = token.nbor(2)
    return token.nbor(-1).pos_ in ("NOUN", "PROPN") and visible(token.nbor(-1)) and not visible(after)


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
    head = _next_noun(verb, visible)
    return phrase(head, visible) if head is not None else ()


def _according(token: Token, visible: Visible) -> Cue | None:
    if token.lower_ == "according":
        to = next((t for t in token.rights if t.lower_ == "to"), None)
        if to is None and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
            to = token.nbor(1)
        if to is None:
            return None
        head = next((c for c in to.children if c.dep_ == "pobj"), None) or _next_noun(to, visible)
        return Cue(token, "according to", phrase(head, visible) if head is not None else (), "according", to)
    return None


def _words_cue(token: Token, visible: Visible) -> Cue | None:
    """ "NATO's assertion that ...": a noun that carries words, with the one who holds them."""
    if token.pos_ != "NOUN" or (token.lower_ not in WORDS and token.lemma_ not in WORDS):
        return None
    for child in token.children:
        if child.dep_ == "poss" and visible(child):
            return Cue(token, token.lower_, phrase(child, visible), "words", token)
        if child.lower_ in ("of", "by", "from") and child.i > token.i:
            head = next((c for c in child.children if c.dep_ == "pobj" and visible(c)), None)
            if head is not None and (child.lower_ != "of" or head.ent_type_ in ("PERSON", "ORG", "NORP", "GPE")):
                return Cue(token, token.lower_, phrase(head, visible), "words", token)
    return None


def speaker_of(verb: Token, visible: Visible, depth: int = 0) -> tuple[Token, ...]:
    """The words that name who speaks with this verb, or none."""
    if depth > 4:
        return ()
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS and c.dep_ != "expl" and visible(c)]
    passive = verb.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    lemma = CUE_FORMS.get(verb.lower_, verb.lemma_.lower())
    if passive or (not subjects and verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "amod")):
        agent = _agent(verb, visible)
        if agent is not None:
            return phrase(agent, visible)
        if not (lemma in QUOTED_PASSIVE and subjects):
            return ()
    if lemma in QUOTING and not passive:
        quoted = next((c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i > verb.i and visible(c)), None)
        if quoted is not None and any(c.lower_ in ("as", "saying", "telling") or c.tag_ == "VBG" for c in verb.children):
            return phrase(quoted, visible)
    if subjects:
        subject = subjects[-1] if subjects[-1].i < verb.i or len(subjects) == 1 else subjects[0]
        return _resolve_relative(subject, verb, visible)
    return _borrowed(verb, visible, depth)


def _borrowed(verb: Token, visible: Visible, depth: int) -> tuple[Token, ...]:
    """The subject that a verb without one shares with the verb above it."""
    head = verb.head
    if head is verb:
        return ()
    if verb.dep_ == "acl" and verb.tag_ != "VBG":
        return ()  # "a hard thing to say"
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON") and visible(head):
        return phrase(head, visible)
    if verb.dep_ == "pcomp" and head.dep_ in ("prep", "agent") and visible(head):
        if CUE_FORMS.get(head.head.lower_) in QUOTING:
            return speaker_of(head.head, visible, depth + 1)
        head = head.head
    if head.pos_ in ("VERB", "AUX") and visible(head) and verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep"):
        if verb.dep_ in ("xcomp", "ccomp"):
            lemma = CUE_FORMS.get(head.lower_, head.lemma_)
            objects = [c for c in head.children if c.dep_ in ("dobj", "iobj", "dative") and visible(c)]
            if objects and lemma not in ("promise", "threaten"):
                return phrase(objects[0], visible)  # "urged them to say", "heard him say"
        return speaker_of(head, visible, depth + 1)
    return ()


def _resolve_relative(subject: Token, verb: Token, visible: Visible) -> tuple[Token, ...]:
    if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" and visible(verb.head):
        return phrase(verb.head, visible)
    if subject.tag_ in ("WDT", "WRB", "EX") or subject.lower_ in ("it", "this", "that", "what") and subject.dep_ == "expl":
        return ()
    return phrase(subject, visible)


def _agent(verb: Token, visible: Visible) -> Token | None:
    for child in verb.children:
        if child.lower_ == "by" and visible(child):
            return next((c for c in child.children if c.dep_ == "pobj" and visible(c)), None)
    return None


def _next_noun(token: Token, visible: Visible) -> Token | None:
    for other in token.doc[token.i + 1 : token.i + 8]:
        if not visible(other) or other.is_punct:
            return None
        if other.pos_ in ("NOUN", "PROPN", "PRON") and not (
            other.i + 1 < len(other.doc) and other.dep_ == "compound" and other.nbor(1).pos_ in ("NOUN", "PROPN")
        ):
            return other
    return None


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
    """The phrase with the rest of a name that the parser cut off: ``farmer Choi Min`` + ``-ho``, ``leader`` + ``Tess Hardy``."""
    if not tokens:
        return ()
    doc, first, last = tokens[-1].doc, tokens[0].i, tokens[-1].i
    while first > 1 and not doc[first - 1].whitespace_ and not doc[first - 2].whitespace_ and doc[first - 1].text == "-":
        first -= 2  # "32-year-" before "old"
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
    """The name set off by commas after an office: ``the premier, Vera Zane, said``. Empty where the phrase ends in a name."""
    if not tokens or tokens[-1].pos_ == "PROPN" and tokens[-1].ent_type_ == "PERSON" or tokens[-1].pos_ == "PRON":
        return ()
    doc, at = tokens[-1].doc, tokens[-1].i + 1
    if at + 1 >= len(doc) or doc[at].text not in (",", "—", "–") or not visible(doc[at + 1]):
        return ()
    name: list[Token] = []
    for token in doc[at + 1 : at + 7]:
        if not visible(token) or not (token.pos_ == "PROPN" or token.text == "-" or name and token.lower_ in _PARTICLES):
            break
        if token.ent_type_ in ("GPE", "DATE", "LOC"):
            return ()
        name.append(token)
    return tuple(name)


def root_of(tokens: tuple[Token, ...]) -> Token:
    """The head of a phrase: the token whose own head lies outside."""
    inside = {t.i for t in tokens}
    return next((t for t in reversed(tokens) if t.head.i not in inside and t.pos_ in _HEADS), tokens[-1])


def _joined(child: Token, parent: Token) -> bool:
    """Two speakers joined by "and", and hyphens inside a phrase, belong to it."""
    if child.dep_ == "conj":
        return child.pos_ in ("PROPN", "NOUN", "PRON") and child.i - parent.i <= 6
    if child.dep_ == "cc":
        return True
    return child.dep_ == "punct" and child.text in ("-", ".", "’", "'")


def _is_time(token: Token) -> bool:
    return token.ent_type_ in _TIMES or any(c.ent_type_ in _TIMES for c in token.children if c.dep_ == "pobj")
