"""Extraction and normalising of many articles, in this process or in workers that hand back facts, never Docs."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from crosscheck.extract.parse import load, parse
from crosscheck.model import Article, Extraction
from crosscheck.normalise import normalise
from crosscheck.registry import extractors
from crosscheck.settings import Settings


def extract_one(article: Article, settings: Settings) -> Extraction:
    """All facts of one article. A fault in one extractor is a warning and loses only that extractor's mentions."""
    parsed = parse(article, load(settings.model))
    mentions, warnings = [], []
    for module in extractors():
        try:
            found = [m for m in module.extract(parsed) if not parsed.is_skipped(m.span)]
        except Exception as error:  # noqa: BLE001 - an article must never be lost to one extractor
            warnings.append(f"{module.__name__}: {type(error).__name__}: {error}")
            continue
        mentions += found
    return normalise(article, parsed.sentences, mentions, settings=settings, warnings=warnings)


def extract_many(
    articles: Sequence[Article], *, settings: Settings, workers: int, done: Callable[[Extraction], None]
) -> None:
    """Extract every article and hand each result to ``done`` as it comes, in any order."""
    load(settings.model)  # before the fork: workers share its pages
    extractors()
    left = {a.id: a for a in articles}
    if workers > 1 and len(articles) > 1:
        context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
        try:
            with ProcessPoolExecutor(workers, mp_context=context) as pool:
                futures = [pool.submit(extract_one, a, settings) for a in sorted(articles, key=_size, reverse=True)]
                for future in as_completed(futures):
                    extraction = future.result()
                    left.pop(extraction.article, None)
                    done(extraction)
        except BrokenProcessPool:
            pass  # a worker died (memory, a fault in native code): go on here with what is left
    for article in left.values():
        done(extract_one(article, settings))


def _size(article: Article) -> int:
    return len(article.text)
