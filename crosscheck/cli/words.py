"""What a shell may offer after an argument or option: files, formats, codes of rules, models."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def files(context: click.Context, parameter: click.Parameter, start: str) -> list[CompletionItem]:
    """Leaves it to the shell, which knows its own folders."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(start, type="file")]


def formats(context: click.Context, parameter: click.Parameter, start: str) -> list[CompletionItem]:
    """Formats of a report; behind the colon, the shell's files are of no use, for most shells split words there."""
    from click.shell_completion import CompletionItem

    from crosscheck.report import FORMATS

    return [CompletionItem(name) for name in FORMATS if name.startswith(start)]


def codes(context: click.Context, parameter: click.Parameter, start: str) -> list[CompletionItem]:
    """Codes of rules, after a comma too."""
    from click.shell_completion import CompletionItem

    from crosscheck.registry import rules

    before, comma, last = start.rpartition(",")
    found = [m.RULE for m in rules() if m.RULE.code.startswith(last.upper())]
    return [CompletionItem(f"{before}{comma}{r.code}", help=r.name) for r in found]
