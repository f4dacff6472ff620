"""The rules' pages: docs/rules/CODE.md, which a wheel carries as crosscheck/rule_pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def rule_page(code: str) -> str | None:
    """A rule's page as Markdown, None where there is none (a rule of another package)."""
    here = Path(__file__).parent
    for folder in (here / "rule_pages", here.parent / "docs" / "rules"):
        page = folder / f"{code}.md"
        if page.is_file():
            return page.read_text(encoding="utf-8")
    return None


def section(page: str, title: str) -> str:
    """The text under a heading of the second level, "" where it is missing."""
    lines = page.splitlines()
    try:
        start = next(i for i, line in enumerate(lines) if line.strip() == f"## {title}")
    except StopIteration:
        return ""
    rest = lines[start + 1 :]
    end = next((i for i, line in enumerate(rest) if line.startswith("## ")), len(rest))
    return "\n".join(rest[:end]).strip()
