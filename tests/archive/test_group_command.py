"""``crosscheck archive group``: paths in, JSON lines out, nothing lost and everything unread told."""

import json

import pytest

from crosscheck.cli import run
from tests.newsroom import STRIKE, event, write

pytest.importorskip("scipy", reason="needs the extra archive")
pytest.importorskip("wordfreq", reason="needs the extra archive")


def grouped(capsys, *paths):
    status = run(["archive", "group", *map(str, paths), "--no-config"])
    out = capsys.readouterr()
    return status, [json.loads(line) for line in out.out.splitlines()], out.err


@pytest.fixture
def day(tmp_path):
    write([*event(0), *event(1), *event(2, texts=STRIKE)], tmp_path / "wires" / "agency")
    (tmp_path / "wires" / ".hidden").mkdir()
    (tmp_path / "wires" / ".hidden" / "draft.txt").write_text("not to be read")
    return tmp_path / "wires"


def test_a_folder_is_read_with_its_subfolders_and_their_manifests(day, capsys):
    status, stories, err = grouped(capsys, day)
    assert status == 0 and err == ""
    assert [len(s["articles"]) for s in stories] == [3, 3, 3]
    assert {(s["first"], s["last"]) for s in stories} == {("2024-03-04", "2024-03-06")}
    assert set(stories[0]) == {"id", "title", "first", "last", "articles"}
    told = [path for s in stories for path in s["articles"]]
    assert sorted(told) == sorted(str(p) for p in day.rglob("agency/*/*.txt"))


def test_the_order_of_paths_changes_nothing(day, capsys):
    parts = sorted((day / "agency").iterdir())
    assert grouped(capsys, *parts)[1] == grouped(capsys, *reversed(parts))[1]


def test_json_lines_are_read_line_by_line_and_a_broken_line_costs_only_itself(tmp_path, capsys):
    rows = [json.dumps({"text": a.text, "id": f"w{n}", "published": a.published}) for n, a in enumerate(event(0))]
    long = json.dumps({"text": "x" * 20_000_001})
    file = tmp_path / "wire.jsonl"
    file.write_text("\n".join([rows[0], '{"text": "cut of', long, rows[1], rows[1], '{"title": "no text"}', rows[2]]))
    status, stories, err = grouped(capsys, file)
    assert status == 0
    assert [s["articles"] for s in stories] == [[f"{file}#w0", f"{file}#w1", f"{file}#w2"]]
    assert "line 2: broken or cut off" in err
    assert "line 3: larger than 20 MB" in err
    assert f"{file}#w1: another article of this path and id" in err
    assert "line 6: JSON that is no article" in err


def test_what_cannot_be_read_is_told_and_the_rest_is_grouped(day, capsys):
    (day / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (day / "agency" / "fire-0" / "manifest.json").write_text('[{"file": "1.txt"')
    status, stories, err = grouped(capsys, day, day / "nothing-here")
    assert status == 0
    assert sum(len(s["articles"]) for s in stories) == 9
    assert len(err.splitlines()) == 3
    assert "a PNG picture" in err and "not a valid manifest" in err and "no such file or folder" in err


def test_an_empty_folder_is_an_error_in_one_line(tmp_path, capsys):
    status, stories, err = grouped(capsys, tmp_path)
    assert status == 2 and not stories
    assert "no articles in the folder or below it" in err


def test_many_faults_of_one_file_are_counted(tmp_path, capsys):
    file = tmp_path / "wire.jsonl"
    good = [json.dumps({"text": a.text}) for a in event(0)]
    file.write_text("\n".join([*good, *["{broken"] * 50]))
    _, _, err = grouped(capsys, file)
    assert len(err.splitlines()) == 6
    assert "45 more of this file" in err
