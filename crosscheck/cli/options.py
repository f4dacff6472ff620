"""Options that several commands share, and what a command was asked as one record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click
import msgspec

from crosscheck.cli import words

F = TypeVar("F", bound=Callable[..., Any])


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says, before the configuration fills the gaps. None: not said."""

    paths: tuple[str, ...]
    model: str | None = None
    workers: int | None = None
    no_cache: bool = False
    no_progress: bool = False
    formats: tuple[str, ...] = ()
    output: str | None = None
    fail_on: str | None = None
    quiet: bool = False
    verbose: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float | None = None
    max_findings: int | None = None
    with_text: bool = False
    against: tuple[str, ...] = ()
    primary: tuple[str, ...] = ()
    config: str | None = None
    no_config: bool = False
    show_settings: bool = False
    baseline: str | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    diff_only: str | None = None
    watch: bool = False
    stdin_filename: str | None = None


class Command(click.Command):
    """A command whose ``--against`` takes every path that follows it, up to the next option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Spread ``--against a b c`` into ``--against a --against b --against c`` before click reads it."""
        return super().parse_args(ctx, _spread(args))


def _spread(args: list[str]) -> list[str]:
    spread: list[str] = []
    open_ = False  # inside the list of an --against
    first = False
    for position, word in enumerate(args):
        if word == "--":
            return spread + args[position:]
        if word == "--against":
            open_ = first = True
            continue
        if word.startswith("-") and word != "-":
            if first:
                spread.append("--against")  # nothing followed: click says so
            open_ = first = False
        spread += ["--against", word] if open_ else [word]
        first = False
    return [*spread, "--against"] if first else spread


def _codes(ctx: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for item in value for code in item.split(",") if code.strip())


def reading(function: F) -> F:
    """PATH... and the options of every command that reads articles."""
    for option in (
        click.option("--stdin-filename", metavar="NAME", help="Name to show for an article from standard input (-)."),
        click.option("--no-config", is_flag=True, help="Read no configuration file."),
        click.option("--config", metavar="FILE", shell_complete=words.files, help="Use this configuration file."),
        click.option("--no-progress", is_flag=True, help="Show no progress (also: CROSSCHECK_NO_PROGRESS=1)."),
        click.option("--no-cache", is_flag=True, help="Neither use nor fill the cache of extractions."),
        click.option(
            "--workers",
            type=click.IntRange(min=1),
            metavar="N",
            help="Processes that read articles. Default: as many as there are cores.",
        ),
        click.option("--model", metavar="NAME", help="The spaCy pipeline to use; any installed one may be named."),
        click.argument("paths", nargs=-1, metavar="PATH...", shell_complete=words.files),
    ):
        function = option(function)
    return function


def _several(name: str, metavar: str, completed: Any, help: str, **more: Any) -> Any:
    """An option that may be given several times."""
    return click.option(name, multiple=True, metavar=metavar, shell_complete=completed, help=help, **more)


def comparing(function: F) -> F:
    """The options of commands that compare articles."""
    sources = "Sources: each PATH is then a draft, and findings concern the draft only."
    for option in (
        click.option("--with-text", is_flag=True, help="Put the text of every article into the document."),
        click.option("--max-findings", type=click.IntRange(min=0), metavar="N", help="Show at most N findings."),
        click.option(
            "--min-confidence",
            type=click.FloatRange(0, 1),
            metavar="P",
            help="Only findings at least this sure, 0 to 1.",
        ),
        _several("--ignore", "CODES", words.codes, "Not these rules, families or kinds.", callback=_codes),
        _several("--select", "CODES", words.codes, "Only these rules, families or kinds.", callback=_codes),
        _several("--primary", "FILE", words.files, "A primary document (communique, transcript): it decides."),
        _several("--against", "PATH...", words.files, sources),
    ):
        function = option(function)
    return function
