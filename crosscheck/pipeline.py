"""The walk of a datum: read, extract, normalise, align, compare, report. Only this module knows the order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from types import ModuleType
from typing import Protocol, TypeVar

import msgspec

from crosscheck import __version__, guard, registry, twins
from crosscheck.collector import at_rest, lasting
from crosscheck.document import Document, Tool
from crosscheck.folding import shortened
from crosscheck.model import Article, Cluster, Corpus, Extraction, Finding, Unread
from crosscheck.settings import LimitSettings, Settings

Kept = TypeVar("Kept", Document, Extraction)
Progress = Callable[[int, int, str], None]  # (done, total, what)


class Cache(Protocol):
    """Where extractions and whole documents are kept between runs."""

    def get(self, article: Article, settings: Settings) -> Extraction | None:
        """What was kept for an article, or None."""

    def put(self, article: Article, settings: Settings, extraction: Extraction) -> None:
        """Keep what an article tells."""

    def get_document(self, articles: Sequence[Article], settings: Settings, with_text: bool) -> Document | None:
        """What was found on exactly these articles, or None."""

    def put_document(
        self, articles: Sequence[Article], settings: Settings, with_text: bool, document: Document
    ) -> None:
        """Keep what was found."""


def check(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    workers: int | None = None,
    cache: Cache | None = None,
    progress: Progress | None = None,
    unread: Iterable[Unread] = (),
    with_text: bool = False,
) -> Document:
    """Compare articles about one event. Where one of them has the role ``draft``, findings concern the draft only."""
    settings = settings or Settings()
    articles = distinct(articles)
    document = cache.get_document(articles, settings, with_text) if cache else None
    if document is None:
        extractions = extract(articles, settings=settings, workers=workers, cache=cache, progress=progress)
        document, whole = _compared(articles, extractions, settings, with_text)
        if cache and whole:
            cache.put_document(articles, settings, with_text, document)
    return msgspec.structs.replace(document, unread=tuple(unread))


def _compared(
    articles: Sequence[Article], extractions: dict[str, Extraction], settings: Settings, with_text: bool
) -> tuple[Document, bool]:
    """Align, compare, report; and whether no part failed. Imported here, so that a kept document costs none of it."""
    from crosscheck.align import align
    from crosscheck.compare import compare, in_order
    from crosscheck.compare.draft import of_the_draft
    from crosscheck.compare.house import settle
    from crosscheck.judging import judged, standing
    from crosscheck.report.build import build

    whole = Corpus(articles={a.id: a for a in articles}, extractions=extractions)
    read, copies = twins.apart(whole)
    tool = Tool(version=__version__, model=settings.model, settings=settings.digest())
    nothing: tuple[Corpus, list[Cluster]] = (read, [])
    no_more: list[Cluster] = []
    with at_rest(), guard.collected() as faults:
        corpus, clusters = guard.guarded("aligning", lambda: align(read, settings), otherwise=nothing)
        clusters = [*clusters, *guard.guarded("judging", lambda: judged(corpus, settings), otherwise=no_more)]
        none: list[Finding] = []
        raised = guard.guarded("comparing", lambda: compare(clusters, corpus, settings), otherwise=none)
        clusters = standing(clusters, {f.cluster for f in raised})
        settled = guard.guarded("the house list", lambda: settle(raised, corpus, settings), otherwise=raised)
        clusters, findings = guard.guarded(
            "holding the draft against its sources",
            lambda: of_the_draft(clusters, settled, corpus),
            otherwise=(clusters, settled),
        )
        corpus, clusters, findings = twins.together(whole, corpus, copies, clusters, in_order(findings, corpus))
        document = build(
            corpus, clusters, findings, tool=tool, unread=(), with_text=with_text, figures=settings.figures
        )
    failed = [f"{whole.articles[e.article].path}: {w}" for e in extractions.values() for w in e.warnings]
    failed += [*registry.broken(), *faults]
    document = msgspec.structs.replace(document, warnings=(*_notes(whole, settings.limits), *failed))
    return _as_kept(document), not failed


def _notes(corpus: Corpus, limits: LimitSettings) -> list[str]:
    """What was not read of each article."""
    told = []
    far_off = _far_off(corpus, limits)
    for article in corpus.articles.values():
        short = shortened(article, limits)
        far = far_off.get(article.id)
        told += [f"{article.path}: {w}" for w in (*article.warnings, *(line for line in (short, far) if line))]
    return told


def _far_off(corpus: Corpus, limits: LimitSettings) -> dict[str, str]:
    """By article, a line on a publication date that lies far from those of the others."""
    days = {a.id: day for a in corpus.articles.values() if (day := _day(a.published)) is not None}
    if len(days) < limits.dated_articles:
        return {}
    median = sorted(days.values())[len(days) // 2]
    middle = date.fromordinal(median).isoformat()
    return {
        article: f"published {date.fromordinal(day).isoformat()}, but the others about {middle}: check the date"
        for article, day in days.items()
        if abs(day - median) > limits.dates_apart
    }


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _as_kept(value: Kept) -> Kept:
    """The value as a cache gives it back: what was just made and what was kept are the same in every byte.

    A whole number where a type has a fraction becomes one only on its way through.
    """
    return msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=type(value))


@cache
def _workers() -> ModuleType:
    """Imported when first asked for: with it comes spaCy, for which a cached run never pays."""
    with lasting():
        from crosscheck import workers

        return workers


def extract(
    articles: Sequence[Article],
    *,
    settings: Settings,
    workers: int | None = None,
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> dict[str, Extraction]:
    """The facts of every article, by article id, in the order of ``articles``. Cached ones cost no language model."""
    found: dict[str, Extraction] = {}
    for article in articles:
        kept = cache.get(article, settings) if cache else None
        if kept is not None:
            found[article.id] = kept
    missing = [a for a in articles if a.id not in found]
    by_id = {a.id: a for a in missing}

    def done(extraction: Extraction) -> None:
        found[extraction.article] = extraction = _as_kept(extraction)
        if cache:
            cache.put(by_id[extraction.article], settings, extraction)
        if progress:
            progress(len(found), len(articles), by_id[extraction.article].path)

    if missing:
        _workers().extract_many(missing, settings=settings, workers=worker_count(workers, missing), done=done)
    return {a.id: found[a.id] for a in articles}


def worker_count(asked: int | None, articles: Sequence[Article]) -> int:
    """As many workers as there are cores, but none for so little text that starting them would cost more.

    A fork of the loaded model costs about what spaCy takes for 1,500 characters.
    """
    if asked is not None:
        return max(1, asked)
    return 1 if sum(len(a.text) for a in articles) < 6_000 else (os.cpu_count() or 1)


def distinct(articles: Sequence[Article]) -> list[Article]:
    """Articles with distinct ids: the same text twice is kept twice under two ids.

    Lone surrogates, which no output format can hold, are replaced one for one, so that offsets stay.
    """
    seen: dict[str, int] = {}
    unique = []
    for article in articles:
        article = _encodable(article)
        seen[article.id] = seen.get(article.id, 0) + 1
        if seen[article.id] > 1:
            article = msgspec.structs.replace(article, id=f"{article.id}-{seen[article.id]}")
        unique.append(article)
    return unique


def _encodable(article: Article) -> Article:
    changes = {}
    for name in ("id", "path", "title", "text", "byline", "publisher", "published", "url"):
        value = getattr(article, name)
        try:
            (value or "").encode()
        except UnicodeEncodeError:
            changes[name] = value.encode("utf-8", "replace").decode()
    return msgspec.structs.replace(article, **changes) if changes else article
