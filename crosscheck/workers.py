"""Extraction and normalising of many articles, in this process or in workers that hand back facts, never Docs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from functools import partial

import msgspec

from crosscheck import guard
from crosscheck.collector import lasting
from crosscheck.extract.frames import framed
from crosscheck.extract.parse import Parsed, load, parse
from crosscheck.folding import fold, unfold
from crosscheck.model import Article, Extraction, Mention
from crosscheck.normalise import normalise
from crosscheck.processes import Stopping, started, take_down
from crosscheck.registry import extractors
from crosscheck.settings import Settings


def extract_one(article: Article, settings: Settings) -> Extraction:
    """All facts of one article. A fault in one extractor is a warning and loses only what it would have found."""
    if article.language:
        return Extraction(article=article.id)
    nlp = load(settings.model)
    mentions: list[Mention] = []
    folded = fold(article, settings.limits)
    with guard.collected() as warnings:
        parsed = guard.guarded("parsing", lambda: parse(folded.article, nlp, settings), otherwise=None)
        if parsed is not None:
            mentions = mentions_of(parsed, settings)
    told = Extraction(article=article.id, warnings=tuple(warnings))
    if parsed is None:
        return told
    with guard.collected() as faults:
        extraction = guard.guarded(
            "normalising",
            lambda: normalise(folded.article, parsed.sentences, mentions, settings=settings, warnings=warnings),
            otherwise=told,
        )
        extraction = unfold(extraction, folded, article)
    return msgspec.structs.replace(extraction, warnings=(*extraction.warnings, *faults)) if faults else extraction


def mentions_of(parsed: Parsed, settings: Settings) -> list[Mention]:
    """What all extractors find in an article, with frames; normalising makes facts of it."""
    mentions: list[Mention] = []
    for module in extractors():
        part = f"extractor {module.__name__.removeprefix('crosscheck.extract.')}"
        found = guard.guarded_each(part, partial(module.extract, parsed))
        mentions += _kept(found, parsed, settings.limits.mentions)
    return guard.guarded("framing", lambda: list(framed(parsed, mentions)), otherwise=mentions)


def _kept(found: Sequence[Mention], parsed: Parsed, most: int) -> list[Mention]:
    """The mentions outside page furniture, of each kind so many as an article can have."""
    counts: Counter[str] = Counter()
    kept = []
    for mention in found:
        counts[mention.kind] += 1
        if counts[mention.kind] <= most and not parsed.is_skipped(mention.span):
            kept.append(mention)
    return kept


def extract_many(
    articles: Sequence[Article], *, settings: Settings, workers: int, done: Callable[[Extraction], None]
) -> None:
    """Extract every article and hand each result to ``done`` as it comes, in any order."""
    warm(settings.model)  # before the fork: workers share its pages
    left = {a.id: a for a in articles}
    if workers > 1 and len(articles) > 1:
        for extraction in _in_workers(articles, settings, workers):
            left.pop(extraction.article, None)
            done(extraction)
    for article in left.values():
        done(extract_one(article, settings))


def warm(model: str) -> None:
    """Load the model and the extractors, once, and have the collector leave their objects alone.

    Loading makes many lasting objects and next to no garbage: to collect meanwhile costs a tenth of the start.
    """
    once: Callable[[], AbstractContextManager[None]] = nullcontext if load.cache_info().currsize else lasting
    with once():
        load(model)
    with once():  # for itself, since spaCy turns the collector on again
        extractors()


def _in_workers(articles: Sequence[Article], settings: Settings, workers: int) -> Iterator[Extraction]:
    """Extractions as they come; ends early when a worker dies (memory, a fault in native code).

    Interrupted, it takes the workers down at once instead of waiting for the articles in hand.
    """
    with Stopping() as stopping:
        pool = started(workers)
        try:
            stopping.over(pool)
            futures = [pool.submit(extract_one, a, settings) for a in sorted(articles, key=_size, reverse=True)]
            for future in as_completed(futures):
                yield future.result()
        except BrokenProcessPool:
            return
        except BaseException:
            take_down(pool)
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _size(article: Article) -> int:
    return len(article.text)
