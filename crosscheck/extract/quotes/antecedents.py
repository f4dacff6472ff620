"""Whom "he" or "the spokesman" takes up: the noun phrase before it that the parse offers.

Only what the parse alone knows is decided here: subjects, and a longer phrase with the same head word ("a spokesman
for the ministry ... the spokesman"). Which of several people is meant is settled in normalising.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from crosscheck.data.speakers import BODIES, HUMAN, TEXTS
from crosscheck.data.titles import titles
from crosscheck.extract.quotes.frames import Frame
from crosscheck.extract.quotes.lexicon import SAY_FORMS
from crosscheck.extract.quotes.phrases import Visible, named_beside, phrase

_PERSONAL = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})
_MAIN_CLAUSE = frozenset({"ROOT", "conj", "parataxis"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_FRAMES_BACK = 5


def antecedent(
    frames: Sequence[Frame], index: int, speaker: tuple[Token, ...], head: Token, visible: Visible
) -> tuple[Token, ...]:
    """The phrase that a speaker takes up, or nothing."""
    if head.lower_ in _PERSONAL:
        return _last_subject(frames, index, speaker[0].i, head.lower_, visible)
    if head.pos_ == "NOUN" and speaker[0].lower_ in ("the", "this", "that", "these", "those") and len(speaker) <= 3:
        return _same_head(head, visible)
    return ()


def _last_subject(
    frames: Sequence[Frame], index: int, before: int, pronoun: str, visible: Visible
) -> tuple[Token, ...]:
    here = frames[index].paragraph
    for frame in reversed(frames[max(0, index - _FRAMES_BACK) : index + 1]):
        if here - frame.ends > 1:
            return ()
        subjects = [t for t in frame.tokens[::-1] if t.i < before and (t.dep_ in ("nsubj", "nsubjpass") or _topic(t))]
        main = [t for t in subjects if t.head.dep_ in _MAIN_CLAUSE]
        if any(t.lower_ == pronoun for t in subjects):
            others = []  # the same pronoun before: whom that one takes up is the main subject or stands further back
        else:
            others = [t for t in subjects if t not in main and t.head.tag_ in _FINITE]
        for token in [*main, *others]:
            found = _fitting(token, pronoun, visible)
            if found:
                return found
    return ()


def _topic(token: Token) -> bool:
    """A person whom the parser makes the root of the sentence: "Ann Reed, who heads the firm, asked for time"."""
    return token.dep_ == "ROOT" and token.ent_type_ == "PERSON" and any(c.dep_ == "relcl" for c in token.rights)


def _fitting(token: Token, pronoun: str, visible: Visible) -> tuple[Token, ...]:
    words = phrase(token, visible)
    name = named_beside(words, visible)
    if pronoun in ("it", "its"):
        thing = token.lower_ in BODIES or token.lower_ in TEXTS or token.ent_type_ in ("ORG", "GPE", "NORP")
        return words if thing and token.tag_ not in ("NNS", "NNPS") else ()
    if pronoun in ("they", "their"):
        many = token.tag_ in ("NNS", "NNPS") or token.lower_ in BODIES or any(t.dep_ == "conj" for t in words)
        return words if many else ()
    if token.tag_ in ("NNS", "NNPS") or token.pos_ == "PRON":
        return ()
    if name:
        return name
    human = token.lower_ in HUMAN or token.lower_ in titles() or token.ent_type_ == "PERSON"
    speaks = token.head.lower_ in SAY_FORMS and token.pos_ == "PROPN" and token.ent_type_ not in ("ORG", "GPE", "NORP")
    return words if human or speaks else ()


def _same_head(head: Token, visible: Visible) -> tuple[Token, ...]:
    """The last longer phrase with the same head word: "a spokesman for the finance ministry" for "the spokesman"."""
    for token in reversed(head.doc[: head.i]):
        if token.lower_ == head.lower_ and token.pos_ in ("NOUN", "PROPN") and visible(token):
            words = phrase(token, visible)
            name = named_beside(words, visible)
            if name:
                return name
            if len(words) > 2 or words[0].lower_ in ("a", "an"):
                return words
    return ()
