"""Where reports go: each format to standard output or, whole or not at all, to a file."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec

from crosscheck.cli.session import Outcome, Session
from crosscheck.config import unknown
from crosscheck.errors import CrosscheckError
from crosscheck.files import write_atomically
from crosscheck.report import FORMATS, render
from crosscheck.report.context import context_of

_PIPE_WIDTH = 120  # columns of an evidence line where nobody says how wide the reader's window is


class Target(msgspec.Struct, frozen=True):
    """One report: its format and its file, None for standard output."""

    format: str
    path: str | None = None


def targets(formats: Iterable[str], output: str | None) -> list[Target]:
    """ "text", "html:report.html" and --output as targets. Raises CrosscheckError when two want standard output."""
    found = []
    for word in formats:
        name, colon, path = word.partition(":")
        if name not in FORMATS:
            raise CrosscheckError(f"--format {name}: no such format: {unknown(name, FORMATS)}")
        if colon and not path:
            raise CrosscheckError(f"--format {word}: a file name must follow the colon")
        found.append(Target(name, path or None))
    free = [t for t in found if t.path is None]
    if len(free) > 1:
        names = " and ".join(t.format for t in free)
        raise CrosscheckError(f"{names} cannot both go to one place: name a file, as in --format {free[1].format}:FILE")
    if output and output != "-":
        if not free:
            raise CrosscheckError(f"--output {output}: every --format already names its file")
        found = [Target(t.format, output) if t.path is None else t for t in found]
    taken = [t.path for t in found if t.path]
    for path in taken:
        if taken.count(path) > 1:
            raise CrosscheckError(f"two formats cannot both be written to {path}")
    return found


def deliver(outcome: Outcome, wanted: list[Target], session: Session) -> None:
    """Render every target and write it."""
    for target in wanted:
        terminal = target.path is None and sys.stdout.isatty()
        columns = shutil.get_terminal_size().columns if terminal or "COLUMNS" in os.environ else _PIPE_WIDTH
        context = context_of(
            outcome.articles,
            fail_on=session.config.fail_on,
            color=target.path is None and color_wanted(terminal),
            wrap=terminal,
            width=columns,
            quiet=session.asked.quiet,
            verbose=session.asked.verbose,
            hidden=outcome.hidden,
            set_aside=outcome.set_aside,
        )
        text = render(target.format, outcome.document, context)
        if target.path is None:
            to_stdout(text, machine=target.format != "text")
        else:
            write_atomically(Path(target.path), text.encode("utf-8", "replace"))


def color_wanted(terminal: bool) -> bool:
    """Colour on a terminal, unless NO_COLOR; FORCE_COLOR everywhere. An empty variable counts as not set."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "") not in ("", "0"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def to_stdout(text: str, *, machine: bool) -> None:
    """Write to standard output: UTF-8 for machines, the terminal's own encoding, with escapes, for people."""
    encoding = "utf-8" if machine else (sys.stdout.encoding or "utf-8")
    data = text.encode(encoding, "replace" if encoding.lower().startswith("utf") else "backslashreplace")
    binary = getattr(sys.stdout, "buffer", None)
    try:
        sys.stdout.flush()
        if binary is None:
            sys.stdout.write(text)
        else:
            binary.write(data)
            binary.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CrosscheckError(f"cannot write to standard output: {error.strerror or error}") from error
