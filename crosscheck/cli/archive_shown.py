"""``crosscheck archive stories``, ``show`` and ``report``: what is in an archive."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from crosscheck.cli import words
from crosscheck.cli.options import Asked
from crosscheck.cli.output import deliver, targets, to_stdout
from crosscheck.cli.session import Outcome, Session
from crosscheck.errors import CrosscheckError

if TYPE_CHECKING:
    from crosscheck.archive.briefs import Brief

NEEDED = ("dask", "distributed", "fsspec", "numpy", "scipy", "wordfreq")


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


def table(rows: Iterable[Brief], *, more: int = 0) -> str:
    """Stories a line each, and how many there are besides."""
    from crosscheck.archive.briefs import line

    terminal = sys.stdout.isatty() or "COLUMNS" in os.environ
    width = shutil.get_terminal_size().columns if terminal else 160
    shown = "".join(line(row, width) + "\n" for row in rows)
    return shown + (f"... and {more:,} more: crosscheck archive stories\n" if more > 0 else "")


@click.command("stories", short_help="The list of stories, worst first.")
@click.argument("store", metavar="STORE", shell_complete=words.files)
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", help="text or jsonl.")
@needing_the_extra
def stories(store: str, format_: str) -> int:
    """The stories of an archive, the worst first: id, findings by level, articles, outlets, days, title."""
    from crosscheck.archive.briefs import briefs
    from crosscheck.archive.listing import listed, worst_first
    from crosscheck.archive.store import Store

    opened = Store(store)
    state = opened.opened()
    if format_ == "text":
        to_stdout(table(briefs(opened, state)), machine=False)
    else:
        rows = worst_first(opened, state)
        to_stdout("".join(msgspec.json.encode(listed(row)).decode() + "\n" for row in rows), machine=True)
    return 0


@click.command("show", short_help="A story's findings, as check tells them.")
@click.argument("store", metavar="STORE", shell_complete=words.files)
@click.argument("story", metavar="STORY")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT[:FILE]",
    shell_complete=words.formats,
    help="As of check; may be given several times.",
)
@click.option("--output", "-o", metavar="FILE", shell_complete=words.files, help="Write there.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="The level from which the exit status is 1. Default: warning.",
)
@click.option("--quiet", "-q", is_flag=True, help="Findings only, a line each.")
@click.option("--verbose", "-v", is_flag=True, help="Notes in full, every mention, ids and confidence.")
@needing_the_extra
def show(store: str, story: str, **options: Any) -> int:
    """The findings of one story. STORY is its id, or the beginning of it."""
    from crosscheck.archive.listing import find, opened
    from crosscheck.archive.store import Store
    from crosscheck.report.context import at_least

    session = Session(Asked(paths=(store,), **options))
    wanted = targets(session.config.format, session.asked.output)
    place = Store(store)
    row = find(place, place.opened(), story)
    document, articles = opened(place, row, session.settings, told=lambda line: session.warn([line]))
    serious = any(at_least(f.level, session.config.fail_on) for f in document.findings)
    deliver(Outcome(document=document, articles=articles, serious=serious), wanted, session)
    return int(serious)


@click.command("report", short_help="The index of stories as a page, with a report of each.")
@click.argument("store", metavar="STORE", shell_complete=words.files)
@click.option("--output", "-o", metavar="FILE", shell_complete=words.files, help="Where the index goes.")
@click.option("--most", type=click.IntRange(min=1), default=500, metavar="N", help="Stories listed. Default: 500.")
@click.option("--no-progress", is_flag=True, help="Show no progress (also: CROSSCHECK_NO_PROGRESS=1).")
@needing_the_extra
def report(store: str, output: str | None, most: int, no_progress: bool) -> int:
    """Write the index of stories as an HTML page, and into a folder beside it a report of each story that it lists."""
    from crosscheck.archive.pages import write_report
    from crosscheck.archive.store import Store

    if not output or output == "-":
        raise CrosscheckError("archive report needs a file to write: -o index.html")
    session = Session(Asked(paths=(store,), no_progress=no_progress))
    lost: list[str] = []
    with session.reading() as progress:
        n = write_report(Store(store), Path(output), session.settings, most=most, progress=progress, told=lost.append)
    session.warn(lost)
    session.warn([f"{n:,} {'story' if n == 1 else 'stories'}, written to {output}"], word="report")
    return 0
