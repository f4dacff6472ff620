"""The command line: click, one file per command."""

from crosscheck.cli.main import main

__all__ = ["main"]
