"""After confirmation: asked, published, verified; a new check that finds the article mended; two checks compared."""

from __future__ import annotations

import desk_kit
import pytest

from crosscheck.store import audit, events, findings, judge, mending
from crosscheck.store.compare import Comparison, compare
from crosscheck.store.database import Database
from crosscheck.store.redo import redo
from crosscheck.store.rerun import take
from crosscheck.store.undo import undo
from crosscheck.store.views import Actor, Decision, NotFound, StoreError

People = dict[str, Actor]
CONFIRMED = Decision(verdict="confirmed", reading="12 people", source="the coroner")


@pytest.fixture
def event(database: Database, people: People) -> int:
    """A fire whose toll is confirmed as 12, against b.txt."""
    with database.write() as session:
        made = events.create(session, people["root"], name="Harbour fire")
        take(session, people["root"], made.id, desk_kit.harbour())
        judge.judge(session, people["ana"], [(findings.of_event(session, made.id)[0][0].id, None)], CONFIRMED)
        return made.id


def only(database: Database, event: int) -> mending.Mending:
    with database.read() as session:
        (found,) = mending.mendings(session, event)
    return found


def again(database: Database, event: int, document: object) -> dict[str, int]:
    with database.write() as session:
        return take(session, None, event, document).counts  # type: ignore[arg-type]


def step(database: Database, who: Actor, found: mending.Mending, name: str, note: str = "") -> None:
    with database.write() as session:
        mending.step(session, who, found.finding, found.path, name, note=note)


def test_the_steps_of_a_correction(database: Database, people: People, event: int) -> None:
    found = only(database, event)
    assert (found.path, found.says, found.right, found.step, found.stands) == (
        "b.txt",
        "14 people",
        "12 people",
        "",
        True,
    )
    step(database, people["ana"], found, "asked", "by mail to the desk")
    step(database, people["ben"], found, "published", "https://news.example/correction")
    with pytest.raises(StoreError, match="kept already"):
        step(database, people["ben"], found, "published")
    with pytest.raises(NotFound):
        step(database, people["ben"], mending.msgspec.structs.replace(found, path="a.txt"), "asked")
    with pytest.raises(StoreError, match="asked, published or verified"):
        step(database, people["ben"], found, "mended")
    told = only(database, event)
    assert next((s.step, s.account, s.note) for s in told.steps) == ("asked", "ana", "by mail to the desk")
    with database.write() as session:
        undo(session, people["ben"])
    assert only(database, event).step == "asked"
    with database.write() as session:
        redo(session, people["ben"])
        assert audit.check(session) == []
    assert only(database, event).step == "published"


def test_a_mended_article_is_seen_and_can_be_verified(database: Database, people: People, event: int) -> None:
    step(database, people["ana"], only(database, event), "asked")
    counts = again(database, event, desk_kit.harbour(toll="12 people"))
    assert (counts["gone"], counts["mended"]) == (1, 1)
    found = only(database, event)
    assert (found.stands, found.seen, found.step) == (False, "mended", "asked")
    step(database, people["ben"], found, "verified")
    assert only(database, event).step == "verified"
    assert again(database, event, desk_kit.harbour(toll="12 people"))["mended"] == 0


def test_an_article_that_goes_wrong_again_stands_again(database: Database, people: People, event: int) -> None:
    again(database, event, desk_kit.harbour(toll="12 people"))
    again(database, event, desk_kit.harbour())
    found = only(database, event)
    assert (found.stands, found.seen) == (True, "")


def test_other_words_are_no_mended_article(database: Database, people: People, event: int) -> None:
    articles = [
        desk_kit.article(
            a.path, (a.text or "").replace("Rescuers counted 14 people dead by noon.", "Nobody counts now.")
        )
        for a in desk_kit.harbour().articles
    ]
    assert again(database, event, desk_kit.document(articles, []))["mended"] == 0
    assert only(database, event).seen == "reworded"


def test_an_article_that_left_is_not_called_mended(database: Database, people: People, event: int) -> None:
    step(database, people["ana"], only(database, event), "asked")
    articles = [a for a in desk_kit.harbour().articles if a.path != "b.txt"]
    assert again(database, event, desk_kit.document(articles, []))["mended"] == 0
    assert (only(database, event).stands, only(database, event).seen) == (False, "")


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Rescuers counted 12 people dead by noon.", True),
        ("Fire.\n\nRescuers had counted 12 people dead by noon, it said.", True),
        ("Rescuers counted 14 people dead by noon.", False),
        ("Rescuers counted 12 people, not 14 people, dead by noon.", False),  # a correction notice: a person looks
        ("Some 12 people were seen at the market.", False),
        ("", False),
    ],
)
def test_what_reads_as_confirmed(text: str, reads: bool) -> None:
    one = mending.Wanted(
        root=1,
        finding=1,
        path="b.txt",
        says="14 people",
        words=("14 people",),
        right="12 people",
        right_words=("12 people", ""),
        sentence="Rescuers counted 14 people dead by noon.",
    )
    assert mending.reads_as_confirmed(text, one) is reads


def test_half_of_a_sentence_is_enough_and_less_is_not() -> None:
    """Notices when the share moves: four other words, of which two and one are left."""
    one = mending.Wanted(
        root=1, finding=1, path="b", says="14", words=("14",), right="12", right_words=("12",), sentence="a b c d 14"
    )
    assert mending.reads_as_confirmed("a b 12.", one)
    assert not mending.reads_as_confirmed("a 12.", one)


# --- two checks ------------------------------------------------------------------------------------------------------


def adds_up(found: Comparison) -> None:
    assert found.total_before == found.same + len(found.changed) + len(found.gone)
    assert found.total_after == found.same + len(found.changed) + len(found.new)


def test_two_checks_add_up(database: Database, people: People, event: int) -> None:
    with pytest.raises(StoreError, match="not two checks"), database.read() as session:
        compare(session, event)
    counts = again(database, event, desk_kit.harbour(extra="19 people"))
    with database.read() as session:
        found = compare(session, event)
    adds_up(found)
    assert (found.same, len(found.changed), len(found.new), len(found.gone)) == (1, 1, 0, 0)
    assert (found.changed[0].came, found.articles_new) == (("19 people",), ("d.txt",))
    assert counts["findings"] == counts["kept"] + counts["new"] + counts["back"] + counts["reopened"]
    again(database, event, desk_kit.harbour(toll="12 people"))
    with database.read() as session:
        found, first = compare(session, event), compare(session, event, 1, 3)
    adds_up(found)
    adds_up(first)
    assert [d.rule for d in found.gone] == [d.rule for d in first.gone] == ["FIG401"]
    assert found.articles_gone == ("d.txt",)
    assert first.articles_changed == ("b.txt",)


def test_one_more_article_for_a_reading_is_a_change(database: Database, people: People, event: int) -> None:
    again(database, event, desk_kit.harbour(extra="12 people"))
    with database.read() as session:
        found = compare(session, event)
    adds_up(found)
    assert found.changed[0].sources == ("“12 people” now also in d.txt",)
    with pytest.raises(NotFound), database.read() as session:
        compare(session, event, 1, 99)
