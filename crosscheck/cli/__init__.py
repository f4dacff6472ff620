"""The command line: click, one file per command."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["main", "run"]


def main() -> None:
    """The ``crosscheck`` program. Imports stand inside, so that Ctrl-C during start-up is as quiet as later."""
    try:
        from crosscheck.cli.main import main as program
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    program()


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command in this process; returns the exit status."""
    from crosscheck.cli.main import run as program

    return program(arguments)
