"""Cues and who speaks with them: the subject of "said", the source after "according to", the holder of a statement.

Works on the dependency parse of the narrator's tokens only; where the parser took a quoted word for the subject, the
noun phrase beside the cue serves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.symbols import NOUN
from spacy.tokens import Token

from crosscheck.extract.quotes.asides import set_off
from crosscheck.extract.quotes.lexicon import (
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
from crosscheck.extract.quotes.phrases import Visible, beside, next_noun, phrase

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


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
        lower, cue = token.lower_, None
        if lower in CUE_FORMS:
            cue = _verb_cue(token, visible)
        elif lower == "according":
            cue = _according(token, visible)
        if cue is None and token.pos == NOUN:
            cue = _words_cue(token, visible)
        if cue is not None:
            found.append(cue)
    return found


def _verb_cue(token: Token, visible: Visible) -> Cue | None:
    lemma = CUE_FORMS[token.lower_]
    if not _is_verb(token, visible):
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
    who = speaker_of(token, visible)
    if kind == "say" and who:
        who = set_off(token, who, visible) or who
    return Cue(token, lemma, who or beside(token, visible), kind, last)


def _is_verb(token: Token, visible: Visible) -> bool:
    """Verbs by their tag; in headlines, whose verbs taggers take for nouns, by a noun before and a quote after."""
    if token.pos_ == "VERB" or token.tag_ in ("VBD", "VBZ") or token.lower_ in CERTAIN:
        return True
    if (
        token.pos_ == "AUX"
        or token.i == 0
        or token.i + 1 >= len(token.doc)
        or not token.lower_.endswith(("s", "d", "l"))
    ):
        return False
    after = token.nbor(1)
    if after.lower_ in (",", ":") and token.i + 2 < len(token.doc):
        after = token.nbor(2)
    if after.lower_ in ("as", "of", "for") and token.i + 2 < len(token.doc):
        after = token.nbor(2)
    return token.nbor(-1).pos_ in ("NOUN", "PROPN") and visible(token.nbor(-1)) and not visible(after)


def _according(token: Token, visible: Visible) -> Cue | None:
    to = next((t for t in token.rights if t.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        to = token.nbor(1)
    if to is None:
        return None
    head = next((c for c in to.children if c.dep_ == "pobj"), None) or next_noun(to, visible)
    return Cue(token, "according to", phrase(head, visible) if head is not None else (), "according", to)


def _words_cue(token: Token, visible: Visible) -> Cue | None:
    """ "NATO's assertion that ...": a noun that carries words, with the one who holds them."""
    if token.lower_ not in WORDS and token.lemma_ not in WORDS:
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
        if quoted is not None and any(
            c.lower_ in ("as", "saying", "telling") or c.tag_ == "VBG" for c in verb.children
        ):
            return phrase(quoted, visible)
    if subjects:
        subject = subjects[-1] if subjects[-1].i < verb.i or len(subjects) == 1 else subjects[0]
        return _resolve_relative(subject, verb, visible)
    return _borrowed(verb, visible, depth)


def _borrowed(verb: Token, visible: Visible, depth: int) -> tuple[Token, ...]:
    """The subject that a verb without one shares with the verb above it."""
    head = verb.head
    if head == verb:
        return ()
    if verb.dep_ == "acl" and verb.tag_ != "VBG":
        return ()  # "a hard thing to say"
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON") and visible(head):
        return phrase(head, visible)
    if verb.dep_ == "pcomp" and head.dep_ in ("prep", "agent") and visible(head):
        if CUE_FORMS.get(head.head.lower_) in QUOTING:
            return speaker_of(head.head, visible, depth + 1)
        head = head.head
    if (
        head.pos_ in ("VERB", "AUX")
        and visible(head)
        and verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep")
    ):
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
    if (
        subject.tag_ in ("WDT", "WRB", "EX")
        or subject.lower_ in ("it", "this", "that", "what")
        and subject.dep_ == "expl"
    ):
        return ()
    return phrase(subject, visible)


def _agent(verb: Token, visible: Visible) -> Token | None:
    for child in verb.children:
        if child.lower_ == "by" and visible(child):
            return next((c for c in child.children if c.dep_ == "pobj" and visible(c)), None)
    return None
