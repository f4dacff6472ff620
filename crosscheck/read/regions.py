"""What of a page's text is no reporting: counters, share lines, bylines, repeated headlines. Marked, never cut.

In: text and its paragraphs. Out: regions. Patterns name what publishing systems print around articles in English; a
line counts as furniture only as a whole, so that a sentence that mentions Telegram stays a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosscheck.model import Region, Span
from crosscheck.read.furniture import CREDIT, CREDIT_SIGN, CREDIT_TAIL, FURNITURE

_EMAIL = re.compile(r"^\W*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W*$")
_BYLINE = re.compile(
    r"^(?i:by|words by|written by|reported by|posted by|story by|text by)\s+"
    r"[A-Z][\w.’'-]*(?:,?\s+(?:[A-Z@][\w.’'@-]*|and|of|the|for|in|at|de|van|von|al|bin|&|/|\||[-–—]))*"
    r"(?:\s*[-–—|,•·]?\s*(?:\d.*|(?i:published|updated|posted).*))?$"
)
_NAME_LINE = re.compile(r"^[A-Z][\w.’'-]+(?:\s+(?:[A-Z][\w.’'-]*|de|van|von|bin|al)){1,3}$")
_TITLE_TAIL = re.compile(r"(?i)\b(?:staff|writer|reporter|correspondent|editor|press|reuters|afp|ap|news|service)\b")
_GLUED_HOME = re.compile(r"^(?:Home|News|Index)(?=[A-Z])")
_COUNTER = re.compile(r"(\d{1,3})\s?(?:of|/)\s?(\d{1,3})(?=\s+[A-Z“\"‘])")
# what a gallery prints around its captions: "Image 1 of / 2 Caption Close Image 1 of 2 Five people ..."
_GALLERY = re.compile(
    r"\b(?:Image|Photo|Slide) \d{1,3} of (?:/ )?\d{1,3}(?: Caption Close\b)?"
    r"|(?<=/ )\d{1,3} Caption Close\b|\bCaption Close\b"
)
_CUT = re.compile(r"(?:\[\s{0,3}(?:…|\.\.\.)\s{0,3}\]|…|\.\.\.)$")
CUT_REACH = 12  # characters at the end of a line in which its breaking off stands
MIN_REPEAT = 25  # a repeated paragraph shorter than this may be a chant, a list entry, a refrain
MAX_BYLINE = 100
MAX_FURNITURE = 400  # the longest lines of furniture are licences and lists of related stories
TEASER_REACH = 40  # paragraphs after a teaser in which its text begins: teasers stand above the story
MAX_HEADLINE = 220


def find_regions(text: str, paragraphs: Sequence[Span], stamps: Sequence[Span]) -> tuple[Region, ...]:
    """Regions of a text in the order of the text."""
    lines = [text[s.start : s.end] for s in paragraphs]
    kinds: dict[int, str] = {}
    for i, line in enumerate(lines):
        if paragraphs[i] in stamps:
            kinds[i] = "byline" if _BYLINE.match(line) else "dateline"
        elif len(line) > MAX_FURNITURE:
            continue
        elif (
            CREDIT.match(line)
            and CREDIT_SIGN.search(line)
            or FURNITURE.match(line)
            or _EMAIL.match(line)
            or _is_breadcrumb(i, lines)
        ):
            kinds[i] = "furniture"
        elif len(line) <= MAX_BYLINE and _is_byline(i, lines):
            kinds[i] = "byline"
    _repeats(lines, kinds)
    _headline(lines, kinds)
    found = [Region(kind=kinds[i], span=paragraphs[i]) for i in kinds]  # type: ignore[arg-type]
    found += [Region(kind="duplicate", span=s) for s in _teased(lines, kinds, paragraphs)]
    found += _within(lines, kinds, paragraphs)
    return tuple(sorted(found, key=lambda r: r.span))


def _within(lines: list[str], kinds: dict[int, str], paragraphs: Sequence[Span]) -> Iterator[Region]:
    """Credits after the last sentence of a paragraph."""
    for i, line in enumerate(lines):
        tail = CREDIT_TAIL.search(line, max(0, len(line) - MAX_FURNITURE)) if i not in kinds else None
        if tail:
            yield Region(kind="furniture", span=Span(paragraphs[i].start + tail.start(), paragraphs[i].end))
        if i not in kinds:
            start = paragraphs[i].start
            yield from (
                Region(kind="furniture", span=Span(start + m.start(), start + m.end())) for m in _GALLERY.finditer(line)
            )
    yield from _counters(lines, kinds, paragraphs)


def _counters(lines: list[str], kinds: dict[int, str], paragraphs: Sequence[Span]) -> Iterator[Region]:
    """The numbers of pictures before their captions, where several are: "1 of 2 Five people ...", "2 of 2 ..."."""
    found: dict[str, dict[str, list[Span]]] = {}
    for i, line in enumerate(lines):
        counter = _COUNTER.match(line) if i not in kinds else None
        if counter:
            span = Span(paragraphs[i].start, paragraphs[i].start + counter.end())
            found.setdefault(counter[2], {}).setdefault(counter[1], []).append(span)
    for run in found.values():
        if {"1", "2"} <= run.keys():
            yield from (Region(kind="furniture", span=s) for spans in run.values() for s in spans)


def _is_byline(i: int, lines: list[str]) -> bool:
    line = lines[i]
    if _BYLINE.match(line) and not line.endswith((".", ":")):
        return True
    # a bare name beside an e-mail line, or a name with what the person is at the paper
    if i > 0 and _NAME_LINE.match(line) and i + 1 < len(lines) and _EMAIL.match(lines[i + 1]):
        return True
    head, _, tail = line.partition(",")
    return (
        0 < i < 5 and bool(tail) and bool(_NAME_LINE.match(head)) and len(tail) < 40 and bool(_TITLE_TAIL.search(tail))
    )


def _is_breadcrumb(i: int, lines: list[str]) -> bool:
    """ "HomeInternationalSome headline": menu entries glued to the headline that follows."""
    if i > 3 or not _GLUED_HOME.match(lines[i]):
        return False
    return any(len(other) > 15 and other != lines[i] and lines[i].endswith(other) for other in lines[i + 1 : i + 4])


def _repeats(lines: list[str], kinds: dict[int, str]) -> None:
    seen: dict[str, int] = {}
    for i, line in enumerate(lines):
        if i in kinds:
            continue
        key = _fold(line)
        if len(key) < MIN_REPEAT:
            continue
        if key in seen:
            kinds[i] = "duplicate"
        else:
            seen[key] = i


def _teased(lines: list[str], kinds: dict[int, str], paragraphs: Sequence[Span]) -> Iterator[Span]:
    """The beginning of a paragraph that a teaser broke off before ("... and its […]"): the first telling counts."""
    for i, line in enumerate(lines):
        broken = _CUT.search(line.rstrip(), max(0, len(line.rstrip()) - CUT_REACH))
        cut = line[: broken.start()].rstrip() if broken else ""
        if i in kinds or len(cut) < 2 * MIN_REPEAT:
            continue
        for j in range(i + 1, min(len(lines), i + 1 + TEASER_REACH)):
            if j not in kinds and lines[j].startswith(cut):
                yield Span(paragraphs[j].start, paragraphs[j].start + len(cut))


def _headline(lines: list[str], kinds: dict[int, str]) -> None:
    for i, line in enumerate(lines[:4]):
        if i in kinds:
            continue
        if len(line) <= MAX_HEADLINE and len(lines) > 1 and not line.rstrip("\"'”’)").endswith((".", ":", ";", ",")):
            kinds[i] = "headline"
        return


def _fold(line: str) -> str:
    return " ".join(line.casefold().split())
