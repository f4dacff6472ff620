"""Findings with their decisions as a table for spreadsheets, and as JSON with everything."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.document import DocFinding, Document
from crosscheck.store import blind, events, files, findings
from crosscheck.store.files import FetchedView
from crosscheck.store.tables import Chain, Finding
from crosscheck.store.views import Actor, EventView, FindingRow, JudgementView, NoteView

COLUMNS = (
    "number", "id", "rule", "kind", "level", "confidence", "title", "subject", "message", "readings", "state",
    "verdict", "judged by", "judged at", "right reading", "source", "reason", "duplicate of", "notes", "assigned to",
    "found now", "remark",
)  # fmt: skip
# what spreadsheets take for the start of a formula (OWASP, CSV injection), the full-width forms included
_FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")


def plain_cell(value: object) -> str:
    """A cell that no spreadsheet runs: one that could be a formula gets an apostrophe before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text


def findings_csv(session: Session, event_id: int, actor: Actor) -> bytes:
    """The event's findings with their decisions, as far as this person may see them.

    UTF-8 with a byte order mark, which spreadsheets want.
    """
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    paths = {a.id: a.path for a, _ in events.article_heads(session, event_id)}
    judged, noted = decided(session, event_id, actor)
    for row, found in findings.of_event(session, event_id):
        standing = [j for j in judged.get(row.id, []) if j.standing == "current"]
        notes = [n for n in noted.get(row.id, []) if not n.withdrawn]
        writer.writerow([plain_cell(cell) for cell in _cells(row, found, standing, notes, paths)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _cells(
    row: FindingRow, found: DocFinding, standing: list[JudgementView], notes: list[NoteView], paths: dict[str, str]
) -> list[object]:
    def joined(name: str) -> str:
        return "; ".join(str(v) for j in standing if (v := getattr(j, name)) is not None)

    readings = " | ".join(
        f"{r.value} ({', '.join(f'{paths.get(m.article, m.article)}:{m.line}' for m in r.mentions)})"
        for r in found.readings
    )
    written = " | ".join(f"{n.account}: {n.text}" for n in notes)
    return [
        row.id, row.finding, row.rule, row.kind, row.level, row.confidence, row.title, row.subject, row.message,
        readings, row.state, joined("verdict"), joined("account"), joined("created"), joined("reading"),
        joined("source"), joined("reason"), joined("duplicate_of"), written, row.assignee,
        "yes" if row.present else "no", row.why,
    ]  # fmt: skip


def decided(
    session: Session, event_id: int, actor: Actor
) -> tuple[dict[int, list[JudgementView]], dict[int, list[NoteView]]]:
    """Judgements and notes by finding, without those that are hidden from this person."""
    hidden = blind.undecided(session, [event_id])
    rows = findings.judgements(session, event=event_id)
    noted = notes_of_event(session, event_id)
    shown = {number: blind.notes(notes, rows, actor, hidden) for number, notes in noted.items()}
    return _by_finding(blind.judgements(rows, actor, hidden)), shown


def _by_finding(judgements: Iterable[JudgementView]) -> dict[int, list[JudgementView]]:
    found: dict[int, list[JudgementView]] = {}
    for judgement in judgements:
        found.setdefault(judgement.finding, []).append(judgement)
    return found


def notes_of_event(session: Session, event_id: int) -> dict[int, list[NoteView]]:
    """All notes of an event by finding."""
    numbers = list(session.scalars(select(Finding.id).where(Finding.event_id == event_id)))
    found: dict[int, list[NoteView]] = {}
    for start in range(0, len(numbers), 500):  # databases bound the number of parameters
        for note in findings.notes(session, numbers[start : start + 500]):
            found.setdefault(note.finding, []).append(note)
    return found


class Worked(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with all that was decided on it, undone judgements and withdrawn notes too."""

    finding: FindingRow
    document: DocFinding
    judgements: list[JudgementView]
    notes: list[NoteView]


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """An event with everything. ``audit`` is the number and hash of the log's last entry at that time."""

    event: EventView
    document: Document
    findings: list[Worked]
    fetched: list[FetchedView]
    audit: tuple[int, str]


def event_json(session: Session, event_id: int, actor: Actor) -> bytes:
    """The newest document, and every finding with its whole record as far as this person may see it."""
    judged, noted = decided(session, event_id, actor)
    chain = session.scalars(select(Chain)).one()
    export = Export(
        event=events.view(session, event_id),
        document=events.document(session, event_id),
        findings=[
            Worked(finding=row, document=found, judgements=judged.get(row.id, []), notes=noted.get(row.id, []))
            for row, found in findings.of_event(session, event_id)
        ],
        fetched=files.fetched(session, event_id),
        audit=(chain.seq, chain.hash),
    )
    return msgspec.json.format(msgspec.json.encode(export), indent=1) + b"\n"
