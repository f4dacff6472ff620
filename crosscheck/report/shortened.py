"""Each reading of a finding as short as it can stand in a title or a line: "8.6" and "8.7", the words that differ.

In: a finding of the document. Out: one short text a reading, in their order; what is cut ends with an ellipsis.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from crosscheck.document import DocFinding, DocMention, DocReading
from crosscheck.model import Place, Quantity
from crosscheck.report.differing import WORD, folded

_HEDGED = re.compile(
    r"^(?:a|about|almost|around|at|close|fewer|just|less|more|nearly|over|roughly|some|under|up)\b", re.I
)
MAX_SIDE = 60  # characters of one reading in a title; the whole stands on the card
_COUNTS = frozenset({"count", "magnitude", "age"})  # measures whose unit stands in the subject: the number is enough


def sides(finding: DocFinding) -> list[str]:
    """Each reading as short as it can stand: "8.6" and "8.7", "decisive enabler" and "crucial enabler"."""
    told = [r for r in finding.readings if r.mentions]
    if finding.kind == "quote_wording" and len(told) == 2:
        return _changed(told[0].mentions[0], told[1].mentions[0])
    short = [_short(r, finding) for r in finding.readings]
    return short if len(set(short)) == len(short) else [clip(r.value, MAX_SIDE) for r in finding.readings]


def _short(reading: DocReading, finding: DocFinding) -> str:
    match reading.data:
        case Quantity(low=float(low), high=high, measure=measure, approximate=about) if (
            measure in _COUNTS and low == high
        ):
            return f"about {_plain(low)}" if about else _plain(low)
        case Quantity(measure=measure):
            told = _uncounted(reading.value, finding.subject) if measure in _COUNTS else reading.value
            return clip(_HEDGED.sub(lambda m: m[0].lower(), told), MAX_SIDE)
        case Place(direction=str(way), distance_km=float(km)) if finding.verdict in ("bearing", "distance"):
            return f"{_plain(km)} km {_WAYS.get(way, way)}"
        case _:
            return clip(reading.value, MAX_SIDE)


def _uncounted(value: str, subject: str) -> str:
    """ "at least five" of "at least five people", where the subject says what is counted."""
    words, told = value.split(), {w.casefold() for w in subject.split()}
    while len(words) > 1 and words[-1].casefold() in told:
        words.pop()
    return " ".join(words)


_WAYS = {
    "N": "north", "S": "south", "E": "east", "W": "west", "NE": "northeast", "NW": "northwest", "SE": "southeast",
    "SW": "southwest",
}  # fmt: skip


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) and abs(value) < 1e15 else f"{value:,.6g}"


def _changed(one: DocMention, other: DocMention) -> list[str]:
    """The first words in which two wordings differ, each with the word behind them that both have, else before."""
    a, b = list(WORD.finditer(one.text)), list(WORD.finditer(other.text))
    told = [folded(w.group()) for w in a], [folded(w.group()) for w in b]
    matcher = SequenceMatcher(None, told[0], told[1], autojunk=False)
    apart = [op[1:] for op in matcher.get_opcodes() if op[0] != "equal" and _worth(a[op[1] : op[2]], b[op[3] : op[4]])]
    marked = [op for op in apart if _marked(one, a[op[0] : op[1]]) or _marked(other, b[op[2] : op[3]])]
    for op in (marked or apart)[:1]:
        (start, end), (begin, stop) = _narrow(one, a, *op[:2]), _narrow(other, b, *op[2:])
        behind = end < len(a) and stop < len(b) and a[end].group()[:1].isalnum()
        bare = start == end or begin == stop  # words that one of them lacks: shown between those on both sides
        before = start > 0 and begin > 0 and (bare or not behind) and a[start - 1].group()[:1].isalnum()
        found = [_cut(one, a, start - before, end + behind), _cut(other, b, begin - before, stop + behind)]
        if all(found) and found[0] != found[1]:
            return found
    return [clip(one.text, MAX_SIDE), clip(other.text, MAX_SIDE)]


def _worth(mine: Sequence[re.Match[str]], theirs: Sequence[re.Match[str]]) -> bool:
    """False where only marks differ."""
    return any(w.group()[:1].isalnum() for w in (*mine, *theirs))


def _marked(mention: DocMention, words: Sequence[re.Match[str]]) -> bool:
    """True where one of the words stands in what the rule marked."""
    spans = [(start - mention.start, end - mention.start) for start, end in mention.marks]
    return any(w.start() < end and start < w.end() for w in words for start, end in spans)


def _narrow(mention: DocMention, words: Sequence[re.Match[str]], start: int, end: int) -> tuple[int, int]:
    """Of the words from start to end the first run that the rule marked; all where it marked none of them."""
    first = next((i for i in range(start, end) if _marked(mention, words[i : i + 1])), None)
    if first is None:
        return start, end
    last = next((i for i in range(first, end) if not _marked(mention, words[i : i + 1])), end)
    return first, last


def _cut(mention: DocMention, words: Sequence[re.Match[str]], start: int, end: int) -> str:
    return clip(_unquoted(mention.text[words[start].start() : words[end - 1].end()]), MAX_SIDE) if start < end else ""


def _unquoted(text: str) -> str:
    return re.sub(r"[“”\"‘]|’(?!\w)", "", text).strip(" ,.;:'")


def clip(text: str, most: int) -> str:
    """Text on one line, cut at a word with an ellipsis where it is longer than ``most`` characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    head = flat[: most - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[most // 2 :] else head).rstrip(" ,;:") + "…"
