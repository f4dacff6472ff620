"""``crosscheck report``: the HTML report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec

from crosscheck.cli import words
from crosscheck.cli.options import Asked, Command, comparing, reading
from crosscheck.cli.output import deliver, targets, to_stdout
from crosscheck.cli.session import Session
from crosscheck.document import decode
from crosscheck.errors import CrosscheckError
from crosscheck.files import write_atomically


@click.command("report", cls=Command, short_help="The HTML report.")
@reading
@comparing
@click.option(
    "--output", "-o", metavar="FILE", shell_complete=words.files, help="Where the report goes; - for standard output."
)
@click.option("--baseline", metavar="FILE", shell_complete=words.files, help="Leave out the findings in this file.")
@click.option(
    "--from",
    "source",
    metavar="FILE",
    shell_complete=words.files,
    help="Make it from a findings document or an earlier report.",
)
def command(source: str | None, **options: Any) -> int:
    """Write the HTML report of the articles: one file that needs nothing else. Ends with 0 whatever it finds."""
    asked = Asked(**options, formats=("html",))
    if not asked.output:
        raise CrosscheckError("report needs a file to write: -o report.html")
    if source:
        if asked.paths:
            raise CrosscheckError("report --from reads no articles: give either FILE or paths")
        _again(source, asked.output)
        return 0
    wanted = targets(("html",), asked.output)
    session = Session(asked)
    outcome = session.check()
    deliver(outcome, wanted, session)
    if asked.output != "-":
        n = len(outcome.document.findings)
        session.warn([f"{n} finding{'' if n == 1 else 's'}, written to {asked.output}"], word="report")
    return 0


def _again(source: str, output: str) -> None:
    """The report of a saved document, or of the document in a saved report."""
    from crosscheck.report.html import read_back, render

    try:
        data = Path(source).read_bytes()
    except OSError as error:
        raise CrosscheckError(f"--from {source}: cannot be opened: {error.strerror or error}") from error
    try:
        document = decode(data) if data.lstrip().startswith(b"{") else read_back(data.decode("utf-8", "replace"))
    except (msgspec.DecodeError, ValueError) as error:
        raise CrosscheckError(f"--from {source}: {str(error).splitlines()[0]}") from error
    page = render(document)
    if output == "-":
        to_stdout(page, machine=True)
    else:
        write_atomically(Path(output), page.encode("utf-8", "replace"))
