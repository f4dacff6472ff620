"""Plain text: the file's characters, unchanged, so that every offset holds in the file."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.read.decode import decode
from crosscheck.read.formats import Raw


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article."""
    yield Raw(text=decode(data), in_file=True)
