"""The command group. Commands are imported when called: ``crosscheck rules`` must not pay for the desk."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

import click

from crosscheck import __version__
from crosscheck.errors import CrosscheckError

COMMANDS = ("check", "report", "facts", "rules", "explain", "archive", "fetch", "desk", "cache", "completion")
TRACEBACK = "CROSSCHECK_TRACEBACK"
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Commands(click.Group):
    """A group whose commands are modules of this package, each with a ``command``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order in which a reader meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"crosscheck.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but an unknown command is told the nearest known one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from crosscheck.config import unknown

            raise click.UsageError(f"no command {args[0]!r}: {unknown(args[0], COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings=CONTEXT)
@click.version_option(__version__, "-V", "--version", message="crosscheck %(version)s")
def group() -> None:
    """Check facts across sources: what several articles on one event tell differently."""


def main(arguments: Sequence[str] | None = None) -> None:
    """The ``crosscheck`` program: runs a command and ends the process with its status."""
    signal.signal(signal.SIGTERM, _terminated)
    sys.exit(run(arguments))


def _terminated(number: int, frame: object) -> None:
    """End by way of an exception, so that workers are taken down and half-written files removed."""
    raise SystemExit(128 + number)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status. Whatever goes wrong is one line on standard error."""
    status: object = 2
    try:
        given = list(arguments) if arguments is not None else None
        status = group.main(args=given, prog_name="crosscheck", standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        _say("interrupted")
        return 130
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except BrokenPipeError:
        # whoever read us has enough: no fault; keep the interpreter from flushing into the closed pipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get(TRACEBACK) and not isinstance(error, (click.ClickException, CrosscheckError)):
            raise
        _say(_what_went_wrong(error))
        return 2
    return status if isinstance(status, int) else 0


def _what_went_wrong(error: Exception) -> str:
    """An error as one line: a wrong use, wrong input, trouble with a file, or a fault of ours."""
    if isinstance(error, click.ClickException):
        context = getattr(error, "ctx", None)
        hint = f" (see {context.command_path} --help)" if context and context.command_path else ""
        return error.format_message().replace("\n", " ") + hint
    if isinstance(error, CrosscheckError):
        return str(error)
    if isinstance(error, OSError):
        return f"{f'{error.filename}: ' if error.filename else ''}{error.strerror or error}"
    return (
        f"internal error: {type(error).__name__}: {error} "
        f"(a fault of crosscheck {__version__}: please report it with the output under {TRACEBACK}=1)"
    )


def _say(line: str) -> None:
    from crosscheck.report.context import safe

    with suppress(OSError):  # standard error may be closed: the status must do
        print(f"crosscheck: {safe(line)}", file=sys.stderr, flush=True)
