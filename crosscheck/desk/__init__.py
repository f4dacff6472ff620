"""The fact-check desk: web pages and an HTTP API on which people work through findings.

The server process never imports the language model: checks run in a worker process (:mod:`crosscheck.desk.worker`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.desk.limits import Limits
    from crosscheck.settings import Settings


def add_user(name: str, role: str, password: str, *, database: str | None = None) -> None:
    """Make an account that can log in to a desk with ``--users``; raises CrosscheckError where that cannot be.

    ``role`` is reader, checker or admin; ``database`` as for :func:`serve`.
    """
    from crosscheck.desk.serving import add_account

    add_account(name, role, password, database=database)


def serve(
    paths: Sequence[str] = (),
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    database: str | None = None,
    users: bool = False,
    settings: Settings | None = None,
    limits: Limits | None = None,
    names: Sequence[str] = (),
    certificate: str | None = None,
    key: str | None = None,
    archive: str | None = None,
) -> None:
    """Run the desk until it is stopped; each path is an event, a folder of articles.

    ``database`` is an SQLAlchemy URL or an SQLite file (default: one file in the user's data folder). ``users`` asks
    people to log in; without it the desk serves this machine only. ``names`` are host names by which a proxy reaches
    the desk. ``certificate`` and ``key`` are PEM files for HTTPS. ``archive`` is the address of an archive
    whose stories are offered as events. Raises :class:`crosscheck.errors.CrosscheckError` with one plain line where it
    cannot start.
    """
    from crosscheck.desk.serving import run

    run(
        paths,
        host=host,
        port=port,
        database=database,
        users=users,
        settings=settings,
        limits=limits,
        names=names,
        certificate=certificate,
        key=key,
        archive=archive,
    )
