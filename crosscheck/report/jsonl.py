"""One JSON object a line: what was run, every article, every finding, what was not read.

Each line has a ``type``: ``run`` (first: tool and counts, so that a reader of the stream knows what silence means),
``article``, ``finding``, ``unread``, ``warning``. A finding's mentions carry the path of their article, so that a line
stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from crosscheck.document import Document
from crosscheck.report.context import Context


def render(document: Document, context: Context) -> str:
    """The lines, in the document's order."""
    return "".join(msgspec.json.encode(row).decode() + "\n" for row in _rows(document))


def _rows(document: Document) -> Iterator[dict[str, Any]]:
    paths = {a.id: a.path for a in document.articles}
    yield {
        "type": "run",
        "schema_version": document.schema_version,
        "tool": document.tool,
        "articles": len(document.articles),
        "findings": len(document.findings),
        "agreed": len(document.agreed),
        "single_source": len(document.single_source),
        "unread": len(document.unread),
    }
    for article in document.articles:
        yield {"type": "article", **msgspec.to_builtins(article)}
    for finding in document.findings:
        row = {"type": "finding", **msgspec.to_builtins(finding)}
        for reading in row["readings"]:
            reading["mentions"] = [{"path": paths[m["article"]], **m} for m in reading["mentions"]]
        yield row
    for unread in document.unread:
        yield {"type": "unread", **msgspec.to_builtins(unread)}
    for warning in document.warnings:
        yield {"type": "warning", "message": warning}
