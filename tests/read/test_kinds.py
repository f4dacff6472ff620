"""What newsrooms send, format by format: nothing of the text is lost, and what is no text stays out."""

import io
import json
import zipfile
from email.message import EmailMessage

import pytest

from crosscheck.read import CannotRead, read_data, read_paths
from crosscheck.settings import Settings

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'


def read(data, name):
    if isinstance(data, str):
        data = data.encode()
    return read_data(data, path=name, settings=Settings())


def archive(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/") + ".xml", content)
    return file.getvalue()


def docx(body, *, space=W, **more):
    return archive(word__document=f"<w:document {space}><w:body>{body}</w:body></w:document>", **more)


def p(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


# --- Word ------------------------------------------------------------------------------------------------------------

ROW = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
BOX = f"<w:p><w:r><w:pict><w:txbxContent>{p('The pier held 900 boats.')}</w:txbxContent></w:pict></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "told", "untold"),
    [
        pytest.param(
            f"<w:tbl>{ROW.format(p('Workers'), p('48'))}{ROW.format(p('Cost'), p('6.2 million pounds'))}</w:tbl>",
            ["Workers: 48", "Cost: 6.2 million pounds"],
            [],
            id="a table",
        ),
        pytest.param(
            f"<w:sdt><w:sdtContent>{p('Kept in a control.')}</w:sdtContent></w:sdt>",
            ["Kept in a control."],
            [],
            id="control",
        ),
        pytest.param(BOX, ["The pier held 900 boats."], [], id="a text box"),
        pytest.param(
            "<w:p><w:r><mc:AlternateContent xmlns:mc='x'><mc:Choice><w:txbxContent>"
            + p("Told once.")
            + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
            + p("Told once.")
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            ["Told once."],
            ["Told once.\n\nTold once."],
            id="a text box with its fallback",
        ),
        pytest.param(
            "<w:p><w:r><w:t>It hurt </w:t></w:r><w:del><w:r><w:delText>nine</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>seven</w:t></w:r></w:ins><w:r><w:t> people.</w:t></w:r></w:p>",
            ["It hurt seven people."],
            ["nine"],
            id="tracked changes",
        ),
        pytest.param(
            "<w:p><w:moveFrom><w:r><w:t>Moved away.</w:t></w:r></w:moveFrom></w:p>"
            "<w:p><w:moveTo><w:r><w:t>Moved here.</w:t></w:r></w:moveTo></w:p>",
            ["Moved here."],
            ["Moved away."],
            id="a tracked move",
        ),
        pytest.param(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>" + p("line."),
            ["One line."],
            [],
            id="a deleted end of a paragraph",
        ),
        pytest.param(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r><w:r><w:t>Shown.</w:t></w:r></w:p>",
            ["Shown."],
            ["Hidden"],
            id="hidden text",
        ),
        pytest.param(
            "<w:p><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink></w:p>",
            ["a link"],
            ["HYPERLINK"],
            id="a field",
        ),
    ],
)
@pytest.mark.parametrize("space", [W, STRICT], ids=["transitional", "strict"])
def test_word(body, told, untold, space):
    (article,) = read(docx(p("Bridge closes") + body, space=space), "a.docx")
    for words in told:
        assert words in article.text
    for words in untold:
        assert words not in article.text


def test_word_footnotes_and_what_is_said_of_changes():
    body = "<w:p><w:r><w:t>It closed.</w:t><w:footnoteReference w:id='2'/></w:r><w:ins><w:r><w:t> Now.</w:t></w:r></w:ins></w:p>"
    notes = f"<w:footnotes {W}><w:footnote w:id='0'>{p('-')}</w:footnote><w:footnote w:id='2'>{p('In 1911.')}</w:footnote></w:footnotes>"
    (article,) = read(docx(body, word__footnotes=notes), "a.docx")
    assert article.text == "It closed. Now.\n\nIn 1911."
    assert article.warnings == ("the document has tracked changes: insertions were read, deletions were not",)


def core(created, title=""):
    return (
        "<c:coreProperties xmlns:c='c' xmlns:d='d'>"
        f"<d:title>{title}</d:title><d:created>{created}</d:created></c:coreProperties>"
    )


@pytest.mark.parametrize(
    ("text", "created", "published"),
    [
        ("It closed on Thursday.", "2013-12-23T23:15:00Z", None),
        ("It closed on Thursday.", "2026-03-05T09:00:00Z", "2026-03-05"),
        ("PORT ELLEN, March 6, 2026 - It closed.", "2013-12-24T09:00:00Z", "2026-03-06"),
        ("It closed on Thursday.", "1601-01-01T00:00:00Z", None),
    ],
)
def test_a_file_is_dated_by_its_text_then_by_its_saving_never_by_a_template(text, created, published):
    (article,) = read(docx(p("Bridge") + p(text), docProps__core=core(created)), "a.docx")
    assert article.published == published
    assert bool(article.warnings) == (published == "2026-03-05")


def test_a_title_in_the_properties_counts_where_the_text_has_it():
    body = p("PRESS RELEASE") + p("Bridge closes") + p("It closed on Thursday.")
    (article,) = read(docx(body, docProps__core=core("", "Microsoft Word - release_final_v3.doc")), "a.docx")
    assert article.title == "Bridge closes"


# --- other word processors -------------------------------------------------------------------------------------------

ODT = """<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d"><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>nine people</text:p></text:deletion></text:changed-region>
</text:tracked-changes><text:h>Mill fire</text:h><text:p>It hurt<text:s/><text:span>seven</text:span> people<text:note>
<text:note-citation>1</text:note-citation><text:note-body><text:p>Two badly.</text:p></text:note-body></text:note>.</text:p>
<table:table><table:table-row><table:table-cell><text:p>Built</text:p></table:table-cell><table:table-cell><text:p>1911</text:p>
</table:table-cell></table:table-row></table:table><text:p><draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box>
</draw:frame></text:p></office:text></office:body></office:document-content>"""


def test_opendocument():
    (article,) = read(archive(content=ODT), "a.odt")
    assert article.title == "Mill fire"
    for words in ("It hurt seven people.", "Built: 1911", "Boxed.", "Two badly."):
        assert words in article.text
    assert "nine" not in article.text


def test_rich_text():
    source = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title x}{\creatim\yr2026\mo3\dy5}}"
        r"\f0 Mill fire\par The caf\'e9 owner said \ldblquote no\rdblquote  \u8212? twice.\par "
        r"\trowd\cellx1\cellx2 Built\cell 1911\cell\row }"
    )
    (article,) = read(source, "a.rtf")
    assert article.title == "Mill fire" and article.published == "2026-03-05"
    assert "The café owner said “no” — twice." in article.text
    assert "Built: 1911" in article.text


GOOGLE = """<html><head><meta content="text/html; charset=UTF-8"><style>.c1{color:#000}.c2{font-weight:700}</style></head>
<body class="c3 doc-content"><p class="c1"><span class="c2">Mill fire in Leeds</span></p><p class="c1"><span>It hurt </span>
<span class="c2">seven</span><span> people, </span><a href="https://www.google.com/url?q=https://a.example">police</a> said.</p>
<table><tr><td><p><span>Built</span></p></td><td><p><span>1911</span></p></td></tr></table></body></html>"""


def test_a_page_exported_from_a_document():
    (article,) = read(GOOGLE, "a.html")
    assert article.title == "Mill fire in Leeds"
    assert "It hurt seven people, police said." in article.text
    assert "Built: 1911" in article.text


# --- pages -----------------------------------------------------------------------------------------------------------

LEDE = "A bus left the road near Leeds on Tuesday, police said. The driver is in custody and the road stays closed for a day."


def page(inner, head=""):
    return (
        f"<!doctype html><html><head><title>Bus crash</title>{head}</head><body><nav><a href='/'>Home</a></nav><article>"
        f"<h1>Bus crash</h1><p>{LEDE}</p>{inner}<p>Police asked witnesses to come forward.</p></article>"
        "<footer>Copyright</footer></body></html>"
    )


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        pytest.param("<table><tr><td>Injured</td><td>12</td></tr></table>", "Injured: 12", id="a table"),
        pytest.param(
            "<table><tr><th>Town</th><th>killed</th><th>injured</th></tr><tr><td>Leeds</td><td>2</td><td>12</td></tr></table>",
            "Leeds: killed 2, injured 12",
            id="a table with a head",
        ),
        pytest.param(
            "<figure><img src='a.jpg'><figcaption>The bus lies beside the road to York. Photo: A. Bell/Getty</figcaption></figure>",
            "The bus lies beside the road to York.",
            id="a caption",
        ),
        pytest.param("<ul><li>12 people were injured</li></ul>", "12 people were injured", id="a list"),
        pytest.param(
            "<blockquote class='twitter-tweet'><p>We will never close it.</p>&mdash; Ann Reed (@annreed) <a>June 20, 2017</a>"
            "</blockquote>",
            "Ann Reed wrote: “We will never close it.”",
            id="a post",
        ),
        pytest.param(
            "<blockquote><p>We will never close it.</p></blockquote>", "We will never close it.", id="a quotation"
        ),
    ],
)
def test_what_a_page_tells(inner, told):
    (article,) = read(page(inner), "a.html")
    assert told in article.text
    assert article.text.count(told) == 1


@pytest.mark.parametrize(
    "inner",
    [
        "<div class='gallery'><div class='caption'>{}</div></div>",
        "<div class='photo-gallery'><ul><li><img src='1.jpg'><p>{}</p></li></ul></div>",
        "<section class='most-read'><h2>Most read</h2><ol><li><a href='/x'>{}</a></li></ol></section>",
        "<aside class='related-articles'><a href='/x'>{}</a></aside>",
        "<div class='newsletter-signup'><p>{}</p></div>",
        "<div class='carousel'><figure><img><figcaption>{}</figcaption></figure></div>",
        "<ul id='user-menu'><li>{}</li></ul>",
        "<div class='comments'><p>{}</p></div>",
    ],
)
def test_what_stands_beside_an_article_stays_out(inner):
    (article,) = read(page(inner.format("Airline strike strands 900 passengers in Kent over their pay")), "a.html")
    assert "900 passengers" not in article.text
    assert LEDE in article.text


@pytest.mark.parametrize("character", ["\x01", "&#1;", "\x00", "&#xFFFE;"])
def test_a_character_that_no_tree_takes_costs_no_page(character):
    post = f"<blockquote class='twitter-tweet'><p>We {character}never do.</p>&mdash; Ann Reed (@a)</blockquote>"
    (article,) = read(
        page(f"{post}<table><tr><td>a{character}</td><td>12</td></tr></table><div class='gallery'>x</div>{character}y"),
        "a.html",
    )
    assert LEDE in article.text and "Ann Reed wrote" in article.text


def test_an_article_inside_a_box_with_a_misleading_name_is_read():
    html = f"<html><body><div class='slider promo'><article><h1>Bus crash</h1><p>{LEDE}</p><p>{LEDE} Twice.</p></article></div></body></html>"
    (article,) = read(html, "a.html")
    assert LEDE in article.text


def test_a_page_is_dated_by_its_mark_up_never_by_its_prose():
    (article,) = read(page("<p>The road was built on 4 May 1999 by the county.</p>"), "a.html")
    assert article.published is None
    (article,) = read(page("<time datetime='2017-06-21T10:00:00Z'>today</time>"), "a.html")
    assert article.published.startswith("2017-06-21")


# --- encodings -------------------------------------------------------------------------------------------------------

CAFE = "The café owner said “no” to José Núñez."


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (f"<html><head><meta charset='iso-8859-1'></head><body><article><h1>Café</h1><p>{CAFE} {LEDE}</p></article></body></html>".encode(), "a.html"),
        (f"<?xml version='1.0' encoding='ISO-8859-1'?><nitf><body><body.content><p>{CAFE}</p></body.content></body></nitf>".encode(), "a.xml"),
        (f"<?xml version='1.0' encoding='windows-1252'?><nitf><body><body.content><p>{CAFE}</p></body.content></body></nitf>".encode("cp1252"), "a.xml"),
        (b"From: a@b.example\nSubject: Cafe\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n" + CAFE.encode(), "a.eml"),
        (CAFE.encode("cp1252"), "a.txt"),
        (CAFE.encode("mac_roman"), "a.txt"),
    ],
)  # fmt: skip
def test_what_bytes_are_counts_and_not_what_is_said_of_them(data, name):
    (article,) = read(data, name)
    assert CAFE in article.text


def test_text_decoded_wrongly_before_is_set_right_and_said():
    (article,) = read(CAFE.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d"), "a.txt")
    assert article.text == CAFE and not article.in_file
    assert "set right in 1 line" in article.warnings[0]
    (whole,) = read("Ângela paid £40 — naïve.", "a.txt")
    assert whole.in_file and not whole.warnings


# --- XML and JSON ----------------------------------------------------------------------------------------------------


def test_nitf_with_a_note_before_its_body_and_a_byline_of_two_parts():
    source = """<nitf><head/><body><body.head><hedline><hl1>Tide rises</hl1></hedline><note><body.content><p>Editors: a map goes
    with this.</p></body.content></note><byline><person>Ann Reed</person><byttl>Science Writer</byttl></byline>
    <dateline><location>HARWICK</location>, <story.date norm="20260305">March 5</story.date></dateline></body.head>
    <body.content><block><p>The tide rose.</p><table><tr><td>Level</td><td>6.1 m</td></tr></table></block><p>Nine houses.</p>
    </body.content></body></nitf>"""
    (article,) = read(source, "a.xml")
    assert article.byline == "Ann Reed, Science Writer"
    assert article.text == "Tide rises\n\nHARWICK, March 5 - The tide rose.\n\nLevel: 6.1 m\n\nNine houses."


NEWSML1 = """<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260305T090000Z</DateAndTime></NewsEnvelope><NewsItem>
<NewsComponent><Role FormalName="Main"/><NewsLines><HeadLine>Tide rises</HeadLine><ByLine>By Ann Reed</ByLine>
<DateLine>HARWICK, March 5</DateLine></NewsLines><ContentItem><DataContent>{}</DataContent></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent>A picture.</DataContent></ContentItem></NewsComponent>
</NewsItem></NewsML>"""


@pytest.mark.parametrize(
    "content",
    [
        "<p>The tide rose to 6.1 metres.</p><p>Nine houses.</p>",
        "<nitf><body><body.content><p>The tide rose to 6.1 metres.</p><p>Nine houses.</p></body.content></body></nitf>",
        "<![CDATA[<p>The tide rose to 6.1 metres.</p><p>Nine houses.</p>]]>",
        "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>The tide rose to 6.1 metres.</p><p>Nine houses.</p></body></html>",
        "The tide rose to 6.1 metres.\n\nNine houses.",
    ],
)
def test_newsml_1(content):
    (article,) = read(NEWSML1.format(content), "a.xml")
    assert article.title == "Tide rises" and article.byline == "By Ann Reed"
    assert article.published.startswith("2026-03-05")
    assert article.text == "Tide rises\n\nHARWICK, March 5 - The tide rose to 6.1 metres.\n\nNine houses."


def test_escaped_mark_up_in_newsml_g2():
    source = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><headline>Bridge &amp;amp; pier</headline></contentMeta>
    <contentSet><inlineData contenttype="text/plain">&lt;p&gt;It reopened.&lt;/p&gt;&lt;p&gt;Kell&amp;#39;s office&lt;/p&gt;</inlineData>
    </contentSet></newsItem>"""
    (article,) = read(source, "a.xml")
    assert article.text.endswith("It reopened.\n\nKell's office")


ITEM = {
    "headline": "Bridge",
    "body_html": "<p>It reopened.</p><p>48 workers &amp; a cat.</p>",
    "versioncreated": "2026-03-06",
}


@pytest.mark.parametrize(
    "value",
    [
        [ITEM, ITEM | {"body_html": "<p>Other.</p>"}],
        {"items": [ITEM, ITEM | {"body_html": "<p>Other.</p>"}]},
        {"hits": {"total": 2, "hits": [{"_source": ITEM}, {"_source": ITEM | {"body_html": "<p>Other.</p>"}}]}},
        {"data": [{"type": "article", "attributes": ITEM}, {"attributes": ITEM | {"body_html": "<p>Other.</p>"}}]},
    ],
)
def test_lists_of_json_items(value):
    first, second = read(json.dumps(value), "a.json")
    assert first.text == "Bridge\n\nIt reopened.\n\n48 workers & a cat."
    assert first.path == "a.json#1" and second.path == "a.json#2"
    assert first.published == "2026-03-06"


def test_a_wrapped_item_and_a_news_article_of_schema_org():
    (article,) = read(json.dumps({"article": ITEM}), "a.json")
    assert article.path == "a.json"
    described = {"@type": "NewsArticle", "headline": "Bridge", "articleBody": "It reopened.", "author": [{"name": "Ann Reed"}],
                 "datePublished": "2026-03-06", "publisher": {"name": "Invented News"}}  # fmt: skip
    (article,) = read(json.dumps(described), "a.json")
    assert (article.byline, article.publisher, article.published) == ("Ann Reed", "Invented News", "2026-03-06")


def test_one_item_that_cannot_be_read_costs_no_other(tmp_path):
    picture = {"type": "picture", "headline": "A picture"}
    (tmp_path / "a.json").write_text(json.dumps([ITEM, picture]))
    (tmp_path / "b.jsonl").write_text(
        json.dumps({"text": "It reopened."}) + "\nno json\n" + json.dumps({"text": "So it did."})
    )
    result = read_paths([str(tmp_path / "a.json"), str(tmp_path / "b.jsonl")], settings=Settings())
    assert len(result.articles) == 3
    assert ["picture" in u.reason or "line 2" in u.reason for u in result.unread] == [True, True]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ('{"name": "x", "version": "1.0", "dependencies": {"a": "1"}}', "a.json"),
        ("[1, 2, 3]", "a.json"),
        ("[]", "a.json"),
        ('"text"', "a.json"),
        ("<?xml version='1.0'?><project><modelVersion>4</modelVersion></project>", "a.xml"),
        ("<svg><text>12</text></svg>", "a.xml"),
        ("<?xml version='1.0'?><NewsML><NewsItem/></NewsML>", "a.xml"),
    ],
)
def test_what_is_no_article_is_one_clear_line(source, name):
    with pytest.raises(CannotRead) as caught:
        read(source, name)
    assert 10 < len(str(caught.value)) < 200 and "\n" not in str(caught.value)


# --- mail ------------------------------------------------------------------------------------------------------------


def mail(body, subject="Bridge closed", **headers):
    message = EmailMessage()
    message["From"] = "Press <press@council.example>"
    message["Subject"] = subject
    message["Date"] = "Thu, 05 Mar 2026 09:00:00 +0000"
    message.set_content(body)
    return message


RELEASE = "The bridge was closed on Thursday, the council said.\n"


def test_a_mail_with_a_head_of_many_kilobytes():
    head = "".join(
        f"Received: by host{i}.example with SMTP id {i:040d}; Thu, 5 Mar 2026 09:00:00 +0000\r\n" for i in range(300)
    )
    (article,) = read(head + "Subject: Bridge closed\r\nFrom: a@b.example\r\n\r\n" + RELEASE, "a.eml")
    assert article.title == "Bridge closed"
    assert article.text == "Bridge closed\n\n" + RELEASE.strip()


@pytest.mark.parametrize(
    "mark",
    [
        "---------- Forwarded message ---------\n",
        "-----Original Message-----\n",
        "Begin forwarded message:\n\n",
        "",
    ],
)
def test_what_was_forwarded_in_a_mail(mark):
    head = "From: Council <c@council.example>\nDate: Wed, 4 Mar 2026 10:00:00 +0000\nSubject: Bridge closed\nTo: desk@news.example\n"
    message = mail(f"FYI\n\n{mark}{head}\n{RELEASE}", subject="Fwd: Bridge")
    (article,) = read(message.as_bytes(), "a.eml")
    assert article.text == "Bridge closed\n\n" + RELEASE.strip()
    assert article.published.startswith("2026-03-04") and "Council" in article.byline


def test_a_forwarded_mail_and_an_attached_document():
    outer = mail("See attached.", subject="FW: releases")
    outer.add_attachment(mail(RELEASE))
    outer.add_attachment(
        docx(p("Mill fire") + p("It hurt seven.")), maintype="application", subtype="octet-stream", filename="mill.docx"
    )
    first, second = read(outer.as_bytes(), "a.eml")
    assert first.text == "Bridge closed\n\n" + RELEASE.strip()
    assert second.path == "a.eml#mill.docx" and "It hurt seven." in second.text


def test_signature_and_what_a_reply_quotes_stay_out():
    message = mail(
        f"{RELEASE}\nOn Mon, 2 Mar 2026 at 10:00, Ann Reed wrote:\n> Will 900 boats be moved?\n\n-- \nAnn Bell, +44 20 7946 0000\n"
    )
    (article,) = read(message.as_bytes(), "a.eml")
    assert "900" not in article.text and "7946" not in article.text


def test_of_two_alternatives_the_one_that_has_the_text():
    message = mail("View this mail in your browser.")
    message.add_alternative(
        f"<html><body><p>{RELEASE}</p><p>{LEDE}</p><table><tr><td>Workers</td><td>48</td></tr></table></body></html>",
        subtype="html",
    )
    (article,) = read(message.as_bytes(), "a.eml")
    assert LEDE in article.text and "Workers: 48" in article.text


# --- Markdown --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("---\ntitle: Bridge\ndate: 2026-03-06 09:00:00 +0000\nauthor: Ann Reed\n---\n", "a.md"),
        ('+++\ntitle = "Bridge"\ndate = 2026-03-06T09:00:00Z\nauthor = "Ann Reed"\n+++\n', "a.md"),
        ('{\n "title": "Bridge",\n "date": "2026-03-06",\n "author": "Ann Reed"\n}\n', "a.md"),
        ("---\ntitle: Bridge\nauthors:\n  - name: Ann Reed\n---\n", "2026-03-06-bridge.md"),
        ("---\r\ntitle: Bridge\r\npublished: true\r\ndate: 2026-03-06\r\nauthor: [Ann Reed]\r\n---\r\n", "a.md"),
    ],
)
def test_front_matter(front, name):
    source = f"{front}\nThe bridge reopened.\n"
    (article,) = read(source, name)
    assert (article.title, article.byline) == ("Bridge", "Ann Reed")
    assert article.published.startswith("2026-03-06")
    at = article.text.index("The bridge reopened.")
    assert source[at:].startswith("The bridge reopened.")
    assert all(at not in range(r.span.start, r.span.end) for r in article.regions)


@pytest.mark.parametrize(
    "mark",
    [
        '{{< figure src="a.jpg" caption="900 boats" >}}',
        "{{% notice 900 %}}",
        "{% include boats.html count=900 %}",
        "{{ site.boats | times: 900 }}",
        "{% highlight python %}\nboats = 900\n{% endhighlight %}",
        "{: .boats-900}",
        "[^900]",
        "```\n900 boats\n```",
        "<!-- 900 boats -->",
        "::: boats-900",
    ],
)
def test_what_a_site_builder_reads_is_no_text(mark):
    source = f"# Bridge\n\nThe bridge reopened.\n\n{mark}\n\nSo it did.\n"
    (article,) = read(source, "a.md")
    assert len(article.text) == len(source)
    seen = "".join(
        c
        for i, c in enumerate(article.text)
        if not any(r.span.start <= i < r.span.end for r in article.regions if r.kind == "furniture")
    )
    assert "900" not in seen and "So it did." in seen


def test_a_table_in_markdown():
    (article,) = read("# Bridge\n\n| Workers | Cost |\n|---|---|\n| 48 | £6.2 million |\n", "a.md")
    assert "|" not in article.text and "---" not in article.text and "£6.2 million" in article.text


# --- wires -----------------------------------------------------------------------------------------------------------

IPTC = """\x01bdt0021 3 pl 389  zpa 0082

Switzerland/strike/
Pilots strike in Geneva =

   Geneva (zpa) - Pilots began a strike on Wednesday.
   Sixty flights were cancelled.

# Notebook

## zpa contacts
- Editing by: Una Pratt, +49 30 000 31472

zpa ls up

212322 GMT Nov 18
"""
ANPA = """\x16\x16\x01a0531 u i
AM-Strike,0380
^Pilots strike in Geneva<
^By LEE STRAND=
^Invented Press Writer=
   GENEVA (IP) _ Pilots began a strike on Wednesday.
   Sixty flights were cancelled.
IP-NY-11-18-26 2123GMT<
"""


@pytest.mark.parametrize("source", [IPTC, IPTC.replace("\n", "\r\n"), ANPA], ids=["iptc 7901", "with returns", "anpa"])
def test_wires(source):
    (article,) = read(source, "a.txt")
    assert article.title == "Pilots strike in Geneva"
    assert article.text == source and article.in_file
    told = "".join(
        c if not any(r.span.start <= i < r.span.end for r in article.regions if r.kind != "headline") else " "
        for i, c in enumerate(source)
    )
    assert " ".join(told.split()).strip("\x16\x01 ") in (
        "Pilots strike in Geneva = Pilots began a strike on Wednesday. Sixty flights were cancelled.",
        "^Pilots strike in Geneva< Pilots began a strike on Wednesday. Sixty flights were cancelled.",
    )


def test_a_wire_is_dated_by_its_last_line():
    (article,) = read(IPTC, "a.txt")
    assert article.published == "2018-11-21T23:22:00+00:00"


@pytest.mark.parametrize(
    "text", ["abc0021 3 people died\n\nIt burned.", "a1234 reasons to go\n\nThey are many.", "Bridge closes\n\nIt did."]
)
def test_what_is_no_wire(text):
    (article,) = read(text, "a.txt")
    assert all(r.kind == "headline" for r in article.regions)


# --- language --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Ministeri puolusti päätöstä.\n\nPuolustusministeri Jussi Mäkinen sanoi keskiviikkona, että päätös oli oikea ja kallis.",
            "fi",
        ),
        (
            "Le pont rouvre.\n\nLe ministre a déclaré mercredi que le pont était de nouveau ouvert après deux mois de travaux.",
            "fr",
        ),
        (
            "Die Brücke ist offen.\n\nDer Minister sagte am Mittwoch in Berlin, dass zwölf Menschen verletzt wurden.",
            "de",
        ),
        (
            "Мост открыт.\n\nМинистр заявил в среду, что мост снова открыт и что двенадцать человек получили ранения.",
            "ru",
        ),
        ("大臣は水曜日に橋が再開したと述べた。十二人が負傷した。警察が原因を調べている。", "ja"),
        ("El puente se abrió el jueves, dijo el alcalde.", "es"),
        (
            "Jembatan dibuka.\n\nJembatan di Leeds dibuka kembali pada hari Kamis, kata wali kota. Sebanyak 48 pekerja ikut.",
            "id",
        ),
        ("Мост снова открыт, сказал мэр.", "ru"),
        ("市长说,大桥星期四重新开放,48名工人参加。", "zh"),
        ("Šimůnek wins.\n\nČeněk Šimůnek beat Łukasz Wiśniewski in Kraków on Thursday. Åberg lost to Núñez.", None),
        ("𝐁𝐫𝐢𝐝𝐠𝐞 𝐫𝐞𝐨𝐩𝐞𝐧𝐬: 𝐭𝐡𝐞 𝐛𝐫𝐢𝐝𝐠𝐞 𝐰𝐚𝐬 𝐨𝐩𝐞𝐧 𝐨𝐧 𝐓𝐡𝐮𝐫𝐬𝐝𝐚𝐲 𝐚𝐧𝐝 𝐭𝐡𝐞 𝐦𝐚𝐲𝐨𝐫 𝐬𝐚𝐢𝐝 𝐬𝐨.", None),
        ("Storm hits pier; two boats sink off Pelon; three men missing", None),
        (
            "Bridge reopens.\n\nThe minister, Jussi Mäkinen, said on Wednesday that the bridge at Järvenpää was open again.",
            None,
        ),
        ("Leeds 2, York 1. Hull 3, Bath 0. Reed, Voss, Kell, Orr, Bell, Marsh, Strand, Pratt, Lindahl, Sorel.", None),
        ("No.", None),
    ],
)
def test_language(text, code):
    (article,) = read(text, "a.txt")
    assert article.language == code
    assert len(article.warnings) == (code is not None)


# --- what stands beside and inside an article ------------------------------------------------------------------------

WORDS = "We will never put a toll on the old bridge."
CAPTIONS = "".join(
    f"<li><img src='{n}.jpg'><div class='caption'>{n}/3 {t}</div></li>"
    for n, t in ((1, "Pilots walked out, 900 passengers were stranded."), (2, "The bank must pay £900m."), (3, "Sold for £900."))
)  # fmt: skip


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        (f"<blockquote class='bluesky-embed'><p>{WORDS}</p>&mdash; Ann Reed (<a>@annreed.bsky.social</a>) <a>June 20, 2017</a></blockquote>", f"Ann Reed wrote: “{WORDS}”"),
        (f"<div class='fb-post'><blockquote><p>{WORDS}</p>Posted by <a>Ann Reed</a> on <a>Tuesday</a></blockquote></div>", f"Ann Reed wrote: “{WORDS}”"),
        (f"<blockquote><p>“{WORDS}”</p><footer>— Ann Reed, mayor</footer></blockquote>", f"Ann Reed: “{WORDS}”"),
        (f"<blockquote><p>{WORDS}</p><cite>Ann van der Reed</cite></blockquote>", f"Ann van der Reed: “{WORDS}”"),
        (f"<blockquote><p>{WORDS}</p><cite>the council's report</cite></blockquote>", WORDS),
        ("<dl><dt>Injured</dt><dd>12 people</dd><dt>Bus</dt><dd>built in 2009</dd></dl>", "Injured: 12 people\n\nBus: built in 2009"),
    ],
    ids=["bluesky", "facebook", "a footer", "a cite", "no name", "terms"],
)  # fmt: skip
def test_whose_words_stand_in_a_page(inner, told):
    (article,) = read(page(inner), "a.html")
    assert told in article.text and article.text.count(WORDS) < 2


@pytest.mark.parametrize(
    "box",
    ["<div>{}</div>", "<ul class='slides'>{}</ul>", "<section class='swiper'>{}</section>", "<figure>{}</figure>"],
)
def test_numbered_pictures_of_other_stories_go(box):
    (article,) = read(page(box.format(CAPTIONS)), "a.html")
    assert "900" not in article.text and "Police asked witnesses to come forward." in article.text


def test_fractions_are_no_numbered_pictures():
    (article,) = read(page("<ul><li>1/4 cup of sugar</li><li>3/4 cup of flour</li></ul>"), "a.html")
    assert "1/4 cup of sugar" in article.text and "3/4 cup of flour" in article.text


def test_a_post_is_dated_by_its_file_name():
    (article,) = read("# Bridge\n\nIt reopened on Wednesday.\n", "2026-03-06.md")
    assert article.published == "2026-03-06"


@pytest.mark.parametrize("odd", ["\x0f", "\x01", "\ufffe", "\x1b"])
@pytest.mark.parametrize("before", ["<figure><img><figcaption>The bus lies beside the road to York.</figcaption></figure>",
                                    "<table><tr><td>Injured</td><td>12</td></tr></table>", "<div class='gallery'>x</div>"])  # fmt: skip
def test_control_characters_behind_what_is_written_anew(odd, before):
    (article,) = read(page(f"{before}a{odd}b{odd}"), "a.html")
    assert "Police asked witnesses to come forward." in article.text


ENGLISH = "The bridge in Leeds reopened on Thursday, the council said. 48 workers took part and the mayor thanked them."
GERMAN = "Die Brücke in Leeds ist seit Donnerstag wieder offen, sagte der Rat. Es waren 84 Arbeiter dabei, und alle waren froh."


@pytest.mark.parametrize(
    "order", [(ENGLISH, GERMAN), (GERMAN, ENGLISH), (ENGLISH, GERMAN, ENGLISH.replace("48", "49"), GERMAN + " Ja.")]
)
def test_of_a_release_in_two_languages_the_english_half_is_read(order):
    (article,) = read("Bridge reopens\n\n" + "\n\n".join(order), "a.txt")
    hidden = [article.text[r.span.start : r.span.end] for r in article.regions if r.kind == "furniture"]
    assert hidden == [p for p in order if p.startswith("Die")]
    assert article.language is None
    (warning,) = article.warnings
    assert "German: only English is read, so the rest alone yields facts" in warning


def test_a_quotation_in_another_language_makes_no_article_foreign():
    quote = "“Wir haben lange gewartet, und jetzt ist die Brücke endlich wieder offen für alle”, sagte der Rat am Donnerstag dazu."
    (article,) = read(f"Bridge reopens\n\n{ENGLISH}\n\n{quote}\n\n{ENGLISH.replace('48', '49')}", "a.txt")
    assert article.language is None
