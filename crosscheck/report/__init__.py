"""Stage 6, report: findings in, documents and pages out. One file per output format; all read the findings document.

A format is a module with ``render(document, context) -> str``; it is imported when asked for.
"""

from __future__ import annotations

from importlib import import_module

from crosscheck.document import Document
from crosscheck.report.context import Context

FORMATS = {
    "text": "crosscheck.report.text",
    "json": "crosscheck.report.json_",
    "jsonl": "crosscheck.report.jsonl",
    "sarif": "crosscheck.report.sarif",
    "junit": "crosscheck.report.junit",
    "github": "crosscheck.report.github",
    "markdown": "crosscheck.report.markdown",
    "html": "crosscheck.report.html",
}


def render(format_: str, document: Document, context: Context) -> str:
    """The document in one of :data:`FORMATS`. Raises KeyError for another."""
    module = import_module(FORMATS[format_])
    text: str = module.render(document, context)
    return text
