"""The command line: click, one file per command."""

from crosscheck.cli.main import main, run

__all__ = ["main", "run"]
