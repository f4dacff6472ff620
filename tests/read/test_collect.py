"""Paths: folders, globs, manifests, and files that cannot be read beside files that can."""

import json

import pytest

from crosscheck.read import read_paths
from crosscheck.settings import Settings

TEXT = "Bridge closes for repairs\n\nThe council voted on Monday to close the bridge.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "01.txt").write_text(TEXT)
    (tmp_path / "02.txt").write_text(TEXT.replace("Monday", "Tuesday"))
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "manifest.json").write_text(
        json.dumps([{"file": "01.txt", "publisher": "Invented News", "published": "2024-07-11", "role": "primary"}])
    )
    return tmp_path


def read(*paths):
    return read_paths([str(p) for p in paths], settings=Settings())


def test_folder_without_manifest_and_hidden_files(folder):
    result = read(folder)
    assert [a.path.rpartition("/")[2] for a in result.articles] == ["01.txt", "02.txt"]
    assert not result.unread


def test_manifest_gives_metadata(folder):
    first = read(folder).articles[0]
    assert (first.publisher, first.published, first.role) == ("Invented News", "2024-07-11", "primary")


def test_glob_and_file_read_each_file_once(folder):
    assert len(read(folder / "*.txt", folder / "01.txt").articles) == 2


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
        ("marks.txt", b'""""\n', "no words"),
        ("huge.txt", b"word " * 5_000_000, "larger than"),
    ],
)
def test_bad_file_is_told_and_loses_nothing_else(folder, name, data, reason):
    (folder / name).write_bytes(data)
    result = read(folder)
    assert len(result.articles) == 2
    (unread,) = result.unread
    assert unread.path.endswith(name) and reason in unread.reason


def test_missing_path_and_empty_folder(tmp_path):
    (tmp_path / "empty").mkdir()
    result = read(tmp_path / "nowhere.txt", tmp_path / "empty")
    assert [u.reason for u in result.unread] == ["no such file or folder", "no articles in the folder"]


@pytest.mark.parametrize("content", ["{", "[1]", '{"file": "01.txt"}', ""])
def test_broken_manifest_is_told_and_articles_are_read(folder, content):
    (folder / "manifest.json").write_text(content)
    result = read(folder)
    assert len(result.articles) == 2
    assert "not a valid manifest" in result.unread[0].reason


def test_file_that_the_manifest_names_but_nobody_has(folder):
    (folder / "manifest.json").write_text(json.dumps([{"file": "09.txt"}]))
    assert "no such file" in read(folder).unread[0].reason


def test_offsets_hold_in_a_file_with_windows_line_ends(tmp_path):
    (tmp_path / "a.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    (article,) = read(tmp_path / "a.txt").articles
    assert article.text == TEXT.replace("\n", "\r\n")
