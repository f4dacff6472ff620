"""Terminal text in the manner of a linter: place, level, code and message, then each reading in its sentence.

Words that differ are underlined with carets, and coloured where colour is wanted; without it nothing is lost. Every
string that comes from an article or a path passes through :func:`~crosscheck.report.context.safe`.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from crosscheck.document import DocFinding, DocMention, DocReading, Document
from crosscheck.report.context import Context, Index, at_least, safe, width_of
from crosscheck.report.slips import slips
from crosscheck.report.wording import (
    advice,
    carriers,
    compared,
    count,
    coverage,
    first_of_each,
    one_line,
    result,
    signs,
    sureness,
)

_STYLE = {"error": "1;31", "warning": "1;33", "note": "36", "mark": "1;4", "place": "1", "soft": "2", "agree": "32"}
_INDENT = "    "
_ALONE = 6  # notes on what only the draft says that are printed unless --verbose; the rest are counted
_SHOWN = 2  # mentions of one reading that are printed in full unless --verbose
_NARROWEST = 40  # columns below which lines are left to the terminal to wrap


def render(document: Document, context: Context) -> str:
    """All findings, then a summary that also says what was not read, what agreed and what one source alone tells."""
    lines: list[str] = []
    index = Index(document)
    found = _in_order(document, index)
    alone = [f for slip in found for f in slip if f.rule.startswith("DRA")]
    held = {f.id for f in alone[_ALONE:]} if not context.quiet and not context.verbose else frozenset[str]()
    for slip in found:
        shown = [f for f in slip if f.id not in held]
        if len(shown) > 1 and not context.quiet:
            lines.append(_paint(f"{len(shown)} findings, one slip:", "soft", context))
        for finding in shown:
            lines += _finding(finding, index, context)
    if held:
        lines.append(_held([f for f in alone if f.id in held]))
    if not context.quiet:
        lines += _summary(document, index, context)
    return "".join(f"{line}\n" for line in lines)


def _in_order(document: Document, index: Index) -> list[list[DocFinding]]:
    """Slip by slip as in the report; a draft's as one reads it, from top to bottom, slips of notes alone last."""
    found = slips(document.findings)
    if not index.drafts:
        return found

    def place(finding: DocFinding) -> tuple[bool, str, int, int]:
        at = index.anchor(finding)
        return finding.level == "note", index.paths[at.article], at.line, at.column

    return sorted(found, key=lambda slip: min(map(place, slip)))


def _held(held: list[DocFinding]) -> str:
    """ "and 4 more notes of what only the draft says (DRA701 3, DRA703 1): --verbose shows them"."""
    counts = Counter(f.rule for f in held)
    codes = ", ".join(f"{rule} {n}" for rule, n in sorted(counts.items()))
    more = count(len(held), "more note", "more notes")
    return f"and {more} of what only the draft says ({codes}): --verbose shows all"


def _finding(finding: DocFinding, index: Index, context: Context) -> Iterator[str]:
    at = index.anchor(finding)
    place = safe(index.place(at))
    head = f"{_paint(place, 'place', context)}: {_paint(finding.level, finding.level, context)} {finding.rule} "
    message = safe(finding.message)
    plain = len(place) + len(finding.level) + len(finding.rule) + 4
    yield head + _wrapped(message, plain, context)
    if context.quiet:
        return
    if at_least(finding.level, "warning") or context.verbose:
        for reading in sorted(finding.readings, key=lambda r: not index.in_draft(r)):
            yield from _reading(reading, index, context)
        if finding.suggestion:
            yield f"{_INDENT}{_paint('=', 'soft', context)} {advice(index)}: {safe(finding.suggestion)}"
        if context.verbose:
            if finding.why:
                yield f"{_INDENT}{_paint('=', 'soft', context)} why these two: {safe('; '.join(signs(finding)))}"
            for mention in finding.less:
                yield f"{_INDENT}{_paint('=', 'soft', context)} says less: {safe(index.place(mention))}"
            sure = f"{sureness(finding.confidence)} ({finding.confidence:.0%})"
            yield f"{_INDENT}{_paint('=', 'soft', context)} id {finding.id}, {sure}"
        yield ""


def _wrapped(message: str, used: int, context: Context) -> str:
    """The message broken at the width of a terminal."""
    if not context.wrap or context.width < _NARROWEST:
        return message
    rows = textwrap.wrap("x" * min(used, context.width // 2) + message, context.width, subsequent_indent=_INDENT)
    return "\n".join(rows)[min(used, context.width // 2) :]


def _reading(reading: DocReading, index: Index, context: Context) -> Iterator[str]:
    who = carriers(reading, index)
    value = _paint(_short(safe(one_line(reading.value)), 70), "place", context)
    yield f"{_INDENT}{value} {_paint(f'({who})', 'soft', context)}" if who else f"{_INDENT}{value}"
    mentions = reading.mentions if context.verbose else first_of_each(reading.mentions)
    shown = mentions if context.verbose else mentions[:_SHOWN]
    for mention in shown:
        publisher = index.publishers.get(mention.article)
        label = f"{_INDENT}  {safe(index.place(mention))}" + (f"  {safe(publisher)}" if publisher else "")
        yield _paint(label, "soft", context)
        yield from _evidence(mention, context)
    if len(mentions) > len(shown):
        yield f"{_INDENT}  and {len(mentions) - len(shown)} more"


def _evidence(mention: DocMention, context: Context) -> Iterator[str]:
    """The sentence, cut to the width, and carets under the words that differ."""
    text = context.texts.get(mention.article)
    if text is None:
        return
    cells = _cells(text, mention)
    indent = _INDENT + "    "
    room = max(_NARROWEST, min(context.width, 160)) - len(indent)
    carets, painted = _window(cells, room, context)
    yield indent + painted
    if carets.strip():
        yield indent + carets.rstrip()


def _cells(text: str, mention: DocMention) -> list[tuple[str, bool]]:
    """(shown character, marked) of every character of the sentence; runs of white space become one."""
    start, end = mention.sentence
    marks = mention.marks or ((mention.start, mention.end),)
    cells: list[tuple[str, bool]] = []
    for offset in range(start, min(end, len(text))):
        shown = safe(text[offset])
        marked = any(a <= offset < b for a, b in marks)
        if shown == " " and cells and cells[-1][0] == " ":
            continue
        if shown:
            cells.append((shown, marked))
    return cells


def _window(cells: list[tuple[str, bool]], room: int, context: Context) -> tuple[str, str]:
    """(carets, line) of at most ``room`` columns around the first marked words."""
    marked = [i for i, (_, mark) in enumerate(cells) if mark] or [0]
    first, last, start = marked[0], marked[-1], 0
    if width_of("".join(c for c, _ in cells[: last + 1])) > room - 1:
        start = max(0, min(first, last - room // 2) - room // 5)
        while 0 < start < first and cells[start - 1][0] != " ":
            start += 1
    carets, line, used = (" ", "…", 1) if start else ("", "", 0)
    for shown, mark in cells[start:]:
        wide = width_of(shown)
        if used + wide > room - 1:
            line += "…"
            break
        under = "^" if mark and (shown != " " or carets.endswith("^")) else " "
        carets += under * wide
        line += _paint(shown, "mark", context) if mark else shown
        used += wide
    return carets, line.replace("\x1b[0m\x1b[1;4m", "")  # one stretch of colour, not one a character


def _summary(document: Document, index: Index, context: Context) -> Iterator[str]:
    yield _paint(result(document, context), "place" if document.findings else "agree", context)
    yield coverage(document)
    for unread in document.unread:
        yield f"{_paint('not read', 'warning', context)} {safe(unread.path)}: {safe(unread.reason)}"
    for warning in document.warnings:
        yield f"{_paint('warning', 'warning', context)} {safe(warning)}"
    if context.verbose:
        for name, facts in (("agreed", document.agreed), ("one source", document.single_source)):
            for fact in facts:
                value = _short(safe(one_line(fact.value)), 70)
                at = safe(index.place(fact.mentions[0])) if fact.mentions else ""
                yield f"{_paint(name, 'soft', context)} {fact.kind}: {value} ({fact.independent_sources}) {at}"
    yield from compared(document)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _paint(text: str, style: str, context: Context) -> str:
    return f"\x1b[{_STYLE[style]}m{text}\x1b[0m" if context.color else text
