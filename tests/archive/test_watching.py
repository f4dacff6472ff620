"""``archive watch`` takes what has arrived, waits for what is still being written, and goes on after a fault."""

from pathlib import Path

import pytest

pytest.importorskip("scipy", reason="needs the extra archive")

from crosscheck.archive.watching import watch
from tests.archive.conftest import later
from tests.archive.test_archive import rows


def test_a_file_is_taken_once_it_stands_still(tmp_path):
    taken, looks = [], iter(range(100))

    def take():
        taken.append(sorted(p.read_text() for p in tmp_path.glob("*.txt")))

    def sleep(_):
        look = next(looks)
        if look in (1, 2, 3):  # a wire that grows for three looks
            (tmp_path / "a.txt").write_text("x" * look)

    watch(str(tmp_path), take, interval=0, sleep=sleep, rounds=8)
    assert taken == [[], ["xxx"]]


def test_hidden_files_are_passed_over(tmp_path):
    taken = []

    def sleep(_):
        (tmp_path / ".part").write_text("not whole")

    watch(str(tmp_path), lambda: taken.append(1), interval=0, sleep=sleep, rounds=4)
    assert taken == [1]


def test_the_command_makes_adds_and_writes_the_index(wires, desk, program, monkeypatch):
    folder = wires

    def rounds(name, take, *, interval):
        take()
        later(desk, 0, folder="wires/late")
        take()

    monkeypatch.setattr("crosscheck.archive.watching.watch", rounds)
    status, out, _err = program("archive", "watch", str(folder), "--into", "store", "--report", "index.html")
    assert status == 0
    assert [line for line in out.splitlines() if "new articles" in line] == [
        "12 new articles; 4 stories new or changed of 4",
        "1 new articles; 1 stories new or changed of 4",
    ]
    page = Path("index.html").read_text()
    for row in rows("store"):
        assert f'href="index-stories/{row.id}.html"' in page
        assert Path(f"index-stories/{row.id}.html").is_file()


def test_a_folder_in_which_nothing_has_arrived_yet_is_no_fault(desk, program, monkeypatch):
    Path("incoming").mkdir()

    def rounds(name, take, *, interval):
        take()
        later(desk, 0, folder="incoming")
        take()

    monkeypatch.setattr("crosscheck.archive.watching.watch", rounds)
    status, out, err = program("archive", "watch", "incoming", "--into", "store")
    assert status == 0 and len(err.splitlines()) == 1  # that it watches
    assert out.startswith("1 new articles; 1 stories new or changed of 1\n")


def test_a_report_is_written_again_only_where_its_story_changed(wires, desk, program):
    program("archive", "wires", "--into", "store")
    assert program("archive", "report", "store", "-o", "index.html")[0] == 0
    marked = {p.name: p.stat().st_mtime_ns for p in Path("index-stories").glob("*.html")}
    assert len(marked) == 4
    later(desk, 0)
    program("archive", "add", "late", "--into", "store")
    program("archive", "report", "store", "-o", "index.html", "--most", "3")
    now = {p.name: p.stat().st_mtime_ns for p in Path("index-stories").glob("*.html")}
    assert len(now) == 3
    assert sum(now[name] != marked[name] for name in now) == 1


def test_a_folder_that_is_not_there_is_one_line(desk, program):
    status, _, err = program("archive", "watch", "nowhere", "--into", "store")
    assert status == 2 and err == "crosscheck: nowhere: no such folder\n"
