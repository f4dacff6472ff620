"""A folder as newsrooms have them: hundreds of files of every format, and each is an article or has its reason."""

import random
from pathlib import Path

import pytest

from benchmarks.fuzz import SAMPLES
from crosscheck.read import formats, read_paths
from crosscheck.settings import Settings

REFUSED = {
    "note.json": b"[1, 2]",
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "other.xml": b"<?xml version='1.0'?><svg><text>x</text></svg>",
    "bad.md": b"---\n: [\n---\ntext",
    "broken.docx": b"PK\x03\x04garbage",
    "blank.html": b"<html><body></body></html>",
    "picture.png": b"\x89PNG",
    "old.doc": b"\xd0\xcf\x11\xe0" + bytes(100),
}


@pytest.fixture
def folder(tmp_path):
    """Sound files of every format, and such as are no article."""
    made = random.Random(7)
    for number in range(60):
        name, data = made.choice(sorted(SAMPLES.items()))
        (tmp_path / f"{number:03}-{name}").write_bytes(data)
    for name, data in REFUSED.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_every_file_is_accounted_for(folder):
    pytest.importorskip("pypdf")
    paths = sorted(str(p) for p in folder.iterdir())
    (folder / "settings.json").write_text('{"name": "x", "version": "1.0"}')  # no article, and none that is missed
    result = read_paths([str(folder)], settings=Settings())
    told = {a.path.partition("#")[0] for a in result.articles} | {u.path.partition("#")[0] for u in result.unread}
    assert told == set(paths)
    refused = {u.path.rpartition("/")[2] for u in result.unread}
    assert refused >= set(REFUSED)
    assert all(u.reason and "\n" not in u.reason and "failed" not in u.reason for u in result.unread)
    assert not refused - set(REFUSED), [u for u in result.unread if u.path.rpartition("/")[2] not in REFUSED]


def test_samples_cover_every_reader():
    """A reader without a sample is not fuzzed."""
    modules = {p.stem for p in Path(formats.__file__).parent.glob("[a-z]*.py")}
    assert {formats.sniff(data, name) for name, data in SAMPLES.items()} == modules
