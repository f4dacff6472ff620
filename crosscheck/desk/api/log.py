"""The audit log by API: read in stretches, checked."""

from __future__ import annotations

from typing import Any

from litestar import Request, get

from crosscheck.desk.access import desk_of
from crosscheck.desk.api.check import PATH
from crosscheck.desk.api.findings import Number, Offset, Size
from crosscheck.desk.api.types import AuditSound, errors
from crosscheck.desk.core import SLOW, threaded
from crosscheck.store import audit
from crosscheck.store.views import AuditView


@get(f"{PATH}/audit", responses=errors(), tags=["audit"], opt=SLOW)
@threaded
def entries(
    request: Request[Any, Any, Any],
    after: Offset = 0,
    limit: Size = 500,
    event: Number = None,
    finding: Number = None,
) -> list[AuditView]:
    """Entries with a number above ``after``, in order."""
    with desk_of(request).database.read() as session:
        return list(audit.entries(session, after=after, limit=limit, event=event, finding=finding))


@get(f"{PATH}/audit/check", responses=errors(), tags=["audit"], opt=SLOW)
@threaded
def sound(request: Request[Any, Any, Any]) -> AuditSound:
    """Whether the log has no gap and no entry was changed."""
    with desk_of(request).database.read() as session:
        problems = audit.check(session)
    return AuditSound(sound=not problems, problems=problems)


ROUTES = [entries, sound]
