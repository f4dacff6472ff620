"""No text makes a reader, an extractor or a step of normalising take more than its length asks for.

Twice the text may take twice the time; a factor of five, above a tenth of a second, is a pattern or a loop that goes
by the square. What is bounded outright (blanks, words, sentences, length) is tested in tests/test_folding.py.
"""

import contextlib
import json
import time

import pytest

from benchmarks.hostile import TEXTS, sized, stages
from crosscheck.read import CannotRead, read_data
from crosscheck.settings import Settings

FACTOR, GRACE = 5.0, 0.25  # seconds of processor time
SIZE = 3_000


@pytest.mark.parametrize("name", TEXTS)
def test_extractors_and_normalisers(nlp, name):
    settings = Settings()
    short, long = (dict(stages(sized(name, size), settings)) for size in (SIZE, 2 * SIZE))
    slow = {stage: (short.get(stage, 0.0), took) for stage, took in long.items() if stage != "spacy"}
    assert not {s: t for s, t in slow.items() if t[1] > FACTOR * t[0] + GRACE}


READERS = {
    "a.txt": lambda t: t,
    "a.md": lambda t: f"---\ntitle: x\n---\n{t}",
    "front.md": lambda t: f"---\ntitle: {t}",
    "toml.md": lambda t: f'+++\ntitle = "{t}',
    "a.html": lambda t: f"<html><body><article><p>{t}</p></article></body></html>",
    "tag.html": lambda t: f"<html><body {t}",
    "a.eml": lambda t: f"From: a@b.c\nSubject: x\n\n{t}",
    "head.eml": lambda t: f"From: a@b.c\nSubject: {t}",
    "marked.eml": lambda t: f"From: a@b.c\nSubject: x\nContent-Type: text/html\n\n<p>{t}",
    "a.xml": lambda t: (
        f"<nitf><body><body.content><p>{t.replace('&', '+').replace('<', '&lt;')}</p></body.content></body></nitf>"
    ),
    "a.json": lambda t: json.dumps({"title": t[:50], "body_html": f"<p>{t}</p>"}),
    "a.jsonl": lambda t: json.dumps({"text": t}),
    "a.rtf": lambda t: "{\\rtf1 " + t + "}",
    "wire.txt": lambda t: f"bdt0021 3 pl 389  zpa 0082\n\nA/b/\nTitle =\n\n{t}",
}


@pytest.mark.parametrize("reader", READERS)
def test_readers(reader):
    def seconds(size, name):
        data = READERS[reader](sized(name, size)).encode()
        started = time.process_time()
        with contextlib.suppress(CannotRead):
            read_data(data, path=reader, settings=Settings())
        return time.process_time() - started

    slow = {}
    for name in TEXTS:
        long = seconds(40_000, name)
        if long > GRACE:
            short = seconds(20_000, name)
            if long > FACTOR / 2 * short + GRACE:
                slow[name] = (short, long)
    assert not slow
