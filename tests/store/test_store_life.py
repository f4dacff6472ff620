"""The life of a decision: judged, counted, undone, kept over a re-run, reopened, never lost."""

from __future__ import annotations

import desk_kit
import msgspec
import pytest

from crosscheck.store import audit, events, findings, judge, slips
from crosscheck.store.database import Database
from crosscheck.store.rerun import take
from crosscheck.store.undo import undo
from crosscheck.store.views import Actor, Changed, Decision, FindingView, NotFound, StoreError

CONFIRMED = Decision(verdict="confirmed", reading="12 people", source="the coroner")
DISMISSED = Decision(verdict="dismissed", reason="later update")
UNSURE = Decision(verdict="unsure")

People = dict[str, Actor]


@pytest.fixture
def event(database: Database, people: People) -> int:
    with database.write() as session:
        made = events.create(session, people["root"], name="Harbour fire")
        take(session, people["root"], made.id, desk_kit.harbour())
        return made.id


def by_rule(database: Database, event: int, rule: str = "FIG401", *, present: bool = True) -> FindingView:
    with database.read() as session:
        row = next(r for r, _ in findings.of_event(session, event) if r.rule == rule and r.present is present)
        return findings.view(session, row.id)


def decide(database: Database, actor: Actor, finding: int, decision: Decision, **options: object) -> judge.Outcome:
    with database.write() as session:
        return judge.judge(session, actor, [(finding, None)], decision, **options)  # type: ignore[arg-type]


def rerun(database: Database, event: int, document: object) -> dict[str, int]:
    with database.write() as session:
        return take(session, None, event, document).counts  # type: ignore[arg-type]


def sound(database: Database) -> None:
    with database.read() as session:
        assert audit.check(session) == []
    assert database.problems() == []


def test_one_reader_decides_and_undoes(database: Database, people: People, event: int) -> None:
    toll = by_rule(database, event).row
    decide(database, people["ana"], toll.id, CONFIRMED)
    seen = by_rule(database, event)
    assert (seen.row.state, seen.judgements[0].reading, seen.judgements[0].source) == (
        "confirmed",
        "12 people",
        "the coroner",
    )
    decide(database, people["ben"], toll.id, DISMISSED)
    seen = by_rule(database, event)
    assert (seen.row.state, [j.standing for j in seen.judgements]) == ("dismissed", ["replaced", "current"])
    with database.write() as session:
        undo(session, people["ben"])
    seen = by_rule(database, event)
    assert (seen.row.state, [j.standing for j in seen.judgements]) == ("confirmed", ["current", "undone"])
    with database.write() as session:
        undo(session, people["ana"])
    assert by_rule(database, event).row.state == "open"
    with database.write() as session, pytest.raises(StoreError, match="nothing to undo"):
        undo(session, people["ana"])
    sound(database)


def test_two_readers_agree_or_their_disagreement_shows(database: Database, people: People, event: int) -> None:
    with database.write() as session:
        events.change(session, people["root"], event, name="Harbour fire", readers=2)
    toll, day = by_rule(database, event).row.id, by_rule(database, event, "DAT301").row.id
    decide(database, people["ana"], toll, CONFIRMED)
    decide(database, people["ana"], day, DISMISSED)
    assert by_rule(database, event).row.state == "second"
    decide(database, people["ben"], toll, Decision(verdict="confirmed", reading="14 people"))
    decide(database, people["ben"], day, DISMISSED)
    assert by_rule(database, event).row.state == "disagreement"
    assert by_rule(database, event, "DAT301").row.state == "dismissed"
    decide(database, people["root"], toll, CONFIRMED)
    assert by_rule(database, event).row.state == "confirmed"
    with database.write() as session:
        undo(session, people["root"])
    assert by_rule(database, event).row.state == "disagreement"
    with database.write() as session:
        events.change(session, people["root"], event, name="Harbour fire", readers=1)
    assert by_rule(database, event).row.state == "confirmed"  # the newest decides
    sound(database)


def test_what_a_judgement_needs(database: Database, people: People, event: int) -> None:
    toll, day = by_rule(database, event).row.id, by_rule(database, event, "DAT301").row.id
    for decision, code in (
        (Decision(verdict="dismissed", reason="  "), "reason_missing"),
        (Decision(verdict="duplicate"), "duplicate_of"),
        (Decision(verdict="duplicate", duplicate_of=toll), "duplicate_of"),
        (Decision(verdict="dismissed", reason="x" * 5000), "too_long"),
    ):
        with pytest.raises(StoreError) as caught:
            decide(database, people["ana"], toll, decision)
        assert caught.value.code == code
    with pytest.raises(NotFound):
        decide(database, people["ana"], 10**30, UNSURE)
    decide(database, people["ana"], toll, Decision(verdict="duplicate", duplicate_of=day))
    assert by_rule(database, event).row.state == "duplicate"
    sound(database)


def test_a_form_sent_twice_counts_once_and_an_old_form_not_at_all(
    database: Database, people: People, event: int
) -> None:
    toll = by_rule(database, event).row
    for _ in range(2):
        decide(database, people["ana"], toll.id, CONFIRMED, request="form-1")
    assert len(by_rule(database, event).judgements) == 1
    with database.write() as session, pytest.raises(Changed):
        judge.judge(session, people["ben"], [(toll.id, toll.version)], DISMISSED)
    assert by_rule(database, event).row.state == "confirmed"


def test_bulk_is_one_act_and_leaves_out_what_changed(database: Database, people: People) -> None:
    with database.write() as session:
        event = events.create(session, people["root"], name="Spring").id
        take(session, None, event, desk_kit.many(30))
        shown = findings.QueueFilter(event=event)
        rows, total = findings.queue(session, shown, people["ana"], limit=100)
    assert total == 30
    decide(database, people["ben"], rows[3].id, UNSURE)
    with database.write() as session:
        outcome = judge.judge(session, people["ana"], [(r.id, r.version) for r in rows], DISMISSED)
    assert (len(outcome.done), outcome.changed) == (29, (rows[3].id,))
    with database.write() as session:
        undo(session, people["ana"], outcome.act, only=[rows[0].id])  # one's share of it
        undo(session, people["ana"])  # and the rest
        left, _ = findings.queue(session, shown, people["ana"], limit=100)
    assert [r.id for r in left] == [r.id for r in rows if r.id != rows[3].id]
    sound(database)


def test_notes_and_assignment_are_undone_too(database: Database, people: People, event: int) -> None:
    toll = by_rule(database, event).row.id
    with database.write() as session:
        judge.assign(session, people["ana"], [toll], "ben")
        judge.note(session, people["ana"], toll, "ask the coroner", request="n1")
        judge.note(session, people["ana"], toll, "ask the coroner", request="n1")
    seen = by_rule(database, event)
    assert (seen.row.assignee, [n.text for n in seen.notes]) == ("ben", ["ask the coroner"])
    with database.write() as session:
        undo(session, people["ana"])
        undo(session, people["ana"])
    seen = by_rule(database, event)
    assert (seen.row.assignee, [n.withdrawn for n in seen.notes]) == (None, [True])
    sound(database)


def test_only_an_admin_undoes_for_others(database: Database, people: People, event: int) -> None:
    toll = by_rule(database, event).row.id
    act = decide(database, people["ana"], toll, CONFIRMED).act
    with database.write() as session, pytest.raises(StoreError, match="Only who did this"):
        undo(session, people["ben"], act)
    with database.write() as session:
        undo(session, people["root"], act)
    assert by_rule(database, event).row.state == "open"


def test_an_agreeing_article_keeps_the_decision(database: Database, people: People, event: int) -> None:
    toll = by_rule(database, event).row
    decide(database, people["ana"], toll.id, CONFIRMED)
    counts = rerun(database, event, desk_kit.harbour(extra="12 people"))
    seen = by_rule(database, event)
    assert (seen.row.id, seen.row.state, counts["kept"], counts["new"]) == (toll.id, "confirmed", 2, 0)
    assert seen.document.readings[0].independent_sources == 3


def test_a_new_reading_reopens_and_says_so(database: Database, people: People, event: int) -> None:
    toll = by_rule(database, event).row
    decide(database, people["ana"], toll.id, CONFIRMED)
    with database.write() as session:
        judge.assign(session, people["ana"], [toll.id], "ben")
    counts = rerun(database, event, desk_kit.harbour(extra="19 people"))
    seen = by_rule(database, event)
    assert (seen.row.state, seen.row.assignee, seen.previous, counts["reopened"]) == ("reopened", "ben", toll.id, 1)
    assert "19 people" in seen.row.why
    old = by_rule(database, event, present=False)
    assert (old.row.state, old.following, len(old.judgements)) == ("confirmed", seen.row.id, 1)
    decide(database, people["ben"], seen.row.id, DISMISSED)
    with database.write() as session:
        undo(session, people["ben"])
    assert by_rule(database, event).row.state == "reopened"
    sound(database)


def test_a_reading_that_goes_carries_the_decision(database: Database, people: People, event: int) -> None:
    rerun(database, event, desk_kit.harbour(extra="19 people"))
    toll = by_rule(database, event).row
    decide(database, people["ana"], toll.id, CONFIRMED)
    counts = rerun(database, event, desk_kit.harbour())
    seen = by_rule(database, event)
    assert (counts["kept"], counts["carried"], counts["new"]) == (1, 1, 0)  # the day; the first toll's row is back
    assert (seen.row.state, len(seen.judgements)) == ("confirmed", 1)
    assert seen.judgements[0].carried
    assert "a reading went" in seen.row.why
    with database.write() as session:
        undo(session, people["ana"])
    assert by_rule(database, event).row.state == "open"
    sound(database)


def test_another_subject_for_the_same_words_is_the_same_question(
    database: Database, people: People, event: int
) -> None:
    toll = by_rule(database, event).row
    decide(database, people["ana"], toll.id, CONFIRMED)
    for extra, state, said in ((None, "confirmed", "the same readings"), ("19 people", "reopened", "19 people")):
        document = desk_kit.harbour(extra=extra)
        renamed = msgspec.structs.replace(document.findings[0], id=f"other{extra}", subject=f"the dead {extra}")
        rerun(database, event, msgspec.structs.replace(document, findings=(renamed, *document.findings[1:])))
        seen = by_rule(database, event)
        assert seen.row.state == state
        assert said in seen.row.why
    sound(database)


def test_gone_findings_stay_in_the_record_and_come_back_as_they_were(
    database: Database, people: People, event: int
) -> None:
    toll = by_rule(database, event).row
    decide(database, people["ana"], toll.id, DISMISSED)
    counts = rerun(database, event, desk_kit.harbour(toll="12 people"))
    assert counts["gone"] == 1
    assert by_rule(database, event, present=False).row.state == "dismissed"
    with database.read() as session:
        shown, total = findings.queue(session, findings.QueueFilter(state="gone"), people["ana"])
        assert (total, shown[0].id, events.view(session, event).gone) == (1, toll.id, 1)
    rerun(database, event, desk_kit.harbour())
    assert (by_rule(database, event).row.id, by_rule(database, event).row.state) == (toll.id, "dismissed")
    sound(database)


@pytest.mark.parametrize(
    ("shown", "rules"),
    [
        ({"level": "error"}, ["FIG401"]),
        ({"kind": "date"}, ["DAT301"]),
        ({"q": "TUESDAY"}, ["DAT301"]),
        ({"q": "100%"}, []),
        ({"q": "_"}, []),
        ({"assignee": "me"}, ["FIG401"]),
        ({"assignee": "none"}, ["DAT301"]),
        ({"assignee": "ben"}, []),
        ({"state": "confirmed"}, []),
        ({"state": "all"}, ["FIG401", "DAT301"]),
        ({"event": 999}, []),
        ({"event": 10**40}, []),
    ],
)
def test_queue_filters(database: Database, people: People, event: int, shown: dict, rules: list[str]) -> None:  # type: ignore[type-arg]
    with database.write() as session:
        judge.assign(session, people["ana"], [by_rule(database, event).row.id], "ana")
    with database.read() as session:
        rows, total = findings.queue(session, findings.QueueFilter(**shown), people["ana"])
    assert ([r.rule for r in rows], total) == (rules, len(rules))


def test_neighbours_hold_after_the_finding_left_the_queue(database: Database, people: People) -> None:
    with database.write() as session:
        event = events.create(session, people["root"], name="Spring").id
        take(session, None, event, desk_kit.many(3))
        rows, _ = findings.queue(session, findings.QueueFilter(), people["ana"])
    decide(database, people["ana"], rows[1].id, UNSURE)
    with database.read() as session:
        near = slips.neighbours(session, findings.QueueFilter(), people["ana"], rows[1].id)
    assert near == (rows[0].id, rows[2].id)
