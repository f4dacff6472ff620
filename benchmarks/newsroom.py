"""A newsroom's folder: hundreds of files of every format, sound and broken, each read whole, read right or refused.

``python -m benchmarks.newsroom --files 200 --seed 1 [--whole]`` writes invented stories in every format and encoding,
puts broken, empty and foreign files between them, and says of each file what came of it. A sound file must give its
paragraphs in order, and its title, byline and day where the format has a place for them; every other one a reason.
``--whole`` checks the folder too: its document must account for each file, with no failed part.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from email.message import EmailMessage
from html import escape
from pathlib import Path

import msgspec

from crosscheck.model import Article
from crosscheck.read import read_paths
from crosscheck.settings import Settings


class Story(msgspec.Struct, frozen=True):
    """An invented story as every format has to give it back."""

    title: str
    byline: str
    day: date
    paragraphs: tuple[str, ...]

    @property
    def html(self) -> str:
        return "".join(f"<p>{escape(p, quote=False)}</p>" for p in self.paragraphs)

    @property
    def plain(self) -> str:
        return f"{self.title}\n\n" + "\n\n".join(self.paragraphs) + "\n"

    @property
    def moment(self) -> str:
        return f"{self.day.isoformat()}T09:00:00Z"


_TOWNS = "Pelon Harwick Orrin Kelby Brantholm Quennel Velmar Port Ellen Lund Castel Nerio".split(" ")
_NAMES = "Ann Reed|Ilse Hartog|José Núñez|Moira Kell|Zoë O’Dowd|Bo Lindahl|Čeněk Šimůnek|Nils Åberg".split("|")


def story(number: int) -> Story:
    """One story; no two numbers give the same one."""
    made = random.Random(number)
    town, name, author = _TOWNS[number % len(_TOWNS)], made.choice(_NAMES), made.choice(_NAMES[:2])
    day, count = date(2024, 1, 8) + timedelta(days=number), 10 + number
    return Story(
        title=f"Bridge in {town} shut after storm {number}",
        byline=author,
        day=day,
        paragraphs=(
            f"The old bridge in {town} was closed on Monday after a storm tore {count} planks from its deck, the harbour office said.",
            f"“We have no choice,” said {name}, the engineer – repairs will cost £{number}.5 million & take {count} days.",
            f"Some {count * 10:,} people cross the bridge every day. Café owners in {town} fear for the summer; buses go round by Lower {town}.",
        ),
    )


# --- sound files -----------------------------------------------------------------------------------------------------


def _page(s: Story) -> bytes:
    head = f"<title>{s.title}</title><meta property='article:published_time' content='{s.moment}'><meta name='author' content='{s.byline}'>"
    return (
        f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body><nav><a href='/'>Home</a> <a href='/n'>News</a></nav>"
        f"<article><h1>{s.title}</h1>{s.html}</article><aside>Most read</aside><footer>Copyright</footer></body></html>"
    ).encode()


def _g2(s: Story) -> bytes:
    return (
        "<?xml version='1.0' encoding='UTF-8'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='x' version='1'>"
        f"<itemMeta><itemClass qcode='ninat:text'/><versionCreated>{s.moment}</versionCreated></itemMeta><contentMeta>"
        f"<by>{s.byline}</by><headline>{s.title}</headline></contentMeta><contentSet><inlineXML><html xmlns="
        f"'http://www.w3.org/1999/xhtml'><body>{s.html}</body></html></inlineXML></contentSet></newsItem>"
    ).encode()


def _newsml1(s: Story) -> bytes:
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><NewsML Version='1.2'><NewsEnvelope><DateAndTime>{s.day:%Y%m%d}T090000Z</DateAndTime>"
        f"</NewsEnvelope><NewsItem><NewsComponent><NewsLines><HeadLine>{s.title}</HeadLine><ByLine>{s.byline}</ByLine></NewsLines>"
        f"<ContentItem><DataContent>{s.html}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    ).encode()


def _nitf(s: Story, encoding: str = "utf-8") -> bytes:
    return (
        f"<?xml version='1.0' encoding='{encoding}'?><nitf><head><docdata><date.issue norm='{s.day:%Y%m%d}T090000Z'/></docdata></head>"
        f"<body><body.head><hedline><hl1>{s.title}</hl1></hedline><byline>{s.byline}</byline></body.head><body.content>{s.html}"
        "</body.content></body></nitf>"
    ).encode(encoding, "xmlcharrefreplace")


def _ninjs(s: Story) -> bytes:
    item = {"headline": s.title, "byline": s.byline, "versioncreated": s.moment, "body_html": s.html, "type": "text"}
    return json.dumps(item).encode()


def _json_lines(s: Story) -> bytes:
    return json.dumps({"title": s.title, "byline": s.byline, "published": s.moment, "text": s.plain}).encode() + b"\n"


def _feed(s: Story) -> bytes:
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title><item><title>{s.title}</title><pubDate>"
        f"{s.day:%a, %d %b %Y} 09:00:00 GMT</pubDate><description><![CDATA[{s.html}]]></description></item></channel></rss>"
    ).encode()


def _atom(s: Story) -> bytes:
    return (
        f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>News</title><entry><title>{s.title}</title>"
        f"<published>{s.moment}</published><content type='html'>{escape(s.html)}</content></entry></feed>"
    ).encode()


def _iptc(s: Story) -> bytes:
    body = "\r\n".join(f"   {p}" for p in s.paragraphs)
    text = f"\x01zpa{s.day:%d}31 3 i 389  zpa 0082\r\n\r\nHarbour/bridge/\r\n{s.title} =\r\n\r\n\x02{body}\r\n\r\nzpa ls up\r\n\r\n{s.day:%d}0900 GMT {s.day:%b} {s.day:%y}\r\n\x03"
    return text.encode()


def _anpa(s: Story) -> bytes:
    body = "\n".join(f"   {p}" for p in s.paragraphs)
    return f"a{s.day:%d}31 u i\nAM-Bridge,0380\n^{s.title}<\n^By {s.byline.upper()}=\n{body}\nIP-NY-{s.day:%m-%d-%y} 0900GMT<\n".encode()


def _mail(s: Story, *, html: bool = False, encoding: str = "quoted-printable") -> bytes:
    message = EmailMessage()
    message["Received"] = "by host.example; " + "x" * 900
    message["From"], message["Subject"] = f"{s.byline} <press@council.example>", s.title
    message["Date"] = f"{s.day:%a, %d %b %Y} 09:00:00 +0000"
    message.set_content("\n\n".join(s.paragraphs), cte=encoding)
    if html:
        message.add_alternative(f"<html><body>{s.html}</body></html>", subtype="html")
    return message.as_bytes()


def _forwarded(s: Story) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "desk@news.example",
        f"Fwd: {s.title}",
        "Fri, 05 Dec 2025 09:00:00 +0000",
    )
    head = f"From: {s.byline} <a@b.example>\nDate: {s.day:%a, %d %b %Y} 09:00:00 +0000\nSubject: {s.title}\nTo: desk@news.example\n"
    message.set_content(f"FYI\n\n---------- Forwarded message ---------\n{head}\n" + "\n\n".join(s.paragraphs))
    return message.as_bytes()


def archive(members: dict[str, str]) -> bytes:
    """A ZIP file with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return file.getvalue()


def _docx(s: Story) -> bytes:
    told = "".join(
        f"<w:p><w:r><w:t xml:space='preserve'>{escape(p)}</w:t></w:r></w:p>" for p in (s.title, *s.paragraphs)
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    core = f"<c xmlns:d='d'><d:title>{s.title}</d:title><d:created>{s.moment}</d:created></c>"
    return archive(
        {
            "word/document.xml": f"<w:document xmlns:w='{space}'><w:body>{told}</w:body></w:document>",
            "docProps/core.xml": core,
        }
    )


def _odt(s: Story) -> bytes:
    told = "".join(f"<t:p>{escape(p)}</t:p>" for p in (s.title, *s.paragraphs))
    return archive(
        {
            "content.xml": f"<o:document-content xmlns:o='o' xmlns:t='t'><o:body><o:text>{told}</o:text></o:body></o:document-content>"
        }
    )


def _rtf(s: Story) -> bytes:
    def coded(text: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)

    body = r"\par\par ".join(coded(p) for p in (s.title, *s.paragraphs))
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 " + body + "\\par}").encode("ascii")


def pdf(lines: list[str], title: str = "Microsoft Word - release_final_v3.doc", created: str = "") -> bytes:
    """A PDF of one page with these lines, an empty one between paragraphs; characters beyond Latin are lost."""

    def coded(text: str) -> bytes:
        return text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")

    stream = b"BT /F1 11 Tf 50 780 Td 14 TL " + b"".join(b"(" + coded(line) + b") Tj T* " for line in lines) + b"ET"
    dated = f" /CreationDate ({created})" if created else ""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}){dated} >>".encode(),
    )
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 7\n0000000000 65535 f \n" + table + tail


def _pdf(s: Story) -> bytes:
    lines = [s.title, ""]
    for paragraph in s.paragraphs:
        row = ""
        for word in paragraph.split(" "):
            if len(row) + len(word) > 88:
                lines.append(row)
                row = ""
            row = f"{row} {word}".strip()
        lines += [row, ""]
    return pdf(lines)


def _front(s: Story) -> bytes:
    return (
        f"---\ntitle: {s.title}\ndate: {s.day.isoformat()}\nauthor: {s.byline}\n---\n\n".encode()
        + "\n\n".join(s.paragraphs).encode()
    )


def _toml(s: Story) -> bytes:
    return (
        f'+++\ntitle = "{s.title}"\ndate = {s.day.isoformat()}\nauthor = "{s.byline}"\n+++\n\n'.encode()
        + "\n\n".join(s.paragraphs).encode()
    )


def _dated(s: Story) -> str:
    return (
        f"{s.title}\n\nBy {s.byline}\n\nPELON, {s.day:%B} {s.day.day}, {s.day.year} (ZPA) - "
        + "\n\n".join(s.paragraphs)
        + "\n"
    )


# name: (how it is written, what the format has a place for)
SOUND: dict[str, tuple[Callable[[Story], bytes], str]] = {
    "page.html": (_page, "title byline day"),
    "g2.xml": (_g2, "title byline day"),
    "newsml1.xml": (_newsml1, "title byline day"),
    "nitf.xml": (_nitf, "title byline day"),
    "latin.nitf": (lambda s: _nitf(s, "iso-8859-1"), "title byline day"),
    "ninjs.json": (_ninjs, "title byline day"),
    "row.jsonl": (_json_lines, "title byline day"),
    "rss.xml": (_feed, "title day"),
    "atom.xml": (_atom, "title day"),
    "iptc.txt": (_iptc, "title day"),
    "anpa.txt": (_anpa, "title day"),
    "mail.eml": (_mail, "title byline day"),
    "coded.eml": (lambda s: _mail(s, encoding="base64"), "title byline day"),
    "both.eml": (lambda s: _mail(s, html=True), "title byline day"),
    "forwarded.eml": (_forwarded, "title byline day"),
    "word.docx": (_docx, "title day"),
    "office.odt": (_odt, "title"),
    "rich.rtf": (_rtf, "title"),
    "print.pdf": (_pdf, "title"),
    "front.md": (_front, "title byline day"),
    "hugo.md": (_toml, "title byline day"),
    "plain.txt": (lambda s: _dated(s).encode(), "title day"),
    "bom.txt": (lambda s: b"\xef\xbb\xbf" + _dated(s).encode(), "title day"),
    "returns.txt": (lambda s: _dated(s).replace("\n", "\r\n").encode(), "title day"),
    "wide.txt": (lambda s: _dated(s).encode("utf-16"), "title day"),
    "western.txt": (lambda s: _dated(s).encode("cp1252", "replace"), "title day"),
    "noname": (lambda s: _dated(s).encode(), "title day"),
}  # fmt: skip
BROKEN: dict[str, Callable[[Story], bytes]] = {
    "empty.txt": lambda s: b"",
    "blank.md": lambda s: b" \n\t\n",
    "marks.txt": lambda s: b"*** --- ***\n",
    "picture.txt": lambda s: b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "program.html": lambda s: b"\x7fELF\x02\x01\x01" + bytes(300),
    "squeezed.txt": lambda s: b"\x1f\x8b\x08\x00" + bytes(random.Random(1).randbytes(300)),
    "cut.docx": lambda s: _docx(s)[:200],
    "other.docx": lambda s: archive({"xl/workbook.xml": "<workbook/>"}),
    "cut.pdf": lambda s: _pdf(s)[:60],
    "scan.pdf": lambda s: pdf([]),
    "drawing.xml": lambda s: b"<?xml version='1.0'?><svg><text>12</text></svg>",
    "cut.xml": lambda s: _g2(s)[:150],
    "hollow.xml": lambda s: b"<?xml version='1.0'?><NewsML><NewsItem/></NewsML>",
    "list.json": lambda s: b"[1, 2, 3]",
    "cut.jsonl": lambda s: b'{"text": "The bri\n{"text',
    "bodiless.eml": lambda s: b"From: a@b.example\nSubject: Bridge\n\n",
    "shell.html": lambda s: b"<!doctype html><html><body><div id='app'></div></body></html>",
    "front.md": lambda s: b"---\n: [\n---\ntext",
    "old.doc": lambda s: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "photo.jpg": lambda s: b"\xff\xd8\xff\xe0" + bytes(100),
    "rows.csv": lambda s: b"town,people\nPelon,12\n",
}  # fmt: skip


def write(folder: Path, files: int, seed: int) -> dict[str, Story | None]:
    """So many files in the folder, three sound ones to one that is broken: each name with its story, None for none."""
    made, found = random.Random(seed), dict[str, Story | None]()
    sound, broken = sorted(SOUND), sorted(BROKEN)
    for number in range(files):
        told = story(number)
        if number % 4 == 3:
            kind = broken[(number // 4 + seed) % len(broken)]
            data = BROKEN[kind](told)
        else:
            kind = sound[(number - number // 4 + seed) % len(sound)]
            data = SOUND[kind][0](told)
        name = f"{made.randrange(1000):03}{number:04}-{kind}"
        (folder / name).write_bytes(data)
        found[name] = told if number % 4 != 3 else None
    return found


def wrong(article: Article, told: Story, kind: str) -> str:
    """What of the story the article lacks, "" where nothing."""
    text = " ".join(article.text.replace("\x01", "").replace("\x02", "").split())
    loose = kind in ("print.pdf", "western.txt")  # their characters are those of western Europe
    at = 0
    for paragraph in told.paragraphs:
        wanted = paragraph.encode("cp1252", "replace").decode("cp1252") if loose else paragraph
        place = text.find(wanted, at)
        if place < 0:
            return f"lacks {paragraph[:60]!r}"
        at = place + len(wanted)
    places = SOUND[kind][1].split()
    if article.title != told.title:
        return f"title {article.title!r}"
    if "day" in places and (article.published or "")[:10] != told.day.isoformat():
        return f"published {article.published}"
    if "byline" in places and told.byline not in (article.byline or ""):
        return f"byline {article.byline!r}"
    return ""


def unaccounted(folder: Path, files: dict[str, Story | None], settings: Settings) -> list[str]:
    """Files that are read otherwise than they should be, or of which nothing is said."""
    result = read_paths([str(folder)], settings=settings)
    articles = {Path(a.path.partition("#")[0]).name: a for a in result.articles}
    reasons = {Path(u.path.partition("#")[0]).name: u.reason for u in result.unread}
    found = []
    for name, told in files.items():
        article, reason = articles.get(name), reasons.get(name, "")
        if told is None:
            if article is not None or not reason or "\n" in reason or "failed" in reason:
                found.append(f"{name}: read as {article and article.text[:60]!r}, reason {reason!r}")
        elif article is None:
            found.append(f"{name}: not read: {reason!r}")
        elif said := wrong(article, told, name.partition("-")[2]):
            found.append(f"{name}: {said}")
    return found


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--whole", action="store_true", help="check the folder as well")
    given = parser.parse_args(argv)
    settings = Settings()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write(folder, given.files, given.seed)
        found = unaccounted(folder, files, settings)
        if given.whole:
            from crosscheck.pipeline import check

            read = read_paths([name], settings=settings)
            document = check(read.articles, settings=settings, unread=read.unread)
            told = {Path(a.path.partition("#")[0]).name for a in document.articles}
            told |= {Path(u.path.partition("#")[0]).name for u in document.unread}
            found += [f"{f}: not in the document" for f in files if f not in told]
            found += [w for w in document.warnings if "failed" in w]
    print(*found, sep="\n")
    print(f"{given.files} files, {sum(s is not None for s in files.values())} of them sound; wrong: {len(found)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
