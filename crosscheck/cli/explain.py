"""``crosscheck explain CODE``: one rule's page."""

from __future__ import annotations

import click

from crosscheck.cli import words
from crosscheck.cli.output import to_stdout
from crosscheck.config import unknown
from crosscheck.errors import CrosscheckError


@click.command("explain", short_help="One rule's page.")
@click.argument("code", shell_complete=words.codes)
def command(code: str) -> int:
    """What a rule does, why it matters, an example of a conflict and one of agreement, and its limits."""
    from crosscheck.pages import rule_page
    from crosscheck.registry import rules

    by_word = {w.casefold(): m.RULE for m in rules() for w in (m.RULE.code, m.RULE.name)}
    rule = by_word.get(code.strip().casefold())
    if rule is None:
        raise CrosscheckError(f"no rule {code!r}: {unknown(code, [m.RULE.code for m in rules()])}")
    page = rule_page(rule.code)
    to_stdout(page or f"# {rule.code} {rule.name}\n\n{rule.summary}\n", machine=False)
    return 0
