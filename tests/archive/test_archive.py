"""``crosscheck archive``: made, added to, looked at; what is unchanged is left alone, and nothing is lost."""

import json
import shutil
from pathlib import Path

import pytest

from crosscheck.archive.records import StoryRow
from crosscheck.archive.store import Store
from crosscheck.document import decode
from tests.archive.conftest import later, told
from tests.newsroom import FIRE, event, write


def rows(store):
    opened = Store(str(store))
    return list(opened.stories(opened.opened()))


def contents(store):
    """What an archive says, by story: everything but ids of batches and shards."""
    return {
        (r.id, r.title, r.first, r.last, tuple(m.key for m in r.members), tuple(sorted(r.findings.items())))
        for r in rows(store)
    }


def documents(store):
    return {p.name: p.read_bytes() for p in Path(store).rglob("documents/*/*.json")}


def files(store):
    return {str(p.relative_to(store)): p.read_bytes() for p in Path(store).rglob("*") if p.is_file()}


def test_an_archive_has_a_document_for_each_story_and_an_index_worst_first(wires, program):
    status, out, err = program("archive", "wires", "--into", "store")
    assert status == 1 and err == ""
    assert out.startswith("12 new articles; 4 stories new or changed of 4\n")
    status, out, _ = program("archive", "stories", "store", "--format", "jsonl")
    listed = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [s["findings"] for s in listed] == [
        {"error": 1, "warning": 1, "note": 0}, {"error": 0, "warning": 1, "note": 0},
        {"error": 0, "warning": 1, "note": 0}, {"error": 0, "warning": 0, "note": 0},
    ]  # fmt: skip
    assert sorted(p for s in listed for p in s["articles"]) == sorted(map(str, Path("wires").rglob("*.txt")))
    assert set(listed[0]) >= {"id", "title", "first", "last", "articles", "findings"}
    for row in rows("store"):
        document = decode(Path(f"store/documents/{row.document[:2]}/{row.document}.json").read_bytes())
        assert [a.path for a in document.articles] == [m.key for m in row.members]


def test_a_story_is_shown_as_check_shows_its_articles(wires, program):
    program("archive", "wires", "--into", "store")
    (row,) = [r for r in rows("store") if "fire-2" in r.members[0].key]
    status, shown, _ = program("archive", "show", "store", row.id[:6], "--format", "json")
    again, checked, _ = program("check", *[m.key for m in row.members], "--format", "json")
    assert status == again == 1
    assert json.loads(shown)["findings"] == json.loads(checked)["findings"]
    assert program("archive", "show", "store", row.id, "--fail-on", "never")[0] == 0
    assert "Sources differ on grave" in program("archive", "show", "store", row.id)[1]


def test_a_later_batch_touches_only_the_stories_that_it_belongs_to(wires, desk, program):
    program("archive", "wires", "--into", "store")
    before, made = {r.id: r for r in rows("store")}, documents("store")
    status, out, err = program("archive", "add", later(desk, 0).name, "--into", "store")
    assert (status, err) == (1, "")
    assert out.startswith("1 new articles; 1 stories new or changed of 4\n")
    after = {r.id: r for r in rows("store")}
    assert after.keys() == before.keys()
    changed = [i for i in after if after[i].members != before[i].members]
    assert len(changed) == 1 and len(after[changed[0]].members) == 4
    kept = documents("store")
    assert len(kept.keys() & made.keys()) == 3
    assert before[changed[0]].document + ".json" not in kept


def test_in_two_batches_as_in_one(wires, desk, program):
    folder = later(desk, 1)
    program("archive", "wires", "late", "--into", "one")
    program("archive", "wires/fire-0", "wires/fire-1", "--into", "two")
    program("archive", "add", "late", "--into", "two")
    program("archive", "add", "wires", "--into", "two")
    assert folder.is_dir()
    assert contents("one") == contents("two")
    assert documents("one") == documents("two")


def test_what_is_there_is_not_read_again(wires, desk, program, monkeypatch):
    program("archive", "wires", "--into", "store")
    before = files("store")
    monkeypatch.setattr("crosscheck.workers.extract_one", lambda *_: pytest.fail("read again"))
    status, out, _ = program("archive", "wires", "--into", "store")
    assert status == 0 and out.startswith("0 new articles; 0 stories")
    assert program("archive", "add", "wires", "--into", "store")[0] == 0
    assert files("store") == before


def test_a_wire_that_grew_is_read_for_its_new_lines_only(desk, program, monkeypatch):
    def line(a):
        return json.dumps({"id": a.path, "text": a.text, "published": a.published}) + "\n"

    articles = [a for n in range(2) for a in told(event(n), dead=n)]
    wire = desk / "wire.jsonl"
    wire.write_text("".join(map(line, articles[:4])))
    program("archive", "wire.jsonl", "--into", "store")
    wire.write_text("".join(map(line, articles)))
    _status, out, _ = program("archive", "add", "wire.jsonl", "--into", "store")
    assert out.startswith("2 new articles; 1 stories new or changed of 2\n")
    assert sorted(m.key for r in rows("store") for m in r.members) == sorted(f"wire.jsonl#{a.path}" for a in articles)


def test_an_article_that_was_rewritten_takes_the_place_of_the_old_one(wires, program):
    program("archive", "wires", "--into", "store")
    file = Path("wires/fire-1/2.txt")
    file.write_text(file.read_text().replace("dead: 10", "dead: 77"))
    _status, out, _ = program("archive", "add", "wires", "--into", "store")
    assert out.startswith("1 new articles; 1 stories new or changed of 4\n")
    (row,) = [r for r in rows("store") if "fire-1" in r.members[0].key]
    assert len(row.members) == 3
    assert "77" in program("archive", "show", "store", row.id)[1]


def test_a_bridge_between_two_stories_merges_them_and_the_reason_is_kept(desk, program):
    first, second, third = told(event(0), dead=9)
    other = told(event(0, day="2024-03-25", folder="much-later"), dead=9)
    write([first, *other], desk / "a")
    write(told(event(0, day="2024-03-14", folder="between"), dead=9), desk / "b")
    program("archive", "a", "--into", "store")
    before = {r.id for r in rows("store")}
    assert len(before) == 2
    program("archive", "add", "b", "--into", "store")
    (row,) = rows("store")
    assert row.id in before
    change = json.loads(Path("store/changes.jsonl").read_text())
    assert change["change"] == "merged" and {change["story"], *change["others"]} == before
    assert "is linked to" in change["because"]
    assert second and third


def test_one_text_in_two_papers_is_two_articles_of_one_story(desk, program):
    (one,) = told(event(0, texts=FIRE[:1]), dead=9)
    for name in ("a.txt", "b.txt", "c.txt"):
        (desk / name).write_text(one.text)
    program("archive", "a.txt", "b.txt", "c.txt", "--into", "store")
    (row,) = rows("store")
    assert sorted(m.key for m in row.members) == ["a.txt", "b.txt", "c.txt"]
    document = json.loads(program("archive", "show", "store", row.id, "--format", "json")[1])
    assert len({a["id"] for a in document["articles"]}) == 3
    assert len(document["agreed"]) + len(document["single_source"]) > 0


def test_a_store_in_memory_works_as_a_folder(wires, program):
    fsspec = pytest.importorskip("fsspec")
    fsspec.filesystem("memory").store.clear()
    from crosscheck.archive.engine import Embedded
    from crosscheck.archive.growing import grow
    from crosscheck.archive.settings import ArchiveSettings
    from crosscheck.archive.work import Work
    from crosscheck.settings import Settings

    class Here(Embedded):
        def run(self, function, tasks, told=None):
            return [function(t) for t in tasks]

    work = Work(
        store=Store("memory://news"),
        settings=Settings(),
        archive=ArchiveSettings(),
        engine=Here(1),
        told=lambda s: None,
    )
    assert grow(work, ["wires"], make=True).articles == 12
    program("archive", "wires", "--into", "store")
    assert contents("memory://news") == contents("store")


@pytest.mark.parametrize("command", ["add", "stories", "show"])
def test_no_archive_is_one_line(command, wires, program):
    arguments = {"add": ("wires", "--into", "nowhere"), "stories": ("nowhere",), "show": ("nowhere", "x")}
    status, out, err = program("archive", command, *arguments[command])
    assert status == 2 and out == ""
    assert err == "crosscheck: nowhere is no archive: crosscheck archive PATH... --into nowhere\n"
    assert not Path("nowhere/archive.json").exists()


def test_a_store_of_a_newer_version_is_left_alone(wires, program):
    program("archive", "wires", "--into", "store")
    state = json.loads(Path("store/archive.json").read_text())
    Path("store/archive.json").write_text(json.dumps({**state, "format": 99, "model": None, "new": 1}))
    before = files("store")
    for arguments in (("add", "wires", "--into", "store"), ("stories", "store"), ("wires", "--into", "store")):
        status, _, err = program("archive", *arguments)
        assert status == 2 and "written by a newer crosscheck" in err and len(err.splitlines()) == 1
    assert files("store") == before


def test_a_broken_shard_costs_its_stories_and_is_told(wires, desk, program):
    program("archive", "wires", "--into", "store")
    shard = rows("store")[0].members[0].shard
    file = Path(f"store/shards/{shard}/articles.jsonl")
    file.write_bytes(file.read_bytes()[:900])
    for document in Path("store/documents").rglob("*.json"):
        document.unlink()
    status, _, err = program("archive", "show", "store", rows("store")[-1].id)
    assert status == 2 and "damaged" in err and len(err.splitlines()) == 1
    assert program("archive", "stories", "store")[0] == 0


def test_a_state_cut_off_is_one_line(wires, program):
    program("archive", "wires", "--into", "store")
    Path("store/archive.json").write_text('{"format": 1, "mod')
    status, _, err = program("archive", "stories", "store")
    assert status == 2 and "archive.json is damaged" in err and len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("changed", "told_of"),
    [
        ({"model": "another"}, "made with another model: add with --model another, or make it anew"),
        ({"settings": "0" * 12}, "made by a crosscheck that took other words of an article: make it anew"),
    ],
)
def test_another_model_and_other_sketches_are_refused(wires, program, changed, told_of):
    program("archive", "wires", "--into", "store")
    state = json.loads(Path("store/archive.json").read_text())
    Path("store/archive.json").write_text(json.dumps({**state, **changed}))
    before = files("store")
    status, _, err = program("archive", "add", "wires", "--into", "store")
    assert (status, err) == (2, f"crosscheck: store was {told_of}\n")
    assert files("store") == before


def test_a_clock_in_the_future_and_no_clock_lose_nothing(desk, program):
    for name, day in (("future", "9999-12-31"), ("past", "0001-01-01")):
        write(told(event(0, day="2024-03-04", folder=name), dead=9), desk / "w")
        manifest = desk / "w" / name / "manifest.json"
        manifest.write_text(manifest.read_text().replace("2024-03-04", day))
    write(told(event(1, day=None, folder="undated"), dead=9), desk / "w")
    program("archive", "w", "--into", "store")
    write(told(event(1, day=None, folder="undated-too"), dead=9), desk / "x")
    program("archive", "add", "x", "--into", "store")
    assert sorted(len(r.members) for r in rows("store")) == [1, 1, 4, 6]


def test_what_was_not_read_is_kept_with_its_reason(wires, program):
    Path("wires/fire-0/broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    Path("wires/fire-0/huge.txt").write_text("word " * 4_100_000)
    _status, out, err = program("archive", "wires", "--into", "store")
    assert "12 new articles" in out and "2 not read" in out
    assert "a PNG picture" in err and "larger than 20 MB" in err and len(err.splitlines()) == 2
    kept = [json.loads(line) for line in next(Path("store/batches").rglob("unread.jsonl")).read_text().splitlines()]
    assert sorted(u["path"] for u in kept) == ["wires/fire-0/broken.txt", "wires/fire-0/huge.txt"]


def test_the_number_of_workers_changes_no_byte(wires, program):
    program("archive", "wires", "--into", "one", "--workers", "1")
    program("archive", "wires", "--into", "two", "--workers", "3")
    assert files("one") == files("two")


def test_records_keep_what_they_hold(wires, program):
    import msgspec

    program("archive", "wires", "--into", "store")
    for row in rows("store"):
        assert msgspec.json.decode(msgspec.json.encode(row), type=StoryRow) == row
    shutil.copytree("store", "moved")
    assert contents("moved") == contents("store")
