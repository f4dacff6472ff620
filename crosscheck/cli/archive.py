"""``crosscheck archive``: many articles, story by story. Needs the packages of the extra of that name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import click
import msgspec

from crosscheck.cli import words
from crosscheck.cli.options import Asked
from crosscheck.cli.output import to_stdout
from crosscheck.cli.session import Session
from crosscheck.errors import CrosscheckError
from crosscheck.model import Unread

MOST_TOLD = 5  # faults of one file that are told in full: a wire of a broken format has one a line
NEEDED = ("dask", "distributed", "fsspec", "numpy", "scipy", "wordfreq")


class Archive(click.Group):
    """A group whose first word may be a path: then it is ``make``, which has no name on the command line."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the unnamed command before anything that is no command."""
        named = args and (args[0] in self.commands or args[0] in ("-h", "--help"))
        return super().parse_args(ctx, list(args) if named or not args else ["make", *args])


def needing_the_extra(function: Callable[..., Any]) -> Callable[..., Any]:
    """Tell in one line which package of the extra is missing."""

    @wraps(function)
    def run(*args: Any, **options: Any) -> Any:
        try:
            return function(*args, **options)
        except ImportError as error:
            missing = (error.name or "").partition(".")[0]
            if missing not in NEEDED:
                raise
            raise CrosscheckError(f"archive needs {missing}: pip install 'crosscheck[archive]'") from error

    return run


def tell_unread(unread: Iterable[Unread], session: Session) -> None:
    """A line for each fault on standard error; of one file's many faults the first few and how many there are."""
    by_file: dict[str, list[Unread]] = {}
    for row in unread:
        by_file.setdefault(row.path.partition("#")[0], []).append(row)
    for path, rows in by_file.items():
        session.warn(f"{row.path}: {row.reason}" for row in rows[:MOST_TOLD])
        if len(rows) > MOST_TOLD:
            session.warn([f"{path}: {len(rows) - MOST_TOLD} more of this file"])


@click.group("archive", cls=Archive, short_help="Many articles: find the stories, check each.")
def command() -> None:
    """Find the stories in many articles, check each, and keep that up to date.

    `crosscheck archive PATH... --into STORE` makes an archive; a PATH that is a folder is read with all its subfolders.
    """


@command.command("group", short_help="Stories only, JSON lines on standard output.")
@click.argument("paths", nargs=-1, metavar="PATH...", shell_complete=words.files)
@click.option("--no-progress", is_flag=True, help="Show no progress (also: CROSSCHECK_NO_PROGRESS=1).")
@click.option("--no-config", is_flag=True, help="Read no configuration file.")
@needing_the_extra
def group(paths: tuple[str, ...], no_progress: bool, no_config: bool) -> int:
    """Group articles into stories, an object a line; nothing is checked, no language model is needed."""
    from crosscheck.archive.alone import group_paths
    from crosscheck.archive.settings import ArchiveSettings

    session = Session(Asked(paths=paths, no_progress=no_progress, no_config=no_config))
    with session.reading() as progress:
        found = group_paths(paths, settings=session.settings, archive=ArchiveSettings(), progress=progress)
    tell_unread(found.unread, session)
    if not found.stories:
        raise CrosscheckError(f"no readable article in {', '.join(map(os.fspath, paths))}")
    to_stdout("".join(msgspec.json.encode(story).decode() + "\n" for story in found.stories), machine=True)
    return 0
