"""The checks of a desk: put in line, made ready when their turn comes, and their documents taken in."""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.desk import stories
from crosscheck.desk.jobs import Busy, Jobs
from crosscheck.desk.snapshot import copy_folder, fingerprint, lay_beside, write
from crosscheck.desk.threads import in_thread
from crosscheck.desk.worker import Given, Request
from crosscheck.document import Document
from crosscheck.store import events, files, jobs, rerun
from crosscheck.store.database import Database
from crosscheck.store.views import Actor, JobView, StoreError

if TYPE_CHECKING:
    from crosscheck.desk.core import Desk


class Checks:
    """The line of one desk. ``owner`` names it among the desks of a database."""

    def __init__(self, desk: Desk, command: list[str] | None) -> None:
        self._desk = desk
        self._command = command
        self.owner = f"{platform.node()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"

    async def start(self) -> None:
        """Begin to serve; the jobs of desks that were killed are marked so."""
        await in_thread(_bury, self._desk.database)
        self.jobs = Jobs(self._desk.limits, self._command)
        self.jobs.start()

    async def stop(self) -> None:
        """End the workers, and mark what they leave."""
        await self.jobs.stop()
        with self._desk.database.write() as session:
            jobs.abandon(session, self.owner)

    async def event(self, actor: Actor | None, event_id: int, *, fresh: bool = False) -> str:
        """Put a check of an event in line; returns the job's id. A check that waits or runs already is returned.

        With ``fresh`` only one that waits is: one that runs has read its files before they changed. What an archive
        has found of a story is there at once.
        """
        story = await in_thread(self._desk.story_of, event_id)
        if story is not None:
            return await in_thread(stories.take_again, self._desk, actor, event_id, story)
        found = await in_thread(self._open_job, event_id, fresh)
        if found is not None:
            return found
        if self.jobs.full:
            raise Busy
        job_id = await in_thread(self._new_job, actor, event_id)
        folder = Path(tempfile.mkdtemp(prefix="crosscheck-"))
        marks: list[str] = []

        async def prepare() -> Request:
            return await in_thread(self._prepare_event, event_id, job_id, folder, marks)

        async def finish(document: Document | None, error: str | None) -> None:
            await in_thread(self._finish_event, actor, event_id, job_id, document, error, marks)
            shutil.rmtree(folder, ignore_errors=True)

        self.jobs.submit(job_id, prepare, finish)
        return job_id

    async def articles(self, actor: Actor, articles: Sequence[Given], *, cache: bool = False) -> str:
        """Put a check of articles that came with a request in line; returns the job's id."""
        if self.jobs.full:
            raise Busy
        job_id = await in_thread(self._new_job, actor, None)

        async def prepare() -> Request:
            await in_thread(self._start_job, job_id)
            return Request(settings=self._desk.settings, articles=tuple(articles), cache=cache)

        async def finish(document: Document | None, error: str | None) -> None:
            await in_thread(self._finish_job, job_id, document, error)

        self.jobs.submit(job_id, prepare, finish)
        return job_id

    async def files(self, actor: Actor, files: Sequence[tuple[str, bytes]]) -> str:
        """Put a check of uploaded files, under safe names, in line; returns the job's id."""
        if self.jobs.full:
            raise Busy
        job_id = await in_thread(self._new_job, actor, None)
        folder = Path(tempfile.mkdtemp(prefix="crosscheck-"))

        async def prepare() -> Request:
            await in_thread(self._start_job, job_id)
            for name, data in files:
                write(folder, name, data)
            return Request(settings=self._desk.settings, folder=str(folder), cache=False)

        async def finish(document: Document | None, error: str | None) -> None:
            await in_thread(self._finish_job, job_id, document, error)
            shutil.rmtree(folder, ignore_errors=True)

        self.jobs.submit(job_id, prepare, finish)
        return job_id

    def _open_job(self, event_id: int, fresh: bool) -> str | None:
        with self._desk.database.read() as session:
            event = events.get(session, event_id)
            if event.kind == "folder" and event.id not in self._desk.event_of_folder:
                raise StoreError("folder", f"Start the desk with the folder {event.path} to check it again.")
            if event.kind == "story":
                name = (event.path or "").rpartition("#")[0]
                raise StoreError("archive", f"Start the desk with --archive {name} to check it again.")
            newest = jobs.latest(session, event_id)
        if newest is None or not self.at_work(newest) or (fresh and newest.state == "running"):
            return None
        return newest.id

    def at_work(self, job: JobView) -> bool:
        """True while a job waits or runs in this process."""
        return job.state in {"waiting", "running"} and self.jobs.step(job.id) is not None

    def _new_job(self, actor: Actor | None, event_id: int | None) -> str:
        with self._desk.database.write() as session:
            return jobs.create(session, actor, owner=self.owner, event=event_id)

    def _start_job(self, job_id: str) -> None:
        with self._desk.database.write() as session:
            jobs.start(session, job_id)

    def _prepare_event(self, event_id: int, job_id: str, folder: Path, marks: list[str]) -> Request:
        self._start_job(job_id)
        source = self._desk.event_of_folder.get(event_id)
        unread = []
        if source is not None:
            marks.append(fingerprint(source))
            unread = copy_folder(source, folder, self._desk.limits)
        with self._desk.database.read() as session:
            own = files.contents(session, event_id)
        lay_beside(folder, own)
        return Request(
            settings=self._desk.settings,
            folder=str(folder),
            unread=tuple(unread),
            with_text=True,
            processes=self._desk.limits.job_processes,
        )

    def _finish_event(
        self,
        actor: Actor | None,
        event_id: int,
        job_id: str,
        document: Document | None,
        error: str | None,
        marks: list[str],
    ) -> None:
        with self._desk.database.write() as session:
            if document is not None:
                rerun.take(session, actor, event_id, document, fingerprint=marks[0] if marks else "")
            jobs.finish(session, job_id, error=error)

    def _finish_job(self, job_id: str, document: Document | None, error: str | None) -> None:
        with self._desk.database.write() as session:
            jobs.finish(session, job_id, document=document, error=error)


def _bury(database: Database) -> None:
    """Mark the jobs of desks on this machine that were killed."""
    with database.write() as session:
        for owner in jobs.owners(session):
            node, number, _ = owner.rsplit(":", 2)
            if node == platform.node() and not _alive(int(number)):
                jobs.abandon(session, owner)


def _alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
