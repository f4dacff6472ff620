"""What the commands do in common: configuration, reading, roles, cache, progress, the check."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import msgspec

from crosscheck import config as configs
from crosscheck.cache import DiskCache
from crosscheck.cli.options import Asked
from crosscheck.cli.progress import Progress
from crosscheck.cli.wanted import Wanted
from crosscheck.document import Document
from crosscheck.errors import CrosscheckError
from crosscheck.model import Article, Unread
from crosscheck.report.context import at_least, safe
from crosscheck.settings import Settings


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A finished check: the document, the articles behind it, and what was set aside on the way."""

    document: Document
    articles: tuple[Article, ...]
    serious: bool  # something at or above --fail-on
    hidden: int = 0
    set_aside: tuple[str, ...] = ()


class Session:
    """One command's work. Everything that it reads from outside is read once."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        if not asked.paths:
            raise CrosscheckError("no articles: give files, folders, globs or - for standard input")
        if asked.quiet and asked.verbose:
            raise CrosscheckError("--quiet and --verbose exclude each other")

    @cached_property
    def found(self) -> configs.Found:
        """The configuration and where it came from."""
        if self.asked.config and self.asked.no_config:
            raise CrosscheckError("--config and --no-config exclude each other")
        if self.asked.no_config:
            return configs.Found()
        if self.asked.config:
            return configs.load(Path(self.asked.config))
        first = self.asked.paths[0]
        if first == "-":
            first = self.asked.stdin_filename or "."
        while first and not os.path.exists(first):
            first = os.path.dirname(first)  # a glob, or a name for standard input: its folder counts
        return configs.find(Path(first or "."))

    @cached_property
    def config(self) -> configs.Config:
        """The configuration with what the command line says laid over it."""
        asked, config = self.asked, self.found.config
        changes: dict[str, object] = {
            name: value
            for name in ("model", "workers", "fail_on", "min_confidence", "max_findings")
            if (value := getattr(asked, name)) is not None
        }
        changes |= {n: v for n in ("select", "ignore") if (v := getattr(asked, n))}
        changes["format"] = asked.formats or config.format or ("text",)
        changes["with_text"] = asked.with_text or config.with_text
        # paths of the configuration start at its folder, those of the command line where it was typed
        for name in ("against", "primary"):
            changes[name] = getattr(asked, name) or tuple(self._beside(p) for p in getattr(config, name))
        changes["baseline"] = asked.baseline or (self._beside(config.baseline) if config.baseline else None)
        return msgspec.structs.replace(config, **changes)

    def _beside(self, path: str) -> str:
        return os.path.relpath(self.found.folder / path)

    @cached_property
    def settings(self) -> Settings:
        """The pipeline's thresholds."""
        return configs.resolved_settings(self.config, model=self.config.model, where=self.found.path)

    @cached_property
    def cache(self) -> DiskCache | None:
        """Where extractions are kept, None with --no-cache."""
        return None if self.asked.no_cache else DiskCache()

    def read(self, *, compare: bool = True) -> tuple[tuple[Article, ...], tuple[Unread, ...]]:
        """The articles with their roles, and what was not read. Raises CrosscheckError when nothing is left."""
        from crosscheck.pipeline import distinct
        from crosscheck.read import read_paths

        config, stdin = (self.config if compare else configs.Config()), self.asked.stdin_filename or "-"
        main = read_paths(self.asked.paths, settings=self.settings, stdin_name=stdin)
        against = read_paths(config.against, settings=self.settings, stdin_name=stdin)
        primary = read_paths(config.primary, settings=self.settings, stdin_name=stdin)
        unread = [*main.unread, *against.unread, *primary.unread]
        if primary.unread:
            raise CrosscheckError(f"--primary {primary.unread[0].path}: {primary.unread[0].reason}")
        chosen = {_real(a): a for a in main.articles}
        # sources that the configuration names may themselves be compared: `check wires` is then no check of drafts
        ours = not self.asked.against and set(chosen) <= {_real(a) for a in against.articles}
        if config.against and not ours:
            chosen = {path: _as(a, "draft") for path, a in chosen.items()}
            for article in against.articles:
                if article.role == "draft" and _real(article) not in chosen:
                    unread.append(Unread(path=article.path, reason="marked as a draft: not counted as a source"))
                    continue
                chosen.setdefault(_real(article), article)
        for article in primary.articles:
            chosen[_real(article)] = _as(article, "primary")
        # told once: by the summary on the same screen, or by the error when a single path was all there was
        screen = compare and sys.stdout.isatty() and "text" in config.format and not self.asked.output
        if not (screen if chosen else len(unread) == 1):
            self.warn(f"{u.path}: {u.reason}" for u in unread)
        articles = tuple(distinct(list(chosen.values())))  # ids as the document has them
        self._enough(articles, unread, compare=compare)
        return articles, tuple(unread)

    def _enough(self, articles: tuple[Article, ...], unread: list[Unread], *, compare: bool) -> None:
        if not articles:
            more = f" ({unread[0].path}: {unread[0].reason})" if len(unread) == 1 else ""
            raise CrosscheckError(f"no readable article in {', '.join(self.asked.paths)}{more}")
        drafts = [a for a in articles if a.role == "draft"]
        if compare and self.asked.against and not drafts:
            told = [f"{u.path}: {u.reason}" for u in unread if u.path in self.asked.paths]
            why = told[0] if len(told) == 1 else "the draft stands before --against, its sources after it"
            raise CrosscheckError(f"no readable draft: {why}")
        if compare and drafts and len(drafts) == len(articles):
            raise CrosscheckError("no readable source: nothing to hold the draft against")

    def check(self) -> Outcome:
        """Read, compare, and keep what is wanted."""
        wanted = Wanted(self)
        wanted.check_codes()
        articles, unread = self.read()
        document, set_aside = wanted.of(self.compared(articles, unread), articles, unread)
        serious = any(at_least(f.level, self.config.fail_on) for f in document.findings)
        document, hidden = _at_most(self.config.max_findings, document)
        return Outcome(document=document, articles=articles, serious=serious, hidden=hidden, set_aside=tuple(set_aside))

    def compared(self, articles: Iterable[Article], unread: Iterable[Unread] = ()) -> Document:
        """The pipeline's document, with the hash of everything that chose its findings."""
        from crosscheck.pipeline import check

        with self.reading() as progress:
            return check(
                tuple(articles),
                settings=self.settings,
                workers=self.config.workers,
                cache=self.cache,
                progress=progress,
                unread=unread,
                with_text=self.config.with_text,
            )

    @contextmanager
    def reading(self) -> Iterator[Progress]:
        """Progress while articles are read; a language model that is not there is told in one line."""
        try:
            with Progress(shown=not self.asked.no_progress and not self.asked.quiet) as progress:
                yield progress
        except OSError as error:
            if not str(error).startswith("[E050]"):  # spaCy's "Can't find model"
                raise
            model = self.settings.model
            raise CrosscheckError(
                f"no spaCy pipeline {model!r} is installed: install it, or --model another"
            ) from error

    def warn(self, lines: Iterable[str], *, word: str = "warning") -> None:
        """Tell the user on standard error, unless --quiet."""
        if not self.asked.quiet:
            for line in lines:
                print(f"crosscheck: {word}: {safe(line)}", file=sys.stderr)


def _at_most(most: int | None, document: Document) -> tuple[Document, int]:
    """The document with so many findings, and how many that hides."""
    if most is None or len(document.findings) <= most:
        return document, 0
    hidden = len(document.findings) - most
    warnings = (*document.warnings, f"{hidden} findings not shown: --max-findings {most}")
    return msgspec.structs.replace(document, findings=document.findings[:most], warnings=warnings), hidden


def _real(article: Article) -> str:
    path, part, number = article.path.partition("#")
    return os.path.realpath(path) + part + number


def _as(article: Article, role: str) -> Article:
    return msgspec.structs.replace(article, role=role)
