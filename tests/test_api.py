"""The Python API: at most ten public names, light to import, typed results."""

import subprocess
import sys

import msgspec
import pytest

import crosscheck
from crosscheck import api
from crosscheck.model import Extraction, Sentence, Span
from tests.any_document import TEXTS, by_hand


@pytest.fixture
def silent(monkeypatch, tmp_path):
    """Extraction that finds nothing: the API's own work is what is tested."""
    from crosscheck import pipeline

    def extract(articles, *, settings, workers=None, cache=None, progress=None):
        one = (Sentence(span=Span(0, 1), paragraph=0),)
        return {a.id: Extraction(article=a.id, sentences=one) for a in articles}

    monkeypatch.setattr(pipeline, "extract", extract)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_at_most_ten_public_names_and_all_are_there():
    assert len(crosscheck.__all__) <= 10
    for name in crosscheck.__all__:
        assert getattr(crosscheck, name).__doc__
    assert set(crosscheck.__all__) <= set(dir(crosscheck))
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = crosscheck.chekc


def test_importing_it_loads_nothing():
    code = "import sys, crosscheck; print([m for m in sys.modules if m.startswith(('spacy', 'msgspec', 'click', 'crosscheck.'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_texts_paths_and_articles(silent):
    (silent / "a.txt").write_text("Fire\n\nTwelve people died.\n")
    result = crosscheck.check(
        ["a.txt", {"text": "Fire at mill\n\nThe toll is 12.\n", "publisher": "B", "published": "2024-07-11"}]
    )
    assert [a.path for a in result.articles] == ["a.txt", "article-2"]
    assert result.articles[1].publisher == "B"
    again = crosscheck.check([crosscheck.Article(id="x", path="x", title="t", text="t")])
    assert again.articles[0].id == "x"
    assert (result.findings, result.unread) == ((), ())


def test_roles(silent):
    text = {"text": "Fire\n\nIt burns.\n"}
    result = crosscheck.check(text, against=[{**text, "path": "s"}], primary={**text, "path": "p"})
    assert [a.role for a in result.articles] == ["draft", "source", "primary"]


@pytest.mark.parametrize(
    ("articles", "words"),
    [
        ([], "no readable article"),
        (["missing.txt"], "missing.txt: no such file"),
        ([{"path": "a"}], "article 1: a mapping needs 'text'"),
        ([3], "article 1: a path, a mapping or an Article"),
    ],
)
def test_what_cannot_be_checked(silent, articles, words):
    with pytest.raises(crosscheck.CrosscheckError, match=words):
        crosscheck.check(articles)


def test_results_render_in_every_format_and_in_notebooks(silent):
    result = api.Result(document=by_hand(), texts=TEXTS)
    assert msgspec.json.decode(result.to_json())["schema_version"] == 1
    assert "warning HOU801" in str(result) == result.render("text")
    assert "\x1b[" in result.render("text", color=True)
    page = result._repr_html_()
    assert page.startswith("<p><b>Found 1 warning") and "HOU801" in page
    with pytest.raises(crosscheck.CrosscheckError, match="no format 'xml'"):
        result.render("xml")
    finding = msgspec.structs.replace(result.findings[0], message="<script>alert(1)</script>")
    hostile = api.Result(document=msgspec.structs.replace(by_hand(), findings=(finding,)), texts={})
    assert "<script>" not in hostile._repr_html_()
