"""``crosscheck desk``: the fact-check desk, which needs the packages of the extra of that name."""

from __future__ import annotations

import sys

import click

from crosscheck.cli import words
from crosscheck.errors import CrosscheckError


@click.command("desk", short_help="The fact-check desk, in the browser.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=words.files)
@click.option("--host", default="127.0.0.1", metavar="NAME", help="Address to listen at. Default: this machine only.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, metavar="N", help="Port to listen at.")
@click.option("--database", metavar="URL", help="Where decisions are kept; an SQLite file by default.")
@click.option("--users", is_flag=True, help="Ask people to sign in; without it the desk serves this machine only.")
@click.option("--archive", metavar="STORE", shell_complete=words.files, help="Offer the stories of this archive.")
@click.option("--add-user", metavar="NAME", help="Make an account, ask for its password, and end.")
@click.option("--role", type=click.Choice(["reader", "checker", "admin"]), default="checker", help="Of --add-user.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="Host name by which a proxy reaches the desk.")
@click.option("--certificate", metavar="FILE", shell_complete=words.files, help="Certificate for HTTPS, PEM.")
@click.option("--key", metavar="FILE", shell_complete=words.files, help="Key of the certificate, PEM.")
def command(
    paths: tuple[str, ...],
    host: str,
    port: int,
    database: str | None,
    users: bool,
    add_user: str | None,
    role: str,
    names: tuple[str, ...],
    certificate: str | None,
    key: str | None,
    archive: str | None,
) -> int:
    """Work the findings of events as a queue. Each PATH is an event: a folder of articles."""
    try:
        from crosscheck import desk

        if add_user is not None:
            desk.add_user(add_user, role, _password(), database=database)
            return 0
        desk.serve(
            paths,
            host=host,
            port=port,
            database=database,
            users=users,
            names=names,
            certificate=certificate,
            key=key,
            archive=archive,
        )
    except ImportError as error:
        missing = (error.name or "").partition(".")[0]
        if missing in ("", "crosscheck"):
            raise CrosscheckError("this installation has no desk") from error
        raise CrosscheckError(f"the desk needs {missing}: pip install 'crosscheck[desk]'") from error
    return 0


def _password() -> str:
    """Asked for twice at a terminal; else the first line of standard input."""
    if sys.stdin.isatty():
        asked: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        return asked
    return sys.stdin.readline().rstrip("\r\n")
