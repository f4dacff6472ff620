"""The record itself: migrations, an audit log that cannot be changed unseen, text that a database could choke on."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import desk_kit
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from crosscheck.store import audit, events, exports, findings, judge, people
from crosscheck.store.database import Database, DatabaseError
from crosscheck.store.migrate import open_database
from crosscheck.store.rerun import take
from crosscheck.store.tables import Base
from crosscheck.store.text import storable
from crosscheck.store.views import Actor, Decision, StoreError


def fill(database: Database, actor: Actor) -> int:
    with database.write() as session:
        event = events.create(session, actor, name="Harbour fire").id
        take(session, actor, event, desk_kit.harbour())
        rows = [row.id for row, _ in findings.of_event(session, event)]
        judge.judge(session, actor, [(rows[0], None)], Decision(verdict="confirmed", reading="12 people"))
        judge.judge(session, actor, [(rows[1], None)], Decision(verdict="dismissed", reason="=1+1"))
    return event


def test_the_scripts_make_what_the_models_say(database: Database) -> None:
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_opening_again_changes_nothing_and_later_versions_are_refused(url: str) -> None:
    for _ in range(2):
        open_database(url).close()
    database = Database(url)
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(DatabaseError, match="later version"):
        open_database(url)


def test_desks_that_start_at_once_migrate_once(url: str) -> None:
    failures: list[BaseException] = []

    def start() -> None:
        try:
            open_database(url).close()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


@pytest.mark.parametrize("url", ["mysql://localhost/x", "not a url://", "sqlite:////nope/nope/x.db"])
def test_what_is_no_database_is_said_plainly(url: str) -> None:
    with pytest.raises(DatabaseError):
        open_database(url)


def test_the_log_cannot_be_changed(database: Database, people: dict[str, Actor]) -> None:
    fill(database, people["ana"])
    for statement in ("UPDATE audit SET account = 'ben'", "DELETE FROM audit"):
        with pytest.raises(DBAPIError, match="append-only"), database.engine.begin() as connection:
            connection.execute(text(statement))


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE audit SET account = 'ben' WHERE seq = 2", "entry 2 was changed"),
        ("UPDATE audit SET after = '{}' WHERE seq = 3", "entry 3 was changed"),
        ("DELETE FROM audit WHERE seq = 3", "entries 3 to 3 are missing"),
        ("DELETE FROM audit WHERE seq = 1", "entries 1 to 1 are missing"),
        ("DELETE FROM audit WHERE seq > 4", "the log ends at entry 4"),
    ],
)
def test_what_was_changed_behind_its_back_is_found(tmp_path: Path, statement: str, said: str) -> None:
    database = open_database(str(tmp_path / "desk.db"))
    with database.write() as session:
        actor = people.local_actor(session)
    fill(database, actor)
    with database.engine.begin() as connection:
        for trigger in ("audit_no_update", "audit_no_delete"):
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        connection.execute(text(statement))
    with database.read() as session:
        assert any(said in problem for problem in audit.check(session))
    database.close()


def test_the_log_goes_out_whole(database: Database, people: dict[str, Actor]) -> None:
    fill(database, people["ana"])
    with database.read() as session:
        rows = [json.loads(line) for line in exports.audit_lines(session, people["ana"]).splitlines()]
    assert [row["seq"] for row in rows] == list(range(1, len(rows) + 1))
    assert all(b["previous"] == a["hash"] for a, b in zip(rows, rows[1:], strict=False))
    judged = [row for row in rows if row["what"] == "judged"]
    assert (judged[0]["before"]["state"], judged[0]["after"]["state"], judged[0]["account"]) == (
        "open",
        "confirmed",
        "ana",
    )


def test_corrections_name_the_article_that_departs(database: Database, people: dict[str, Actor]) -> None:
    event = fill(database, people["ana"])
    with database.read() as session:
        found = exports.corrections(session, event)
    assert [(c.article.path, c.says, c.right) for c in found] == [("b.txt", "14 people", "12 people")]
    graph = exports.json_ld(found)["@graph"]
    assert graph[0]["url"] == "https://news.example/b.txt"
    assert graph[1]["claimReviewed"] == "Rescuers counted 14 people dead by noon."
    assert graph[1]["itemReviewed"]["author"]["name"] == "Paper 2"


def test_a_table_has_no_formula(database: Database, people: dict[str, Actor]) -> None:
    event = fill(database, people["ana"])
    with database.read() as session:
        assert b'"\'=1+1"' in exports.findings_csv(session, event, people["ana"])


def test_odd_text_is_kept_in_its_length(database: Database, people: dict[str, Actor]) -> None:
    odd = "a\x00b\ud800c😀"
    assert len(storable(odd)) == len(odd)
    event = fill(database, people["ana"])
    with database.write() as session:
        row = findings.of_event(session, event)[0][0]
        judge.note(session, people["ana"], row.id, odd)
        events.change(session, people["ana"], event, name=odd, readers=1)
    with database.read() as session:
        assert findings.view(session, row.id).notes[0].text == "a\ufffdb\ufffdc😀"


@pytest.mark.parametrize("name", ["", " ", "me", "local", "x" * 80, "<b>", "a\nb"])
def test_odd_names_are_refused(database: Database, name: str) -> None:
    with database.write() as session, pytest.raises(StoreError):
        people.add_account(session, None, name=name, role="reader", password_hash="")
