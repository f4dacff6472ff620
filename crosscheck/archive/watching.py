"""``crosscheck archive watch``: batches as files arrive in a folder.

A file counts as arrived once its size and time have stood still between two looks: a wire that is being written is
left alone. Files are looked at by time and size, which works on every file system, network folders included.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

Stamps = dict[str, tuple[int, int]]  # path: (size, time of the last change)


def stamps(folder: str) -> Stamps:
    """Size and time of every file under a folder; hidden ones are passed over, as when it is read."""
    found: Stamps = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith(".")]
        for name in names:
            if not name.startswith("."):
                try:
                    stat = Path(place, name).stat()
                except OSError:
                    continue  # removed between listing and looking
                found[str(Path(place, name))] = (stat.st_size, stat.st_mtime_ns)
    return found


def watch(
    folder: str,
    take: Callable[[], None],
    *,
    interval: float,
    sleep: Callable[[float], None] = time.sleep,
    rounds: int | None = None,
) -> None:
    """Call ``take`` at the start and whenever what arrived has stood still for one interval; until interrupted."""
    taken: Stamps | None = None
    before: Stamps | None = None
    while rounds is None or rounds > 0:
        now = stamps(folder)
        if now != taken and (now == before or taken is None):
            take()
            taken = now
        before = now
        sleep(interval)
        if rounds is not None:
            rounds -= 1
