"""Damaged and hostile files through every reader, and a share of them through the whole check, drawn by hypothesis.

``python -m benchmarks.fuzz --inputs 300000 --whole 2000 --seed 1`` takes sample files of every format, cuts, doubles
and splices them, and holds the readers to what they promise: an article whose regions lie in its text, or one plain
line; never another error, never more than a few seconds. The whole check promises a document without failed parts.
"""

from __future__ import annotations

import argparse
import base64
import io
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from crosscheck.folding import fold
from crosscheck.model import Article
from crosscheck.read import CannotRead, read_data
from crosscheck.settings import Settings

CHUNK = 5_000  # inputs of one run of hypothesis, each with a seed of its own
SLOWEST = 5.0  # seconds of processor time a file may take to be read
BODY = (
    "LEEDS, June 21, 2017 (Reuters) - The council of Westbrook voted on Monday to close the bridge for 12 days. "
    "“We have no choice,” said Mayor Ann Reed, 52. Repairs cost £6.2 million, up from 45.000 euros, the café’s owner said."
)


def _zip(**members: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/") + ".xml", content)
    return file.getvalue()


def _pdf() -> bytes:
    stream = f"BT /F1 12 Tf 72 720 Td 14 TL ({BODY[:90]}) Tj T* ({BODY[90:150]}) Tj ET".replace("“", '"')
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1", "replace")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    tail = f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + tail.encode()


_P = f"<p>{BODY}</p>"
_W = f"<w:p><w:r><w:t>{BODY}</w:t></w:r></w:p>"
_MULTIPART = (
    "From: a@b.example\nSubject: Fwd: Bridge\nDate: Thu, 11 Jul 2024 15:39:00 +0000\nMIME-Version: 1.0\n"
    f'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n{BODY}\n\n'
    "---------- Forwarded message ---------\nFrom: c@d.example\nSubject: Bridge\n\nIt closed.\n--x\n"
    f"Content-Type: message/rfc822\n\nFrom: e@f.example\nSubject: Inner\n\n{BODY}\n--x\nContent-Type: text/html\n\n{_P}\n--x--\n"
)
SAMPLES: dict[str, bytes] = {
    "a.txt": f"Bridge closes\n\nBy Ann Reed\n\nUpdated 2 hours ago\n\n{BODY}\n\n(Reporting by Jo Bell)\n".encode(),
    "a.md": f"---\ntitle: Bridge\ndate: 2026-03-06\nauthor: [Ann Reed]\n---\n# *Bridge*\n\n{BODY}\n\n{{{{< fig >}}}} [a](b)\n".encode(),
    "b.md": f'+++\ntitle = "Bridge"\ndate = 2026-03-06\n+++\n{BODY}\n\n{{% raw %}} | a | b |\n|---|---|\n'.encode(),
    "a.html": (
        f"<!doctype html><html><head><title>Bridge</title><meta charset='utf-8'></head><body><nav>Home</nav><article><h1>Bridge"
        f"</h1>{_P}<blockquote class='twitter-tweet'><p>No.</p>&mdash; Ann Reed (@a) <a>June</a></blockquote><table><tr><td>a"
        f"</td><td>1</td></tr></table><figure><img><figcaption>The bridge at night in Leeds</figcaption></figure>{_P}"
        "<div class='gallery'><p>x</p></div></article></body></html>"
    ).encode(),
    "g2.xml": (
        "<?xml version='1.0'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta><provider literal='x'/></itemMeta>"
        f"<contentMeta><headline>Bridge</headline></contentMeta><contentSet><inlineXML><html><body>{_P}</body></html></inlineXML>"
        "</contentSet></newsItem>"
    ).encode(),
    "nitf.xml": f"<nitf><body><body.head><hedline><hl1>B</hl1></hedline><byline>By A<byttl>W</byttl></byline></body.head><body.content>{_P}</body.content></body></nitf>".encode(),
    "newsml1.xml": f"<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>B</HeadLine></NewsLines><ContentItem><DataContent>{_P}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>".encode(),
    "feed.xml": f"<rss version='2.0'><channel><title>N</title><item><title>B</title><description><![CDATA[{_P}{_P}]]></description></item></channel></rss>".encode(),
    "a.json": f'{{"headline": "B", "body_html": "{_P}", "versioncreated": "2024-07-11T15:39:00Z", "authors": [{{"name": "A"}}]}}'.encode(),
    "list.json": f'{{"items": [{{"title": "B", "text": "{BODY}"}}, {{"headline": "C", "bodies": [{{"value": "{_P}"}}]}}]}}'.encode(),
    "a.jsonl": f'{{"text": "{BODY}"}}\n{{"text": "{BODY}"}}\n'.encode(),
    "a.eml": f"Received: by x\r\nFrom: a@b.example\r\nSubject: =?utf-8?q?Bridge?=\r\nDate: Thu, 11 Jul 2024 15:39:00 +0000\r\n\r\n{BODY}\r\n> no\r\n".encode(),
    "multi.eml": _MULTIPART.encode(),
    "iptc.txt": f"\x01bdt0021 3 pl 389  zpa 0082\n\nA/b/\nBridge closes =\n\n   {BODY}\n\n# Notebook\n\n212322 GMT Nov 18\n".encode(),
    "anpa.txt": f"a0531 u i\nAM-Bridge,0380\n^Bridge closes<\n^By ANN REED=\n   {BODY}\nAP-NY-11-18-26 2123GMT<\n".encode(),
    "a.rtf": (r"{\rtf1\ansi{\info{\title x}}\f0 Bridge\par caf\'e9 \u8212? \trowd a\cell b\cell\row " + BODY + "}").encode("ascii", "replace"),
    "a.docx": _zip(
        word__document=f"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{_W}<w:tbl><w:tr><w:tc>{_W}</w:tc></w:tr></w:tbl><w:p><w:ins><w:r><w:t>in</w:t></w:r></w:ins></w:p></w:body></w:document>",
        docProps__core="<c><title>B</title><created>2026-03-05T09:00:00Z</created></c>",
    ),
    "a.odt": _zip(content=f"<o:document-content xmlns:o='o' xmlns:t='t'><o:body><o:text><t:p>{BODY}</t:p></o:text></o:body></o:document-content>"),
    "a.pdf": _pdf(),
    "wide.html": f"<!doctype html><html><body><article><h1>Bridge</h1>{_P}{_P}</article></body></html>".encode("utf-16"),
    "box.mbox": b"From a@b.example Thu Jul 11 15:39:00 2024\n" + _MULTIPART.encode() + b"\n\nFrom c@d.example Thu Jul 11 15:39:00 2024\n" + _MULTIPART.encode(),
    "saved.mhtml": f"From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example\nSubject: x\nContent-Type: text/html\n\n<html><body><article><h1>Bridge</h1>{_P}{_P}</article></body></html>".encode(),
    "flat.fodt": f"<?xml version='1.0'?><o:document xmlns:o='urn:oasis:opendocument' xmlns:t='t'><o:body><o:text><t:p>{BODY}</t:p></o:text></o:body></o:document>".encode(),
    "posts.json": f'[{{"title": {{"rendered": "B"}}, "content": {{"rendered": "{_P}"}}, "date": "2024-07-11"}}]'.encode(),
    "a.srt": f"1\n00:00:01,000 --> 00:00:04,000\n{BODY}\n\n2\n00:00:05,000 --> 00:00:09,000\nIt closed.\n".encode(),
}  # fmt: skip
PIECES = [
    b"", b"\n", b"\r\n", b" ", b"\t", b"\x00", b"\x01", b"\xff", b"\xc3", b"\xe2\x80\x9c", b"\xef\xbb\xbf", b"<", b">", b"</p>", b"<p>",
    b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&amp;", b"&#x0;", b"&#55296;", b"<!ENTITY a 'b'>", b"{", b"}", b"[", b"]", b'"', b"'", b"\\",
    b"\\u", b"\\ud800", b"null", b"1e999", b"-1", b"99999999999999999999", b"---\n", b"+++\n", b"{{", b"{%", b"%}", b"|", b"*", b"_", b"`", b"```\n",
    b"From: ", b"Subject: ", b"Content-Type: text/html\n", b"charset=utf-16", b"boundary=", b"--x\n", b"Content-Transfer-Encoding: base64\n",
    b"(Reporting by ", b"By A", b"LEEDS, ", b"June 31, 2017", b"1,000,", b"A. B. ", b"\xc3\xa2\xe2\x82\xac\xe2\x84\xa2", b"=?utf-8?b?", b"\\bin9999999 ",
    b"{\\*\\", b"\\'zz", b"<table><tr><td>", b"<blockquote class='twitter-tweet'>", b"<w:tbl>", b"<w:p>", b"stream\n", b"endobj", b"/Kids [3 0 R 3 0 R]",
    b"PK\x03\x04", b"%PDF-1.4", b"<html>", b"<?xml version='1.0' encoding='x'?>",
]  # fmt: skip
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "cut", "double", "swap", "repeat"]),
        st.floats(0, 1),
        st.integers(0, 40),
        st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)),
    ),
    min_size=1,
    max_size=8,
)


def edited(data: bytes, edits: Sequence[tuple[str, float, int, bytes]]) -> bytes:
    """A sample after some damage: pieces put in, cut out, written twice, put elsewhere or a hundred times."""
    for what, where, length, piece in edits:
        at = int(where * len(data))
        stretch = data[at : at + length]
        rest = data[at + length :]
        if what == "insert":
            data = data[:at] + piece + data[at:]
        elif what == "cut":
            data = data[:at] + rest
        elif what == "double":
            data = data[:at] + stretch * 2 + rest
        elif what == "repeat":
            data = data[:at] + (piece or stretch) * 100 + data[at:]
        else:
            data = stretch + data[:at] + piece + rest
    return data


def held(data: bytes, name: str, limits: Settings) -> tuple[str, list[Article]]:
    """("", the articles) where the readers keep what they promise, else what they did instead."""
    started = time.process_time()
    try:
        articles = read_data(data, path=name, settings=limits)
    except CannotRead as error:
        words = str(error)
        return (words if "failed" in words or "\n" in words or len(words) > 400 else ""), []
    except Exception as error:  # the promise is that there is none
        return f"{type(error).__name__}: {error}"[:200], []
    for article in articles:
        size = len(article.text)
        if not all(0 <= r.span.start <= r.span.end <= size for r in article.regions):
            return "a region outside the text", []
        fold(article, limits.limits)
    took = time.process_time() - started
    return (f"slow: {took:.0f} s" if took > SLOWEST else ""), articles


def run(inputs: int, whole: int, first_seed: int) -> Counter[str]:
    """What broke a promise and how often; the first input of each is printed as base64."""
    limits = Settings()
    found: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    every = max(1, inputs // max(1, whole))
    waiting: list[Article] = []

    def note(what: str, name: str, data: bytes) -> None:
        if not found[what]:
            print(f"{name}: {what}\n  {base64.b64encode(data[:3000]).decode()}", flush=True)
        found[what] += 1

    def one(name: str, edits: list[tuple[str, float, int, bytes]]) -> None:
        data = edited(SAMPLES[name], edits)
        what, articles = held(data, name, limits)
        outcomes["inputs"] += 1
        outcomes["articles"] += len(articles)
        if what:
            note(what, name, data)
        if whole and outcomes["inputs"] % every == 0 and articles:
            waiting.extend(articles[:1])
            if len(waiting) > 1:
                outcomes["whole checks"] += 1
                _checked(waiting, limits, lambda line: note(line, name, data))
                waiting.clear()

    for chunk in range(0, inputs, CHUNK):
        _chunk(one, min(CHUNK, inputs - chunk), first_seed + chunk // CHUNK)
        print(f"{dict(outcomes)}, findings {sum(found.values())}", file=sys.stderr, flush=True)
    print(
        f"{dict(outcomes)}; seeds {first_seed} to {first_seed + (inputs - 1) // CHUNK}; broken promises: {len(found)}"
    )
    return found


def _chunk(one: object, count: int, number: int) -> None:
    test = given(st.sampled_from(sorted(SAMPLES)), EDITS)(one)  # type: ignore[arg-type]
    options = settings(max_examples=count, deadline=None, database=None, phases=[Phase.generate],
                       suppress_health_check=list(HealthCheck))  # fmt: skip
    seed(number)(options(test))()


def _checked(articles: list[Article], limits: Settings, note: object) -> None:
    from crosscheck.document import encode
    from crosscheck.pipeline import check

    try:
        document = check(articles, settings=limits, workers=1)
        encode(document)
        lines = [line for line in document.warnings if "failed" in line]
    except Exception as error:  # the promise is that there is none
        lines = [f"whole check: {type(error).__name__}: {error}"[:200]]
    for line in lines:
        note(line.partition(": ")[2] or line)  # type: ignore[operator]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--inputs", type=int, default=20_000, help="files made")
    parser.add_argument("--whole", type=int, default=200, help="of these, so many through the whole check")
    parser.add_argument("--seed", type=int, default=1)
    given_ = parser.parse_args(argv)
    return 1 if run(given_.inputs, given_.whole, given_.seed) else 0


if __name__ == "__main__":
    sys.exit(main())
