"""The HTML report of an event with what was decided on its findings."""

from __future__ import annotations

import msgspec

from crosscheck.desk.core import Desk
from crosscheck.desk.words import STATES
from crosscheck.document import DocFinding
from crosscheck.store import events, findings
from crosscheck.store.exports.tables import decided
from crosscheck.store.views import Actor, FindingRow, JudgementView, NoteView, StoreError


def report_html(desk: Desk, event_id: int, actor: Actor) -> bytes:
    """The report of the newest check, with judgements and notes by finding, as far as this person may see them."""
    try:
        from crosscheck.report.html import render
    except ImportError as error:
        raise StoreError("no_report", "This installation has no HTML report.") from error
    with desk.database.read() as session:
        document = events.document(session, event_id)
        judged, notes = decided(session, event_id, actor)
        rows = findings.of_event(session, event_id, gone=False)
    edited = {found.id: _readable(found) for _, found in rows}
    document = msgspec.structs.replace(document, findings=tuple(edited.get(f.id, f) for f in document.findings))
    shown = {row.finding: _decided(row, judged.get(row.id, []), notes.get(row.id, [])) for row, _ in rows}
    return render(document, judgements=shown).encode("utf-8", "replace")


def _readable(finding: DocFinding) -> DocFinding:
    """Without readings from which all mentions were moved away, as long as two are left."""
    left = tuple(r for r in finding.readings if r.mentions)
    return msgspec.structs.replace(finding, readings=left) if len(left) > 1 else finding


def _decided(row: FindingRow, judged: list[JudgementView], notes: list[NoteView]) -> dict[str, str]:
    """What the report shows of a finding's decision."""
    standing = [j for j in judged if j.standing == "current"]
    written = [f"{n.account}: {n.text}" for n in notes if not n.withdrawn]
    if not standing and not written:
        return {}

    def joined(name: str) -> str:
        return "; ".join(dict.fromkeys(str(v) for j in standing if (v := getattr(j, name))))

    return {
        "state": STATES[row.state],
        "by": joined("account"),
        "reason": joined("reason"),
        "reading": joined("reading"),
        "source": joined("source"),
        "note": "; ".join(written),
    }
