"""Evidence as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): quote and position selectors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscheck.document import DocMention, Document

CONTEXT = 20  # characters before and after: enough to tell two places of the same words apart


def web_annotations(document: Document, texts: Mapping[str, str]) -> dict[str, Any]:
    """An annotation collection: one annotation a reading of a finding, with a target for each of its mentions."""
    sources = {a.id: a.url or a.path for a in document.articles}
    items = []
    for finding in document.findings:
        for number, reading in enumerate(finding.readings, 1):
            targets = [
                {"source": sources[m.article], "selector": _selectors(m, texts.get(m.article, ""))}
                for m in reading.mentions
            ]
            items.append(
                {
                    "id": f"#f-{finding.id}-{number}",
                    "type": "Annotation",
                    "motivation": "assessing",
                    "body": {"type": "TextualBody", "value": reading.value, "purpose": "describing"},
                    "target": targets,
                }
            )
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "total": len(items),
        "items": items,
    }


def _selectors(mention: DocMention, text: str) -> list[dict[str, Any]]:
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": mention.text}
    if text:
        quote["prefix"] = text[max(0, mention.start - CONTEXT) : mention.start]
        quote["suffix"] = text[mention.end : mention.end + CONTEXT]
    return [quote, {"type": "TextPositionSelector", "start": mention.start, "end": mention.end}]
