"""What leaves the desk: tables, documents, corrections, baselines, the audit log."""

from __future__ import annotations

import msgspec
from sqlalchemy.orm import Session

from crosscheck.store import audit, blind
from crosscheck.store.exports.baseline import read_baseline, write_baseline
from crosscheck.store.exports.corrections import Correction, corrections, json_ld
from crosscheck.store.exports.tables import event_json, findings_csv
from crosscheck.store.views import Actor

__all__ = [
    "Correction",
    "audit_lines",
    "corrections",
    "event_json",
    "findings_csv",
    "json_ld",
    "read_baseline",
    "write_baseline",
]


def audit_lines(session: Session, actor: Actor) -> bytes:
    """The whole audit log as this person may see it, one JSON object a line, in the order of its numbers."""
    seen = blind.entries(session, audit.entries(session), actor)
    return b"".join(msgspec.json.encode(entry) + b"\n" for entry in seen)
