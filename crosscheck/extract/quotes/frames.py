"""The narrator's sentences around quotes: a paragraph's words with each quote folded into one item.

Parsers and sentence splitters lose their way inside and after quoted words. A frame is what is left when every quote
counts as one word of the narrator's sentence: ``[Q] said [Mary Jones], [Q] .``
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from crosscheck.extract.quotes.lexicon import CERTAIN, CUE_FORMS
from crosscheck.extract.quotes.pairing import Pair
from crosscheck.model import Span

_STOPS = frozenset(".!?…")


@dataclass(slots=True)
class Quoted:
    """One outermost pair of quotation marks with its tokens: ``doc[first:last]``, marks not among them."""

    pair: Pair
    text: str
    paragraph: int
    first: int
    last: int

    @property
    def words(self) -> int:
        """How many words stand between the marks."""
        return len(self.text.split())

    @property
    def ends(self) -> str:
        """The last character between the marks."""
        return self.text[-1:] if self.text else ""


@dataclass(slots=True)
class Frame:
    """One sentence of the narrator: tokens and quotes in the order of the text."""

    paragraph: int
    items: list[Token | Quoted] = field(default_factory=list)

    @property
    def quotes(self) -> list[Quoted]:
        """The quotes of the sentence."""
        return [i for i in self.items if isinstance(i, Quoted)]

    @property
    def tokens(self) -> list[Token]:
        """The narrator's own tokens."""
        return [i for i in self.items if isinstance(i, Token)]


def quoted_stretches(text: str, doc: Doc, pairs: Sequence[Pair], paragraphs: Sequence[Span]) -> list[Quoted]:
    """The outermost pairs with their tokens and paragraphs."""
    idx = [t.idx for t in doc]
    starts = [p.start for p in paragraphs]
    found = []
    for pair in pairs:
        if pair.depth:
            continue
        first, last = bisect_left(idx, pair.start), bisect_left(idx, pair.end)
        paragraph = max(0, bisect_left(starts, pair.opened + 1) - 1)
        found.append(Quoted(pair, text[pair.start : pair.end].strip(), paragraph, first, last))
    return found


def frames(doc: Doc, quotes: Sequence[Quoted], paragraphs: Sequence[Span], wanted: set[int]) -> list[Frame]:
    """The narrator's sentences of the paragraphs in ``wanted`` (indexes), in order."""
    by_paragraph: dict[int, list[Quoted]] = {}
    for quote in quotes:
        by_paragraph.setdefault(quote.paragraph, []).append(quote)
    idx = [t.idx for t in doc]
    found: list[Frame] = []
    at = 0
    for number in sorted(wanted):
        span = paragraphs[number]
        at = max(at, bisect_left(idx, span.start))
        items, at = _items(doc, at, paragraphs, number, by_paragraph.get(number, []))
        found += _split(items, number)
    return found


def _items(
    doc: Doc, at: int, paragraphs: Sequence[Span], number: int, quotes: Sequence[Quoted]
) -> tuple[list[Token | Quoted], int]:
    """The items of a paragraph from token ``at`` on, and of those over which its last quote runs."""
    items: list[Token | Quoted] = []
    waiting = list(quotes)
    end = paragraphs[number].end
    if waiting and waiting[-1].pair.closed > end:
        end = next((p.end for p in paragraphs[number:] if p.end >= waiting[-1].pair.closed), end)
    while at < len(doc):
        token = doc[at]
        if waiting and token.idx + len(token) > waiting[0].pair.opened:
            quote = waiting.pop(0)
            items.append(quote)
            while at < len(doc) and doc[at].idx < quote.pair.closed:
                at += 1
            continue
        if token.idx >= end:
            break
        if not token.is_space:
            items.append(token)
        at += 1
    return items, at


def _split(items: list[Token | Quoted], paragraph: int) -> list[Frame]:
    found: list[Frame] = []
    current = Frame(paragraph)
    for index, item in enumerate(items):
        if current.items and _breaks(items, index):
            found.append(current)
            current = Frame(paragraph)
        current.items.append(item)
    if current.items:
        found.append(current)
    return found


def _breaks(items: Sequence[Token | Quoted], index: int) -> bool:
    """True where a new sentence of the narrator starts at ``items[index]``."""
    before, item = items[index - 1], items[index]
    if isinstance(before, Token):
        if index > 1 and before.text == "." and getattr(items[index - 2], "lower_", "") in ("no", "nos"):
            return False
        if before.text in _STOPS or before.text == "...":
            return isinstance(item, Quoted) or not item.text[:1].islower() and not item.is_punct
        return isinstance(item, Token) and bool(item.is_sent_start) and before.text[-1:] in _STOPS and item.is_title
    if before.ends not in ".!?…":
        return isinstance(item, Quoted) and before.ends not in ",;:" and before.ends != ""
    if isinstance(item, Quoted):
        return True
    return (item.text[:1].isupper() or item.like_num) and not _credits(items, index, full_stop=before.ends == ".")


def _credits(items: Sequence[Token | Quoted], index: int, *, full_stop: bool) -> bool:
    """True where the words after a quote are no more than who said it: ``"Why?" Lynch asked Coleman.``"""
    words: list[Token] = []
    for item in items[index : index + 24]:
        if isinstance(item, Quoted) or item.text in _STOPS:
            break
        words.append(item)
    cues = [i for i, t in enumerate(words) if t.lower_ in CUE_FORMS and (t.pos_ == "VERB" or t.lower_ in CERTAIN)]
    if not cues or cues[0] > (6 if full_stop else 12):
        return False
    cue = words[cues[0]]
    if any(c.dep_ in ("ccomp", "xcomp") and c.i > cue.i for c in cue.children):
        return False
    return len(words) <= cues[0] + 4 if full_stop else True
