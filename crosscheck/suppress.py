"""Ignore comments: findings that a writer has looked at and means to leave, with the reason beside them.

In Markdown and HTML ``<!-- crosscheck: ignore QUO501 -- reason -->``; in plain text a line of its own,
``# crosscheck: ignore QUO501 -- reason``. A comment beside words speaks of its own line, one on a line of its own of
the paragraph that follows; ``ignore-file`` speaks of the whole article. Where the words of an article cannot be touched
(DOCX, PDF), a sidecar file ``NAME.crosscheck`` beside it holds the same lines, with the words that are meant in
quotation marks, or a line number: ``# crosscheck: ignore FIG401 "26 people" -- reason``.

A comment without a reason suppresses nothing, and one that suppresses nothing is reported.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from crosscheck.document import DocFinding, DocMention, Document
from crosscheck.layout import Lines, paragraphs
from crosscheck.model import Article, Span
from crosscheck.policy import matches, without
from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead

SIDECAR = ".crosscheck"
MAX_SIDECAR = 1_000_000  # bytes; a hundred thousand comments
_COMMENT = re.compile(
    r"<!--\s*crosscheck:\s*(?P<html>.*?)\s*-->|^[ \t]*#\s*crosscheck:[ \t]*(?P<text>[^\r\n]*)", re.S | re.M
)
_BODY = re.compile(
    r"(?P<verb>ignore-file|ignore)(?=\s|$)[\s:]*(?P<codes>[A-Za-z0-9_,\s-]*?)\s*"
    r"(?:(?P<quote>[\"“])(?P<words>[^\"”]+)[\"”]|line\s+(?P<line>\d+))?\s*(?:--|—|–)\s*(?P<reason>\S.*)",
    re.S,
)
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|blockquote|section|article|td|tr|table|br|body|figure)\b[^>]*>", re.I)
_NEAR = 2000  # characters of a page around a comment in which its paragraph is looked for


class Ignore(msgspec.Struct, frozen=True, kw_only=True):
    """One comment: the codes that it names and the stretches of the article that it speaks of."""

    path: str  # where the comment stands
    line: int
    article: str
    codes: tuple[str, ...]
    spans: tuple[Span, ...]
    trouble: str | None = None  # why it is not followed

    def covers(self, finding: DocFinding, mention: DocMention) -> bool:
        """True when the finding's rule or id is named and the mention lies in what the comment speaks of."""
        if mention.article != self.article or self.trouble:
            return False
        place = Span(mention.start, max(mention.end, mention.start + 1))
        named = any(matches(c, finding.rule, finding.kind) or c.lower() == finding.id for c in self.codes)
        return named and any(s.overlaps(place) for s in self.spans)


def apply(document: Document, articles: Iterable[Article]) -> tuple[Document, int]:
    """The document without what its drafts (else its articles) ignore, and how many findings that were.

    Comments that are malformed, lack a reason or suppress nothing are added to the document's warnings.
    """
    articles = tuple(articles)
    drafts = [a for a in articles if a.role == "draft"] or articles
    ignores = [i for article in drafts for i in comments(article)]
    if not ignores:
        return document, 0
    used: set[int] = set()
    gone: set[str] = set()
    for finding in document.findings:
        for number, ignore in enumerate(ignores):
            if any(ignore.covers(finding, m) for r in finding.readings for m in r.mentions):
                used.add(number)
                gone.add(finding.id)
    warnings = [
        f"{i.path}:{i.line}: {i.trouble or 'this ignore comment suppresses nothing: ' + ', '.join(i.codes)}"
        for n, i in enumerate(ignores)
        if n not in used
    ]
    kept = without(document, gone)
    return msgspec.structs.replace(kept, warnings=(*kept.warnings, *warnings)), len(gone)


def comments(article: Article) -> Iterator[Ignore]:
    """The ignore comments of one article: in its text, in the file that it was read from, and in its sidecar."""
    if "crosscheck:" in article.text:
        yield from _in_text(article)
    path = Path(article.path.partition("#")[0])
    if not article.in_file and path.suffix.lower() in (".html", ".htm", ".xhtml"):
        yield from _in_page(article, _text_of(path, limit=20 * MAX_SIDECAR))
    sidecar = path.with_name(path.name + SIDECAR) if path.name else None
    if sidecar is not None:
        yield from _in_sidecar(article, sidecar, _text_of(sidecar, limit=MAX_SIDECAR))


def _in_text(article: Article) -> Iterator[Ignore]:
    text, lines = article.text, Lines(article.text)
    for match in _COMMENT.finditer(text):
        yield _ignore(
            match, article, article.path, lines.at(match.start())[0], _meant(text, match.start(), match.end())
        )


def _meant(text: str, start: int, end: int) -> Span:
    """The line of a comment that stands beside words, else the paragraph after it."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if text[line_start:start].strip() or text[end:line_end].strip():
        return Span(line_start, line_end)
    for paragraph in paragraphs(text):
        if paragraph.end <= end or _COMMENT.fullmatch(text, paragraph.start, paragraph.end):
            continue
        return Span(max(end, paragraph.start), paragraph.end)
    return Span(end, end)


def _in_page(article: Article, raw: str) -> Iterator[Ignore]:
    """Comments of an HTML page: the extracted text has lost them, so the words that follow are looked for in it."""
    lines = Lines(raw)
    for match in _COMMENT.finditer(raw):
        before = _plain(_BLOCK.split(raw[max(0, match.start() - _NEAR) : match.start()])[-1])
        after = _plain(raw[match.end() : match.end() + _NEAR])
        span = _paragraph_with(article.text, before) if before else _paragraph_from(article.text, after)
        yield _ignore(match, article, article.path, lines.at(match.start())[0], span)


def _plain(markup: str) -> str:
    """The words of a piece of a page."""
    return " ".join(html.unescape(_TAG.sub("", _BLOCK.sub(" ", markup))).split())


def _paragraph_with(text: str, words: str) -> Span:
    """The paragraph that has these words; an empty span where none does."""
    for paragraph in paragraphs(text):
        if words in " ".join(text[paragraph.start : paragraph.end].split()):
            return paragraph
    return Span(0, 0)


def _paragraph_from(text: str, words: str) -> Span:
    """The paragraph that starts most like ``words``; an empty span where none does."""
    best, length = Span(0, 0), 0
    for paragraph in paragraphs(text):
        own = " ".join(text[paragraph.start : paragraph.end].split())
        alike = min(len(own), 40)
        if alike > length and words.startswith(own[:alike]):
            best, length = paragraph, alike
    return best


def _in_sidecar(article: Article, path: Path, raw: str) -> Iterator[Ignore]:
    lines = Lines(raw)
    for match in _COMMENT.finditer(raw):
        yield _ignore(match, article, str(path), lines.at(match.start())[0], Span(0, len(article.text)))


def _ignore(match: re.Match[str], article: Article, path: str, line: int, span: Span) -> Ignore:
    body = match["html"] if match["html"] is not None else match["text"]
    found = _BODY.fullmatch(body.strip())
    made = Ignore(path=path, line=line, article=article.id, codes=(), spans=())
    if found is None:
        return msgspec.structs.replace(made, trouble=_trouble(body))
    codes = tuple(c for c in re.split(r"[,\s]+", found["codes"]) if c)
    if not codes:
        return msgspec.structs.replace(made, trouble="this ignore comment names no rule: ignore CODE -- reason")
    spans: tuple[Span, ...] = (span,)
    if found["verb"] == "ignore-file":
        spans = (Span(0, len(article.text)),)
    if found["words"]:
        spans = tuple(Span(m.start(), m.end()) for m in re.finditer(re.escape(found["words"]), article.text))
    elif found["line"]:
        rows = Lines(article.text)
        spans = tuple(p for p in _rows(article.text) if rows.at(p.start)[0] == int(found["line"]))
    return msgspec.structs.replace(made, codes=codes, spans=spans)


def _trouble(body: str) -> str:
    word = body.split(None, 1)[0] if body.split() else ""
    if word not in ("ignore", "ignore-file"):
        return f"this comment is not understood ({word!r}): ignore CODE -- reason"
    return "this ignore comment gives no reason and is not followed: ignore CODE -- reason"


def _rows(text: str) -> Iterator[Span]:
    at = 0
    for row in text.splitlines(keepends=True):
        yield Span(at, at + len(row))
        at += len(row)


def _text_of(path: Path, *, limit: int) -> str:
    try:
        with open(path, "rb") as file:
            return decode(file.read(limit))
    except (OSError, ValueError, CannotRead):
        return ""
