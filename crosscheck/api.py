"""The Python API: check articles, look at the result.

    >>> import crosscheck
    >>> result = crosscheck.check(["wires/"])
    >>> for finding in result.findings:
    ...     print(finding.level, finding.message)

Articles are paths, texts with metadata, or :class:`Article` records; what comes back is typed and immutable.
"""

from __future__ import annotations

import html
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from crosscheck.cache import DiskCache
from crosscheck.document import DocArticle, DocFact, DocFinding, Document, encode
from crosscheck.errors import CrosscheckError
from crosscheck.model import Article, ArticleRole, Fact, Unread
from crosscheck.settings import Settings

Source = str | os.PathLike[str] | Article | Mapping[str, Any]
Format = Literal["text", "json", "jsonl", "sarif", "junit", "github", "markdown", "html"]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found. ``document`` is the findings document, as ``check --format json`` writes it."""

    document: Document
    texts: Mapping[str, str]  # by article id; offsets of mentions are code points of these
    loose: frozenset[str] = frozenset()  # ids of articles whose offsets do not hold in their file

    @property
    def findings(self) -> tuple[DocFinding, ...]:
        """Conflicts, most serious first."""
        return self.document.findings

    @property
    def articles(self) -> tuple[DocArticle, ...]:
        """What was read."""
        return self.document.articles

    @property
    def agreed(self) -> tuple[DocFact, ...]:
        """Facts that several independent sources tell alike."""
        return self.document.agreed

    @property
    def single_source(self) -> tuple[DocFact, ...]:
        """Facts that one source alone tells: neither agreed nor in conflict."""
        return self.document.single_source

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What could not be read, with the reason."""
        return self.document.unread

    def to_json(self) -> bytes:
        """The findings document as UTF-8 JSON."""
        return encode(self.document)

    def render(self, format: Format = "text", **taste: Any) -> str:
        """The result in one of the formats of the command line; ``taste`` as color=True, width=80, verbose=True."""
        from crosscheck.report import FORMATS, render
        from crosscheck.report.context import Context

        if format not in FORMATS:
            raise CrosscheckError(f"no format {format!r}: known are {', '.join(FORMATS)}")
        return render(format, self.document, Context(texts=dict(self.texts), loose=self.loose, **taste))

    def __str__(self) -> str:
        return self.render("text")

    def _repr_html_(self) -> str:
        """A table for notebooks."""
        return _table(self)


def check(
    articles: Iterable[Source] | Source,
    *,
    against: Iterable[Source] | Source = (),
    primary: Iterable[Source] | Source = (),
    settings: Settings | None = None,
    workers: int | None = None,
    cache: bool = True,
) -> Result:
    """Compare articles about one event; with ``against``, hold them as drafts against these sources.

    Each article is a path (file, folder or glob), a mapping with ``text`` and, as it is known, ``path``, ``published``,
    ``publisher``, ``url`` and ``role``, or an :class:`Article`. ``primary`` documents decide where sources differ.
    ``workers`` None means one a core where the texts are worth it. Raises CrosscheckError when nothing can be read, or
    nothing is there to compare with.
    """
    from crosscheck.pipeline import check as run

    settings = settings or Settings()
    unread: list[Unread] = []
    read = list(_articles(articles, settings, unread))
    sources = list(_articles(against, settings, unread))
    documents = [_in_role(a, "primary") for a in _articles(primary, settings, unread)]
    if sources:
        read = [_in_role(a, "draft") for a in read]
    read += sources + documents
    if not read:
        raise CrosscheckError(f"no readable article{f': {unread[0].path}: {unread[0].reason}' if unread else ''}")
    kept = DiskCache() if cache else None
    document = run(read, settings=settings, workers=workers, cache=kept, unread=unread)
    return result_of(document, read)


def facts(articles: Iterable[Source] | Source, *, settings: Settings | None = None, cache: bool = True) -> list[Fact]:
    """What the articles tell, before anything is compared, in the order of articles and text."""
    from crosscheck.pipeline import distinct, extract

    settings = settings or Settings()
    unread: list[Unread] = []
    read = distinct(list(_articles(articles, settings, unread)))
    if not read:
        raise CrosscheckError(f"no readable article{f': {unread[0].path}: {unread[0].reason}' if unread else ''}")
    found = extract(read, settings=settings, cache=DiskCache() if cache else None)
    return [fact for article in read for fact in found[article.id].facts]


def result_of(document: Document, articles: Iterable[Article]) -> Result:
    """A result of a document and the articles behind it."""
    from crosscheck.pipeline import distinct

    read = distinct(list(articles))
    return Result(
        document=document,
        texts={a.id: a.text for a in read},
        loose=frozenset(a.id for a in read if not a.in_file),
    )


def _articles(given: Iterable[Source] | Source, settings: Settings, unread: list[Unread]) -> Iterator[Article]:
    from crosscheck.read import make_article, read_paths

    rows = [given] if isinstance(given, (str, os.PathLike, Article, Mapping)) else given
    for number, row in enumerate(rows, start=1):
        if isinstance(row, Article):
            yield row
        elif isinstance(row, Mapping):
            text = row.get("text")
            if not isinstance(text, str):
                raise CrosscheckError(f"article {number}: a mapping needs 'text', a string")
            meta = {key: value for key, value in row.items() if key not in ("text", "path")}
            yield make_article(text, path=str(row.get("path") or f"article-{number}"), meta=meta)
        elif isinstance(row, (str, os.PathLike)):
            found = read_paths([str(Path(row))], settings=settings)
            unread += found.unread
            yield from found.articles
        else:
            raise CrosscheckError(
                f"article {number}: a path, a mapping or an Article is wanted, not {type(row).__name__}"
            )


def _in_role(article: Article, role: ArticleRole) -> Article:
    return msgspec.structs.replace(article, role=role)


_COLOURS = {"error": "#a3151f", "warning": "#8a4b00", "note": "#3f5873"}
_SIGNS = {"error": "■", "warning": "◆", "note": "○"}


def _table(result: Result) -> str:
    from crosscheck.report.context import Context, Index
    from crosscheck.report.wording import carriers, coverage
    from crosscheck.report.wording import result as outcome

    document = result.document
    index = Index(document)
    rows = []
    for finding in document.findings:
        told = "<br>".join(
            f"<b>{html.escape(r.value)}</b> ({html.escape(carriers(r, index))})" for r in finding.readings
        )
        sign = f'<span style="color:{_COLOURS[finding.level]}">{_SIGNS[finding.level]} {finding.level}</span>'
        rows.append(
            f"<tr><td>{sign}</td><td>{html.escape(finding.rule)}</td>"
            f'<td style="text-align:left">{html.escape(finding.message)}</td>'
            f'<td style="text-align:left">{told}</td></tr>'
        )
    head = "<tr><th>level</th><th>rule</th><th>finding</th><th>readings</th></tr>"
    table = f"<table>{head}{''.join(rows)}</table>" if rows else ""
    return f"<p><b>{html.escape(outcome(document, Context()))}</b> {html.escape(coverage(document))}</p>{table}"
