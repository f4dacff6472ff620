"""How well a cue ties to a quote: nearness on the line, then governance in the parse. Scores run from 0 to about 15.

The bands that readers of a score rely on: 9 and more where cue and quote stand side by side, 6 and more where the
cue governs the quote or ends its sentence, less where they only share one.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from crosscheck.extract.quotes.cues import Cue
from crosscheck.extract.quotes.frames import Frame, Quoted
from crosscheck.extract.quotes.lexicon import NAMING, WEAK, WITH_AS

_SPEECH_END = ",?!…—–-"


def governors(quote: Quoted, frame: Frame) -> list[int]:
    """Indexes of the narrator's tokens that stand above the quote in the parse, nearest first."""
    doc = next((t.doc for t in frame.tokens), None)
    if doc is None:
        return []
    for token in doc[quote.first : quote.last]:
        if not quote.first <= token.head.i < quote.last and not token.is_punct and not token.is_space:
            return [a.i for a in token.ancestors]
    return []


def score(items: Sequence[Token | Quoted], at: int, cue: Cue, position: dict[int, int], above: Sequence[int]) -> float:
    """How well a cue ties to a quote, from 0 to about 15: nearness on the line, then governance in the parse.

    ``position`` is the place among ``items`` of every token, by the token's index.
    """
    here = position.get(cue.token.i)
    if here is None:
        return 0.0
    last = position.get(cue.last.i, here)
    speaker = sorted(position[s.i] for s in cue.speaker if s.i in position)
    bonus = _governance(cue, above)
    if here < at:
        return _before(items, at, max(here, last), cue, speaker) + bonus - _doubt(items, at, max(here, last), cue)
    if speaker and max(speaker) < at and cue.kind != "according":
        return 1.0  # the verb after the quote goes on about a subject before it: described it as "...", but admitted
    return _after(items, at, min([here, *(i for i in speaker if i > at)]), cue) + bonus


def _governance(cue: Cue, above: Sequence[int]) -> float:
    if cue.token.i not in above:
        return 0.0
    bonus = 3.0 - min(1.5, 0.3 * above.index(cue.token.i))
    return bonus + 2.5 if cue.kind == "words" else bonus


def _doubt(items: Sequence[Token | Quoted], at: int, end: int, cue: Cue) -> float:
    """What is taken off a verb that has a plain sense too, unless the words show that it is speech."""
    between = [i for i in items[end + 1 : at] if isinstance(i, Token)]
    if cue.lemma in WITH_AS and not any(t.lower_ == "as" for t in between):
        return 8.0
    if cue.lemma not in WEAK or cue.kind == "words":
        return 0.0
    if not between or between[-1].text in (":", ",") or between[0].lower_ in ("that", "as", "it"):
        return 0.0
    if cue.lemma in NAMING and (len(between) <= 4 or any(t.lower_ == "as" for t in between)):
        return 0.0
    return 5.0


def _before(items: Sequence[Token | Quoted], at: int, end: int, cue: Cue, speaker: Sequence[int]) -> float:
    between = [i for i in items[end + 1 : at]]
    if speaker and max(speaker) > end:  # "said Mary Jones, "
        between = [i for i in items[max(speaker) + 1 : at]]
    quotes = sum(isinstance(i, Quoted) for i in between)
    words = [i for i in between if isinstance(i, Token)]
    opener = words[-1].text if words else ""
    base = {"say": 6.0, "name": 6.0, "according": 5.0, "words": 3.0}[cue.kind]
    if cue.kind == "say" and not quotes and len(words) <= 1 and opener in (":", ","):
        return base + 6.5  # X yelled, "..." Y said: whoever tells of it, the words are X's
    if cue.kind == "say" and not quotes and (not words or opener in (":", ",") and len(words) < 12):
        return base + 5.0 - 0.1 * len(words)
    if cue.kind == "name" and not quotes and len(words) <= 2:
        return base + 4.0
    if opener == ":":
        return base + (2.0 if quotes else 4.0)
    return base - min(3.0, 0.15 * len(words)) - 0.5 * quotes


def _after(items: Sequence[Token | Quoted], at: int, start: int, cue: Cue) -> float:
    quote = items[at]
    assert isinstance(quote, Quoted)
    between = items[at + 1 : start]
    if any(isinstance(i, Quoted) for i in between):
        return 4.0 if quote.ends not in ".!?" else 0.0
    words = [i for i in between if isinstance(i, Token)]
    comma = quote.ends in _SPEECH_END or bool(words) and words[0].text in (",", "—", "–", "-", "--")
    plain = [w for w in words if not w.is_punct and w.pos_ != "ADV"]
    base = {"say": 6.0, "name": 2.0, "according": 6.0, "words": 1.0}[cue.kind]
    if cue.lemma in WEAK and plain:
        return 0.0
    if comma and not plain:
        return base + 6.0
    following = items[at + 1] if at + 1 < len(items) else None
    if not comma and isinstance(following, Token) and following.pos_ in ("NOUN", "ADJ") and cue.speaker:
        if following.i == cue.speaker[0].i:
            return 0.0  # the "too big to fail" status worries regulators: the quote is a part of the subject
    if not words and cue.kind == "say":
        return base + 4.0
    if words and any(w.text == "," for w in words) and cue.kind in ("say", "according"):
        return base - min(2.0, 0.1 * len(words))
    return base - 3.0 - min(2.0, 0.2 * len(words))
