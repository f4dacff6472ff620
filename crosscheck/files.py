"""Files written whole or not at all: an interrupted run leaves the old file, never half of the new one."""

from __future__ import annotations

import os
from pathlib import Path

from crosscheck.errors import CrosscheckError


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path`` and move it there in one step.

    A path that is not a plain file (a pipe, ``/dev/stdout``) is written to directly. Raises CrosscheckError with one
    line when the folder is missing or not writable.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        target = path.resolve()
        beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            beside.write_bytes(data)
            if target.exists():
                beside.chmod(target.stat().st_mode & 0o777)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise CrosscheckError(f"cannot write {path}: {error.strerror or error}") from error
