"""Every format gives title, text and date; every hostile variant one plain reason."""

import io
import json
import time
import zipfile

import pytest

from crosscheck.read import CannotRead, read_data
from crosscheck.settings import Settings

BODY = (
    "The council of Westbrook voted on Monday to close the old bridge for a month. "
    "“We have no choice,” said Mayor Ana Example, who had argued for a ferry instead of repairs. "
    "Engineers found cracks in four of the nine piers, according to a report that was made public last week."
)
TITLE = "Bridge closes for repairs"


def read(data, name):
    if isinstance(data, str):
        data = data.encode()
    return read_data(data, path=name, settings=Settings())


def docx_bytes():
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title = TITLE
    document.add_paragraph(TITLE)
    document.add_paragraph(BODY)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_bytes(lines=("Bridge closes for repairs", "The council voted on Monday.")):
    """A one-page PDF with a text layer, written by hand."""
    stream = "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{o:010d} 00000 n \n".encode() for o in offsets)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()


HTML = f"""<!doctype html><html lang="en"><head><title>{TITLE} | Invented News</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Invented News">
<meta property="article:published_time" content="2024-07-11T15:39:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>{TITLE}</h1><p>{BODY}</p><p>{BODY.replace("month", "year")}</p></article>
<footer>All rights reserved</footer></body></html>"""
NEWSML = f"""<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x" version="1">
<itemMeta><versionCreated>2024-07-11T15:39:00+00:00</versionCreated><provider literal="Invented Wire"/></itemMeta>
<contentMeta><headline>{TITLE}</headline></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{BODY}</p></body></html></inlineXML></contentSet></newsItem>"""
NITF = f"""<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20240711T153900Z"/></docdata></head>
<body><body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head><body.content><p>{BODY}</p></body.content></body></nitf>"""
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Invented News</title><item><title>{TITLE}</title><pubDate>Thu, 11 Jul 2024 15:39:00 GMT</pubDate>
<content:encoded><![CDATA[<p>{BODY}</p>]]></content:encoded></item></channel></rss>"""
NINJS1 = json.dumps({"uri": "x", "headline": TITLE, "body_text": BODY, "versioncreated": "2024-07-11T15:39:00+00:00"})
NINJS2 = json.dumps(
    {
        "uri": "x",
        "headlines": [{"value": TITLE}],
        "bodies": [{"contentType": "text/html", "value": f"<p>{BODY}</p>"}],
        "versionCreated": "2024-07-11T15:39:00+00:00",
    }
)
JSONL = json.dumps({"text": f"{TITLE}\n\n{BODY}", "published": "2024-07-11"}) + "\n"
EML = f"From: Press <press@council.example>\nTo: desk@news.example\nDate: Thu, 11 Jul 2024 15:39:00 +0000\nSubject: {TITLE}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{BODY}\n"
MARKDOWN = f"---\npublished: 2024-07-11\npublisher: Invented News\n---\n# {TITLE}\n\n{BODY}\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(f"{TITLE}\n\nJuly 11, 2024\n\n{BODY}", "a.txt", id="text"),
        pytest.param(MARKDOWN, "a.md", id="markdown"),
        pytest.param(HTML, "a.html", id="html"),
        pytest.param(HTML, "a.txt", id="html named text"),
        pytest.param(NEWSML, "a.xml", id="newsml-g2"),
        pytest.param(NITF, "a.xml", id="nitf"),
        pytest.param(RSS, "a.xml", id="rss"),
        pytest.param(NINJS1, "a.json", id="ninjs 1"),
        pytest.param(NINJS2, "a.json", id="ninjs 2"),
        pytest.param(JSONL, "a.jsonl", id="json lines"),
        pytest.param(EML, "a.eml", id="e-mail"),
    ],
)
def test_title_text_and_date(data, name):
    (article,) = read(data, name)
    assert article.title == TITLE
    assert "cracks in four of the nine piers" in article.text
    assert article.published.startswith("2024-07-11")


def test_docx():
    (article,) = read(docx_bytes(), "a.docx")
    assert article.title == TITLE
    assert BODY in article.text
    assert not article.in_file


def test_pdf():
    pytest.importorskip("pypdf")
    (article,) = read(pdf_bytes(), "a.pdf")
    assert "The council voted on Monday." in article.text


def test_markdown_offsets_hold_in_the_file():
    source = "# **Bridge** closes\n\nMayor [Ana Example](https://x.example) said *never*.\n<!-- crosscheck: ignore X1 -- y -->\n"
    (article,) = read(source, "a.md")
    at = source.index("Ana Example")
    assert article.text[at : at + 11] == "Ana Example"
    assert len(article.text) == len(source)
    assert "**" not in article.text and "https" not in article.text
    assert any(r.kind == "furniture" and "ignore X1" in source[r.span.start : r.span.end] for r in article.regions)


def bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 150_000_000)
    return file.getvalue()


def encrypted_pdf():
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_bytes()))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


ENTITIES = '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><nitf><body>&b;</body></nitf>'


@pytest.mark.parametrize(
    ("make", "name", "reason"),
    [
        pytest.param(bomb, "a.docx", "far more", id="zip bomb"),
        pytest.param(lambda: b"PK\x03\x04garbage", "a.docx", "damaged", id="broken zip"),
        pytest.param(encrypted_pdf, "a.pdf", "encrypted", id="encrypted pdf"),
        pytest.param(lambda: b"%PDF-1.4 nothing else", "a.pdf", "damaged|no text", id="broken pdf"),
        pytest.param(lambda: ENTITIES, "a.xml", "entities", id="entity expansion"),
        pytest.param(lambda: "<html><body>" + "<div>" * 10_000 + "x", "a.html", "nested", id="deep html"),
        pytest.param(
            lambda: "<nitf>" + "<p>" * 10_000 + "</p>" * 10_000 + "</nitf>", "a.xml", "broken XML", id="deep xml"
        ),
        pytest.param(lambda: '{"a":' + "[" * 100_000, "a.json", "JSON|nested", id="deep json"),
        pytest.param(
            lambda: "<rss><channel><item><title>x</title></item></channel></rss>",
            "a.xml",
            "no item",
            id="feed of teasers",
        ),
        pytest.param(lambda: "---\n: [\n---\ntext", "a.md", "front matter", id="broken front matter"),
        pytest.param(lambda: '"“”"\n«»', "a.txt", "no words", id="only quotation marks"),
        pytest.param(lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "a.txt", "PNG", id="picture named text"),
        pytest.param(
            lambda: "<?xml version='1.0'?><svg><text>x</text></svg>", "a.xml", "kind that is not known", id="other xml"
        ),
    ],
)
def test_hostile_files_are_refused_in_one_line(make, name, reason):
    data = make()
    started = time.monotonic()
    with pytest.raises(CannotRead, match=reason) as caught:
        read(data, name)
    assert "\n" not in str(caught.value)
    assert time.monotonic() - started < 5


def test_html_cut_in_the_middle_is_still_read():
    (article,) = read(HTML[: HTML.index("</article>")], "a.html")
    assert "four of the nine piers" in article.text
