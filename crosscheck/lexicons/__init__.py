"""Word lists and tables as data files, each with its source and licence in its head; this module only loads them.

Files are TOML tables. What a list is for stands beside it; code asks for a file by its name without the ending.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of ``name.toml`` in this folder. Raises FileNotFoundError where there is none."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, table: str) -> tuple[str, ...]:
    """One list of words of a file; a table written as text is split at white space."""
    found = load(name)[table]
    return tuple(found.split()) if isinstance(found, str) else tuple(found)
