"""One fault costs one part: what an extractor, an aligner, a rule or a source raises is told, and the rest goes on.

:func:`guarded` stands where parts are called. It collects only inside :func:`collected`, which the pipeline opens:
called by itself (in a test, in another program) a part raises as any function does.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_PACKAGE = Path(__file__).parent
_MOST = 160  # characters of an error's own words: a line of a terminal or two
_told: ContextVar[dict[str, int] | None] = ContextVar("crosscheck_faults", default=None)


@contextmanager
def collected() -> Iterator[list[str]]:
    """A list that holds, after the block, one line for each fault inside it; a fault that came again is counted."""
    lines: list[str] = []
    faults: dict[str, int] = {}
    token = _told.set(faults)
    try:
        yield lines
    finally:
        _told.reset(token)
        lines += [line if n == 1 else f"{line} ({n} times)" for line, n in faults.items()]


def guarded(part: str, call: Callable[[], T], *, otherwise: T) -> T:
    """What ``call`` returns; ``otherwise`` where it raises inside :func:`collected`, which keeps a line on ``part``."""
    faults = _told.get()
    if faults is None:
        return call()
    try:
        return call()
    except Exception as error:
        line = told(part, error)
        faults[line] = faults.get(line, 0) + 1
        return otherwise


def guarded_each(part: str, call: Callable[[], Iterable[T]]) -> list[T]:
    """What ``call`` yields until it raises: what came before a fault is kept."""
    found: list[T] = []

    def run() -> None:
        for item in call():
            found.append(item)

    guarded(part, run, otherwise=None)
    return found


def told(part: str, error: BaseException) -> str:
    """One line: which part failed, of what, where in this package, and that the rest stands."""
    return f"{part} failed and is left out, the rest stands ({words(error)}{_place(error)}); please report it"


def words(error: BaseException) -> str:
    """An error's kind and its own words, on one line."""
    own = " ".join(str(error).split())[:_MOST]
    return type(error).__name__ + (f": {own}" if own else "")


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if Path(f.filename).is_relative_to(_PACKAGE)]
    if not ours:
        return ""
    return f", {Path(ours[-1].filename).relative_to(_PACKAGE.parent).as_posix()}:{ours[-1].lineno}"
