"""What belongs to one person: keys, saved views, notes that call them, and what waits for them; orders of the queue."""

from __future__ import annotations

import desk_kit
import pytest

from crosscheck.store import calls, events, findings, judge, mending, saved, slips, waiting
from crosscheck.store.database import Database
from crosscheck.store.findings import QueueFilter
from crosscheck.store.redo import redo
from crosscheck.store.rerun import take
from crosscheck.store.undo import undo
from crosscheck.store.views import Actor, Decision, NotFound, StoreError

People = dict[str, Actor]
CONFIRMED = Decision(verdict="confirmed", reading="12 people")


@pytest.fixture
def event(database: Database, people: People) -> int:
    with database.write() as session:
        made = events.create(session, people["root"], name="Harbour fire", readers=2)
        take(session, people["root"], made.id, desk_kit.harbour())
        return made.id


def numbers(database: Database, event: int) -> list[int]:
    with database.read() as session:
        return [row.id for row, _ in findings.of_event(session, event)]


def waits(database: Database, who: Actor) -> tuple[int, int, int]:
    with database.read() as session:
        found = waiting.count(session, who)
        assert found.calls == len(waiting.calls(session, who))
        assert found.corrections == len(waiting.corrections(session, who))
        return found.calls, found.second, found.corrections


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("@ana please", ["ana"]),
        ("ask @Ana Maria, and @BEN.", ["Ana Maria", "ben"]),
        ("(@ben's desk)", ["ben"]),
        ("mail ana@ben.example", []),
        ("@anabel and @@ben and _@ben", []),
        ("@", []),
        ("<@ben>", ["ben"]),
    ],
)
def test_whom_a_note_calls(text: str, called: list[str]) -> None:
    found = list(calls.pieces(text, ["ana", "Ana Maria", "ben"]))
    assert [name for _, name in found if name] == called
    assert "".join(piece for piece, _ in found) == text


def test_a_call_waits_until_it_is_ticked_off(database: Database, people: People, event: int) -> None:
    ana, ben = people["ana"], people["ben"]
    number = numbers(database, event)[0]
    with database.write() as session:
        act = judge.note(session, ana, number, "@ben, who counted? @ben @nobody")
    assert waits(database, ben) == (1, 0, 0)
    assert waits(database, ana) == (0, 0, 0)
    with database.write() as session:
        (call,) = waiting.calls(session, ben)
        assert (call.text, call.account, call.finding) == ("@ben, who counted? @ben @nobody", "ana", number)
        with pytest.raises(NotFound):
            calls.tick(session, ana, call.id, done=True)
        calls.tick(session, ben, call.id, done=True)
    assert waits(database, ben)[0] == 0
    with database.write() as session:
        assert len(waiting.calls(session, ben, done=True)) == 1
        calls.tick(session, ben, call.id, done=False)
        undo(session, ana, act)
    assert waits(database, ben)[0] == 0  # the note was withdrawn
    with database.write() as session:
        redo(session, ana)
    assert waits(database, ben)[0] == 1


def test_a_call_in_a_hidden_judgement_tells_nothing_of_it(database: Database, people: People, event: int) -> None:
    ana, ben = people["ana"], people["ben"]
    number = numbers(database, event)[0]
    with database.write() as session:
        act = judge.judge(session, ana, [(number, None)], CONFIRMED).act
        judge.note(session, ana, number, "@ben I am sure of 12", act=act)
    with database.read() as session:
        assert [c.text for c in waiting.calls(session, ben)] == [None]
    with database.write() as session:
        judge.judge(session, ben, [(number, None)], CONFIRMED)
    with database.read() as session:
        assert [c.text for c in waiting.calls(session, ben)] == ["@ben I am sure of 12"]


def test_second_readings_are_due_from_who_has_not_read(database: Database, people: People, event: int) -> None:
    ana, ben, root = people["ana"], people["ben"], people["root"]
    first, second = numbers(database, event)
    reader = Actor(id=ana.id, name="rea", role="reader")
    with database.write() as session:
        judge.judge(session, ana, [(first, None), (second, None)], Decision(verdict="unsure"))
    assert [waits(database, who)[1] for who in (ana, ben, root, reader)] == [0, 2, 2, 0]
    with database.write() as session:
        judge.assign(session, ana, [first], "root")  # given to somebody: due from them alone
        judge.assign(session, ana, [second], "ana")  # given to who has read it already: from all others
    assert [waits(database, who)[1] for who in (ana, ben, root)] == [0, 1, 2]
    with database.write() as session:
        judge.judge(session, root, [(second, None)], Decision(verdict="unsure"))
    assert [waits(database, who)[1] for who in (ana, ben, root)] == [0, 0, 1]


def test_a_correction_that_was_asked_waits_until_the_next_step(database: Database, people: People) -> None:
    ana, ben = people["ana"], people["ben"]
    with database.write() as session:
        event = events.create(session, ana, name="Fire").id
        take(session, ana, event, desk_kit.harbour())
        number = findings.of_event(session, event)[0][0].id
        judge.judge(session, ana, [(number, None)], CONFIRMED)
        with pytest.raises(NotFound):
            mending.step(session, ana, number, "b.txt", "asked", asked_of="nobody")
        act = mending.step(session, ana, number, "b.txt", "asked", note="page 1", asked_of="ben")
    assert waits(database, ben)[2] == 1
    with database.write() as session:
        (asked,) = waiting.corrections(session, ben)
        assert (asked.path, asked.says, asked.right, asked.account, asked.note) == (
            "b.txt",
            "14 people",
            "12 people",
            "ana",
            "page 1",
        )
        undo(session, ana, act)
    assert waits(database, ben)[2] == 0
    with database.write() as session:
        redo(session, ana)
        assert mending.mendings(session, event)[0].steps[-1].asked_of == "ben"
    assert waits(database, ben)[2] == 1
    with database.write() as session:
        take(session, None, event, desk_kit.harbour(extra="19 people"))  # a reading came: another finding in its place
        (asked,) = waiting.corrections(session, ben)
        assert asked.finding != number
        mending.step(session, ben, asked.finding, "b.txt", "published")
    assert waits(database, ben)[2] == 0


def test_views_are_kept_by_name(database: Database, people: People) -> None:
    ana, ben = people["ana"], people["ben"]
    loud = QueueFilter(level="error", sort="title")
    with database.write() as session:
        number = saved.save(session, ana, " Loud ", loud)
        assert saved.save(session, ana, "Loud", QueueFilter(kind="date")) == number
        saved.save(session, ben, "Loud", loud)
        assert [(v.name, v.shown.kind) for v in saved.of(session, ana)] == [("Loud", "date")]
        assert saved.get(session, number).account == "ana"
        with pytest.raises(StoreError, match="name"):
            saved.save(session, ana, "  ", loud)
        with pytest.raises(NotFound):
            saved.remove(session, ben, number)
        saved.remove(session, ana, number)
        assert saved.of(session, ana) == []


@pytest.mark.parametrize("sort", slips.SORTS)
def test_every_order_is_walked_as_it_is_shown(database: Database, people: People, sort: str) -> None:
    ana = people["ana"]
    with database.write() as session:
        for name, document in (("Talks", desk_kit.spokesmen()), ("Spring", desk_kit.many(7))):
            take(session, ana, events.create(session, ana, name=name).id, document)
    shown = QueueFilter(sort=sort)
    with database.read() as session:
        found, groups, _ = slips.queue(session, shown, ana)
        leads = [slip.rows[0].id for slip in found]
        assert len(leads) == groups == 9
        for before, number, after in zip([None, *leads[:-1]], leads, [*leads[1:], None], strict=True):
            assert slips.neighbours(session, shown, ana, number) == (before, after)
        rows = [slip.rows[0] for slip in found]
    if sort == "level":
        ranks = [min(("error", "warning", "note").index(r.level) for r in slip.rows) for slip in found]
        assert ranks == sorted(ranks)
    if sort == "title":
        titles = [row.title.lower() for row in rows]
        assert titles == sorted(titles)
    if sort == "newest":
        assert leads[0] == max(leads)
