"""Blind second reading: no way out of the store tells a verdict before both are in; and how far readers agree."""

from __future__ import annotations

import desk_kit
import msgspec
import pytest

from crosscheck.store import audit, blind, events, exports, findings, judge
from crosscheck.store.agreement import agreement, kappa
from crosscheck.store.database import Database
from crosscheck.store.rerun import take
from crosscheck.store.undo import undo
from crosscheck.store.views import Actor, Decision, StoreError

People = dict[str, Actor]
SECRET = Decision(verdict="confirmed", reading="12 people", source="registry of deaths", reason="on my word")
OTHER = Decision(verdict="dismissed", reason="two counts")


@pytest.fixture
def event(database: Database, people: People) -> int:
    with database.write() as session:
        made = events.create(session, people["root"], name="Harbour fire", readers=2)
        take(session, people["root"], made.id, desk_kit.harbour())
        return made.id


def first(database: Database, event: int) -> int:
    with database.read() as session:
        return findings.of_event(session, event)[0][0].id


def decide(database: Database, who: Actor, finding: int, decision: Decision, note: str = "") -> str:
    with database.write() as session:
        act = judge.judge(session, who, [(finding, None)], decision).act
        if note:
            judge.note(session, who, finding, note, act=act)
        return act


def ways_out(database: Database, event: int, who: Actor) -> str:
    """Everything that this person can get at, as one text."""
    with database.read() as session:
        hidden = blind.undecided(session, [event])
        out = [
            exports.audit_lines(session, who),
            exports.findings_csv(session, event, who),
            exports.event_json(session, event, who),
            exports.write_baseline(session, event),
            msgspec.json.encode(exports.corrections(session, event)),
            msgspec.json.encode(blind.entries(session, audit.latest(session, event=event), who)),
            msgspec.json.encode(blind.judgements(findings.judgements(session, event=event), who, hidden)),
            msgspec.json.encode(agreement(session, event)),
        ]
    return b"\n".join(out).decode()


TELLING = ("confirmed", "registry of deaths", '"reading":"12 people"', "certain of it", "on my word")


def test_no_way_out_tells_a_verdict_before_both_are_in(database: Database, people: People, event: int) -> None:
    number = first(database, event)
    decide(database, people["ana"], number, SECRET, note="certain of it")
    for name in ("ben", "root"):  # an admin may be the second reader
        seen = ways_out(database, event, people[name])
        assert [word for word in TELLING if word in seen] == []
    assert "registry of deaths" in ways_out(database, event, people["ana"])
    decide(database, people["ben"], number, OTHER)
    assert all(word in ways_out(database, event, people["root"]) for word in TELLING)


def test_an_undone_verdict_is_hidden_as_well(database: Database, people: People, event: int) -> None:
    act = decide(database, people["ana"], first(database, event), SECRET, note="certain of it")
    with database.write() as session:
        undo(session, people["ana"], act)
    seen = ways_out(database, event, people["ben"])
    assert [word for word in TELLING if word in seen] == []


def test_a_verdict_stays_hidden_over_a_new_check(database: Database, people: People, event: int) -> None:
    decide(database, people["ana"], first(database, event), SECRET)
    with database.write() as session:
        take(session, None, event, desk_kit.harbour(extra="19 people"))  # a reading came: reopened
        assert "registry of deaths" not in exports.event_json(session, event, people["ben"]).decode()
        take(session, None, event, desk_kit.harbour())
    assert "registry of deaths" not in ways_out(database, event, people["ben"])


def test_a_reader_cannot_be_taken_away_to_look(database: Database, people: People, event: int) -> None:
    decide(database, people["ana"], first(database, event), SECRET)
    with database.write() as session:
        with pytest.raises(StoreError, match="only an admin"):
            events.change(session, people["ben"], event, name="", readers=1)
        events.change(session, people["root"], event, name="", readers=1)


def test_notes_that_are_no_part_of_a_judgement_are_for_all(database: Database, people: People, event: int) -> None:
    number = first(database, event)
    decide(database, people["ana"], number, SECRET)
    with database.write() as session:
        judge.note(session, people["ana"], number, "ask the harbour master")
    assert "ask the harbour master" in ways_out(database, event, people["ben"])


def test_addresses_of_logins_are_the_admins(database: Database, people: People) -> None:
    with database.write() as session:
        audit.record(session, people["ana"], "logged in", after={"address": "192.0.2.7"})
        audit.record(session, None, "login refused", after={"address": "192.0.2.8", "name": "my password"})
    with database.read() as session:
        for name, seen in (("ben", False), ("root", True)):
            text = exports.audit_lines(session, people[name]).decode()
            assert ("192.0.2.7" in text, "my password" in text) == (seen, seen)


def test_agreement_counts_what_each_said_first(database: Database, people: People) -> None:
    with database.write() as session:
        event = events.create(session, None, name="Spring", readers=2).id
        take(session, None, event, desk_kit.many(4))
        rows = [row.id for row, _ in findings.of_event(session, event)]
    yes, no = Decision(verdict="confirmed"), Decision(verdict="dismissed", reason="x")
    for number, one, two in zip(rows, (yes, yes, no, no), (yes, no, no, no), strict=True):
        decide(database, people["ana"], number, one)
        decide(database, people["ben"], number, two)
    decide(database, people["ben"], rows[1], yes)  # after seeing the other's: no independent reading any more
    decide(database, people["root"], rows[1], yes)
    with database.read() as session:
        found = agreement(session, event)
    assert [(a.readers, a.both, a.same, a.kappa) for a in found] == [(("ana", "ben"), 4, 3, pytest.approx(0.5))]


def test_agreement_leaves_out_what_waits(database: Database, people: People, event: int) -> None:
    decide(database, people["ana"], first(database, event), SECRET)
    with database.read() as session:
        assert agreement(session, event) == []


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
        ([("a", "a"), ("a", "a")], None),
    ],
)
def test_kappa(pairs: list[tuple[str, str]], value: float | None) -> None:
    assert kappa(pairs) == (value if value is None else pytest.approx(value))
