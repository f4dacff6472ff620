"""A newsroom's folder of every format, sound and broken; and what else is dropped into one."""

import json
import quopri
from email.message import EmailMessage
from pathlib import Path

import pytest

from benchmarks.newsroom import BROKEN, SOUND, story, unaccounted, write, wrong
from crosscheck.read import CannotRead, formats, read_data, read_paths
from crosscheck.settings import Settings

TOLD = story(1)


def read(data, name):
    return read_data(data.encode() if isinstance(data, str) else data, path=name, settings=Settings())


def test_two_hundred_files_are_read_whole_read_right_or_refused(tmp_path):
    pytest.importorskip("pypdf")
    files = write(tmp_path, 200, seed=1)
    assert {n.partition("-")[2] for n in files} == {*SOUND, *BROKEN}
    assert not unaccounted(tmp_path, files, Settings())


def test_every_reader_has_a_sound_file():
    modules = {p.stem for p in Path(formats.__file__).parent.glob("[a-z]*.py")}
    assert {formats.sniff(make(TOLD), name) for name, (make, _) in SOUND.items()} == modules


@pytest.mark.parametrize("name", SOUND)
def test_a_file_without_a_telling_name(name):
    """Content decides: of mails, pages and exports that were saved without an ending too."""
    if name.endswith(".md") or name in ("row.jsonl",):
        return
    (article,) = read(SOUND[name][0](TOLD), "download")
    assert not wrong(article, TOLD, name)


@pytest.mark.parametrize("name", ["page.html", "g2.xml", "nitf.xml", "ninjs.json", "mail.eml", "plain.txt"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_characters(name, encoding):
    (article,) = read(SOUND[name][0](TOLD).decode().encode(encoding), name)
    assert not wrong(article, TOLD, name)


def test_every_message_of_a_mailbox(tmp_path):
    mails = [SOUND["mail.eml"][0](story(n)) for n in (1, 2)]
    empty = b"Subject: nothing\nFrom: a@b.example\n\n"
    box = b"\n\n".join(b"From a@b.example Thu Jul 11 15:39:00 2024\n" + m for m in (*mails, empty))
    (tmp_path / "desk.mbox").write_bytes(box)
    result = read_paths([str(tmp_path)], settings=Settings())
    assert [wrong(a, story(n), "mail.eml") for n, a in enumerate(result.articles, 1)] == ["", ""]
    assert [u.path.rpartition("#")[2] for u in result.unread] == ["3"]


def test_a_mail_that_begins_like_a_mailbox():
    (article,) = read(
        b"From Ann Reed, Westbrook\n\nThe council of Westbrook voted on Monday to close the bridge.\n", "a.eml"
    )
    assert "voted on Monday" in article.text


def test_a_page_saved_as_a_message():
    message = "From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example/a\nSubject: x\nDate: Fri, 5 Dec 2025 09:00:00 -0000\n"
    message += 'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="B"\n\n--B\nContent-Type: text/html\n'
    message += (
        "Content-Transfer-Encoding: quoted-printable\n\n" + quopri.encodestring(SOUND["page.html"][0](TOLD)).decode()
    )
    (article,) = read(message + "\n--B\nContent-Type: text/css\n\nbody {color: red}\n--B--\n", "page.mhtml")
    assert not wrong(article, TOLD, "page.html")


def test_an_opendocument_text_in_one_file():
    body = "".join(f"<t:p>{p.replace('&', '&amp;')}</t:p>" for p in (TOLD.title, *TOLD.paragraphs))
    space = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    (article,) = read(
        f"<?xml version='1.0'?><o:document xmlns:o='{space}' xmlns:t='t'><o:body><o:text>{body}</o:text></o:body></o:document>",
        "a.fodt",
    )
    assert not wrong(article, TOLD, "office.odt")


def test_wordpress_items():
    item = {"title": {"rendered": TOLD.title}, "content": {"rendered": TOLD.html}, "date": TOLD.moment}
    first, second = read(json.dumps([item, item]), "posts.json")
    assert not wrong(first, TOLD, "rss.xml") and first.title == second.title


def test_times_of_subtitles_are_no_text():
    cues = f"WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n{TOLD.paragraphs[0]}\n\n2\n00:00:05.000 --> 00:00:09.000\n{TOLD.paragraphs[1]}\n"
    (article,) = read(cues, "a.vtt")
    seen = "".join(
        c
        for i, c in enumerate(article.text)
        if not any(r.span.start <= i < r.span.end for r in article.regions if r.kind == "furniture")
    )
    assert seen.split() == f"{TOLD.paragraphs[0]} {TOLD.paragraphs[1]}".split()


@pytest.mark.parametrize(("data", "name", "reason"), [
    (b"\xd0\xcf\x11\xe0" + bytes(600) + "__substg1.0_".encode("utf-16-le"), "a.msg", "Outlook message; save it as .eml"),
    (b"\xd0\xcf\x11\xe0" + bytes(600), "a.doc", "old Office file"),
    (b"%!PS-Adobe-3.0\n(x) show\n", "a.ps", "save it as PDF"),
    (BROKEN["other.docx"](TOLD), "all.zip", "unpack it first"),
    (b"<a><b></a>", "a.xml", "XML of a kind that is not known"),
    (b"<nitf><b></nitf>", "a.xml", "broken XML"),
])  # fmt: skip
def test_what_to_do_with_what_is_no_article(data, name, reason):
    with pytest.raises(CannotRead, match=reason) as caught:
        read(data, name)
    assert "\n" not in str(caught.value) and "<string>" not in str(caught.value)


def test_links_and_calendars_beside_articles_are_passed_over_and_said(tmp_path):
    (tmp_path / "a.txt").write_text(TOLD.plain)
    (tmp_path / "link.url").write_text("[InternetShortcut]\nURL=https://x.example/a\n")
    result = read_paths([str(tmp_path)], settings=Settings())
    assert len(result.articles) == 1
    assert [u.reason for u in result.unread] == ["passed over: a .url file holds no article"]


def test_a_forwarded_story_is_dated_by_its_sending_and_not_by_its_forwarding():
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "d@n.example", "Fwd: x", "Fri, 05 Dec 2025 09:00:00 +0000"
    message.set_content("FYI")
    inner = EmailMessage()
    inner["From"], inner["Subject"], inner["Date"] = (
        "a@b.example",
        TOLD.title,
        f"{TOLD.day:%a, %d %b %Y} 09:00:00 +0000",
    )
    inner.set_content("\n\n".join(TOLD.paragraphs))
    message.add_attachment(inner)
    (article,) = read(message.as_bytes(), "a.eml")
    assert not wrong(article, TOLD, "rss.xml")
