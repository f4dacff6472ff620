"""Speakers told by the shape of a sentence alone: a name with a colon or a dash, any verb beside a quote that ends in a
comma.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Literal, NamedTuple

from spacy.tokens import Token

from crosscheck.extract.quotes.cues import speaker_of
from crosscheck.extract.quotes.frames import Frame, Quoted
from crosscheck.extract.quotes.phrases import Visible, after, beside

Link = Literal["direct", "carried", "inferred", "none"]
_SMALL = frozenset("a an the of and in on at to for from with by or nor but de la le el du der die das von".split())


class Attribution(NamedTuple):
    """The speaker as written beside the quote (empty where unknown), the cue, and how the two are tied."""

    speaker: tuple[Token, ...] = ()
    cue: tuple[Token, ...] = ()
    lemma: str = ""
    kind: str = ""
    link: Link = "none"
    score: float = 0.0


NOBODY = Attribution()


def by_shape(frame: Frame, quote: Quoted, visible: Visible) -> Attribution | None:
    """``Jones: "..."`` and ``"..." - Commissioner Jones``: a name beside the quote with a colon or a dash between."""
    at = next(i for i, item in enumerate(frame.items) if item is quote)
    left = _run(frame.items[:at][::-1])
    if left and left[0].text == ":" and (found := _before_colon(left)):
        return found
    right = _run(frame.items[at + 1 :])
    return _behind_dash(right) or _in_brackets(right)


def _before_colon(left: list[Token]) -> Attribution | None:
    """``Jones: "..."``; the words before a quote, from the colon backwards."""
    names = left[:0:-1]
    if 1 < len(left) <= 9 and _nameish(names):
        return Attribution(tuple(names), (left[0],), ":", "shape", "direct", 8.0)
    names = _name_before(left[1:])
    return Attribution(tuple(names), (left[0],), ":", "shape", "direct", 6.0) if names else None


def _behind_dash(right: list[Token]) -> Attribution | None:
    """``"..." - Commissioner Jones``"""
    if not right or right[0].text not in ("-", "–", "—", "--", "―") or not 1 < len(right) <= 14:
        return None
    names = list(takewhile(lambda t: t.text not in (",", ".", "(", ";"), right[1:]))
    told = any(t.pos_ in ("PROPN", "NOUN", "PRON") for t in right[1:])
    return Attribution(tuple(names), (right[0],), "-", "shape", "direct", 7.0) if told and _nameish(names) else None


def _in_brackets(right: list[Token]) -> Attribution | None:
    """``"..." (Jones)``"""
    if len(right) < 3 or right[0].text != "(" or not any(t.text == ")" for t in right[1:8]):
        return None
    names = list(takewhile(lambda t: t.text != ")", right[1:]))
    named = _nameish(names) and names[0].pos_ == "PROPN"
    return Attribution(tuple(names), (right[0],), "(", "shape", "direct", 6.0) if named else None


def bare_frame(items: Sequence[Token | Quoted], at: int, visible: Visible) -> Attribution | None:
    """``"...," the judge thundered`` and ``Quinn shrugged: "..."``: the frame makes any verb a verb of speech."""
    quote = items[at]
    assert isinstance(quote, Quoted)
    right = _run(items[at + 1 :])
    if quote.ends in ",?!" and right and not (title_case(quote.text) and quote.ends == "," and quote.words > 1):
        verb = next((t for t in right[:10] if t.tag_ in ("VBD", "VBZ") and t.pos_ == "VERB"), None)
        lead = right[: right.index(verb)] if verb is not None else []
        if verb is not None and not any(t.is_punct or t.pos_ in ("SCONJ", "CCONJ") for t in lead):
            who = speaker_of(verb, visible) or (beside(verb, visible) if lead else after(verb, visible))
            if who and (who[0] in lead[:2] or not lead and who[0].i == verb.i + 1):
                return Attribution(who, (verb,), verb.lemma_.lower(), "say", "direct", 9.0)
    left = _run(items[:at][::-1])
    if left and left[0].text == ":":
        verb = next((t for t in left if t.tag_ in ("VBD", "VBZ") and t.pos_ in ("VERB", "AUX")), None)
        who = speaker_of(verb, visible) or beside(verb, visible) if verb is not None else ()
        if verb is not None and who:
            return Attribution(who, (verb,), verb.lemma_.lower(), "say", "direct", 7.5)
    return None


def title_case(text: str) -> bool:
    """True where every word but the small ones is capitalised, as in the title of a work."""
    words = text.rstrip(".,;").split()
    return bool(words) and all(w[:1].isupper() or w[:1].isdigit() or w.lower() in _SMALL for w in words)


def _name_before(tokens: Sequence[Token]) -> list[Token]:
    """The person's name at the end of a longer run, given last word first: ``such as the prophet Sol Reyes:``"""
    names: list[Token] = []
    for token in tokens:
        if token.pos_ != "PROPN" or not token.is_title:
            break
        names.append(token)
    names.reverse()
    return names if len(names) > 1 and any(t.ent_type_ == "PERSON" for t in names) else []


def _run(items: Sequence[Token | Quoted]) -> list[Token]:
    run: list[Token] = []
    for item in items:
        if isinstance(item, Quoted):
            break
        run.append(item)
    return run


def _nameish(tokens: Sequence[Token]) -> bool:
    return (
        0 < len(tokens) <= 8
        and any(t.pos_ in ("PROPN", "NOUN") for t in tokens)
        and not any(t.pos_ in ("VERB", "AUX") for t in tokens)
    )
