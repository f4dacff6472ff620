"""The walk of a datum: read, extract, normalise, align, compare, report. Only this module knows the order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from crosscheck import __version__
from crosscheck.align import align
from crosscheck.compare import compare
from crosscheck.document import Document, Tool
from crosscheck.model import Article, Cluster, Corpus, Extraction, Finding, Unread
from crosscheck.report.build import build
from crosscheck.settings import Settings

Progress = Callable[[int, int, str], None]  # (done, total, what)


class ExtractionCache(Protocol):
    """Where extractions are kept between runs."""

    def get(self, article: Article, settings: Settings) -> Extraction | None: ...

    def put(self, article: Article, settings: Settings, extraction: Extraction) -> None: ...


def check(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    workers: int | None = None,
    cache: ExtractionCache | None = None,
    progress: Progress | None = None,
    unread: Iterable[Unread] = (),
    with_text: bool = False,
) -> Document:
    """Compare articles about one event. Where one of them has the role ``draft``, findings concern the draft only."""
    settings = settings or Settings()
    articles = distinct(articles)
    extractions = extract(articles, settings=settings, workers=workers, cache=cache, progress=progress)
    corpus = Corpus(articles={a.id: a for a in articles}, extractions=extractions)
    corpus, clusters = align(corpus, settings)
    findings = compare(clusters, corpus, settings)
    if any(a.role == "draft" for a in articles):
        clusters, findings = _of_the_draft(clusters, findings, corpus)
    warnings = [f"{corpus.articles[e.article].path}: {w}" for e in corpus.extractions.values() for w in e.warnings]
    tool = Tool(version=__version__, model=settings.model, settings=settings.digest())
    return build(
        corpus, clusters, findings, tool=tool, unread=tuple(unread), with_text=with_text, warnings=warnings
    )


def extract(
    articles: Sequence[Article],
    *,
    settings: Settings,
    workers: int | None = None,
    cache: ExtractionCache | None = None,
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
        found[extraction.article] = extraction
        if cache:
            cache.put(by_id[extraction.article], settings, extraction)
        if progress:
            progress(len(found), len(articles), by_id[extraction.article].path)

    if missing:
        from crosscheck.workers import extract_many  # spaCy: a cached run never pays for it

        extract_many(missing, settings=settings, workers=worker_count(workers, missing), done=done)
    return {a.id: found[a.id] for a in articles}


def worker_count(asked: int | None, articles: Sequence[Article]) -> int:
    """As many workers as there are cores, but none for so little text that starting them would cost more."""
    if asked is not None:
        return max(1, asked)
    return 1 if sum(len(a.text) for a in articles) < 40_000 else (os.cpu_count() or 1)


def distinct(articles: Sequence[Article]) -> list[Article]:
    """Articles with distinct ids: the same text twice is kept twice under two ids."""
    import msgspec

    seen: dict[str, int] = {}
    unique = []
    for article in articles:
        seen[article.id] = seen.get(article.id, 0) + 1
        if seen[article.id] > 1:
            article = msgspec.structs.replace(article, id=f"{article.id}-{seen[article.id]}")
        unique.append(article)
    return unique


def _of_the_draft(
    clusters: list[Cluster], findings: list[Finding], corpus: Corpus
) -> tuple[list[Cluster], list[Finding]]:
    draft = {a.id for a in corpus.articles.values() if a.role == "draft"}
    kept = [f for f in findings if any(x.article in draft for r in f.readings for x in r.facts)]
    return [c for c in clusters if any(f.article in draft for f in c.facts)], kept
