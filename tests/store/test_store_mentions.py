"""Mentions moved by hand: counts follow, it is logged, undone, redone, and kept over a new check."""

from __future__ import annotations

import desk_kit
import msgspec
import pytest

from crosscheck.store import audit, events, exports, findings, mentions
from crosscheck.store.database import Database
from crosscheck.store.redo import redo
from crosscheck.store.rerun import take
from crosscheck.store.undo import undo
from crosscheck.store.views import Actor, Changed, FindingView, NotFound, StoreError

People = dict[str, Actor]


@pytest.fixture
def event(database: Database, people: People) -> int:
    with database.write() as session:
        made = events.create(session, people["root"], name="Harbour fire")
        take(session, people["root"], made.id, desk_kit.harbour())
        return made.id


def toll(database: Database, event: int) -> FindingView:
    with database.read() as session:
        row = next(r for r, _ in findings.of_event(session, event, gone=False) if r.rule == "FIG401")
        return findings.view(session, row.id)


def shown(view: FindingView) -> list[tuple[str, int, int]]:
    return [(r.value, len(r.mentions), r.independent_sources) for r in view.document.readings]


def of(view: FindingView, path: str) -> tuple[str, int]:
    """Where the first mention of an article stands."""
    found = {c.path: (c.article, c.start) for c in view.changes}
    ids = desk_kit.harbour().articles
    by_path = {a.path: a.id for a in ids}
    places = [(m.article, m.start) for r in view.document.readings for m in r.mentions if m.article == by_path[path]]
    return places[0] if places else found[path]


def move(database: Database, who: Actor, view: FindingView, path: str, to: str | None) -> str:
    with database.write() as session:
        return mentions.move(session, who, view.row.id, of(view, path), to, version=view.row.version)


def test_a_mention_moves_and_counts_follow(database: Database, people: People, event: int) -> None:
    view = toll(database, event)
    assert shown(view) == [("12 people", 2, 2), ("14 people", 1, 1)]
    move(database, people["ana"], view, "c.txt", "14 people")
    assert shown(toll(database, event)) == [("12 people", 1, 1), ("14 people", 2, 2)]
    with pytest.raises(Changed):
        move(database, people["ben"], view, "a.txt", None)  # of an old page
    with pytest.raises(StoreError, match="stands there already"):
        move(database, people["ben"], toll(database, event), "c.txt", "14 people")
    with pytest.raises(StoreError, match="one of the readings"):
        move(database, people["ben"], toll(database, event), "c.txt", "99 people")
    with pytest.raises(NotFound), database.write() as session:
        mentions.move(session, people["ben"], view.row.id, ("nowhere", 3), None)


def test_it_leaves_with_every_export_and_api_view(database: Database, people: People, event: int) -> None:
    move(database, people["ana"], toll(database, event), "b.txt", None)
    assert shown(toll(database, event)) == [("12 people", 2, 2), ("14 people", 0, 0)]
    with database.read() as session:
        table = exports.findings_csv(session, event, people["ana"]).decode()
        assert "b.txt:4" not in table
        kept = msgspec.json.decode(exports.event_json(session, event, people["ana"]))
    assert [len(r["mentions"]) for r in kept["findings"][0]["document"]["readings"]] == [2, 0]


def test_undo_redo_and_log(database: Database, people: People, event: int) -> None:
    move(database, people["ana"], toll(database, event), "c.txt", "14 people")
    move(database, people["ana"], toll(database, event), "c.txt", None)
    assert shown(toll(database, event)) == [("12 people", 1, 1), ("14 people", 1, 1)]
    steps = []
    for act in (undo, undo, redo, redo):
        with database.write() as session:
            act(session, people["ana"])
        steps.append(shown(toll(database, event)))
    there, out = [("12 people", 1, 1), ("14 people", 2, 2)], [("12 people", 1, 1), ("14 people", 1, 1)]
    assert steps == [there, [("12 people", 2, 2), ("14 people", 1, 1)], there, out]
    with database.read() as session:
        log = [
            (e.what, e.after.get("to", "")) for e in audit.entries(session, event=event) if "mention" in (e.after or {})
        ]
        assert [what for what, _ in log] == ["mention moved"] * 2 + ["undone"] * 2 + ["mention moved"] * 2
        assert audit.check(session) == []


def test_moves_outlive_a_check_of_changed_articles(database: Database, people: People, event: int) -> None:
    move(database, people["ana"], toll(database, event), "c.txt", "14 people")
    document = desk_kit.harbour()
    longer = [
        desk_kit.article(a.path, (a.text or "").replace("Blaze", "A long night\n\nBlaze"), publisher=a.publisher)
        for a in document.articles
    ]
    again = desk_kit.document(longer, desk_kit.harbour_findings(longer))
    with database.write() as session:
        take(session, None, event, again)
    assert shown(toll(database, event)) == [("12 people", 1, 1), ("14 people", 2, 2)]


def test_moves_go_on_with_the_finding_that_follows(database: Database, people: People, event: int) -> None:
    old = toll(database, event)
    move(database, people["ana"], old, "c.txt", "14 people")
    with database.write() as session:
        take(session, None, event, desk_kit.harbour(extra="19 people"))
    new = toll(database, event)
    assert new.row.id != old.row.id
    assert shown(new) == [("12 people", 1, 1), ("14 people", 2, 2), ("19 people", 1, 1)]
    with database.write() as session:
        undo(session, people["ana"])
    assert shown(toll(database, event)) == [("12 people", 2, 2), ("14 people", 1, 1), ("19 people", 1, 1)]


def test_copies_of_one_source_count_once(database: Database, people: People) -> None:
    document = desk_kit.harbour()
    copied = [msgspec.structs.replace(a, source_group="wire") for a in document.articles]
    document = msgspec.structs.replace(document, articles=tuple(copied))
    with database.write() as session:
        event = events.create(session, None, name="Copies").id
        take(session, None, event, document)
    move(database, people["ana"], toll(database, event), "c.txt", "14 people")
    assert shown(toll(database, event)) == [("12 people", 1, 1), ("14 people", 2, 1)]
