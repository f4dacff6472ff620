"""Markdown for a pull request or a chat: a table of findings, then each with its readings, then what was not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.document import DocFinding, DocMention, Document
from crosscheck.report.context import Context, Index, safe
from crosscheck.report.slips import slips
from crosscheck.report.titles import title_of
from crosscheck.report.wording import advice, carriers, compared, coverage, first_of_each, one_line, result

_SIGN = {"error": "■ error", "warning": "◆ warning", "note": "○ note"}
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$!&]|:(?=//|[\w+-]+:)|(?<=www)\.(?=\w)|^[-+=]|^\d{1,9}[.)](?=\s|$)|@(?=\w)")
_BEFORE, _AFTER = 120, 120  # characters of the sentence shown on each side of the words that differ


def render(document: Document, context: Context) -> str:
    """The whole report; words from an article are escaped, so that none becomes mark-up, a link or a mention."""
    return "\n".join(_blocks(document, context)) + "\n"


def _blocks(document: Document, context: Context) -> Iterator[str]:
    yield f"## crosscheck: {escaped(result(document, context))}\n"
    if document.findings:
        yield "| | Rule | Where | What |\n| --- | --- | --- | --- |"
        index = Index(document)
        for finding in document.findings:
            at = index.anchor(finding)
            where = code(f"{index.paths[at.article]}:{at.line}")
            yield f"| {_SIGN[finding.level]} | {finding.rule} | {where} | {escaped(title_of(finding))} |"
        yield ""
        for slip in slips(document.findings):
            if len(slip) > 1:
                yield f"**{len(slip)} findings, one slip:**\n"
            for finding in slip:
                yield from _finding(finding, index, context)
    yield f"{escaped(coverage(document))}\n"
    if document.compared:
        yield from (f"- {escaped(line)}" for line in compared(document))
        yield ""
    if document.unread:
        yield "**Not read**\n"
        yield from (f"- {code(u.path)}: {escaped(u.reason)}" for u in document.unread)
        yield ""
    if document.warnings:
        yield "**Warnings**\n"
        yield from (f"- {escaped(w)}" for w in document.warnings)
        yield ""
    yield f"<sub>crosscheck {escaped(document.tool.version)}, {escaped(document.tool.model)}</sub>"


def _finding(finding: DocFinding, index: Index, context: Context) -> Iterator[str]:
    yield f"### {_SIGN[finding.level]} {finding.rule}: {escaped(title_of(finding))}\n"
    yield f"{escaped(finding.message)}\n"
    for reading in finding.readings:
        who = carriers(reading, index)
        yield f"- **{escaped(reading.value) or '…'}**" + (f" ({escaped(who)})" if who else "")
        for mention in first_of_each(reading.mentions):
            line = f"  - {code(index.place(mention))}"
            shown = _sentence(mention, context)
            yield f"{line}: {shown}" if shown else line
    if finding.suggestion:
        yield f"\n{advice(index).capitalize()}: {escaped(finding.suggestion)}"
    yield ""


def _sentence(mention: DocMention, context: Context) -> str:
    """The sentence around the mention, cut at both sides, with the words that differ in bold."""
    text = context.texts.get(mention.article)
    if text is None:
        return escaped(mention.text)
    marks = [m for m in mention.marks if m[0] < m[1]] or [(mention.start, mention.end)]
    start, end = max(mention.sentence[0], marks[0][0] - _BEFORE), min(mention.sentence[1], marks[-1][1] + _AFTER)
    shown, at = "…" if start > mention.sentence[0] else "", start
    for a, b in marks:
        a, b = max(a, at), min(max(b, at), end)
        word = one_line(text[a:b])
        shown += escaped(text[at:a], strip=False) + (f"**{escaped(word)}**" if word else "")
        at = b
    return (shown + escaped(text[at:end], strip=False)).strip() + ("…" if end < mention.sentence[1] else "")


def escaped(text: str, *, strip: bool = True) -> str:
    """Text that Markdown shows as it is, on one line."""
    flat = re.sub(r"\s+", " ", safe(text))
    return _SPECIAL.sub(_inert, flat.strip() if strip else flat)


def _inert(found: re.Match[str]) -> str:
    """A backslash before the character; an empty comment after @, which a backslash would not keep from mentioning."""
    return "@<!-- -->" if found[0] == "@" else found[0][:-1] + "\\" + found[0][-1]


def code(text: str) -> str:
    """Text as inline code, with as many back ticks as it takes."""
    flat = one_line(safe(text)).replace("|", "\\|")
    longest = max((len(run) for run in re.findall("`+", flat)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{ticks}{pad}{flat}{pad}{ticks}"
