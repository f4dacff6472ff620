"""How a batch is cut into tasks: finely enough for several workers, coarsely enough that writing does not matter."""

import json

import pytest

pytest.importorskip("dask", reason="needs the extra archive")
pytest.importorskip("scipy", reason="needs the extra archive")

from crosscheck.archive.comparing import blocks
from crosscheck.archive.records import Member, StoryRow
from crosscheck.archive.settings import ArchiveSettings
from crosscheck.archive.shards import plan
from crosscheck.archive.sources import Source, find

SETTINGS = ArchiveSettings()


def sizes(sources):
    return [len(shard.sources) for shard in plan(sources, SETTINGS, "")]


def files(count, size=2300):
    return [Source(path=f"{n}.txt", size=size) for n in range(count)]


def wire(path, count):
    path.write_text("".join(json.dumps({"text": f"{n} " + "word " * 500}) + "\n" for n in range(count)))
    return list(find([str(path)], SETTINGS))


def rows(*articles):
    def member(n):
        return Member(key=str(n), article="a", day=1, outlet=None, shard="s", row=n)

    return [
        StoryRow(
            id=f"{number:03}", title="", first=None, last=None, members=tuple(member(n) for n in range(count)),
            part="", document="", seen=None,
        )
        for number, count in enumerate(articles)
    ]  # fmt: skip


@pytest.mark.parametrize("count", [100, 200, 400, 1000])
def test_a_batch_of_files_gives_several_workers_something_to_do(count):
    cut = sizes(files(count))
    assert sum(cut) == count
    assert len(cut) >= 10 and max(cut) <= count / 10


def test_so_does_one_long_wire(tmp_path):
    sources = wire(tmp_path / "wire.jsonl", 200)
    cut = sizes(sources)
    assert len(cut) >= 10 and max(s.size for s in sources) < sum(s.size for s in sources) / 10


def test_a_large_batch_has_shards_of_a_hundred():
    cut = sizes(files(20_000))
    assert set(cut) == {SETTINGS.shard_articles}


def test_a_handful_of_files_is_one_shard():
    assert sizes(files(5)) == [5]


def test_shards_do_not_depend_on_anything_but_the_batch(tmp_path):
    sources = wire(tmp_path / "wire.jsonl", 60)
    assert list(plan(sources, SETTINGS, "salt")) == list(plan(sources, SETTINGS, "salt"))
    assert {s.id for s in plan(sources, SETTINGS, "salt")}.isdisjoint(s.id for s in plan(sources, SETTINGS, "other"))


def test_stories_are_compared_the_largest_first_each_once():
    stories = rows(1, 30, 2, 2, 12, 1, 1, 5, 3)
    found = list(blocks(stories, SETTINGS))
    assert sorted(row.id for block in found for row in block) == [row.id for row in stories]
    assert [[len(row.members) for row in block] for block in found] == [[30], [12], [5, 3, 2], [2, 1, 1, 1]]


def test_a_large_batch_is_compared_in_tasks_of_seconds():
    found = list(blocks(rows(*[4] * 30_000), SETTINGS))
    assert {sum(len(row.members) for row in block) for block in found} == {SETTINGS.compared}
