"""The desk itself, without any page: its database, its folders, its checks."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import platform
import secrets
import shutil
import sys
import tempfile
import uuid
from collections.abc import Awaitable, Callable, Sequence
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread

from crosscheck.desk import stories
from crosscheck.desk.jobs import Busy, Jobs
from crosscheck.desk.limits import Limits
from crosscheck.desk.snapshot import copy_folder, fingerprint, lay_beside, write
from crosscheck.desk.worker import Given, Request
from crosscheck.document import Document
from crosscheck.errors import CrosscheckError
from crosscheck.fetching.web import Bounds
from crosscheck.settings import Settings
from crosscheck.store import events, files, jobs, people, rerun
from crosscheck.store.database import Database
from crosscheck.store.tables import Meta
from crosscheck.store.views import Actor, JobView, StoreError

if TYPE_CHECKING:
    from crosscheck.desk.stories import Archive

SLOW = {"slow": True}  # routes that may take seconds: they do not stand in the line of the pages
T = TypeVar("T")
P = ParamSpec("P")


async def in_thread(work: Callable[..., T], *arguments: object) -> T:
    """Run blocking work, such as a query, outside of the event loop."""
    return await to_thread.run_sync(partial(work, *arguments))


def threaded(handler: Callable[P, T]) -> Callable[P, Awaitable[T]]:
    """A route handler that blocks, made to run in a thread. (Litestar's own option forgets it where a path has two.)"""

    @wraps(handler)
    async def run(*arguments: P.args, **named: P.kwargs) -> T:
        work = partial(handler, *arguments, **named)
        request: Any = named.get("request")
        if request is None or request.method not in {"GET", "HEAD"} or request.route_handler.opt.get("slow"):
            return await to_thread.run_sync(work)
        # pages wait in a line of their own: many threads that render would keep the one that writes from its turn
        return await to_thread.run_sync(work, limiter=request.app.state.desk.rendering)

    return run


class Desk:
    """What all pages share. ``folders`` are the resolved folders that may be read, ``names`` the hosts answered for.

    ``archive`` is the archive whose stories are offered.
    """

    def __init__(
        self,
        database: Database,
        *,
        users: bool = False,
        folders: Sequence[Path] = (),
        names: Sequence[str] = (),
        settings: Settings | None = None,
        limits: Limits | None = None,
        command: list[str] | None = None,
        archive: Archive | None = None,
        bounds: Bounds = Bounds(),
    ) -> None:
        self.database = database
        self.archive = archive
        self.users = users
        self.folders = tuple(folders)
        self.names = frozenset(name.lower() for name in (*names, "localhost", "127.0.0.1", "[::1]"))
        self.any_address = False  # bound to every address: any numeric one is ours
        self.settings = settings or Settings()
        self.limits = limits or Limits()
        self.owner = f"{platform.node()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"
        self.setup_code: str | None = None
        self.cookie = "crosscheck"
        self.bounds = bounds  # of what is fetched by address
        self._command = command
        with database.write() as session:
            self._secret = session.get_one(Meta, "secret").value.encode()
            self.local = None if users else people.local_actor(session)
        self.event_of_folder = self._register()

    def _register(self) -> dict[int, Path]:
        with self.database.write() as session:
            return {events.of_folder(session, str(path), path.name).id: path for path in self.folders}

    def new_setup_code(self) -> None:
        """Make and print the code by which the first admin is made."""
        self.setup_code = secrets.token_urlsafe(9)
        print(f"No admin yet. Open /setup and enter this code: {self.setup_code}", file=sys.stderr, flush=True)

    async def start(self) -> None:
        """Begin to serve checks, and check the folders that are new or changed."""
        self.rendering = CapacityLimiter(self.limits.rendering)
        self._fetching = CapacityLimiter(self.limits.fetching)
        await in_thread(self._bury)
        self.jobs = Jobs(self.limits, self._command)
        self.jobs.start()
        for event_id, folder in self.event_of_folder.items():
            if await in_thread(self._stale, event_id, folder):
                with contextlib.suppress(Busy):
                    await self.check_event(None, event_id)

    async def outside(self, work: Callable[..., T], *arguments: object) -> T:
        """Run work that waits for other sites, in a line of its own: it must not keep the desk from its threads."""
        return await to_thread.run_sync(partial(work, *arguments), limiter=self._fetching)

    async def stop(self) -> None:
        """End the workers and let the database go."""
        await self.jobs.stop()
        with self.database.write() as session:
            jobs.abandon(session, self.owner)
        self.database.close()

    def _bury(self) -> None:
        """Mark the jobs of desks on this machine that were killed."""
        with self.database.write() as session:
            for owner in jobs.owners(session):
                node, number, _ = owner.rsplit(":", 2)
                if node == platform.node() and not _alive(int(number)):
                    jobs.abandon(session, owner)

    def sign(self, text: str) -> str:
        """A signature that only this database's desks can make."""
        return hmac.new(self._secret, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()

    def _stale(self, event_id: int, folder: Path) -> bool:
        with self.database.read() as session:
            return events.get(session, event_id).fingerprint != fingerprint(folder)

    def changed_since(self, event_id: int) -> bool:
        """True when the files of a folder event changed since its last check."""
        folder = self.event_of_folder.get(event_id)
        return folder is not None and folder.is_dir() and self._stale(event_id, folder)

    # --- checks ------------------------------------------------------------------------------------------------------

    async def check_event(self, actor: Actor | None, event_id: int, *, fresh: bool = False) -> str:
        """Put a check of an event in line; returns the job's id. A check that waits or runs already is returned.

        With ``fresh`` only one that waits is: one that runs has read its files before they changed. What an archive
        has found of a story is there at once.
        """
        story = await in_thread(self.story_of, event_id)
        if story is not None:
            return await in_thread(stories.take_again, self, actor, event_id, story)
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

    async def check_articles(self, actor: Actor, articles: Sequence[Given], *, cache: bool = False) -> str:
        """Put a check of articles that came with a request in line; returns the job's id."""
        if self.jobs.full:
            raise Busy
        job_id = await in_thread(self._new_job, actor, None)

        async def prepare() -> Request:
            await in_thread(self._start_job, job_id)
            return Request(settings=self.settings, articles=tuple(articles), cache=cache)

        async def finish(document: Document | None, error: str | None) -> None:
            await in_thread(self._finish_job, job_id, document, error)

        self.jobs.submit(job_id, prepare, finish)
        return job_id

    async def check_files(self, actor: Actor, files: Sequence[tuple[str, bytes]]) -> str:
        """Put a check of uploaded files, under safe names, in line; returns the job's id."""
        if self.jobs.full:
            raise Busy
        job_id = await in_thread(self._new_job, actor, None)
        folder = Path(tempfile.mkdtemp(prefix="crosscheck-"))

        async def prepare() -> Request:
            await in_thread(self._start_job, job_id)
            for name, data in files:
                write(folder, name, data)
            return Request(settings=self.settings, folder=str(folder), cache=False)

        async def finish(document: Document | None, error: str | None) -> None:
            await in_thread(self._finish_job, job_id, document, error)
            shutil.rmtree(folder, ignore_errors=True)

        self.jobs.submit(job_id, prepare, finish)
        return job_id

    def _open_job(self, event_id: int, fresh: bool) -> str | None:
        with self.database.read() as session:
            event = events.get(session, event_id)
            if event.kind == "folder" and event.id not in self.event_of_folder:
                raise StoreError("folder", f"Start the desk with the folder {event.path} to check it again.")
            if event.kind == "story":
                name = (event.path or "").rpartition("#")[0]
                raise StoreError("archive", f"Start the desk with --archive {name} to check it again.")
            newest = jobs.latest(session, event_id)
        if newest is None or not self.at_work(newest) or (fresh and newest.state == "running"):
            return None
        return newest.id

    def story_of(self, event_id: int) -> str | None:
        """The id of the archive's story that an event was opened from, None for any other event."""
        with self.database.read() as session:
            return self.archive.id_of(events.get(session, event_id).path) if self.archive else None

    def at_work(self, job: JobView) -> bool:
        """True while a job waits or runs in this process."""
        return job.state in {"waiting", "running"} and self.jobs.step(job.id) is not None

    def _new_job(self, actor: Actor | None, event_id: int | None) -> str:
        with self.database.write() as session:
            return jobs.create(session, actor, owner=self.owner, event=event_id)

    def _start_job(self, job_id: str) -> None:
        with self.database.write() as session:
            jobs.start(session, job_id)

    def _prepare_event(self, event_id: int, job_id: str, folder: Path, marks: list[str]) -> Request:
        self._start_job(job_id)
        source = self.event_of_folder.get(event_id)
        unread = []
        if source is not None:
            marks.append(fingerprint(source))
            unread = copy_folder(source, folder, self.limits)
        with self.database.read() as session:
            own = files.contents(session, event_id)
        lay_beside(folder, own)
        return Request(
            settings=self.settings,
            folder=str(folder),
            unread=tuple(unread),
            with_text=True,
            processes=self.limits.job_processes,
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
        with self.database.write() as session:
            if document is not None:
                rerun.take(session, actor, event_id, document, fingerprint=marks[0] if marks else "")
            jobs.finish(session, job_id, error=error)

    def _finish_job(self, job_id: str, document: Document | None, error: str | None) -> None:
        with self.database.write() as session:
            jobs.finish(session, job_id, document=document, error=error)


def _alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def folder_of(path: str) -> Path:
    """The resolved folder of an event's path; raises CrosscheckError where it is not one."""
    folder = Path(path).expanduser().resolve()
    if not folder.is_dir():
        raise CrosscheckError(f"{path}: not a folder; each PATH of the desk is a folder with the articles of one event")
    return folder
