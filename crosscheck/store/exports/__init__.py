"""What leaves the desk: tables, documents, corrections, baselines, the audit log."""

from __future__ import annotations

import msgspec
from sqlalchemy.orm import Session

from crosscheck.store import audit
from crosscheck.store.exports.baseline import read_baseline, write_baseline
from crosscheck.store.exports.corrections import Correction, corrections, json_ld
from crosscheck.store.exports.tables import event_json, findings_csv

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


def audit_lines(session: Session) -> bytes:
    """The whole audit log, one JSON object a line, in the order of its numbers."""
    return b"".join(msgspec.json.encode(entry) + b"\n" for entry in audit.entries(session))
