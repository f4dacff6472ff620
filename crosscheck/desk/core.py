"""The desk itself, without any page: its database, its folders, who is let in."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import secrets
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from anyio import CapacityLimiter, to_thread

from crosscheck.desk.checks import Checks
from crosscheck.desk.jobs import Busy
from crosscheck.desk.limits import Limits
from crosscheck.desk.snapshot import fingerprint
from crosscheck.desk.threads import in_thread
from crosscheck.errors import CrosscheckError
from crosscheck.fetching.web import Bounds
from crosscheck.settings import Settings
from crosscheck.store import events, people
from crosscheck.store.database import Database
from crosscheck.store.tables import Meta

if TYPE_CHECKING:
    from crosscheck.desk.stories import Archive

T = TypeVar("T")


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
        self.setup_code: str | None = None
        self.cookie = "crosscheck"
        self.bounds = bounds  # of what is fetched by address
        self.checks = Checks(self, command)
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
        await self.checks.start()
        for event_id, folder in self.event_of_folder.items():
            if await in_thread(self._stale, event_id, folder):
                with contextlib.suppress(Busy):
                    await self.checks.event(None, event_id)

    async def outside(self, work: Callable[..., T], *arguments: object) -> T:
        """Run work that waits for other sites, in a line of its own: it must not keep the desk from its threads."""
        return await to_thread.run_sync(partial(work, *arguments), limiter=self._fetching)

    async def stop(self) -> None:
        """End the workers and let the database go."""
        await self.checks.stop()
        self.database.close()

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

    def story_of(self, event_id: int) -> str | None:
        """The id of the archive's story that an event was opened from, None for any other event."""
        with self.database.read() as session:
            return self.archive.id_of(events.get(session, event_id).path) if self.archive else None


def folder_of(path: str) -> Path:
    """The resolved folder of an event's path; raises CrosscheckError where it is not one."""
    folder = Path(path).expanduser().resolve()
    if not folder.is_dir():
        raise CrosscheckError(f"{path}: not a folder; each PATH of the desk is a folder with the articles of one event")
    return folder
