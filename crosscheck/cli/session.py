"""What the commands do in common: configuration, reading, roles, cache, progress, the check and its policy."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import msgspec

from crosscheck import baseline as baselines
from crosscheck import config as configs
from crosscheck import policy
from crosscheck.cache import DiskCache
from crosscheck.cli.options import Asked
from crosscheck.cli.progress import Progress
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
        from crosscheck import suppress

        self._check_codes()
        articles, unread = self.read()
        document = self.compared(articles, unread)
        document = policy.choose(document, self.choice)
        set_aside: list[str] = []
        document, ignored = suppress.apply(document, articles)
        if ignored:
            set_aside.append(f"{ignored} ignored by comment")
        if self.asked.diff_only:
            before = self._before(articles, unread)
            known = policy.without(document, before)
            set_aside += _difference(document, known, f"already there at {self.asked.diff_only}")
            document = known
        document, noted = self._baseline(document)
        set_aside += noted
        serious = any(at_least(f.level, self.config.fail_on) for f in document.findings)
        most, hidden = self.config.max_findings, 0
        if most is not None and len(document.findings) > most:
            hidden = len(document.findings) - most
            document = msgspec.structs.replace(
                document,
                findings=document.findings[:most],
                warnings=(*document.warnings, f"{hidden} findings not shown: --max-findings {most}"),
            )
        return Outcome(document=document, articles=articles, serious=serious, hidden=hidden, set_aside=tuple(set_aside))

    @cached_property
    def choice(self) -> policy.Choice:
        """Which findings are wanted."""
        config = self.config
        return policy.Choice(
            select=config.select,
            ignore=config.ignore,
            min_confidence=config.min_confidence,
            levels=config.levels,
            per_path=config.per_path,
            folder=self.found.folder,
        )

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

    def _check_codes(self) -> None:
        config, where = self.config, str(self.found.path)
        policy.check_codes(config.select, where="--select" if self.asked.select else where)
        policy.check_codes(config.ignore, where="--ignore" if self.asked.ignore else where)
        policy.check_codes(config.levels, where=where)
        for rules in config.per_path.values():
            policy.check_codes((*rules.ignore, *rules.levels), where=where)

    def _before(self, articles: tuple[Article, ...], unread: tuple[Unread, ...]) -> frozenset[str]:
        """Ids of the findings on the same sources with the draft (else every article) as it stood at the revision."""
        from crosscheck.git import at_revision
        from crosscheck.read import CannotRead, read_data

        drafts = [a for a in articles if a.role == "draft"] or list(articles)
        earlier: dict[str, Article | None] = {}
        for article in drafts:
            data = at_revision(Path(article.path.partition("#")[0]), str(self.asked.diff_only))
            earlier[article.id] = None
            if data is not None:
                try:
                    versions = read_data(data, path=article.path, settings=self.settings)
                except CannotRead:
                    continue  # it could not be read then: all is new
                meta = {"role": article.role, "published": article.published, "publisher": article.publisher}
                earlier[article.id] = msgspec.structs.replace(versions[0], **meta) if versions else None
        old = [v for a in articles if (v := earlier.get(a.id, a)) is not None]
        if len(old) < 2:
            return frozenset()
        return frozenset(f.id for f in self.compared(old).findings)

    def _baseline(self, document: Document) -> tuple[Document, list[str]]:
        asked, path = self.asked, self.config.baseline
        if asked.write_baseline:
            target = Path(path or baselines.DEFAULT_FILE)
            baselines.write(target, baselines.of(document))
            self.warn([f"{len(document.findings)} findings written to {target}"], word="note")
            return policy.without(document, {f.id for f in document.findings}), []
        if path is None:
            if asked.prune_baseline:
                raise CrosscheckError("--prune-baseline needs --baseline FILE")
            return document, []
        known = baselines.read(Path(path))
        if asked.prune_baseline:
            alive = baselines.pruned(known, (f.id for f in document.findings))
            baselines.write(Path(path), alive)
            gone = len(known.findings) - len(alive.findings)
            self.warn([f"{gone} of {len(known.findings)} findings taken out of {path}"], word="note")
        kept = policy.without(document, known.ids)
        return kept, _difference(document, kept, "in the baseline")

    def warn(self, lines: Iterable[str], *, word: str = "warning") -> None:
        """Tell the user on standard error, unless --quiet."""
        if not self.asked.quiet:
            for line in lines:
                print(f"crosscheck: {word}: {safe(line)}", file=sys.stderr)


def _difference(before: Document, after: Document, words: str) -> list[str]:
    n = len(before.findings) - len(after.findings)
    return [f"{n} {words}"] if n else []


def _real(article: Article) -> str:
    path, part, number = article.path.partition("#")
    return os.path.realpath(path) + part + number


def _as(article: Article, role: str) -> Article:
    return msgspec.structs.replace(article, role=role)
