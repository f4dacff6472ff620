"""What the extractors of wounds and of places of death read alike: descriptions, other victims, what is no fact.

In: one parsed article and tokens of it. Out: stretches, words and yes or no; nothing here decides who a victim is.
"""

from __future__ import annotations

import re

from spacy.attrs import LEMMA
from spacy.tokens import Token

from crosscheck.extract._hurt import of_verb, several
from crosscheck.extract.parse import Parsed
from crosscheck.model import Span

_KILLING = frozenset("shoot wound injure stab kill hurt graze slay".split())
_STOP = re.compile(r"[.;:!?\n]|\b(?:but|while|before|who|which)\b", re.I)
_FREE = frozenset(
    "say be kill wound shoot fire hit strike graze accord include have get suffer go pass enter travel lodge".split()
)
_ALSO = 24  # other victims that are kept: more are many
_EVENT = r"(?:incident|shooting|stabbing|attack|crash|accident|case)"
_INCIDENT = re.compile(
    rf"\b{_EVENT}\s+(?:comes?|came|follows?|followed)\b"
    rf"|\b(?:another|separate|unrelated|similar|previous|earlier)\s+(?:[\w-]+\s+)?{_EVENT}\b",
    re.I,
)
_SEX = re.compile(r"\b(male|female)\b", re.I)
_OLD = re.compile(r"\b(\d{1,3})-year-old")
_MAYBE = frozenset("would could might may can should will 'll to not never".split())
ANOTHER = frozenset("another other others one second third".split())
_VICTIMS = re.compile(r"\b(?:victims|both (?:men|women|boys|girls|people)|(?:second|third|other) victim)\b", re.I)


def joined(parsed: Parsed, start: int, end: int) -> bool:
    """True where nothing between the hurt and the part begins another clause."""
    if _STOP.search(parsed.article.text, start, end):
        return False
    piece = parsed.doc.char_span(start, end, alignment_mode="contract")
    return piece is None or all(t.pos_ not in ("VERB", "AUX") or t.lemma_.lower() in _FREE for t in piece)


def elsewhere(parsed: Parsed, at: int) -> bool:
    """True in a sentence that says that it tells of another incident: its victims are others."""
    span = parsed.sentences[parsed.sentence_index(at)].span
    return _INCIDENT.search(parsed.article.text, span.start, span.end) is not None


def described(victim: Token) -> dict[str, str]:
    """The noun that a victim goes by, age and sex told before it, where it is no name or pronoun."""
    if victim.pos_ != "NOUN" or victim.ent_type_ == "PERSON":
        return {}
    before = victim.doc[victim.left_edge.i : victim.i + 1].text
    age = _OLD.search(before)
    sexes = _SEX.findall(before)
    told = {"noun": victim.lemma_.lower()} | ({"aged": age[1]} if age else {})
    return told | ({"sexed": sexes[0][0].lower()} if len(sexes) == 1 else {})


def unreal(trigger: Token) -> bool:
    """Not told as having happened: denied, feared, threatened."""
    helpers = {c.lower_ for c in trigger.children if c.dep_ in ("aux", "neg")}
    return bool(helpers & _MAYBE) or any(c.dep_ == "neg" for c in trigger.children)


def others(parsed: Parsed) -> tuple[bool, dict[str, Span]]:
    """Whether the article tells of several victims, and where everybody stands who is told as hurt."""
    strings = parsed.doc.vocab.strings
    verbs = {strings[w] for w in _KILLING if w in strings}
    also: dict[str, Span] = {}
    many = False
    for i, lemma in enumerate(parsed.doc.to_array([LEMMA]).tolist()):
        if lemma not in verbs or parsed.doc[i].pos_ != "VERB" or elsewhere(parsed, parsed.doc[i].idx):
            continue
        victim = of_verb(parsed.doc[i])
        if victim is None:
            continue
        many = many or several(victim) or victim.lower_ in ANOTHER
        many = many or any(c.lower_ in ANOTHER for c in victim.children)
        if len(also) < _ALSO:
            also[f"also{len(also)}"] = span_of(victim)
    return many or len(also) >= _ALSO or bool(_VICTIMS.search(parsed.article.text)), also


def token_at(parsed: Parsed, at: int) -> Token | None:
    """The token that holds a character."""
    piece = parsed.doc.char_span(at, at + 1, alignment_mode="expand")
    return piece[0] if piece is not None and len(piece) else None


def span_of(token: Token) -> Span:
    """Where a token stands."""
    return Span(token.idx, token.idx + len(token))
