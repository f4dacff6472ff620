"""Which findings of a check are wanted: by code and confidence, comment, an earlier revision, the baseline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from crosscheck import baseline as baselines
from crosscheck import policy
from crosscheck.document import Document
from crosscheck.errors import CrosscheckError
from crosscheck.model import Article, Unread

if TYPE_CHECKING:
    from crosscheck.cli.session import Session


class Wanted:
    """What one command was asked for, by its options and its configuration."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def check_codes(self) -> None:
        """Raise CrosscheckError where a code that is asked for is none."""
        config, where = self._session.config, str(self._session.found.path)
        policy.check_codes(config.select, where="--select" if self._session.asked.select else where)
        policy.check_codes(config.ignore, where="--ignore" if self._session.asked.ignore else where)
        policy.check_codes(config.levels, where=where)
        for rules in config.per_path.values():
            policy.check_codes((*rules.ignore, *rules.levels), where=where)

    def of(
        self, document: Document, articles: tuple[Article, ...], unread: tuple[Unread, ...]
    ) -> tuple[Document, list[str]]:
        """The document with the findings that are wanted, and what was set aside, a phrase each."""
        from crosscheck import suppress

        document = policy.choose(document, self._choice())
        set_aside: list[str] = []
        document, ignored = suppress.apply(document, articles)
        if ignored:
            set_aside.append(f"{ignored} ignored by comment")
        if revision := self._session.asked.diff_only:
            known = policy.without(document, self._before(articles, unread))
            set_aside += _difference(document, known, f"already there at {revision}")
            document = known
        document, noted = self._baseline(document)
        return document, set_aside + noted

    def _choice(self) -> policy.Choice:
        """Which findings are wanted."""
        config = self._session.config
        return policy.Choice(
            select=config.select,
            ignore=config.ignore,
            min_confidence=config.min_confidence,
            levels=config.levels,
            per_path=config.per_path,
            folder=self._session.found.folder,
        )

    def _before(self, articles: tuple[Article, ...], unread: tuple[Unread, ...]) -> frozenset[str]:
        """Ids of the findings on the same sources with the draft (else every article) as it stood at the revision."""
        from crosscheck.git import at_revision
        from crosscheck.read import CannotRead, read_data

        drafts = [a for a in articles if a.role == "draft"] or list(articles)
        earlier: dict[str, Article | None] = {}
        for article in drafts:
            data = at_revision(Path(article.path.partition("#")[0]), str(self._session.asked.diff_only))
            earlier[article.id] = None
            if data is not None:
                try:
                    versions = read_data(data, path=article.path, settings=self._session.settings)
                except CannotRead:
                    continue  # it could not be read then: all is new
                meta = {"role": article.role, "published": article.published, "publisher": article.publisher}
                earlier[article.id] = msgspec.structs.replace(versions[0], **meta) if versions else None
        old = [v for a in articles if (v := earlier.get(a.id, a)) is not None]
        if len(old) < 2:
            return frozenset()
        return frozenset(f.id for f in self._session.compared(old).findings)

    def _baseline(self, document: Document) -> tuple[Document, list[str]]:
        asked, path = self._session.asked, self._session.config.baseline
        if asked.write_baseline:
            target = Path(path or baselines.DEFAULT_FILE)
            baselines.write(target, baselines.of(document))
            self._session.warn([f"{len(document.findings)} findings written to {target}"], word="note")
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
            self._session.warn([f"{gone} of {len(known.findings)} findings taken out of {path}"], word="note")
        kept = policy.without(document, known.ids)
        return kept, _difference(document, kept, "in the baseline")


def _difference(before: Document, after: Document, words: str) -> list[str]:
    n = len(before.findings) - len(after.findings)
    return [f"{n} {words}"] if n else []
