"""The JSON Schema of the findings document, made from its structs: ``python -m crosscheck.report.schema``."""

from __future__ import annotations

from typing import Any

import msgspec

from crosscheck.document import Document

TITLE = "crosscheck findings document"


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of :class:`~crosscheck.document.Document`."""
    made = msgspec.json.schema(Document)
    made = _as_written(made)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": TITLE, **made}


def _as_written(node: Any) -> Any:
    """Every field is written, whether or not it has a default; only an article's text may be left out."""
    if isinstance(node, list):
        return [_as_written(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: _as_written(value) for key, value in node.items()}
    if made.get("type") == "object" and "properties" in made:
        required = [name for name in made["properties"] if (made.get("title"), name) != ("DocArticle", "text")]
        made["required"] = required
    if made.get("title") == "DocFinding":
        made["properties"]["readings"]["minItems"] = 2
    return made


def text() -> str:
    """The schema as docs/findings.schema.json holds it."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


if __name__ == "__main__":
    print(text(), end="")
