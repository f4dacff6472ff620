"""Stories of an archive as events: what is offered, what was opened, and what has come to an opened one since.

A story becomes an event when it is opened: its findings document is taken in as a check of an event is, so that
judgements, notes and exports work on it, and a later document keeps them. No language model is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from crosscheck.archive.briefs import Brief, briefs, kept, now_in, story
from crosscheck.archive.records import State, StoryRow
from crosscheck.archive.store import Store
from crosscheck.document import Document
from crosscheck.errors import CrosscheckError
from crosscheck.store import events, jobs, rerun
from crosscheck.store.views import Actor, NotFound, StoreError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from crosscheck.desk.core import Desk

T = TypeVar("T")


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """A story on offer. ``event`` is the event that it was opened as; ``grown``: it has changed since."""

    story: Brief
    event: int | None = None
    grown: bool = False


class Later(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an opened story: articles that came, whether any went, and the story that took it in."""

    came: int = 0
    changed: bool = False
    story: str = ""
    title: str = ""
    joined: bool = False
    trouble: str = ""  # why that cannot be told


class Archive:
    """The archive that a desk offers. Raises CrosscheckError where there is none at the address."""

    def __init__(self, address: str) -> None:
        self.store = Store(address)
        self.store.opened()
        self.name = str(Path(self.store.root).resolve()) if self.store.local else address
        self._kept: tuple[State | None, list[Brief]] = (None, [])

    def path(self, story_id: str) -> str:
        """What an event of this story has for a path."""
        return f"{self.name}#{story_id}"

    def id_of(self, path: str | None) -> str | None:
        """The story of an event's path, None where it is of no story of this archive."""
        name, mark, story_id = (path or "").rpartition("#")
        return story_id if mark and name == self.name else None

    def stories(self) -> list[Brief]:
        """All stories, the worst first; read anew when the archive has grown."""

        def read(state: State) -> list[Brief]:
            if self._kept[0] != state:
                self._kept = (state, briefs(self.store, state))
            return self._kept[1]

        return self._read(read)

    def row(self, story_id: str) -> StoryRow | None:
        """A story, or the one that has taken it in; None where it is in no list."""

        def read(state: State) -> StoryRow | None:
            found = story(self.store, state, story_id)
            into = now_in(self.store, [story_id]).get(story_id) if found is None else None
            return story(self.store, state, into) if into else found

        return self._read(read)

    def document(self, story_id: str) -> tuple[StoryRow, Document]:
        """A story as it is now, with its findings document. Raises CrosscheckError where it is lost."""

        def read(_: State) -> tuple[StoryRow, Document]:
            row = self.row(story_id)
            if row is None:
                raise CrosscheckError(f"The archive has no story {story_id} any more.")
            if row.trouble:
                raise CrosscheckError(f"The archive could not check this story: {row.trouble}")
            return row, kept(self.store, row)

        return self._read(read)

    def _read(self, read: Callable[[State], T]) -> T:
        """What is read while the archive may grow: what was there a moment ago may be gone, so it is tried again."""
        state = self.store.opened()
        try:
            return read(state)
        except CrosscheckError:
            again = self.store.opened()
            if again == state:
                raise
            return read(again)


def archive_of(desk: Desk) -> Archive:
    """The archive of a desk; raises NotFound where it has none."""
    if desk.archive is None:
        raise NotFound("archive")
    return desk.archive


def offers(session: Session, archive: Archive, shown: Sequence[Brief]) -> list[Offer]:
    """Stories with the events that they were opened as."""
    opened = _opened(session, archive)
    found = []
    for brief in shown:
        event, document = opened.get(brief.id, (None, ""))
        found.append(Offer(story=brief, event=event, grown=event is not None and document != brief.document))
    return found


def _opened(session: Session, archive: Archive) -> dict[str, tuple[int, str]]:
    """Events by the story that they stand for now; one that was opened under the story's own id goes first."""
    found = {archive.id_of(path): of for path, of in events.of_stories(session, archive.name).items()}
    own = {id_: of for id_, of in found.items() if id_}
    into = now_in(archive.store, own)
    return {into[id_]: own[id_] for id_ in sorted(into, reverse=True)} | own


def matching(stories: Sequence[Brief], text: str) -> list[Brief]:
    """Stories whose title, outlets or id hold every word of ``text``."""
    words = text.casefold().split()
    if not words:
        return list(stories)
    said = ((s, " ".join((s.id, s.title, *s.outlets)).casefold()) for s in stories)
    return [s for s, line in said if all(word in line for word in words)]


def open_story(desk: Desk, actor: Actor, story_id: str) -> int:
    """The event of a story, made and filled if it is new; returns its id. Raises NotFound, StoreError."""
    archive = archive_of(desk)
    with desk.database.read() as session:
        found = _opened(session, archive).get(story_id)
    if found:
        return found[0]
    row = archive.row(story_id)
    if row is None:
        raise NotFound("story")
    try:
        row, document = archive.document(row.id)
    except CrosscheckError as error:
        raise StoreError("story", str(error)) from error
    with desk.database.write() as session:
        path = archive.path(row.id)
        known = events.of_stories(session, archive.name).get(path)  # two who open it at once open one event
        if known:
            return known[0]
        event = events.create(session, actor, name=row.title or row.id, path=path, kind="story")
        rerun.take(session, actor, event.id, document, fingerprint=row.document)
        return event.id


def take_again(desk: Desk, actor: Actor | None, event_id: int, story_id: str) -> str:
    """Take in what the archive has of an opened story now; returns the id of a job that is done."""
    archive = archive_of(desk)
    row = document = error = None
    try:
        row, document = archive.document(story_id)
    except CrosscheckError as problem:
        error = str(problem)
    with desk.database.write() as session:
        job = jobs.create(session, actor, owner=desk.checks.owner, event=event_id)
        if row is not None and document is not None:
            rerun.take(session, actor, event_id, document, fingerprint=row.document)
        jobs.finish(session, job, error=error)
    return job


def later(desk: Desk, session: Session, event_id: int, story_id: str) -> Later | None:
    """What has changed in a story since its event was last checked; None where nothing has."""
    archive, event = archive_of(desk), events.get(session, event_id)
    try:
        if any(s.id == story_id and s.document == event.fingerprint for s in archive.stories()):
            return None
        row = archive.row(story_id)
    except CrosscheckError as error:
        return Later(trouble=str(error))
    if row is None:
        return Later(trouble="The archive has this story no more; what was found and judged stays here.")
    there = {article.path for article, present in events.article_heads(session, event_id) if present}
    return Later(
        came=sum(m.key not in there for m in row.members),
        changed=row.document != event.fingerprint,
        story=row.id,
        title=row.title,
        joined=row.id != story_id,
    )
