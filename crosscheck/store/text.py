"""Text as both databases can keep it."""

from __future__ import annotations

import re

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """``text`` with NUL and lone surrogates replaced one for one, so that offsets still hold."""
    return _UNSTORABLE.sub("\ufffd", text)


def words(text: str | None) -> str | None:
    """What was typed into a field, trimmed; None when nothing was."""
    return storable(text).strip() or None if text else None


def like(text: str) -> str:
    """A LIKE pattern that finds ``text`` anywhere, case folded, for ESCAPE '\\'."""
    folded = storable(text).casefold()
    return "%" + folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def valid_id(number: int) -> bool:
    """True where ``number`` can be the id of a row in either database."""
    return 0 < number < 2**31
