"""Where a figure may start: digits by a pattern, number words by the hashes of spaCy's tokens.

Searching a text for some hundred number words costs more than all that follows; looking tokens up by hash does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.attrs import IDX, LOWER, POS
from spacy.strings import get_string_id
from spacy.symbols import PROPN
from spacy.tokens import Doc

from crosscheck.data.events import EVENT_FORMS
from crosscheck.data.numbers import FOLD, ONES, ORDINALS, PARTS, SCALES, TEENS, TENS, VAGUE

_DIGITS = re.compile(r"\d[\d.,]*|[½¼¾⅓⅔⅛]")
_PLURAL_SCALES = tuple(f"{s}s" for s in SCALES)
_NUMBER, _ORDINAL, _FOLD, _RANK, _FATE, _GRAMMAR, _UNIT = 1, 2, 4, 8, 16, 32, 64
# measures of which one is told without a number: "a kilo of heroin", "a foot of snow"
SINGLE_UNITS = ("kilogram", "kilo", "gram", "tonne", "pint", "gallon", "liter", "litre", "ounce", "acre", "hectare",
                "inch", "foot", "meter", "metre", "pound")  # fmt: skip
_KINDS: dict[int, int] = {}


def _learn() -> None:
    numbers = (
        "zero",
        "nought",
        *ONES,
        *TEENS,
        *TENS,
        *SCALES,
        *_PLURAL_SCALES,
        *VAGUE,
        *PARTS,
        "several",
        "few",
        "couple",
        "pair",
        "many",
        "point",
    )
    folds = (*FOLD, "fold", *(f"{w}fold" for w in (*ONES, *TEENS, "hundred")))
    for kind, words in (
        (_NUMBER, numbers),
        (_ORDINAL, ORDINALS),
        (_FOLD, folds),
        (_UNIT, SINGLE_UNITS),
        (_RANK, ("no", "no.", "number", "nr")),
        (_FATE, (*EVENT_FORMS, "dead", "died", "dies", "die")),
        (_GRAMMAR, ("twice", "thrice", "several", "few", "both", "all", "none", "nobody", "no")),
    ):
        for word in words:
            key = get_string_id(word)
            _KINDS[key] = _KINDS.get(key, 0) | kind


_learn()


@dataclass
class Triggers:
    """Offsets, in order, at which something may start. ``starts`` are those of all tokens."""

    starts: list[int]
    digits: list[int]
    proper: list[int]  # indices of the tokens tagged as proper nouns
    words: list[int] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    folds: list[int] = field(default_factory=list)
    ranks: list[int] = field(default_factory=list)
    fates: list[int] = field(default_factory=list)  # token indices of "killed", "injured", "dead" ...
    units: list[int] = field(default_factory=list)  # of single units
    grammar: list[int] = field(default_factory=list)  # token indices of "twice", "several", "none" ...


def triggers(doc: Doc, text: str) -> Triggers:
    """One pass over a Doc and its text."""
    columns = doc.to_array([IDX, LOWER, POS])
    starts = columns[:, 0].tolist() if len(doc) else []
    proper = [i for i, pos in enumerate(columns[:, 2].tolist()) if pos == PROPN] if len(doc) else []
    found = Triggers(starts=starts, proper=proper, digits=[m.start() for m in _DIGITS.finditer(text)])
    for i, (at, key) in enumerate(zip(starts, columns[:, 1].tolist() if len(doc) else [], strict=True)):
        kind = _KINDS.get(key, 0)
        if not kind:
            continue
        if kind & _NUMBER:
            found.words.append(at)
        if kind & _ORDINAL:
            found.ordinals.append(at)
        if kind & _FOLD:
            found.folds.append(at)
        if kind & _RANK:
            found.ranks.append(at)
        if kind & _FATE:
            found.fates.append(i)
        if kind & _UNIT:
            found.units.append(at)
        if kind & _GRAMMAR:
            found.grammar.append(i)
    return found
