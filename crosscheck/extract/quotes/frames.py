"""The narrator's sentences around quotes: a paragraph's words with each quote folded into one item.

Parsers and sentence splitters lose their way inside and after quoted words. A frame is what is left when every quote
counts as one word of the narrator's sentence: ``[Q] said [Mary Jones], [Q] .``
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from crosscheck.extract.quotes.lexicon import ABBREVIATED, CERTAIN, CUE_FORMS
from crosscheck.extract.quotes.pairing import Pair
from crosscheck.model import Span

_STOPS = frozenset(".!?…")
_CLOSING = " '’”\""
_STRAY = frozenset("\"“”„«»'‘’`") | {"''", "``"}


# words and quotes of a narrator's sentence: cues are held against each quote, so that its square counts; statutes
# have sentences of 200 words
LONGEST = 200


@dataclass(slots=True)
class Quoted:
    """One outermost pair of quotation marks with its tokens: ``doc[first:last]``, marks not among them."""

    pair: Pair
    text: str
    paragraph: int
    first: int
    last: int
    closes: int  # the paragraph of the closing mark

    @property
    def words(self) -> int:
        """How many words stand between the marks."""
        return len(self.text.split())

    @property
    def ends(self) -> str:
        """The last character between the marks, the marks of an inner quote passed over."""
        return self.text.rstrip(_CLOSING)[-1:]


# words and quotes of a narrator's sentence: cues are held against each quote, so that its square counts; statutes
# have sentences of 200 words
LONGEST = 200


@dataclass(slots=True)
class Frame:
    """One sentence of the narrator, from paragraph ``paragraph`` to ``ends``.

    ``items`` are its tokens and quotes in the order of the text, ``quotes`` and ``tokens`` each kind by itself.
    """

    paragraph: int
    ends: int
    items: list[Token | Quoted]
    quotes: list[Quoted] = field(init=False)
    tokens: list[Token] = field(init=False)

    def __post_init__(self) -> None:
        self.quotes = [i for i in self.items if isinstance(i, Quoted)]
        self.tokens = [i for i in self.items if isinstance(i, Token)]


def offsets(doc: Doc) -> list[int]:
    """Where each token starts; one array, since a Python object for every token costs more than all else here."""
    found: list[int] = doc.to_array([IDX]).tolist()
    return found


def quoted_stretches(text: str, idx: Sequence[int], pairs: Sequence[Pair], paragraphs: Sequence[Span]) -> list[Quoted]:
    """The outermost pairs with their tokens and paragraphs."""
    starts = [p.start for p in paragraphs]
    found = []
    for pair in pairs:
        if pair.depth:
            continue
        first, last = bisect_left(idx, pair.start), bisect_left(idx, pair.end)
        paragraph = max(0, bisect_right(starts, pair.opened) - 1)
        closes = max(paragraph, bisect_right(starts, pair.end - 1) - 1)
        found.append(Quoted(pair, text[pair.start : pair.end].strip(), paragraph, first, last, closes))
    return found


def frames(
    doc: Doc, idx: Sequence[int], quotes: Sequence[Quoted], paragraphs: Sequence[Span], wanted: set[int]
) -> list[Frame]:
    """The narrator's sentences of the paragraphs in ``wanted`` (indexes), in order."""
    found: list[Frame] = []
    at, last, waiting = 0, -1, deque(quotes)
    starts = [p.start for p in paragraphs]
    for number in sorted(wanted):
        if number <= last:
            continue  # a quote of an earlier paragraph ran over this one
        last = number
        mine: list[Quoted] = []
        while waiting and waiting[0].paragraph <= last:
            mine.append(waiting.popleft())
            last = max(last, mine[-1].closes)
        at = max(at, bisect_left(idx, paragraphs[number].start))
        items, at = _items(doc, idx, at, paragraphs[last].end, mine)
        found += _split(items, starts)
    return found


def _items(
    doc: Doc, idx: Sequence[int], at: int, end: int, quotes: Sequence[Quoted]
) -> tuple[list[Token | Quoted], int]:
    """Tokens from ``at`` on up to the offset ``end``, quotes folded, and where the next paragraph goes on."""
    items: list[Token | Quoted] = []
    for quote in quotes:
        first = bisect_right(idx, quote.pair.opened)  # the token that holds the mark is not the narrator's
        first = first - 1 if first and idx[first - 1] + len(doc[first - 1]) > quote.pair.opened else first
        items += [t for t in doc[at:first] if not t.is_space and t.text not in _STRAY]
        items.append(quote)
        at = max(at, bisect_left(idx, quote.pair.closed))
    last = max(at, bisect_left(idx, end))
    items += [t for t in doc[at:last] if not t.is_space and t.text not in _STRAY]
    return items, last


def _split(items: list[Token | Quoted], starts: Sequence[int]) -> list[Frame]:
    runs: list[list[Token | Quoted]] = []
    for index, item in enumerate(items):
        if not runs or _breaks(items, index):
            runs.append([])
        runs[-1].append(item)
    runs = [run[i : i + LONGEST] for run in runs for i in range(0, len(run), LONGEST)]
    return [Frame(_paragraph(run[0], starts)[0], _paragraph(run[-1], starts)[1], run) for run in runs]


def _paragraph(item: Token | Quoted, starts: Sequence[int]) -> tuple[int, int]:
    """The paragraphs in which an item begins and ends."""
    if isinstance(item, Quoted):
        return item.paragraph, item.closes
    number = max(0, bisect_right(starts, item.idx) - 1)
    return number, number


def _breaks(items: Sequence[Token | Quoted], index: int) -> bool:
    """True where a new sentence of the narrator starts at ``items[index]``."""
    before, item = items[index - 1], items[index]
    if isinstance(before, Token) and isinstance(item, Token) and item.i - before.i > 1:
        if "\n" in before.doc[before.i + 1 : item.i].text:
            return True
    if isinstance(before, Token):
        if index > 1 and before.text == "." and getattr(items[index - 2], "lower_", "") in ABBREVIATED:
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
