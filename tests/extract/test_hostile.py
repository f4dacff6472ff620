"""No text makes a reader, an extractor or a step of normalising take more than its length asks for.

Twice the text may take twice the time; a factor of five, above a tenth of a second, is a pattern or a loop that goes
by the square. What is bounded outright (blanks, words, sentences, length) is tested in tests/test_folding.py.
"""

import contextlib
import json
import time

import pytest

from benchmarks.hostile import TEXTS, sized, stages
from benchmarks.newsroom import archive, pdf
from crosscheck.read import CannotRead, read_data
from crosscheck.settings import Settings

FACTOR, GRACE = 5.0, 0.25  # seconds of processor time
TRIES = 4  # a machine that others use stalls now and then; what goes by the square is slow every time
SIZE = 3_000


def every_time(slow):
    """What is slow however often one looks; nothing where it was not once."""
    found = {}
    for _ in range(TRIES):
        if not (found := slow()):
            return found
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_extractors_and_normalisers(nlp, name):
    settings = Settings()

    def slow():
        short, long = (dict(stages(sized(name, size), settings)) for size in (SIZE, 2 * SIZE))
        took = {stage: (short.get(stage, 0.0), took) for stage, took in long.items() if stage != "spacy"}
        return {s: t for s, t in took.items() if t[1] > FACTOR * t[0] + GRACE}

    assert not every_time(slow)


def _marked(text):
    return "<p>" + text.replace("&", "+").replace("<", "&lt;") + "</p>"


def _word(text):
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in _marked(text)[3:-4].split("\n"))


READERS = {
    "g2.xml": lambda t: (
        f"<newsItem><contentSet><inlineXML><html><body>{_marked(t)}</body></html></inlineXML></contentSet></newsItem>"
    ),
    "newsml1.xml": lambda t: (
        f"<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>{_marked(t)}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    ),
    "feed.xml": lambda t: (
        f"<rss version='2.0'><channel><item><title>B</title><description>{_marked(_marked(t))}</description></item></channel></rss>"
    ),
    "a.docx": lambda t: archive(
        {
            "word/document.xml": f"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{_word(t)}</w:body></w:document>"
        }
    ),
    "a.odt": lambda t: archive(
        {
            "content.xml": f"<o:d xmlns:o='o' xmlns:t='t'><o:body><o:text>{_marked(t).replace('p>', 't:p>')}</o:text></o:body></o:d>"
        }
    ),
    "a.pdf": lambda t: pdf([t[at : at + 80] for at in range(0, len(t), 80)]),
    "box.mbox": lambda t: (
        f"From a@b.c Thu Jul 11 15:39:00 2024\nFrom: a@b.c\nSubject: x\n\n{t}\n\nFrom a@b.c Thu Jul 11 15:39:00 2024\n{t}"
    ),
    "saved.mhtml": lambda t: (
        f"From: <Saved by Blink>\nSubject: x\nContent-Type: text/html\n\n<html><body><article><p>{t}</p></article></body></html>"
    ),
    "a.srt": lambda t: f"1\n00:00:01,000 --> 00:00:04,000\n{t}",
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
        made = READERS[reader](sized(name, size))
        data = made if isinstance(made, bytes) else made.encode()
        started = time.process_time()
        with contextlib.suppress(CannotRead):
            read_data(data, path=reader, settings=Settings())
        return time.process_time() - started

    def slow(name):
        long = seconds(40_000, name)
        short = seconds(20_000, name) if long > GRACE else long
        return {name: (short, long)} if long > FACTOR / 2 * short + GRACE else {}

    assert not [found for name in TEXTS if (found := every_time(lambda name=name: slow(name)))]


NESTED = {
    "deep.html": lambda n: "<html><body><article>" + "<div>" * n + "A word. " * n,
    "wide.html": lambda n: "<html><body><article>" + "<ul><li>1/2 a<li>2/2 b</ul><dl><dt>a<dd>b</dl><blockquote>a<cite>Ann Reed</cite></blockquote>" * (n // 10),
    "tables.html": lambda n: "<html><body><table>" + "<tr><td><table><tr><td>a" * n,
    "forwards.eml": lambda n: "From: a@b.c\nSubject: x\n\n" + "---------- Forwarded message ---------\nFrom: d@e.f\nSubject: y\n\nA word.\n" * n,
    "replies.eml": lambda n: "From: a@b.c\nSubject: x\n\n" + "".join(f"{'>' * (i % 500)} On Mon, Ann Reed wrote:\n" for i in range(n)),
    "returns.eml": lambda n: "From: a@b.c\r\nSubject: x\r\n\r\n" + "Mayor: an answer.\r\n\r\n" * n,
    "fields.eml": lambda n: "From: a@b.c\n" + "Received: by x\n" * n + "Subject: y\n\nA word.\n",
    "field.eml": lambda n: "From: a@b.c\nReceived: " + "by x " * n + "\nSubject: y\n\nA word.\n",
    "folded.eml": lambda n: "From: a@b.c\nSubject: " + "=?utf-8?q?a?=\n " * n + "\n\nA word.\n",
    "parts.eml": lambda n: "From: a@b.c\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nA word.\n" * n,
    "mails.mbox": lambda n: "From a@b.c Thu Jul 11 15:39:00 2024\nFrom: a@b.c\nSubject: x\n\nA word.\n\n" * min(n, 400),
    "deep.json": lambda n: '{"items": [' * n + "1",
    "deep.xml": lambda n: "<nitf>" + "<block>" * n + "A word.",
    "deep.rtf": lambda n: "{\\rtf1 " + "{" * n + "A word.",
    "front.md": lambda n: "---\n" + "a:\n  " * n,
    "cues.srt": lambda n: "1\n00:00:01,000 --> 00:00:04,000\nA word.\n\n" * n,
    "stamps.txt": lambda n: "Title\n\n" + "4 May 1999, " * n,
}  # fmt: skip


@pytest.mark.parametrize("name", NESTED)
def test_what_is_nested_or_repeated(name):
    """Five thousand of a kind, and twice as many, through its reader: at most a few seconds."""

    def seconds(n):
        started = time.process_time()
        with contextlib.suppress(CannotRead):
            read_data(NESTED[name](n).encode(), path=name, settings=Settings())
        return time.process_time() - started

    short, long = seconds(5_000), seconds(10_000)
    assert long < FACTOR / 2 * short + GRACE or long < 1.5  # so little is noise on a busy machine
    assert long < 6.0
