"""A credit set off by commas inside a sentence: ``Hale, said the judge, "showed no remorse"``.

The parser takes what stands before the commas for the subject of "said"; it is the subject of what was said.
"""

from __future__ import annotations

from spacy.tokens import Token

from crosscheck.extract.quotes.phrases import Visible, after, beside

_COMMAS = frozenset({",", "–", "—", "--"})
_LONGEST = 8  # words of a credit between its commas: an office and a name
_BACK = 40  # words of a clause
# "told reporters" has its object behind it, "said reporters" its subject
_TAKES_WHOM = frozenset("tell ask urge remind assure inform advise instruct notify".split())


def set_off(verb: Token, told: tuple[Token, ...], visible: Visible) -> tuple[Token, ...]:
    """Who speaks in a credit set off by commas; empty where ``told``, the parser's subject, stands in it itself."""
    doc = verb.doc
    before = verb.nbor(-1) if verb.i else None
    if before is None:
        return ()
    if before.text in _COMMAS:
        behind = after(verb, visible)
        fits = verb.lemma_ not in _TAKES_WHOM and behind and told[-1].i < before.i and not _goes_on(before, told[0])
        return behind if fits and behind[0].i <= verb.i + 1 and _closed(behind[-1]) else ()
    beside_it = beside(verb, visible)
    if not beside_it or told[-1].i >= beside_it[0].i or not beside_it[0].i:
        return ()
    opened = doc[beside_it[0].i - 1].text in _COMMAS and told[-1].i < beside_it[0].i - 1
    return beside_it if opened and _closes_behind(verb, visible) else ()


def _goes_on(comma: Token, first: Token) -> bool:
    """True where another comma or a verb stands before: ``Hale, 40, said Orr, his lawyer, was tired``."""
    between = comma.doc[max(first.i, comma.i - _BACK) : comma.i]
    return any(t.text in _COMMAS or t.tag_ in ("VBD", "VBZ", "VBP") for t in between)


def _closed(last: Token) -> bool:
    """True where a comma follows the credit."""
    return last.i + 1 < len(last.doc) and last.nbor(1).text in _COMMAS


def _closes_behind(verb: Token, visible: Visible) -> bool:
    """True where a comma ends the credit behind its verb, with no other verb before: "the judge told the court,"."""
    for token in verb.doc[verb.i + 1 : verb.i + 1 + _LONGEST]:
        if token.text in _COMMAS:
            return True
        if token.pos_ in ("VERB", "AUX", "SCONJ") or not visible(token) or token.is_punct:
            return False
    return False
