"""Progress on standard error while articles are read: one line that is written over, on a terminal only."""

from __future__ import annotations

import os
import shutil
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from crosscheck.report.context import safe, width_of

if TYPE_CHECKING:
    from crosscheck.archive.work import Step

ENVIRONMENT = "CROSSCHECK_NO_PROGRESS"


class Progress:
    """Called with (done, total, path); clears its line at the end."""

    def __init__(self, *, shown: bool) -> None:
        off = os.environ.get(ENVIRONMENT, "") not in ("", "0")
        self._what, self._since, self._at = "", 0.0, 0
        self._on = shown and not off and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> Progress:
        """Nothing is shown before the first article is read."""
        return self

    def __call__(self, done: int, total: int, what: str) -> None:
        """Show that ``done`` of ``total`` articles are read, the last of them ``what``."""
        if not self._on:
            return
        width = shutil.get_terminal_size().columns - 1
        bar = "█" * (done * 20 // max(total, 1))
        line = f"reading {done:>{len(str(total))}}/{total} {bar:<20} {safe(what)}"
        while width_of(line) > width:
            line = line[:-1]
        self._write(f"\r\x1b[K{line}")

    def step(self, step: Step) -> None:
        """Show how far a batch of an archive is: articles, stories and loud findings so far, and what remains."""
        if not self._on:
            return
        now = time.monotonic()
        if step.what != self._what:
            self._what, self._since, self._at = step.what, now, step.done
        line = f"{step.what} {step.done:,}/{step.total:,}, {step.articles:,} articles"
        if step.stories:
            line += f", {step.stories:,} stories, {step.findings:,} to look at"
        if step.done > self._at and step.done < step.total:
            left = (now - self._since) / (step.done - self._at) * (step.total - step.done)
            line += f", {left / 60:.0f} min left" if left >= 90 else f", {left:.0f} s left"
        self._write(f"\r\x1b[K{line[: shutil.get_terminal_size().columns - 1]}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._on:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, UnicodeEncodeError):
            self._on = False
