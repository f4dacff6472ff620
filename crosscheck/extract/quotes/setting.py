"""What a few quoted words stand in: the noun that they modify and the words about them in the narrator's clause.

Short quotations share no words where two outlets render one speaker's phrase: the "no limits" partnership with Moscow,
the "no-holds-barred" partnership with Moscow. What the phrase says something of tells that the two are one.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from crosscheck.extract.quotes.frames import Frame, Quoted
from crosscheck.extract.quotes.lexicon import CUE_FORMS

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LONGEST = 6  # quoted words that can be a phrase in the narrator's clause
_REACH = 5  # narrator's words to either side that belong to the same phrase


def about(quote: Quoted, frame: Frame) -> dict[str, str]:
    """``modifies``: lemma of the noun right after the quoted words; ``beside``: lemmas of content words about them."""
    if quote.words > _LONGEST or quote.ends in ",.?!":
        after: list[Token] = []
    else:
        after = _near(frame.items, quote, 1)
    before = _near(frame.items, quote, -1) if quote.words <= _LONGEST else []
    found = {}
    head = next((t for t in after if t.pos_ in _NOUNS), None)
    if head is not None and all(t.pos_ in ("ADJ", "NOUN", "PROPN") for t in after[: after.index(head)]):
        while head.dep_ == "compound" and head.head in after:
            head = head.head
        found["modifies"] = head.lemma_.lower()
    words = [t.lemma_.lower() for t in (*before, *after) if t.pos_ in _CONTENT and t.lower_ not in CUE_FORMS]
    if words:
        found["beside"] = " ".join(words)
    return found


def _near(items: Sequence[Token | Quoted], quote: Quoted, step: int) -> list[Token]:
    """The narrator's tokens up to the next comma, quote or a few words away."""
    at = next(i for i, item in enumerate(items) if item is quote) + step
    found: list[Token] = []
    while 0 <= at < len(items) and len(found) < _REACH:
        item = items[at]
        if isinstance(item, Quoted) or item.is_punct and item.text != "-":
            break
        found.append(item)
        at += step
    return found
