"""The part of a rule's page that a reader of a finding wants: what it does and why it matters."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from crosscheck.pages import rule_page

_WANTED = ("What it does", "Why it matters", "Limits")


class Explanation(msgspec.Struct, frozen=True):
    """Paragraphs by heading."""

    sections: list[tuple[str, list[str]]]


@cache
def explanation(code: str) -> Explanation | None:
    """The wanted sections of a rule's page, or None where there is no page."""
    page = rule_page(code)
    if not page:
        return None
    parts = re.split(r"(?m)^##\s+(.+?)\s*$", page)
    sections = dict(zip(parts[1::2], parts[2::2], strict=False))
    found = [(title, _paragraphs(sections[title])) for title in _WANTED if title in sections]
    return Explanation(found) if found else None


def _paragraphs(markdown: str) -> list[str]:
    plain = re.sub(r"(?s)```.*?```", "", markdown)
    plain = re.sub(r"[*_`]{1,3}([^*_`]+)[*_`]{1,3}", r"\1", plain)
    plain = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", plain)
    return [" ".join(p.split()) for p in re.split(r"\n\s*\n|\n(?=[-*] )", plain) if p.strip()]
