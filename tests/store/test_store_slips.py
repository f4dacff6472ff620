"""One slip, several findings: grouped as in the document, judged once, undone and redone by name."""

from __future__ import annotations

import json

import desk_kit
import pytest
from alembic import command
from sqlalchemy import text

from crosscheck.store import acts, events, findings, judge, slips
from crosscheck.store.acts import Scope
from crosscheck.store.database import Database
from crosscheck.store.migrate import _config, open_database
from crosscheck.store.redo import redo
from crosscheck.store.rerun import take
from crosscheck.store.undo import undo
from crosscheck.store.views import Actor, Changed, Decision, StoreError

People = dict[str, Actor]
ALL = findings.QueueFilter(state="all")


@pytest.fixture
def event(database: Database, people: People) -> int:
    with database.write() as session:
        made = events.create(session, people["root"], name="Talks")
        take(session, people["root"], made.id, desk_kit.spokesmen())
        return made.id


def test_a_slip_stands_where_its_first_finding_does(database: Database, people: People, event: int) -> None:
    with database.read() as session:
        found, groups, total = slips.queue(session, ALL, people["ana"])
        rules = [[row.rule for row in slip.rows] for slip in found]
        assert rules == [["QUO502", "AFF201", "NAM101"], ["FIG401"]]
        assert (groups, total) == (2, 4)
        assert [len(s.rows) for s in slips.queue(session, ALL, people["ana"], offset=1, limit=1)[0]] == [1]
        lead, figure = found[0].rows[0].id, found[1].rows[0].id
        assert slips.neighbours(session, ALL, people["ana"], found[0].rows[2].id) == (None, figure)
        assert slips.neighbours(session, ALL, people["ana"], figure) == (lead, None)


def test_one_judgement_settles_the_slip_and_one_undo_takes_it_back(
    database: Database, people: People, event: int
) -> None:
    decision = Decision(verdict="confirmed", reading="Li Wei", source="the ministry")
    with database.write() as session:
        lead = slips.queue(session, ALL, people["ana"])[0][0].rows
        own = slips.decisions(session, lead[0].id, [row.id for row in lead[1:]], decision)
        outcome = judge.judge(session, people["ana"], [(row.id, row.version) for row in lead], decision, own=own)
    with database.read() as session:
        given = [findings.judgements(session, finding=row.id)[0].reading for row in lead]
        assert given == ["Li Wei", "foreign ministry", "Li Wei"]  # each with what stands in the same articles
        said = acts.view(session, outcome.act, people["ana"])
        assert said and (said.count, said.what, said.after["verdict"]) == (3, "judged", "confirmed")
    with database.write() as session:
        undo(session, people["ana"], outcome.act)
        assert {row.state for row, _ in findings.of_event(session, event)} == {"open"}


def test_undo_keeps_to_what_is_on_the_screen(database: Database, people: People, event: int) -> None:
    with database.write() as session:
        other = events.create(session, None, name="Other").id
        take(session, None, other, desk_kit.harbour())
        here, there = (findings.of_event(session, e)[0][0].id for e in (event, other))
        mine = judge.judge(session, people["ana"], [(here, None)], Decision(verdict="unsure")).act
        judge.judge(session, people["ana"], [(there, None)], Decision(verdict="unsure"))
        assert acts.last_act(session, people["ana"], Scope(event=event)) == mine
        assert acts.last_act(session, people["ana"], Scope(findings=(here,))) == mine
        assert acts.last_act(session, people["ana"], Scope(findings=(here + 1,))) is None
        assert acts.last_act(session, people["ben"], Scope(event=event)) is None


def test_redo_takes_the_undos_back_in_turn(database: Database, people: People, event: int) -> None:
    ana = people["ana"]
    with database.write() as session:
        one, two, *_ = [row.id for row, _ in findings.of_event(session, event)]
        first = judge.judge(session, ana, [(one, None)], Decision(verdict="confirmed", reading="Li Wei"))
        judge.note(session, ana, one, "by telephone", act=first.act)
        judge.judge(session, ana, [(two, None)], Decision(verdict="dismissed", reason="both hold"))
        judge.assign(session, ana, [two], "ben")
        for _ in range(3):
            undo(session, ana)

        def now() -> list[tuple[str, str | None, int]]:
            rows = [findings.view(session, n) for n in (one, two)]
            return [(v.row.state, v.row.assignee, sum(not n.withdrawn for n in v.notes)) for v in rows]

        assert now() == [("open", None, 0), ("open", None, 0)]
        redo(session, ana)
        assert now() == [("confirmed", None, 1), ("open", None, 0)]
        redo(session, ana)
        redo(session, ana)
        assert now() == [("confirmed", None, 1), ("dismissed", "ben", 0)]
        with pytest.raises(StoreError, match="nothing to redo"):
            redo(session, ana)
        undo(session, ana)  # what was redone can be undone
        assert now()[1] == ("dismissed", None, 0)


def test_redo_gives_way_to_what_was_decided_since(database: Database, people: People, event: int) -> None:
    with database.write() as session:
        number = findings.of_event(session, event)[0][0].id
        judge.judge(session, people["ana"], [(number, None)], Decision(verdict="unsure"))
        undone = undo(session, people["ana"]).act
        judge.judge(session, people["ben"], [(number, None)], Decision(verdict="dismissed", reason="x"))
    with database.write() as session:
        with pytest.raises(StoreError, match="Only who undid"):
            redo(session, people["ben"], undone)
        with pytest.raises(Changed):
            redo(session, people["ana"], undone)
        judge.judge(session, people["ana"], [(number, None)], Decision(verdict="unsure"))
        assert acts.last_undo(session, people["ana"]) is None


def test_a_database_of_the_first_shape_learns_its_slips_and_titles(url: str) -> None:
    config = _config()
    database = Database(url)
    with database.engine.execution_options(crosscheck_write=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text("INSERT INTO event (name, kind, readers, fingerprint, created) VALUES ('x', 'upload', 1, '', '')")
        )
        for number, group in enumerate(("g", "g", "")):
            payload = json.dumps({"group": group} | ({"title": "Toll: 12 or 14"} if number else {}))
            connection.execute(
                text(
                    "INSERT INTO finding (event_id, finding, rule, kind, level, confidence, subject, message, payload, search,"
                    " position, present, state, start, version, why) VALUES (1, :f, 'R', 'date', 'note', 1, 'toll', '', :p, 'toll', :n,"
                    " true, 'open', 'open', 1, '')"
                ),
                {"f": f"f{number}", "p": payload, "n": number},
            )
        connection.execute(text("INSERT INTO chain (id, seq, hash) VALUES (1, 0, '')"))
    database.close()
    opened = open_database(url)
    with opened.read() as session:
        assert list(session.scalars(text("SELECT slip FROM finding ORDER BY id"))) == ["g", "g", "f2"]
        titles = list(session.execute(text("SELECT title, search FROM finding ORDER BY id")))
    assert [tuple(row) for row in titles[:2]] == [("Toll", "toll\ntoll"), ("Toll: 12 or 14", "toll\ntoll: 12 or 14")]
    opened.close()
