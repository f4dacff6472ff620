"""The audit log: read, checked for gaps, exported."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get

from crosscheck.desk.access import actor_of, desk_of
from crosscheck.desk.core import SLOW, threaded
from crosscheck.desk.render import page
from crosscheck.store import audit, blind, exports


@get("/audit", include_in_schema=False, opt=SLOW)
@threaded
def show(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The newest entries, and whether the whole log is sound."""
    with desk_of(request).database.read() as session:
        entries = blind.entries(session, audit.latest(session, limit=100), actor_of(request))
        problems = audit.check(session)
    return page(request, "audit.html", entries=entries, problems=problems)


@get("/audit.jsonl", include_in_schema=False, opt=SLOW)
@threaded
def export(request: Request[Any, Any, Any]) -> Response[bytes]:
    """All entries, one JSON object a line."""
    with desk_of(request).database.read() as session:
        data = exports.audit_lines(session, actor_of(request))
    headers = {"content-disposition": 'attachment; filename="audit.jsonl"'}
    return Response(content=data, media_type="application/jsonl", headers=headers)


ROUTES = [show, export]
