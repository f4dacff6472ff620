"""The report's page as markup: what it holds, what it escapes, what it asks of nobody."""

from __future__ import annotations

import html
import json
import re

import msgspec
import pytest

from crosscheck.document import encode
from crosscheck.report.html import read_back, render
from crosscheck.report.html.cards import standings
from crosscheck.report.html.show import one_line, visible, when
from crosscheck.report.slips import grouped, slips
from tests.documents import TEXTS, document, finding, mention, reading


@pytest.fixture(scope="module")
def page():
    return render(document(), made="12 May 2024")


def plain(page):
    body = page[page.index("<body") : page.index('<script type="application/json"')]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body))


def test_head_says_what_was_checked_and_what_was_not_read(page):
    words = plain(page)
    assert "3 articles" in words and "3 independent sources" in words
    assert "2 corrections" in words and "1 point to check" in words and "1 note" in words
    assert "event/09.txt: the file is empty" in words
    assert "Made 12 May 2024" in words


def test_every_finding_has_its_address_and_all_its_evidence(page):
    for f in document().findings:
        assert f'id="f-{f.id}"' in page
        for r in f.readings:
            for m in r.mentions:
                assert f'href="#m-{m.article}-{m.start}"' in page
                assert f'id="m-{m.article}-{m.start}"' in page


def test_words_that_differ_are_marked_in_their_sentence(page):
    card = page[page.index('id="f-00bb"') : page.index('id="f-00cc"')]
    assert "<mark>not</mark>" in card


def test_no_request_to_anywhere(page):
    assert "default-src 'none'" in html.unescape(page)
    for found in re.findall(r'(?:src|href|action)="([^"]*)"', page):
        assert found.startswith("#") or found == "https://news.example/ferry"
    assert "url(" not in page and "@import" not in page


def test_the_document_can_be_read_back(page):
    again = read_back(page)
    assert again.findings == document().findings
    assert render(again, made="12 May 2024") == page


def test_reading_back_another_page_says_so():
    with pytest.raises(ValueError, match="no findings document"):
        read_back("<html></html>")


def test_evidence_stands_as_web_annotations(page):
    block = re.search(r'id="crosscheck-annotations">(.*?)</script>', page, re.S)
    items = json.loads(block.group(1))["items"]
    first = items[0]["target"][0]
    assert first["source"] == "https://news.example/ferry"
    quote, position = first["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert TEXTS[0][position["start"] : position["end"]] == quote["exact"] == "12 people"
    assert TEXTS[0].endswith(TEXTS[0][position["end"] + len(quote["suffix"]) :])


def test_without_texts_the_words_are_shown_and_the_lack_is_told():
    page = render(document(with_text=False), made="x")
    assert "12 people" in plain(page)
    assert "is not in the findings document" in plain(page)


def test_same_document_same_bytes():
    assert render(document(), made="x") == render(document(), made="x")


def test_no_findings_is_no_proof():
    page = render(msgspec.structs.replace(document(), findings=()), made="x")
    assert "not proof that all is right" in plain(page)


HOSTILE = "<script>alert(1)</script> javascript:alert(1) {{7*7}} \x00 \u202e<img src=x onerror=alert(1)> </script>"


def test_hostile_text_is_text():
    texts = (f"{HOSTILE}\n\n12 people, “{HOSTILE}”", *TEXTS[1:])
    doc = document()
    evil = finding(
        "00ee",
        "figure",
        "error",
        HOSTILE,
        reading(HOSTILE, mention(0, "12 people", texts)),
        reading("x", mention(1, "14 people")),
    )
    articles = (
        msgspec.structs.replace(
            doc.articles[0], text=texts[0], title=HOSTILE, url="javascript:alert(1)", publisher=HOSTILE
        ),
        *doc.articles[1:],
    )
    page = render(
        msgspec.structs.replace(doc, articles=articles, findings=(evil,), agreed=(), single_source=()), made="x"
    )
    assert "<script>alert" not in page and "<img" not in page
    assert plain(page).count("{{7*7}}") >= 3
    assert "\x00" not in page and "\u202e" not in plain(page)
    assert 'href="javascript' not in page
    assert read_back(page).findings[0].subject == HOSTILE


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([3, 1], ["majority", "departs"]), ([1, 1], ["tie", "tie"]), ([2, 2, 1], ["tie", "tie", "departs"])],
)
def test_standings(counts, expected):
    readings = [
        reading(
            str(i),
            *[
                mention(0, "12 people").__class__(**{**_fields(mention(0, "12 people")), "article": f"a{i}{j}"})
                for j in range(n)
            ],
        )
        for i, n in enumerate(counts)
    ]
    assert standings(finding("x", "figure", "error", "s", *readings)) == expected


def _fields(struct):
    return {f: getattr(struct, f) for f in struct.__struct_fields__}


def test_primary_document_is_the_authority():
    one = finding(
        "x",
        "figure",
        "error",
        "s",
        reading("12", mention(0, "12 people"), mention(2, "12 people")),
        reading("14", mention(1, "14 people"), primary=True),
    )
    assert standings(one) == ["departs", "primary"]


def test_findings_of_one_slip_stand_together():
    name = finding(
        "1", "name", "warning", "n", reading("a", mention(0, "Ana Example")), reading("b", mention(1, "Anna Exampel"))
    )
    quote = finding(
        "2",
        "quote_wording",
        "error",
        "q",
        reading("a", mention(0, "We will not")),
        reading("b", mention(1, "We will reopen")),
    )
    toll = finding(
        "3", "figure", "error", "f", reading("a", mention(0, "12 people")), reading("b", mention(1, "14 people"))
    )
    office = finding(
        "4",
        "affiliation",
        "error",
        "o",
        reading("a", mention(0, "harbour master Ana Example")),
        reading("b", mention(1, "harbour master Anna Exampel")),
    )
    found = slips((name, quote, toll, office))
    assert [[f.id for f in g] for g in found] == [["4", "1"], ["2"], ["3"]]  # a dropped word is another slip
    page = render(msgspec.structs.replace(document(), findings=grouped((name, quote, toll, office))), made="x")
    assert page.count('class="group"') == 1


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2024-05-12", "12 May 2024"),
        ("2024-05-12T09:05:00+00:00", "12 May 2024, 09:05 UTC"),
        ("2024-05-12T09:05:00", "12 May 2024, 09:05"),
        (None, ""),
        ("last week", "last week"),
    ],
)
def test_dates_as_a_reader_writes_them(iso, shown):
    assert when(iso) == shown


def test_direction_controls_are_shown_and_joiners_kept():
    assert visible("a\u202eb\u200dc\x07") == "a[U+202E]b\u200dc␇"
    assert one_line("word " * 50, 40).endswith("…")


def test_size_stays_small_for_a_wide_set():
    texts = tuple(f"{t} Article {i}." for i in range(34) for t in TEXTS)[:100]
    doc = document()
    articles = tuple(msgspec.structs.replace(doc.articles[i % 3], id=f"a{i}", text=t) for i, t in enumerate(texts))
    findings = tuple(msgspec.structs.replace(doc.findings[i % 4], id=f"{i:04x}") for i in range(300))
    page = render(msgspec.structs.replace(doc, articles=articles, findings=findings), made="x")
    assert len(page.encode()) < 6_000_000
    assert len(encode(doc)) > 0
