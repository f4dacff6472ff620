"""``crosscheck check``: findings of articles against each other, or of a draft against its sources."""

from __future__ import annotations

from typing import Any

import click

from crosscheck.cli import words
from crosscheck.cli.options import Asked, Command, comparing, reading
from crosscheck.cli.output import deliver, targets, to_stdout
from crosscheck.cli.session import Session

EPILOG = "Ends with 0 when nothing is at or above --fail-on, 1 when something is, 2 when the work could not be done."


@click.command("check", cls=Command, epilog=EPILOG, short_help="Findings of the articles against each other.")
@reading
@comparing
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT[:FILE]",
    shell_complete=words.formats,
    help="text (default), json, jsonl, sarif, junit, github, markdown or html; may be given several times.",
)
@click.option(
    "--output", "-o", metavar="FILE", shell_complete=words.files, help="Write there instead of to standard output."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="The level from which the exit status is 1. Default: warning.",
)
@click.option("--quiet", "-q", is_flag=True, help="Findings only, a line each; no warnings, no summary.")
@click.option("--verbose", "-v", is_flag=True, help="Notes in full, every mention, ids and confidence.")
@click.option("--show-settings", is_flag=True, help="Print the configuration in force and stop.")
@click.option("--baseline", metavar="FILE", shell_complete=words.files, help="Leave out the findings in this file.")
@click.option("--write-baseline", is_flag=True, help="Write all findings to the baseline file and end with 0.")
@click.option("--prune-baseline", is_flag=True, help="Take findings that are gone out of the baseline file.")
@click.option("--diff-only", metavar="REV", help="Only findings that are new against this git revision.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
def command(**options: Any) -> int:
    """Findings of the articles against each other; with --against, of the draft PATH against its sources.

    PATH is a file, a folder (its articles), a glob, or - for standard input.
    """
    asked = Asked(**options)
    if asked.watch:
        from crosscheck.cli.watch import watch

        return watch(asked, once)
    return once(asked)


def once(asked: Asked) -> int:
    """One check from beginning to end; returns the exit status."""
    session = Session(asked)
    if asked.show_settings:
        from crosscheck.cli.show_settings import show_settings

        to_stdout(show_settings(session), machine=False)
        return 0
    wanted = targets(session.config.format, asked.output)
    outcome = session.check()
    deliver(outcome, wanted, session)
    return 1 if outcome.serious else 0
