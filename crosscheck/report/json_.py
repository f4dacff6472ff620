"""The findings document itself, as JSON."""

from __future__ import annotations

from crosscheck.document import Document, encode
from crosscheck.report.context import Context


def render(document: Document, context: Context) -> str:
    """The document; its schema is docs/findings.schema.json."""
    return encode(document).decode()
