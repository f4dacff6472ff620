"""Who says which quote: cues of the narrator's sentence first, then what stands before and after it in the article.

In: frames (the narrator's sentences with quotes folded in). Out: an attribution for every quote. A quote is
*direct*ly linked where a cue ties it to the speaker in its own sentence; see
:mod:`crosscheck.extract.quotes.context` for the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from crosscheck.extract.quotes.context import from_context, from_echo
from crosscheck.extract.quotes.cues import Cue, find_cues
from crosscheck.extract.quotes.frames import Frame, Quoted
from crosscheck.extract.quotes.lexicon import ADDRESSING, WEAK
from crosscheck.extract.quotes.phrases import Visible, after
from crosscheck.extract.quotes.scoring import governors, score
from crosscheck.extract.quotes.shapes import NOBODY, Attribution, bare_frame, by_shape
from crosscheck.settings import QuoteSettings


def attribute(frames: Sequence[Frame], visible: Visible, limits: QuoteSettings) -> dict[int, Attribution]:
    """The attribution of every quote, keyed by the offset where its content starts."""
    found: dict[int, Attribution] = {}
    cues = [find_cues(frame.tokens, visible) for frame in frames]
    for frame, those in zip(frames, cues, strict=True):
        for number, quote in enumerate(frame.quotes):
            own = _in_sentence(frame, quote, those, visible, limits) or by_shape(frame, quote, visible)
            if number and (own is None or not own.speaker) and _joined(frame, number):
                own = found[frame.quotes[number - 1].pair.start]
            found[quote.pair.start] = own or NOBODY
    from_context(frames, cues, found, visible)
    from_echo(frames, found)
    return found


def _joined(frame: Frame, number: int) -> bool:
    """True for the second of two quotes with no more than "and" or commas between: "quiet" and "polite"."""
    before, quote = frame.quotes[number - 1], frame.quotes[number]
    between = frame.items[frame.items.index(before) + 1 : frame.items.index(quote)]
    return all(isinstance(i, Token) and (i.is_punct or i.pos_ == "CCONJ" or i.lower_ == "as") for i in between)


def _in_sentence(
    frame: Frame, quote: Quoted, cues: Sequence[Cue], visible: Visible, limits: QuoteSettings
) -> Attribution | None:
    position = {item.i: n for n, item in enumerate(frame.items) if isinstance(item, Token)}
    at = next(n for n, item in enumerate(frame.items) if item is quote)
    above = governors(quote, frame)
    best: Attribution | None = None
    for cue in cues:
        if _inverted(frame.items, at, cue):
            cue = cue._replace(speaker=after(cue.token, visible))
        points = score(frame.items, at, cue, position, above) - (0.0 if cue.speaker else 4.0)
        points -= limits.nearer_cue * _nearer(frame.items, at, cue, cues)
        if points > (best.score if best else 0.0):
            words = tuple(cue.token.doc[cue.token.i : cue.last.i + 1])
            best = Attribution(cue.speaker, words, cue.lemma, cue.kind, "direct", points)
    if best is not None and best.score < limits.loosest_tie:
        best = None
    return best if best is not None and best.score >= 8.0 else bare_frame(frame.items, at, visible) or best


def _nearer(items: Sequence[Token | Quoted], at: int, cue: Cue, cues: Sequence[Cue]) -> int:
    """How many other cues stand between a cue and a quote after it: "told them that Gray called out: ..." """
    start = next((i for i, item in enumerate(items[:at]) if _same(item, cue.token)), at)
    between = {item.i for item in items[start + 1 : at] if isinstance(item, Token)}
    return sum(
        c.token.i in between and c.kind in ("say", "name") and bool(c.speaker) and c.lemma not in WEAK for c in cues
    )


def _same(item: Token | Quoted, token: Token) -> bool:
    return isinstance(item, Token) and item.i == token.i


def _inverted(items: Sequence[Token | Quoted], at: int, cue: Cue) -> bool:
    """``"...," asked Roux`` and ``..., argued the union.``: the speaker stands after, whatever the parser says."""
    doc, i = cue.token.doc, cue.token.i
    if (
        cue.kind != "say"
        or cue.lemma in ADDRESSING - {"ask"}
        or i + 1 >= len(doc)
        or (cue.speaker and cue.speaker[0].i > i)
    ):
        return False
    if not any(_same(item, cue.token) for item in items[at + 1 :]):
        return False
    before, following = doc[i - 1], doc[i + 1]
    set_off = before.text == "," or any(_same(item, cue.token) for item in items[at + 1 : at + 3])
    if cue.speaker and cue.speaker[-1].i == i - 1:
        return False
    return (
        set_off
        and following.pos_ in ("DET", "PROPN", "NOUN", "ADJ", "NUM")
        or (set_off and following.tag_ == "PRP" and following.lower_ not in ("it", "me", "him", "them", "us"))
    )
