"""JSON lines: one article a line, with ``text`` and the manifest's keys."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw
from crosscheck.read.formats.ninjs import from_item


def read(data: bytes, name: str) -> Iterator[Raw]:
    """An article a line; a line that is none is told and costs no other."""
    for number, line in enumerate(decode(data).splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw = _raw(line)
        except CannotRead as error:
            raw = Raw(text="", trouble=f"line {number}: {error}")
        yield msgspec.structs.replace(raw, part=raw.part or str(number))


def _raw(line: str) -> Raw:
    try:
        item = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise CannotRead("broken JSON") from error
    if not isinstance(item, dict):
        raise CannotRead("an object with a text is wanted")
    return from_item(item)
