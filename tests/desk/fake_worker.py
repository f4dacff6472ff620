"""A worker without a language model: it knows tolls ("12 people") and weekdays, and how to misbehave when a text asks."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parent.parent / "store"))
import desk_kit

from crosscheck.desk import worker
from crosscheck.document import DocArticle, Document

QUESTIONS = (
    ("FIG401", "people killed", "figure", "error", re.compile(r"\d+ people")),
    ("DAT301", "day of the fire", "date", "warning", re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri)day")),
)


def check(request: worker.Request) -> Document:
    found, unread = worker.articles_of(request)
    articles = [
        DocArticle(
            id=a.id, path=a.path, title=a.title, publisher=a.publisher, published=a.published, role=a.role,
            source_group=a.id, url=a.url, text=a.text,
        )
        for a in found
    ]  # fmt: skip
    made = []
    for rule, subject, kind, level, pattern in QUESTIONS:
        readings: dict[str, list[str]] = {}
        for article in articles:
            if match := pattern.search(article.text):
                readings.setdefault(match[0], []).append(article.path)
        if len(readings) > 1:
            made.append(desk_kit.finding(articles, rule, subject, list(readings.items()), level=level, kind=kind))
    if not request.with_text:
        articles = [msgspec.structs.replace(a, text=msgspec.UNSET) for a in articles]
    return msgspec.structs.replace(desk_kit.document(articles, made), unread=tuple(unread))


def main() -> None:
    out = os.fdopen(os.dup(1), "wb")
    decoder = msgspec.json.Decoder(worker.Request)
    while head := sys.stdin.buffer.read(worker.HEAD):
        request = decoder.decode(sys.stdin.buffer.read(worker.length(head)))
        texts = [a.text for a in worker.articles_of(request)[0]]
        for number, text in enumerate(texts):
            out.write(worker.frame(worker.Step(done=number + 1, total=len(texts), what="article")))
            out.flush()
            if "PLEASE CRASH" in text:
                os._exit(3)
            if "PLEASE HANG" in text:
                time.sleep(3600)
            if "PLEASE WAIT" in text:
                time.sleep(1)
        answer = worker.Done(document=check(request)) if texts else worker.Failed(reason="There is no article.")
        out.write(worker.frame(answer))
        out.flush()


main()
