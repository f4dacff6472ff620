"""JSON lines: one article a line, with ``text`` and the manifest's keys."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw
from crosscheck.read.formats.ninjs import from_item


def read(data: bytes, name: str) -> Iterator[Raw]:
    """An article a line. Raises CannotRead at the first line that is not one, after giving those before it."""
    for number, line in enumerate(decode(data).splitlines(), 1):
        if not line.strip():
            continue
        try:
            item = msgspec.json.decode(line)
        except (msgspec.DecodeError, RecursionError) as error:
            raise CannotRead(f"line {number}: broken JSON") from error
        if not isinstance(item, dict):
            raise CannotRead(f"line {number}: an object with a text is wanted")
        try:
            raw = from_item(item)
        except CannotRead as error:
            raise CannotRead(f"line {number}: {error}") from error
        yield msgspec.structs.replace(raw, part=raw.part or str(number))
