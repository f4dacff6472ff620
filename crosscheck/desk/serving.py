"""Starts the desk: checks what it is asked for, opens the database, and runs the server."""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.errors import CrosscheckError

if TYPE_CHECKING:
    from uvicorn import Server

    from crosscheck.desk.core import Desk
    from crosscheck.desk.limits import Limits
    from crosscheck.desk.stories import Archive
    from crosscheck.settings import Settings

BEYOND = (
    "{host} can be reached from other machines, and without accounts anybody there could read and judge everything: "
    "add --users, or stay with --host 127.0.0.1"
)
_ANY = frozenset({"0.0.0.0", "::"})  # bound to these, the desk answers at every address of the machine


def is_loopback(host: str) -> bool:
    """True where only this machine can reach an address or name."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def default_database() -> str:
    """The SQLite file of this user, readable by nobody else."""
    import platformdirs

    folder = Path(platformdirs.user_data_dir("crosscheck", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / "desk.db"
    if not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
    return str(file)


def add_account(name: str, role: str, password: str, *, database: str | None) -> None:
    """See :func:`crosscheck.desk.add_user`."""
    from crosscheck.store import people
    from crosscheck.store.migrate import open_database
    from crosscheck.store.views import StoreError

    opened = open_database(database or default_database())
    try:
        hashed = people.hash_password(password)
        with opened.write() as session:
            people.add_account(session, None, name=name, role=role, password_hash=hashed)
    except StoreError as error:
        raise CrosscheckError(error.message) from error
    finally:
        opened.close()


def run(
    paths: Sequence[str],
    *,
    host: str,
    port: int,
    database: str | None,
    users: bool,
    settings: Settings | None,
    limits: Limits | None,
    names: Sequence[str],
    certificate: str | None,
    key: str | None,
    archive: str | None = None,
) -> None:
    """See :func:`crosscheck.desk.serve`."""
    beyond = [name for name in (*names, host) if not is_loopback(name)]
    if beyond and not users:
        raise CrosscheckError(BEYOND.format(host=beyond[0]))
    if bool(certificate) != bool(key):
        raise CrosscheckError("a certificate and its key go together")
    from crosscheck.desk.core import Desk, folder_of
    from crosscheck.store.migrate import open_database

    folders = list(dict.fromkeys(folder_of(path) for path in paths))
    stories = _archive(archive)
    server_socket = _listen(host, port)
    port = server_socket.getsockname()[1]
    opened = open_database(database or default_database())
    desk = Desk(
        opened, users=users, folders=folders, names=[host, *names], settings=settings, limits=limits, archive=stories
    )
    desk.any_address = host in _ANY
    desk.cookie = f"crosscheck-{port}"  # browsers share cookies between ports
    server = _server(desk, certificate=certificate, key=key, behind_proxy=bool(names))
    _say(f"The desk is at {_address(host, port, secure=bool(certificate))} (end it with Ctrl+C)")
    _say(f"Decisions are kept in {opened.shown}")
    if beyond and not certificate and not names:
        _say("Passwords cross the network in the clear: use --certificate, or a proxy.")
    _let_the_first_in(desk)
    server.run(sockets=[server_socket])


def _address(host: str, port: int, *, secure: bool) -> str:
    """The address that a browser on this machine opens."""
    shown = "127.0.0.1" if host in _ANY else f"[{host}]" if ":" in host else host
    return f"{'https' if secure else 'http'}://{shown}:{port}/"


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _let_the_first_in(desk: Desk) -> None:
    """Print a code for the first admin where accounts are used and nobody can log in yet."""
    if not desk.users:
        return
    from crosscheck.store.people import can_log_in

    with desk.database.read() as session:
        ready = can_log_in(session)
    if not ready:
        desk.new_setup_code()


def _server(desk: Desk, *, certificate: str | None, key: str | None, behind_proxy: bool) -> Server:
    """The server of the desk, which answers requests once it is run."""
    import uvicorn

    from crosscheck.desk.app import create_app

    # a thread that writes gives its turn away at every statement, and would wait 5 ms to get it back each time
    sys.setswitchinterval(0.0005)
    config = uvicorn.Config(
        create_app(desk),
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=True,
        lifespan="on",
        proxy_headers=behind_proxy,
        forwarded_allow_ips="127.0.0.1,::1",
        ssl_certfile=certificate,
        ssl_keyfile=key,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=64_000,
    )
    return uvicorn.Server(config)


def _archive(address: str | None) -> Archive | None:
    """The archive at an address; raises CrosscheckError where there is none, or no package to read it with."""
    if address is None:
        return None
    try:
        from crosscheck.desk.stories import Archive

        return Archive(address)
    except ImportError as error:
        missing = (error.name or "").partition(".")[0]
        raise CrosscheckError(f"--archive needs {missing}: pip install 'crosscheck[archive]'") from error


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket; raises CrosscheckError with the reason where that cannot be had."""
    bare = host.strip("[]")
    try:
        family = socket.getaddrinfo(bare, port, type=socket.SOCK_STREAM)[0]
        # the protocol must be named: asyncio turns Nagle's algorithm off, 40 ms a page, for sockets that say TCP
        found = socket.socket(family[0], family[1], socket.IPPROTO_TCP)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(family[4])
        found.listen(1024)  # who comes while the desk starts waits instead of being refused
    except OSError as error:
        raise CrosscheckError(f"cannot listen at {host}:{port}: {error.strerror or error}") from error
    return found
