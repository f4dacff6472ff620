"""Dismissals carried to the command line as a baseline (``check --baseline``), and back."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.store import findings, judge
from crosscheck.store.tables import Finding
from crosscheck.store.views import Actor, Decision, StoreError

VERSION = 1
REASON = "In the baseline"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One finding that was dismissed. Only ``id`` counts; the rest is for people who read the file."""

    id: str
    rule: str = ""
    subject: str = ""
    reason: str = ""


class Baseline(msgspec.Struct, frozen=True, kw_only=True):
    """The file; the command line reads the same form."""

    version: int = VERSION
    findings: tuple[Entry, ...] = ()


def write_baseline(session: Session, event_id: int) -> bytes:
    """The event's dismissed findings, sorted so that differences read well."""
    reasons = {
        j.finding: j.reason or ""
        for j in findings.judgements(session, event=event_id)
        if j.standing == "current" and j.verdict == "dismissed"
    }
    entries = [
        Entry(id=row.finding, rule=row.rule, subject=row.subject, reason=reasons.get(row.id, ""))
        for row, _ in findings.of_event(session, event_id)
        if row.state == "dismissed"
    ]
    kept = Baseline(findings=tuple(sorted(entries, key=lambda e: (e.rule, e.subject, e.id))))
    return msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n"


def read_baseline(session: Session, actor: Actor, event_id: int, data: bytes) -> tuple[int, int]:
    """Dismiss what a baseline names and nobody has judged; (dismissed, not found here or judged already).

    All of it is one act, with one undo for each reason. Raises StoreError where ``data`` is no baseline.
    """
    try:
        kept = msgspec.json.decode(data, type=Baseline)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise StoreError("invalid", f"This is not a baseline file: {error}", field="baseline") from error
    if kept.version != VERSION:
        said = f"This baseline has version {kept.version}; this desk reads version {VERSION}."
        raise StoreError("invalid", said, field="baseline")
    rows = {row.finding: row for row in session.scalars(select(Finding).where(Finding.event_id == event_id))}
    by_reason: dict[str, list[int]] = {}
    for entry in kept.findings:
        row = rows.get(entry.id)
        if row is not None and not judge.current(session, row.id):
            by_reason.setdefault(entry.reason or REASON, []).append(row.id)
    for reason, numbers in by_reason.items():
        decision = Decision(verdict="dismissed", reason=reason[: judge.MAX_TEXT])
        judge.judge(session, actor, [(number, None) for number in numbers], decision)
    done = sum(map(len, by_reason.values()))
    return done, len(kept.findings) - done
