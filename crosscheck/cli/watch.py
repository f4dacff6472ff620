"""``--watch``: check again whenever a file changes.

Files are looked at by time and size, which works on every file system, network folders included. The language model
stays loaded, so a saved draft is checked as soon as it is read.
"""

from __future__ import annotations

import glob
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from crosscheck.cli.options import Asked
from crosscheck.cli.session import Session
from crosscheck.errors import CrosscheckError

INTERVAL = 0.4  # seconds between two looks: a writer does not notice, a laptop's battery neither
Stamps = dict[str, tuple[int, int]]


def watch(asked: Asked, once: Callable[[Asked], int]) -> int:
    """Run ``once`` now and after every change until interrupted. A fault is told and waited out."""
    if "-" in (*asked.paths, *asked.against):
        raise CrosscheckError("--watch needs files: standard input cannot change")
    single = msgspec.structs.replace(asked, watch=False)
    while True:
        before = stamps(asked)
        if sys.stdout.isatty():
            sys.stdout.write("\x1b[2J\x1b[3J\x1b[H")
        try:
            once(single)
        except CrosscheckError as error:
            print(f"crosscheck: {error}", file=sys.stderr)
        print(
            f"{time.strftime('%H:%M:%S')} watching {', '.join(asked.paths)} (Ctrl-C ends)", file=sys.stderr, flush=True
        )
        while stamps(asked) == before:
            time.sleep(INTERVAL)


def stamps(asked: Asked) -> Stamps:
    """(time, size) of every file that the check may read, by path; those that the configuration names included."""
    names = [*asked.paths, *asked.against, *asked.primary, asked.config or "", asked.baseline or ""]
    with suppress(CrosscheckError):  # a broken configuration is told by the check itself
        session = Session(asked)
        names += [*session.config.against, *session.config.primary, session.config.baseline or ""]
        names.append(str(session.found.path or ""))
    found: Stamps = {}
    for path in _files(tuple(dict.fromkeys(names))):
        try:
            stat = Path(path).stat()
        except OSError:
            continue  # removed between listing and looking
        found[path] = (stat.st_mtime_ns, stat.st_size)
    return found


def _files(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if os.path.isdir(name):
            with os.scandir(name) as rows:
                yield from sorted(r.path for r in rows if r.is_file() and not r.name.startswith("."))
        elif os.path.exists(name):
            yield name
            yield name + ".crosscheck"
        elif name:
            yield from sorted(glob.glob(name, recursive=True))
