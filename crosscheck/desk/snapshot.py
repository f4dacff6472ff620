"""A copy of an event's files for one check: nothing outside the given folder is read, and a file that changes meanwhile
does no harm."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from crosscheck.desk.limits import Limits
from crosscheck.errors import CrosscheckError
from crosscheck.model import Unread
from crosscheck.store.files import File, free_name

MANIFEST = "manifest.json"


def _inside(folder: Path) -> Iterator[tuple[str, Path | None]]:
    """(name, file) of the files in the folder, in order; None where it is a link that leads out, or no plain file."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or (path.is_dir() and not path.is_symlink()):
            continue
        real = path.resolve()
        yield path.name, real if real.is_relative_to(folder) and real.is_file() else None


def fingerprint(folder: Path) -> str:
    """Changes when a file below the folder is added, removed or written; reads no content."""
    found = hashlib.sha256()
    for name, path in _inside(folder):
        stamp = path.stat() if path else None
        found.update(f"{name}\0{stamp.st_size if stamp else ''}\0{stamp.st_mtime_ns if stamp else ''}\n".encode())
    return found.hexdigest()[:32]


def copy_folder(folder: Path, to: Path, limits: Limits) -> list[Unread]:
    """Copy the files below ``folder`` to ``to``; what was left out and why. Raises CrosscheckError when it is gone."""
    if not folder.is_dir():
        raise CrosscheckError(f"{folder}: the folder is not there any more")
    left: list[Unread] = []
    number = total = 0
    for name, path in _inside(folder):
        try:
            data = path.read_bytes() if path and path.stat().st_size <= limits.file_bytes else None
        except OSError as error:
            left.append(Unread(path=name, reason=error.strerror or "cannot be read"))
            continue
        if data is None:
            reason = "larger than this desk takes" if path else "a link out of the folder"
            left.append(Unread(path=name, reason=reason))
            continue
        number, total = number + 1, total + len(data)
        if number > limits.files + 1 or total > limits.upload_bytes:
            left.append(Unread(path=name, reason="more files than this desk takes in one event"))
            continue
        write(to, name, data)
    return left


def write(folder: Path, name: str, data: bytes) -> None:
    """Write one file below ``folder``; the name has been made safe or comes from a walk."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def safe_name(name: str) -> str:
    """The last part of an uploaded file's name, without what a file system or a page could trip over; "" for none."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(c for c in last if c.isprintable() and c not in '<>:"|?*/').strip(" .")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:120]}{dot}{ending[:10]}" if dot else kept[:120]


def safe_files(files: Iterable[tuple[str, bytes]], limits: Limits) -> list[tuple[str, bytes]]:
    """Uploaded files under safe names. Raises CrosscheckError where they are too many or too large, or not named."""
    found: dict[str, bytes] = {}
    for name, data in files:
        safe = safe_name(name)
        if not safe:
            raise CrosscheckError("a file has no name")
        if len(data) > limits.file_bytes:
            raise CrosscheckError(f"{safe}: larger than {limits.file_bytes // 1_000_000} MB")
        found[safe] = data
    if len(found) > limits.files:
        raise CrosscheckError(f"more than {limits.files} files")
    if sum(map(len, found.values())) > limits.upload_bytes:
        raise CrosscheckError(f"more than {limits.upload_bytes // 1_000_000} MB together")
    return list(found.items())


def lay_beside(folder: Path, added: Iterable[File]) -> None:
    """Write an event's own files into the folder of a check, and what is told of them into its manifest.

    A name that the folder has already stays the folder's; the added file is told apart.
    """
    rows: list[dict[str, Any]] = []
    for file in added:
        path = Path(file.name)
        taken = {p.name for p in folder.iterdir()}
        name = file.name if file.name not in taken else free_name(f"added-{path.stem}", path.suffix, taken)
        write(folder, name, file.data)
        if file.meta:
            rows.append({"file": name, **file.meta})
    if rows:
        write(folder, MANIFEST, msgspec.json.encode([*_rows(folder), *rows]))


def _rows(folder: Path) -> list[dict[str, Any]]:
    """The rows of the folder's own manifest; none where it has none that can be read."""
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=list[dict[str, Any]])
    except (OSError, msgspec.MsgspecError, RecursionError):
        return []
