"""``crosscheck report``: the HTML report."""

from __future__ import annotations

from typing import Any

import click

from crosscheck.cli.options import Asked, Command, comparing, reading
from crosscheck.cli.output import deliver, targets
from crosscheck.cli.session import Session
from crosscheck.errors import CrosscheckError


@click.command("report", cls=Command, short_help="The HTML report.")
@reading
@comparing
@click.option("--output", "-o", metavar="FILE", help="Where the report goes; - for standard output.")
@click.option("--baseline", metavar="FILE", help="Leave out the findings in this file.")
def command(**options: Any) -> int:
    """Write the HTML report of the articles: one file that needs nothing else. Ends with 0 whatever it finds."""
    asked = Asked(**options, formats=("html",))
    if not asked.output:
        raise CrosscheckError("report needs a file to write: -o report.html")
    wanted = targets(("html",), asked.output)
    session = Session(asked)
    outcome = session.check()
    deliver(outcome, wanted, session)
    if asked.output != "-":
        n = len(outcome.document.findings)
        session.warn([f"{n} finding{'' if n == 1 else 's'}, written to {asked.output}"], word="report")
    return 0
