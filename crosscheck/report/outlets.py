"""What an article is called on a page, in which order articles stand, and which are copies of one text.

In: the articles of a document. Out: labels that a reader knows (an outlet, else a file, else a headline), columns by
publication with copies folded under the first of them, and who tells a reading in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import PurePath

import msgspec

from crosscheck.document import DocArticle, DocMention
from crosscheck.report.context import safe

DRAFT = "the draft"
MAX_LABEL = 48
MAX_HEADLINE = 32
_NAMELESS = re.compile(r"[\W\d_]*(?:[0-9a-f]{8,}[\W\d_]*)*")  # 000_2e5d25cf0b6cb85b: counters and hashes name nothing
_FAR = datetime.max.replace(tzinfo=UTC)


class Column(msgspec.Struct, frozen=True):
    """Articles of one source group, the first published at the head; ``copies`` are the others."""

    head: DocArticle
    copies: tuple[DocArticle, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all its articles."""
        return (self.head.id, *(a.id for a in self.copies))


def labels(articles: Sequence[DocArticle]) -> dict[str, str]:
    """A short, unique name for each article by its id: its publisher, else its file, else its headline."""
    names = {a.id: _name(a) for a in articles}
    taken: dict[str, list[DocArticle]] = {}
    for article in articles:
        taken.setdefault(names[article.id], []).append(article)
    for name, ones in taken.items():
        if len(ones) == 1:
            continue
        more = [_short(PurePath(a.path).name, 24) for a in ones]
        unique = len(set(more)) == len(more)
        for number, article in enumerate(ones, 1):
            names[article.id] = f"{name} ({more[number - 1] if unique else number})"
    return names


def _name(article: DocArticle) -> str:
    if article.publisher:
        return _short(article.publisher.removeprefix("www."), MAX_LABEL)
    file = PurePath(article.path)
    if file.name and not _NAMELESS.fullmatch(file.stem):
        return _short(file.name, MAX_LABEL)
    return f"“{_short(article.title, MAX_HEADLINE)}”" if article.title else _short(file.name or article.id, MAX_LABEL)


def _short(text: str, most: int) -> str:
    line = " ".join(safe(text).split())
    if len(line) <= most:
        return line
    head = line[: most - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[most // 2 :] else head) + "…"


def columns(articles: Sequence[DocArticle]) -> list[Column]:
    """Drafts first, then primary documents, then sources in the order of publication; copies under the first of them.

    What was published nobody knows when stands last, in the document's order.
    """
    rank = {"draft": 0, "primary": 1, "source": 2}
    order = sorted(articles, key=lambda a: (rank[a.role], _moment(a.published)))
    groups: dict[tuple[str, str], list[DocArticle]] = {}
    for article in order:
        groups.setdefault((article.role, article.source_group), []).append(article)
    return [Column(members[0], tuple(members[1:])) for members in groups.values()]


def _moment(published: str | None) -> datetime:
    """The time of publication; a day is its first minute, and a time without a zone is taken as UTC."""
    try:
        told = datetime.fromisoformat(published or "")
    except ValueError:
        return _FAR
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def tellers(mentions: Iterable[DocMention], articles: Mapping[str, DocArticle], names: Mapping[str, str]) -> list[str]:
    """One label for each source group that tells these mentions, copies left out; a draft is "the draft"."""
    found: dict[str, str] = {}
    for mention in mentions:
        article = articles[mention.article]
        found.setdefault(article.source_group, DRAFT if article.role == "draft" else names[article.id])
    return list(found.values())


def listed(names: Sequence[str], most: int = 2) -> str:
    """ "A", "A and B", "A, B and 3 more"."""
    if len(names) > most:
        names = [*names[:most], f"{len(names) - most} more"]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
