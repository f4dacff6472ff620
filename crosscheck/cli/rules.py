"""``crosscheck rules``: the rules, a line each."""

from __future__ import annotations

import click
import msgspec

from crosscheck.cli.output import to_stdout


@click.command("rules", short_help="The rules, a line each.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="text or json.")
def command(format_: str) -> int:
    """The rules: code, default level, kind and what each one finds. ``explain CODE`` tells more."""
    from crosscheck.registry import rules

    found = [module.RULE for module in rules()]
    if format_ == "json":
        to_stdout(msgspec.json.format(msgspec.json.encode(found), indent=1).decode() + "\n", machine=True)
    else:
        to_stdout("".join(f"{r.code}  {r.level:<7}  {r.kind:<17}  {r.summary}\n" for r in found), machine=False)
    return 0
