"""The store: a folder, or a bucket, that fsspec can reach. Every file in it is written whole or not at all.

    archive.json                     the state: read first, written last
    stories-<batch>.jsonl            the index of stories, one a line, by day
    changes.jsonl                    stories that merged or split, and why
    documents/<2>/<name>.json        the findings document of a story
    shards/<shard>/articles.jsonl    articles as they were read
    shards/<shard>/facts.jsonl       what each tells (extractions)
    shards/<shard>/sketches.jsonl    what grouping knows of each
    shards/<shard>/done.json         what is in the shard; written last
    batches/<batch>/plan.jsonl       the shards of a batch and their sources
    batches/<batch>/read.bin         hashes of these sources, sorted, by which they are not read again
    batches/<batch>/known.bin        hashes of the articles that the archive had of these sources, sorted
    batches/<batch>/unread.jsonl     what was not read, and why

A file that is half written never has its name: on a disk it is written beside and moved, in a bucket put in one piece.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zlib import crc32

import msgspec

from crosscheck.archive.records import FORMAT, Batch, Done, State, StoryRow
from crosscheck.errors import CrosscheckError

try:
    import fcntl
except ImportError:  # Windows: two runs at once are the user's to avoid
    fcntl = None  # type: ignore[assignment]

T = TypeVar("T")
STATE = "archive.json"
RESTORE = "restore it from a copy, or make the archive anew"
_PIECE = 1 << 20


class Written(NamedTuple):
    """Of records in a file: the byte at which each begins, and its check sum, the line end included."""

    at: tuple[int, ...]
    sums: tuple[int, ...]


class Store:
    """One archive by its address. Small: it may be made anew in every task."""

    def __init__(self, address: str) -> None:
        import fsspec

        self.address = address
        try:
            self.fs, self.root = fsspec.core.url_to_fs(address)
        except (ValueError, ImportError) as error:
            raise CrosscheckError(f"{address}: cannot be reached as a store: {error}") from error
        self.local = "file" in (self.fs.protocol if isinstance(self.fs.protocol, tuple) else (self.fs.protocol,))

    def path(self, name: str) -> str:
        """Where a file of the store lies."""
        return f"{self.root}/{name}"

    def write(self, name: str, data: bytes) -> None:
        """Write a file whole or not at all. Raises CrosscheckError in one line when that fails, as on a full disk."""
        self.write_pieces(name, (data,))

    def write_pieces(self, name: str, pieces: Iterable[bytes]) -> None:
        """As :meth:`write`, piece by piece: on a disk no more than a piece is held."""
        try:
            if self.local:
                self._write_beside(Path(self.path(name)), pieces)
            else:
                self.fs.pipe_file(self.path(name), b"".join(pieces))
        except OSError as error:
            raise CrosscheckError(f"cannot write {self.path(name)}: {error.strerror or error}") from error

    def _write_beside(self, target: Path, pieces: Iterable[bytes]) -> None:
        beside = target.with_name(f".{target.name}.{os.getpid()}.{threading.get_ident()}.tmp")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with beside.open("wb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)

    def read(self, name: str, start: int | None = None, end: int | None = None) -> bytes:
        """The bytes of a file, or some of them. Raises FileNotFoundError."""
        data: bytes = self.fs.cat_file(self.path(name), start=start, end=end)
        return data

    def exists(self, name: str) -> bool:
        """Whether a file is there."""
        found: bool = self.fs.exists(self.path(name))
        return found

    def remove(self, name: str) -> None:
        """Remove a file; one that is gone is gone."""
        try:
            self.fs.rm_file(self.path(name))
        except OSError:
            return

    def lines(self, name: str) -> Iterator[bytes]:
        """The lines of a file, a piece at a time."""
        with self.fs.open(self.path(name), "rb", block_size=_PIECE) as file:
            for line in file:
                yield line.rstrip(b"\n")

    def records(self, name: str, type_: type[T]) -> Iterator[T]:
        """The records of a JSON lines file. Raises CrosscheckError where a line is none."""
        decoder = msgspec.json.Decoder(type_)
        try:
            for number, line in enumerate(self.lines(name), 1):
                try:
                    yield decoder.decode(line)
                except msgspec.DecodeError as error:
                    raise CrosscheckError(f"{self.path(name)}, line {number}: damaged: {error}: {RESTORE}") from error
        except FileNotFoundError:
            raise CrosscheckError(f"{self.path(name)} is missing: {RESTORE}") from None

    def write_records(self, name: str, rows: Iterable[Any]) -> Written:
        """Write records as JSON lines; returns where each begins, and its sum."""
        at: list[int] = []
        sums: list[int] = []

        def lines() -> Iterator[bytes]:
            size = 0
            for row in rows:
                line = msgspec.json.encode(row) + b"\n"
                at.append(size)
                sums.append(crc32(line))
                size += len(line)
                yield line

        self.write_pieces(name, lines())
        return Written(tuple(at), tuple(sums))

    def state(self) -> State | None:
        """The state, None where there is no archive. Raises CrosscheckError for a damaged or a later one."""
        try:
            data = self.read(STATE)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CrosscheckError(f"{self.address}: cannot be read: {error.strerror or error}") from error
        try:
            if msgspec.json.decode(data, type=_Format).format > FORMAT:
                raise CrosscheckError(f"{self.address} was written by a newer crosscheck: update this one")
            return msgspec.json.decode(data, type=State)
        except msgspec.DecodeError as error:
            raise CrosscheckError(f"{self.path(STATE)} is damaged: {error}: {RESTORE}") from error

    def opened(self) -> State:
        """The state of an archive that must be there."""
        state = self.state()
        if state is None:
            raise CrosscheckError(f"{self.address} is no archive: crosscheck archive PATH... --into {self.address}")
        return state

    def keep(self, state: State) -> None:
        """Write the state."""
        self.write(STATE, msgspec.json.format(msgspec.json.encode(state), indent=1) + b"\n")

    def stories(self, state: State) -> Iterator[StoryRow]:
        """The index of stories, a story at a time."""
        if state.stories:
            yield from self.records(state.stories, StoryRow)

    def done(self, shard: str) -> Done | None:
        """What is in a shard, None where it is not whole."""
        try:
            return msgspec.json.decode(self.read(f"shards/{shard}/done.json"), type=Done)
        except (FileNotFoundError, msgspec.DecodeError):
            return None

    def sweep(self) -> None:
        """Remove what a killed run left half-written. Only for who holds the lock."""
        if self.local:
            with suppress(OSError):  # what stays does no harm: nothing names it
                for path in Path(self.root).rglob(".*.tmp"):
                    path.unlink(missing_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the archive for writing. Raises CrosscheckError where another process does. A bucket has no lock."""
        if not self.local or fcntl is None:
            yield
            return
        try:
            Path(self.root).mkdir(parents=True, exist_ok=True)
            with Path(self.path(".lock")).open("ab") as file:
                try:
                    # lockf, not flock: a worker that is forked must not hold it on
                    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except (BlockingIOError, PermissionError):
                    raise CrosscheckError(f"{self.address} is being written by another process: try later") from None
                yield
        except OSError as error:
            raise CrosscheckError(f"{self.address}: cannot be written: {error.strerror or error}") from error


class _Format(msgspec.Struct):
    format: int


def empty(model: str, settings: str) -> State:
    """The state of an archive with nothing in it."""
    return State(model=model, settings=settings)


def with_batch(state: State, batch: Batch, stories: str) -> State:
    """The state once a batch is in."""
    return msgspec.structs.replace(state, batches=(*state.batches, batch), stories=stories, open=None)
