"""Words of the calendar that are something else: a man's name, a verb, a thing of a holiday; by the parse."""

from __future__ import annotations

from spacy.tokens import Span as Slice
from spacy.tokens import Token

from crosscheck.data import titles
from crosscheck.data.eventwords import REPORTING, is_event
from crosscheck.extract._cues import CALENDAR
from crosscheck.extract.parse import Parsed

_OF_THE_DAY = frozenset("morning afternoon evening night day weekend week eve period season holiday break".split())
_NAME_LEADS = frozenset({"and", "by", "with", "of", "for", "than", "from"})


def names_somebody(word: Token) -> bool:
    """A word of the calendar before a surname: "Sunday Adeyemi scored", "by August Lindt"; never "on Sunday Police"."""
    after = word.nbor() if word.i + 1 < len(word.doc) else None
    if after is None or after.pos_ != "PROPN" or not after.text.istitle() or after.idx != word.idx + len(word) + 1:
        return False
    if after.lower_.rstrip(".") in CALENDAR or titles.lookup(after.text) or not word.text[:1].isupper():
        return False
    before = word.nbor(-1) if word.i else None
    if before is None or word.is_sent_start or before.is_punct or before.is_space:
        return True
    if before.dep_ == "agent" and word.dep_ == "compound" and word.head == after:
        return True  # "beaten by August Lindt"
    if before.pos_ == "VERB" and word.dep_ == "compound" and word.head == after and after.dep_ == "dobj":
        return bool(after.head == before)  # "he met Friday Okoro"
    if before.lower_ in _NAME_LEADS:
        return before.lower_ not in ("of", "from", "by") or word.ent_type_ == "PERSON"
    return titles.lookup(before.text) is not None


def is_verb(word: Token) -> bool:
    """ "Sat at the table, he spoke", "Wed in May, the pair ..." """
    after = word.nbor() if word.i + 1 < len(word.doc) else None
    return word.text in ("Sat", "Wed") and bool(word.is_sent_start) and after is not None and after.is_lower


def speaks(word: Token) -> bool:
    """ "August said the women were friends": a month says nothing."""
    return word.dep_ == "nsubj" and word.head.pos_ == "VERB" and word.head.lemma_.lower() in REPORTING


def decorates(parsed: Parsed, start: int, end: int) -> bool:
    """ "Christmas decorations", "an Easter egg": things of a holiday, not its day; "the Christmas attack" is of it."""
    piece = piece_at(parsed, start, end)
    if piece is None or piece.end >= len(piece.doc) or piece[-1].lower_ in ("day", "night", "weekend"):
        return False
    after = piece.doc[piece.end]
    if after.pos_ not in ("NOUN", "PROPN") or after.idx != end + 1 or is_event(after.lemma_.lower()):
        return False
    return after.lower_ not in _OF_THE_DAY and piece[-1].dep_ in ("compound", "nmod", "amod", "poss")


def piece_at(parsed: Parsed, start: int, end: int) -> Slice | None:
    """The tokens that cover a stretch of the text; None where there are none."""
    piece: Slice | None = parsed.doc.char_span(start, end, alignment_mode="expand")
    return piece if piece is not None and len(piece) else None
