"""The audit log: read, checked for gaps, exported."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get

from crosscheck.desk.access import actor_of, as_number, desk_of
from crosscheck.desk.render import page
from crosscheck.desk.sentences import lines
from crosscheck.desk.threads import SLOW, threaded
from crosscheck.store import audit, blind, exports, findings, people

ENTRIES = 100  # of the log on a page; the act of the oldest one is shown whole


@get("/audit", include_in_schema=False, opt=SLOW)
@threaded
def show(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The newest acts as sentences, those of one event or person where asked, and whether the whole log is sound."""
    given = request.query_params
    event, before = (as_number(given.get(name, "")) for name in ("event", "before"))
    who = given.get("who") or None
    with desk_of(request).database.read() as session:
        rows = audit.latest(session, event=event, account=who, before=before, limit=ENTRIES)
        entries = blind.entries(session, rows, actor_of(request))
        told = lines(session, entries)
        problems = audit.check(session)
        names = findings.event_names(session)
        accounts = [a.name for a in people.accounts(session)]
    older = entries[-1].seq if len(entries) >= ENTRIES else None
    shown = {"event": event, "who": who}
    return page(
        request,
        "audit.html",
        lines=told,
        problems=problems,
        event_names=names,
        people=accounts,
        shown=shown,
        older=older,
        before=before,
    )


@get("/audit.jsonl", include_in_schema=False, opt=SLOW)
@threaded
def export(request: Request[Any, Any, Any]) -> Response[bytes]:
    """All entries, one JSON object a line."""
    with desk_of(request).database.read() as session:
        data = exports.audit_lines(session, actor_of(request))
    headers = {"content-disposition": 'attachment; filename="audit.jsonl"'}
    return Response(content=data, media_type="application/jsonl", headers=headers)


ROUTES = [show, export]
