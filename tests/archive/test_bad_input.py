"""What goes wrong costs a line and nothing besides: broken files, a full disk, a shard that is gone, odd clocks."""

import errno
import json
from pathlib import Path

import pytest

from crosscheck.archive.store import Store
from tests.archive.conftest import later, told
from tests.archive.test_archive import contents, documents, files, rows
from tests.newsroom import STRIKE, event, write


def line(article, **more):
    return json.dumps({"id": article.path, "text": article.text, "published": article.published, **more}) + "\n"


def articles(*numbers):
    return [a for n in numbers for a in told(event(n), dead=n)]


def test_a_line_cut_off_is_told_and_read_once_it_is_whole(desk, program):
    lines = [line(a) for a in articles(0, 1)]
    wire = desk / "wire.jsonl"
    wire.write_text("".join(lines)[:-40])
    status, out, err = program("archive", "wire.jsonl", "--into", "store", "--fail-on", "never")
    assert status == 0 and "5 new articles" in out and "1 not read" in out
    assert err == "crosscheck: warning: wire.jsonl#6: line 6: broken or cut off: not valid JSON\n"
    wire.write_text("".join(lines))
    _, out, err = program("archive", "add", "wire.jsonl", "--into", "store")
    assert out.startswith("1 new articles; 1 stories new or changed of 2\n") and err == ""


def test_of_two_articles_of_one_id_the_first_is_kept_and_the_other_told(desk, program):
    first, *rest = articles(0)
    (other,) = articles(1)[:1]
    (desk / "wire.jsonl").write_text("".join(map(line, [first, *rest])) + line(other, id=first.path))
    _, out, err = program("archive", "wire.jsonl", "--into", "store")
    assert "3 new articles" in out and len(err.splitlines()) == 1
    assert f"wire.jsonl#{first.path}: another article of this path and id was read before it: left out" in err
    assert sorted(m.key for r in rows("store") for m in r.members) == [f"wire.jsonl#fire-0/{n}.txt" for n in (1, 2, 3)]


def test_a_line_of_more_than_twenty_megabytes_is_passed_over(desk, program):
    lines = [line(a) for a in articles(0)]
    huge = json.dumps({"id": "huge", "text": "word " * 4_100_000}) + "\n"
    (desk / "wire.jsonl").write_text(lines[0] + huge + "".join(lines[1:]))
    _, out, err = program("archive", "wire.jsonl", "--into", "store")
    assert "3 new articles" in out
    assert err == "crosscheck: warning: wire.jsonl#2: line 2: larger than 20 MB\n"


def test_a_clock_that_runs_ahead_moves_no_undated_article_out_of_its_time(desk, program):
    write(articles(0, 1, 2, 3), desk / "a")
    manifest = desk / "a" / "fire-3" / "manifest.json"
    manifest.write_text(manifest.read_text().replace("2024-03-06", "9999-12-31"))
    program("archive", "a", "--into", "store")
    write(told(event(1, day=None, folder="undated"), dead=9), desk / "b")
    program("archive", "add", "b", "--into", "store")
    sizes = {r.members[0].key.split("/")[1]: len(r.members) for r in rows("store")}
    assert sizes["fire-1"] == 6


@pytest.mark.parametrize("name", ["sketches.jsonl", "done.json"])
def test_a_broken_shard_leaves_its_stories_as_they_are_and_the_rest_goes_on(desk, program, name):
    strike = told(event(6, texts=STRIKE), dead=1)
    for n, some in enumerate((articles(0), strike)):
        write(some, desk / f"in-{n}")
        program("archive", f"in-{n}", "--into", "store")
    (broken,) = [r for r in rows("store") if "fire-0" in r.members[0].key]
    file = Path(f"store/shards/{broken.members[0].shard}/{name}")
    file.write_bytes(file.read_bytes()[:100])
    later(desk, 0, folder="late-0")
    write(told(event(6, day="2024-03-07", folder="late-1", texts=STRIKE[-1:]), dead=30), desk)
    _, out, err = program("archive", "add", "late-0", "late-1", "--into", "store")
    assert out.startswith("2 new articles; 2 stories new or changed of")
    assert len(err.splitlines()) == 1 and "damaged" in err
    after = rows("store")
    assert [len(r.members) for r in after if r.id != broken.id and "strike" in r.members[0].key] == [len(strike) + 1]
    assert sorted(m.key for r in after for m in r.members) == sorted(
        [*(str(p) for n in (0, 1) for p in Path(f"in-{n}").rglob("*.txt")), "late-0/1.txt", "late-1/1.txt"]
    )


PLACES = ("plan.jsonl", "read.bin", "articles.jsonl", "facts.jsonl", "sketches.jsonl", "done.json", "/documents/",
          "stories-", "archive.json")  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_full_disk_is_one_line_leaves_nothing_half_written_and_is_made_good(wires, program, monkeypatch, place):
    written = Store._write_beside

    def full(self, target, pieces):
        def some():
            for piece in pieces:
                yield piece[: len(piece) // 2]
                if place in str(target):
                    raise OSError(errno.ENOSPC, "No space left on device")
                yield piece[len(piece) // 2 :]

        written(self, target, some())

    with monkeypatch.context() as patch:
        patch.setattr(Store, "_write_beside", full)
        status, out, err = program("archive", "wires", "--into", "store", "--workers", "2")
    assert (status, out) == (2, "")
    assert err.startswith("crosscheck: cannot write ") and err.endswith(": No space left on device\n")
    assert len(err.splitlines()) == 1 and place in err
    assert not [p for p in Path("store").rglob("*.tmp") if p.stat().st_size]
    program("archive", "wires", "--into", "store")
    program("archive", "wires", "--into", "undisturbed")
    assert contents("store") == contents("undisturbed")
    assert documents("store") == documents("undisturbed")


def test_a_disk_that_fills_under_a_later_batch_leaves_the_archive_as_it_was(wires, desk, program, full_disk):
    program("archive", "wires", "--into", "store")
    before = contents("store")
    later(desk, 0)
    with full_disk():
        assert program("archive", "add", "late", "--into", "store")[0] == 2
    assert contents("store") == before
    for row in rows("store"):
        assert program("archive", "show", "store", row.id, "--fail-on", "never")[0] == 0
    _, out, _ = program("archive", "add", "late", "--into", "store")
    assert "1 stories new or changed of 4" in out


def test_a_folder_that_cannot_be_written_is_one_line(wires, program):
    Path("file").write_text("")
    status, _, err = program("archive", "wires", "--into", "file/store")
    assert status == 2 and err == "crosscheck: file/store: cannot be read: Not a directory\n"


def test_of_a_wire_that_grew_the_stretches_that_are_as_they_were_are_not_opened_again(desk):
    from crosscheck.archive.settings import ArchiveSettings
    from crosscheck.archive.sources import find, stamp

    small = ArchiveSettings(shard_bytes_least=700)
    wire = desk / "wire.jsonl"
    wire.write_text("".join(map(line, articles(0, 1, 2))))
    before = [stamp(s) for s in find(["wire.jsonl"], small)]
    with wire.open("a") as file:
        file.write("".join(map(line, articles(3))))
    after = [stamp(s) for s in find(["wire.jsonl"], small)]
    assert len(before) > 3 and after[: len(before) - 1] == before[:-1]
    assert len(after) > len(before)


def shard_of(name):
    (row,) = [r for r in rows("store") if name in r.members[0].key]
    return Path(f"store/shards/{row.members[0].shard}"), row


def cut(data):
    return data[:100]


def flipped(data):
    """One digit of one fact is another: still good JSON."""
    at = data.index(b"9")
    return data[:at] + b"8" + data[at + 1 :]


@pytest.mark.parametrize("broken", [cut, flipped, lambda data: b""], ids=["cut", "flipped", "emptied"])
def test_damaged_facts_are_told_once_read_anew_and_mended(wires, desk, program, broken):
    program("archive", "wires", "--into", "good")
    program("archive", "wires", "--into", "store")
    later(desk, 0)
    program("archive", "add", "late", "--into", "good")
    shard, _ = shard_of("fire-0")
    before = {p.name: p.read_bytes() for p in shard.iterdir()}
    (shard / "facts.jsonl").write_bytes(broken(before["facts.jsonl"]))
    _, out, err = program("archive", "add", "late", "--into", "store")
    assert out.startswith("1 new articles; 1 stories new or changed of 4\n")
    assert err.startswith(f"crosscheck: warning: {desk}/{shard}/facts.jsonl: line ") and len(err.splitlines()) == 1
    assert err.endswith(": damaged; read anew from the article, and mended\n")
    assert {p.name: p.read_bytes() for p in shard.iterdir()} == before
    assert documents("store") == documents("good")


def test_facts_and_article_both_damaged_cost_their_story_and_say_what_to_do(wires, desk, program):
    program("archive", "wires", "--into", "store")
    later(desk, 0)
    later(desk, 1, folder="late-1")
    shard, row = shard_of("fire-0")
    articles_ = (shard / "articles.jsonl").read_bytes()
    (shard / "articles.jsonl").write_bytes(articles_.replace(b"dead: 9", b"dead: 8", 1))
    _, out, err = program("archive", "add", "late", "late-1", "--into", "store")
    assert out.startswith("2 new articles; 2 stories new or changed of 4\n")
    assert err.startswith(f"crosscheck: warning: story {row.id}: could not be checked: ") and len(err.splitlines()) == 1
    assert "articles.jsonl, line " in err and err.endswith("damaged: restore it from a copy\n")
    (shard / "articles.jsonl").write_bytes(articles_)
    _, out, err = program("archive", "renew", "store")
    assert out.startswith("0 new articles; 1 stories new or changed of 4\n") and err == ""


def test_a_shard_that_was_damaged_while_its_batch_was_open_is_read_again(wires, program, full_disk):
    with full_disk():
        program("archive", "wires", "--into", "store")
    facts = next(Path("store/shards").rglob("facts.jsonl"))
    facts.write_bytes(flipped(facts.read_bytes()))
    _, out, err = program("archive", "wires", "--into", "store")
    assert out.startswith("12 new articles") and err == ""
    program("archive", "wires", "--into", "undisturbed")
    assert contents("store") == contents("undisturbed") and documents("store") == documents("undisturbed")


@pytest.mark.parametrize(("day", "told_of"), [("9999-12-31", True), ("2024-03-12", True), ("2024-03-11", False)])
def test_an_article_from_the_future_is_kept_and_told(desk, program, monkeypatch, day, told_of):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710028800")  # 2024-03-10
    one, two, three = articles(0)
    (desk / "wire.jsonl").write_text(line(one) + line(two) + line(three, published=f"{day}T06:00:00"))
    status, out, err = program("archive", "wire.jsonl", "--into", "store", "--fail-on", "never")
    assert status == 0 and out.startswith("3 new articles")
    said = f"published {day}, but today is 2024-03-10: kept; check its date"
    expected = f"crosscheck: warning: wire.jsonl#{three.path}: {said}\n" if told_of else ""
    assert err == expected
    assert program("archive", "group", "wire.jsonl")[2] == expected
    assert sum(len(r.members) for r in rows("store")) == 3


def test_a_source_whose_clock_is_wrong_takes_a_screen_and_a_count_not_a_line_an_article(desk, program, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710028800")  # 2024-03-10
    for n in range(30):
        (desk / f"{n:02}.txt").write_text(f"---\npublished: 2031-01-{n + 1:02}\n---\n\nStory {n}\n\n{STRIKE[0]}\n")
    _, _, err = program("archive", "group", *(f"{n:02}.txt" for n in range(30)))
    lines = err.splitlines()
    assert len(lines) == 21 and lines[0].startswith("crosscheck: warning: 00.txt: published 2031-01-01, but today is")
    assert lines[-1] == (
        "crosscheck: warning: 10 more articles: published after today, 2024-03-10, the last 2031-01-30: kept; "
        "check the clock of where they come from"
    )


def test_one_fault_that_many_files_have_is_counted(desk, program):
    for n in range(30):
        (desk / f"{n:02}.txt").write_bytes(b"")
    write(articles(0), desk / "wires")
    _, _, err = program("archive", "wires", *(f"{n:02}.txt" for n in range(30)), "--into", "store")
    lines = err.splitlines()
    assert len(lines) == 21 and lines[-1].startswith("crosscheck: warning: 10 more files: ")


def test_findings_that_are_lost_are_made_again_and_that_is_told(wires, program):
    program("archive", "wires", "--into", "store")
    row = rows("store")[0]
    document = Path("store/documents") / row.document[:2] / f"{row.document}.json"
    kept = document.read_bytes()
    document.unlink()
    facts = Path("store/shards") / row.members[0].shard / "facts.jsonl"
    facts.write_bytes(facts.read_bytes().replace(b"{", b"["))
    _, _, err = program("archive", "show", "store", row.id, "--fail-on", "never")
    assert [line.rpartition(": ")[2] for line in err.splitlines()] == [
        f"the findings of story {row.id} were made again",
        f"what story {row.id} needs was read anew; the next change of that story mends it",
    ]
    assert document.read_bytes() == kept
    document.write_bytes(b"{")
    _, _, err = program("archive", "report", "store", "-o", "index.html")
    assert f"the findings of story {row.id} were made again" in err and document.read_bytes() == kept


def test_a_damaged_index_says_what_to_do(wires, program):
    program("archive", "wires", "--into", "store")
    (index,) = Path("store").glob("stories-*.jsonl")
    index.write_bytes(index.read_bytes().replace(b"{", b"[", 1))
    status, _, err = program("archive", "stories", "store")
    assert status == 2 and err.endswith(": restore it from a copy, or make the archive anew\n") and err.count("\n") == 1


def test_the_day_of_the_run_changes_no_byte_of_the_archive(wires, program, monkeypatch):
    for store, epoch in (("then", "0"), ("now", "1900000000")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        program("archive", "wires", "--into", store)
    assert files("then") == files("now")
