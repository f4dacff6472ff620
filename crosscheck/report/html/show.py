"""How texts and dates are written on the page. Nothing here escapes but :func:`breakable`: the templates do."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from markupsafe import Markup

_KEPT = frozenset("\n\t\u200c\u200d")  # joiners shape letters in Persian, Indic scripts and emoji
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(text: str) -> str:
    """Text in which control and direction characters are shown, not obeyed: a hidden override would turn the page."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(c) for c in text)


def _visible(character: str) -> str:
    if character in _KEPT or character == "\r":
        return character
    if character in _BIDI:
        return f"[U+{ord(character):04X}]"
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if unicodedata.category(character) in ("Cc", "Cs"):
        return "\ufffd"
    return character


def one_line(text: str, most: int = 0) -> str:
    """Text on one line; cut at a word with an ellipsis where it is longer than ``most`` characters."""
    line = " ".join(visible(text).split())
    if most and len(line) > most:
        head = line[: most - 1]
        line = (head.rsplit(" ", 1)[0] if " " in head[most // 2 :] else head) + "…"
    return line


def headed(text: str) -> str:
    """A subject as a heading: its first letter a capital, unless the word has capitals of its own (eBay)."""
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.islower() else text


def when(iso: str | None, *, clock: bool = True) -> str:
    """ "11 July 2024, 15:39 UTC" from ISO 8601; what is not ISO is given back as it is."""
    if not iso:
        return ""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    day = f"{moment.day} {moment:%B %Y}"
    if not clock or ("T" not in iso and " " not in iso):
        return day
    zone = moment.tzname() or ""
    return f"{day}, {moment:%H:%M} {zone}".rstrip()


def day_of(iso: str) -> date | None:
    """The day of an ISO 8601 string."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def number(value: float) -> str:
    """12,000 and 0.5, never 12000.0."""
    return f"{value:,.0f}" if value == int(value) and abs(value) < 1e15 else f"{value:,.6g}"


def breakable(name: str) -> Markup:
    """A name that may break after its dots and strokes, and nowhere else: newsinfo.<wbr>inquirer.<wbr>net."""
    parts = re.split(r"(?<=[./_@-])(?=\w)", name)
    return Markup("<wbr>").join(parts)
