"""The stories of an archive as people and programs see them: the worst first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from crosscheck.archive.checking import Shelf, checked, document_name, place
from crosscheck.archive.records import Listed, State, StoryRow
from crosscheck.archive.store import Store
from crosscheck.document import Document, decode
from crosscheck.errors import CrosscheckError
from crosscheck.model import LEVELS, Article, Level
from crosscheck.settings import Settings


class Ranked(Protocol):
    """What the order of stories goes by."""

    @property
    def id(self) -> str:
        """The story's id."""

    @property
    def last(self) -> str | None:
        """Its last day."""

    @property
    def findings(self) -> dict[Level, int]:
        """How many findings of each level."""


def rank(row: Ranked) -> tuple[list[int], str, str]:
    """A key that sorts the worst first: most errors, then most warnings, then notes; of equal ones the later first."""
    return [-row.findings.get(level, 0) for level in LEVELS], "".join(_down(row.last)), row.id


def worst_first(store: Store, state: State) -> list[StoryRow]:
    """All stories, the worst first."""
    return sorted(store.stories(state), key=rank)


def _down(day: str | None) -> Iterator[str]:
    """Characters that sort a day behind later ones, and no day last."""
    return (chr(0x7F - ord(c)) for c in day) if day else iter("\x7f")


def listed(row: StoryRow) -> Listed:
    """A story as the contract has it, with what the index knows besides."""
    return Listed(
        id=row.id,
        title=row.title,
        first=row.first,
        last=row.last,
        articles=tuple(m.key for m in row.members),
        findings={level: row.findings.get(level, 0) for level in LEVELS},
        kinds=row.kinds,
        outlets=row.outlets,
        trouble=row.trouble,
    )


def span(first: str | None, last: str | None) -> str:
    """ "2013-07-02", or "2013-07-02 2013-07-04", "" where nothing is dated."""
    return first or "" if first == last else f"{first} {last}"


def find(store: Store, state: State, name: str) -> StoryRow:
    """The story of this id, or the only one whose id begins so. Raises CrosscheckError."""
    rows = [row for row in store.stories(state) if row.id.startswith(name)] if name else []
    exact = [row for row in rows if row.id == name]
    if exact or len(rows) == 1:
        return (exact or rows)[0]
    if rows:
        raise CrosscheckError(f"{len(rows)} stories begin with {name}: give more of the id")
    raise CrosscheckError(f"no story {name} in {store.address}: crosscheck archive stories {store.address} lists them")


def opened(
    store: Store, row: StoryRow, settings: Settings, *, told: Callable[[str], None] | None = None
) -> tuple[Document, tuple[Article, ...]]:
    """A story's findings document and the articles behind it; a document that is lost is made again.

    ``told`` hears, in a line, what was lost and made again.
    """
    from crosscheck.pipeline import distinct

    shelf = Shelf(store)
    try:
        document = decode(store.read(place(row.document)))
    except (OSError, ValueError):
        document = checked(shelf, row.members, settings)
        if document_name(row.members, settings) == row.document:
            from crosscheck.document import encode

            store.write(place(row.document), encode(document, indent=0))
        if told:
            told(f"{store.path(place(row.document))}: lost or damaged: the findings of story {row.id} were made again")
            for shard in sorted(shelf.damaged):
                told(f"{store.path(f'shards/{shard}/facts.jsonl')}: damaged: what story {row.id} needs was read anew; "
                     f"the next change of that story mends it")  # fmt: skip
    return document, tuple(distinct([shelf.article(m) for m in row.members]))
