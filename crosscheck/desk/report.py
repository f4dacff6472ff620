"""The HTML report of an event with what was decided on its findings."""

from __future__ import annotations

from crosscheck.desk.core import Desk
from crosscheck.desk.words import STATES
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
    shown = {row.finding: _decided(row, judged.get(row.id, []), notes.get(row.id, [])) for row, _ in rows}
    return render(document, judgements=shown).encode("utf-8", "replace")


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
