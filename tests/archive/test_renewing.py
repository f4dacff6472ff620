"""Other settings than those of old: what gained nothing stays as it was, is told, and is compared anew on request."""

from pathlib import Path

from tests.archive.conftest import later
from tests.archive.test_archive import contents, documents, rows

OTHER = "[settings.sources]\nmin_own_words = 9\n"


def test_after_a_change_of_settings_only_a_story_that_gained_an_article_is_compared(wires, desk, program):
    program("archive", "wires", "--into", "store")
    before = {r.id: r for r in rows("store")}
    (desk / "other.toml").write_text(OTHER)
    later(desk, 0)
    _, out, err = program("archive", "add", "late", "--into", "store", "--config", "other.toml")
    assert out.startswith("1 new articles; 1 stories new or changed of 4\n")
    assert err == (
        "crosscheck: note: 3 stories were compared with other settings and left so: "
        "crosscheck archive renew store compares anew what is old\n"
    )
    after = {r.id: r for r in rows("store")}
    assert sum(after[i].document == before[i].document for i in before) == 3
    assert all(Path(f"store/documents/{r.document[:2]}/{r.document}.json").is_file() for r in after.values())


def test_renew_compares_what_is_old_and_makes_the_archive_that_the_settings_would_have_made(wires, desk, program):
    (desk / "other.toml").write_text(OTHER)
    program("archive", "wires", "--into", "store")
    program("archive", "wires", "--into", "anew", "--config", "other.toml")
    status, out, err = program("archive", "renew", "store", "--config", "other.toml")
    assert status == 1 and err == "" and out.startswith("0 new articles; 4 stories new or changed of 4\n")
    assert documents("store") == documents("anew")
    assert contents("store") == contents("anew")
    status, out, err = program("archive", "renew", "store", "--config", "other.toml")
    assert (status, err) == (0, "") and out == "0 new articles; 0 stories new or changed of 4\n"


def test_renewing_that_a_full_disk_ends_leaves_the_archive_and_is_taken_up(wires, desk, program, full_disk):

    (desk / "other.toml").write_text(OTHER)
    program("archive", "wires", "--into", "store")
    before = rows("store")
    with full_disk():
        status, _, err = program("archive", "renew", "store", "--config", "other.toml")
    assert status == 2 and len(err.splitlines()) == 1
    assert rows("store") == before
    for row in before:
        assert program("archive", "show", "store", row.id, "--fail-on", "never")[0] == 0
    assert program("archive", "renew", "store", "--config", "other.toml")[1].startswith("0 new articles; 4 stories")


def test_no_archive_to_renew_is_one_line(desk, program):
    status, _, err = program("archive", "renew", "nowhere")
    assert status == 2 and err.startswith("crosscheck: nowhere is no archive") and len(err.splitlines()) == 1
