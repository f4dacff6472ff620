"""PDF: paragraphs from lines, the title from the text and not from its properties, dates from no property of a template."""

import shutil
import subprocess

import pytest

from benchmarks.newsroom import pdf
from crosscheck.read import read_data
from crosscheck.settings import Settings

pytest.importorskip("pypdf")
BODY = [
    "The harbour bridge in Port Ellen reopened on Thursday after repairs that took a year and",
    "cost 4.2 million pounds, the council said. It was built on 4 May 1911 by the town.",
    "",
    "Some 48 workers took part, the 52-year-",
    "old engineer Moira Kell said at the open-",
    "ing. Ferries will run until Friday.",
]


def read(lines, **info):
    (article,) = read_data(pdf(lines, **info), path="release.pdf", settings=Settings())
    return article


@pytest.mark.parametrize(
    "title",
    ["Microsoft Word - release_final_v3.doc", "Untitled", "release.docx", "PowerPoint Presentation", "", "x" * 900],
)
def test_the_title_is_the_text_s(title):
    assert read(["Bridge reopens", "", *BODY], title=title).title == "Bridge reopens"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (["Bridge reopens"], "Bridge reopens"),
        (["Harbour bridge in Port Ellen reopens after", "repairs that took a year", ""], "Harbour bridge in Port Ellen reopens after repairs that took a year"),
        (["PRESS RELEASE", "", "6 March 2026", "", "Bridge reopens", ""], "Bridge reopens"),
    ],
    ids=["no space below", "two lines", "a press release"],
)  # fmt: skip
def test_heads(head, title):
    article = read([*head, *BODY])
    assert article.title == title
    assert article.text.endswith("Moira Kell said at the opening. Ferries will run until Friday.")
    assert "the town.\n\nSome 48 workers took part, the 52-year-old engineer" in article.text


@pytest.mark.parametrize(
    ("head", "created", "published", "said"),
    [
        ([], "", None, 0),  # 4 May 1911 is of the story
        ([], "D:20260306090000Z", "2026-03-06", 1),
        ([], "D:20131223231500Z", None, 0),  # a template's
        ([], "D:19700101000000Z", None, 0),
        ([], "yesterday", None, 0),
        (["6 March 2026", ""], "D:20131224090000Z", "2026-03-06", 0),
    ],
)
def test_days(head, created, published, said):
    article = read(["Bridge reopens", "", *head, *BODY], created=created)
    assert article.published == published and len(article.warnings) == said


PAGE = """<html><head><title>release_final_v3</title></head><body><p>PRESS RELEASE</p><p>6 March 2026</p><h1>Harbour bridge in Port Ellen
reopens to traffic after storm damage and repairs that took a year</h1>{}<ul><li>The bridge is 300 metres long.</li></ul></body></html>"""


def test_a_page_printed_by_a_browser(tmp_path):
    if not (browser := shutil.which("chromium")):
        pytest.skip("no chromium here")
    told = [
        f"Some {n} workers of the efficient office took part, engineer Moira Kell said at the opening on day {n}, and ferries will run on."
        for n in range(40, 90)
    ]
    (tmp_path / "a.html").write_text(PAGE.format("".join(f"<p>{t}</p>" for t in told)))
    made = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={tmp_path}/a.pdf", f"file://{tmp_path}/a.html"],
        capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    if made.returncode or not (tmp_path / "a.pdf").exists():
        pytest.skip("chromium does not print here")
    (article,) = read_data((tmp_path / "a.pdf").read_bytes(), path="a.pdf", settings=Settings())
    assert (
        article.title
        == "Harbour bridge in Port Ellen reopens to traffic after storm damage and repairs that took a year"
    )
    assert article.published == "2026-03-06"
    assert article.text.split("\n\n") == [
        "PRESS RELEASE",
        "6 March 2026",
        article.title,
        *told,
        "The bridge is 300 metres long.",
    ]
