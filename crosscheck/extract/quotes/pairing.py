"""Which quotation marks open and close what: text in, pairs of marks out. No language model, no failure on odd marks.

Marks are ambiguous (an apostrophe closes like a single quote, a straight mark opens and closes), sometimes forgotten
and sometimes too many. So each mark is read in every way that it allows at a cost, and the cheapest reading of a
paragraph wins: the Viterbi algorithm over a stack of open marks. What marks cost stands in
:mod:`crosscheck.extract.quotes.marks`. A quote that runs over paragraphs, each opened anew and only the last one
closed, is one pair.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.extract.quotes.marks import Mark, find_marks
from crosscheck.model import Span
from crosscheck.settings import QuoteSettings

# "..., Mayor Jones said." after a quote whose closing mark was forgotten
_TAIL = re.compile(
    r",\s+(?:(?:\w[\w.'’-]*\s+){1,6}(?:said|says|added|wrote|told\s[\w\s]+)|(?:said|says|added|wrote)\s[^.,]{1,80})\s*\.?\s*$"
)
_LETTER = re.compile(r"[^\W_]")
_SENTENCE_ENDS = (".", "!", "?")
_TAIL_LENGTH = 200  # longer than any credit: a name, an office and a cue
_MAX_DEPTH = 3


class Pair(NamedTuple):
    """A stretch in quotation marks: ``start``/``end`` of what stands between them, exclusive of the marks.

    ``opened`` and ``closed`` are where the marks begin and end (``closed == end`` where the closing mark is missing);
    ``inner`` are marks repeated at the head of later paragraphs of the same quote; ``depth`` is 0 for the outermost.
    """

    start: int
    end: int
    opened: int
    closed: int
    depth: int
    complete: bool
    single: bool
    inner: tuple[Span, ...] = ()


class _Path(NamedTuple):
    """The cheapest reading that leads to one stack: its cost and its last action, linked to those before."""

    cost: float
    action: str
    at: Mark | Span | None
    before: _Path | None
    opened: int = 0  # where the mark opened last begins


_Paths = dict[str, _Path]
_START: _Paths = {"": _Path(0.0, "", None, None)}


def pair(text: str, paragraphs: Sequence[Span], settings: QuoteSettings | None = None) -> list[Pair]:
    """All pairs of quotation marks, nested ones included, in the order of their opening marks. Never raises."""
    settings = settings or QuoteSettings()
    if not _LETTER.search(text):
        return []  # nothing but marks
    marks = find_marks(text, stray=settings.stray_mark)
    groups = {i: g for i, g in _by_paragraph(marks, paragraphs).items() if _worded(text, paragraphs[i])}
    outer_single = settings.single_outer if any(m.double for m in marks) else 0.0
    pairs: list[Pair] = []
    paths = dict(_START)
    for index, group in groups.items():
        if len(paths) == 1 and "" in paths and (plain := _plain(group)) is not None:
            pairs += plain
            continue
        for mark in group:
            paths = _step(paths, mark, text, settings, outer_single)
        following = groups.get(index + 1, [])
        repeats = bool(following) and following[0].start == paragraphs[index + 1].start
        paths = _boundary(paths, paragraphs[index], text, settings, follows=bool(following), repeated=repeats)
        if len(paths) == 1 and "" in paths:
            pairs += _replay(paths[""], text)
            paths = dict(_START)
    best = min(paths.items(), key=lambda kv: (kv[1].cost, kv[0]))[1]
    pairs += _replay(best, text)
    return sorted(p for p in pairs if any(c.isalnum() for c in text[p.start : p.end]))


def outermost(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that stand in no other."""
    return [p for p in pairs if p.depth == 0]


def _by_paragraph(marks: Sequence[Mark], paragraphs: Sequence[Span]) -> dict[int, list[Mark]]:
    starts = [p.start for p in paragraphs]
    groups: dict[int, list[Mark]] = {}
    for mark in marks:
        groups.setdefault(max(0, bisect_right(starts, mark.start) - 1), []).append(mark)
    return groups


def _worded(text: str, paragraph: Span) -> bool:
    return any(c.isalnum() for c in text[paragraph.start : paragraph.end])


def _plain(group: Sequence[Mark]) -> list[Pair] | None:
    """The pairs of a paragraph whose double marks open and close in turn, beyond doubt; None where there is doubt."""
    pairs: list[Pair] = []
    opened: Mark | None = None
    for mark in group:
        if not mark.double:
            if mark.opening < 3:
                return None
        elif opened is None and mark.opening == 0 and mark.closing >= 2:
            opened = mark
        elif opened is not None and mark.closing == 0 and mark.opening >= 2:
            pairs.append(Pair(opened.end, mark.start, opened.start, mark.end, 0, True, False))
            opened = None
        else:
            return None
    return pairs if opened is None else None


def _step(paths: _Paths, mark: Mark, text: str, settings: QuoteSettings, outer_single: float) -> _Paths:
    """All readings of one more mark."""
    glyph = "D" if mark.double else "S"
    reached: _Paths = {}

    def reach(stack: str, path: _Path, cost: float, action: str) -> None:
        total = path.cost + cost
        if stack not in reached or total < reached[stack].cost:
            opened = mark.start if action in ("open", "cut") else path.opened
            reached[stack] = _Path(total, action, mark, path, opened)

    for stack, path in paths.items():
        if stack.endswith("+"):
            reach(stack[:-1], path, 0.0, "repeat")
            continue
        reach(stack, path, mark.ignore, "ignore")
        if len(stack) < _MAX_DEPTH:
            price = mark.opening + _opening_price(stack, glyph, settings, outer_single)
            reach(stack + glyph, path, price, "open")
        if stack.endswith(glyph):
            reach(stack[:-1], path, mark.closing, "close")
        if stack == "D" and glyph == "S" and mark.opening >= 3:
            reach("", path, mark.closing + settings.mismatched, "close")
        if len(stack) > 1 and stack[-2] == glyph and stack[-1] != glyph:
            reach(stack[:-2], path, mark.closing + settings.unclosed_inner, "close2")
        if stack == "D" and glyph == "D":
            last = text[max(0, mark.start - 4) : mark.start].rstrip()[-1:]
            done = last in _SENTENCE_ENDS or _tail(text, path.opened, mark.start)
            reach("D", path, mark.opening + settings.unclosed + (0.0 if done else 1.0), "cut")
    return reached


def _opening_price(stack: str, glyph: str, settings: QuoteSettings, outer_single: float) -> float:
    if not stack:
        return 0.0 if glyph == "D" else outer_single
    return settings.nested_same if glyph in stack else 0.0


def _tail(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words at the end of a stretch that credit it, looked for in its last line or so."""
    return _TAIL.search(text, max(start, end - _TAIL_LENGTH), end)


def _boundary(
    paths: _Paths, paragraph: Span, text: str, settings: QuoteSettings, *, follows: bool, repeated: bool
) -> _Paths:
    """All readings of a paragraph's end: open quotes end here, or go on in the next paragraph."""
    reached: _Paths = {}
    for stack, path in paths.items():
        ends: list[tuple[str, float, str]] = []
        if not stack:
            ends.append(("", 0.0, ""))
        else:
            price = settings.unclosed if stack[0] == "D" else settings.unclosed_single
            ends.append(("", price + settings.unclosed_inner * (len(stack) - 1), "end"))
            tail = settings.stray_mark if _tail(text, path.opened, paragraph.end) else 0.0
            if repeated and len(stack) == 1:
                ends.append((stack + "+", settings.repeated_opening + tail, ""))
            if follows:
                ends.append((stack, settings.unrepeated_opening + tail, ""))
        for end, cost, action in ends:
            total = path.cost + cost
            if end not in reached or total < reached[end].cost:
                reached[end] = (
                    _Path(total, action, paragraph, path, path.opened) if action else path._replace(cost=total)
                )
    return reached


def _replay(path: _Path | None, text: str) -> list[Pair]:
    """The pairs that a path of actions makes."""
    actions: list[tuple[str, Mark | Span]] = []
    while path is not None and path.at is not None:
        actions.append((path.action, path.at))
        path = path.before
    replayed = _Open(text)
    for action, at in reversed(actions):
        replayed.act(action, at)
    return replayed.pairs


class _Open:
    """The marks that are open as a path is replayed, and the pairs that were closed."""

    def __init__(self, text: str) -> None:
        self.pairs: list[Pair] = []
        self._text = text
        self._stack: list[Mark] = []
        self._inner: list[Span] = []

    def act(self, action: str, at: Mark | Span) -> None:
        """Take one action of a path at a mark, or at the end of a paragraph."""
        if action == "open" and isinstance(at, Mark):
            self._stack.append(at)
        elif action == "repeat":
            self._inner.append(Span(at.start, at.end))
        elif action in ("close", "close2") and self._stack:
            if action == "close2":
                self._close(at.start, at.start, complete=False)
            self._close(at.start, at.end, complete=True)
        elif action == "cut" and isinstance(at, Mark):
            self._cut_off(at.start)
            self._stack.append(at)
        elif action == "end":
            while self._stack:
                self._cut_off(at.end)

    def _cut_off(self, at: int) -> None:
        end = _cut(self._text, self._stack[-1].end, at)
        self._close(end, end, complete=False)

    def _close(self, end: int, closed: int, *, complete: bool) -> None:
        mark = self._stack.pop()
        inner: tuple[Span, ...] = ()
        if not self._stack:
            inner = tuple(self._inner)
            self._inner.clear()
        self.pairs.append(Pair(mark.end, end, mark.start, closed, len(self._stack), complete, not mark.double, inner))


def _cut(text: str, start: int, end: int) -> int:
    """Where a quote without closing mark ends: before the words that credit it, or where its paragraph ends."""
    tail = _tail(text, start, end)
    end = tail.start() + 1 if tail else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
