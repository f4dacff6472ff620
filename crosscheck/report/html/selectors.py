"""Evidence as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): quote and position selectors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscheck.document import Document

CONTEXT = 32  # characters before and after, as the recommendation's examples have it


def web_annotations(document: Document, texts: Mapping[str, str]) -> dict[str, Any]:
    """An annotation collection: one annotation a mention of a finding."""
    sources = {a.id: a.url or a.path for a in document.articles}
    items = []
    for finding in document.findings:
        for r, reading in enumerate(finding.readings, 1):
            for m, mention in enumerate(reading.mentions, 1):
                text = texts.get(mention.article, "")
                quote = {"type": "TextQuoteSelector", "exact": mention.text}
                if text:
                    quote["prefix"] = text[max(0, mention.start - CONTEXT) : mention.start]
                    quote["suffix"] = text[mention.end : mention.end + CONTEXT]
                position = {"type": "TextPositionSelector", "start": mention.start, "end": mention.end}
                items.append(
                    {
                        "id": f"#f-{finding.id}-{r}-{m}",
                        "type": "Annotation",
                        "motivation": "assessing",
                        "body": {"type": "TextualBody", "value": reading.value, "purpose": "describing"},
                        "target": {"source": sources[mention.article], "selector": [quote, position]},
                    }
                )
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "total": len(items),
        "items": items,
    }
