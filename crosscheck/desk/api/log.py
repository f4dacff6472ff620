"""The audit log by API: read in stretches, checked."""

from __future__ import annotations

from typing import Any

from litestar import Request, get

from crosscheck.desk.access import actor_of, desk_of
from crosscheck.desk.api.check import PATH
from crosscheck.desk.api.findings import Offset, Size
from crosscheck.desk.api.types import AuditSound, Number, errors
from crosscheck.desk.threads import SLOW, threaded
from crosscheck.store import audit, blind
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
    """Entries with a number above ``after``, in order.

    Verdicts on findings that wait for their second reader are left out, and for all but admins addresses of logins.
    """
    with desk_of(request).database.read() as session:
        rows = audit.entries(session, after=after, limit=limit, event=event, finding=finding)
        return blind.entries(session, rows, actor_of(request))


@get(f"{PATH}/audit/check", responses=errors(), tags=["audit"], opt=SLOW)
@threaded
def sound(request: Request[Any, Any, Any]) -> AuditSound:
    """Whether the log has no gap and no entry was changed."""
    with desk_of(request).database.read() as session:
        problems = audit.check(session)
    return AuditSound(sound=not problems, problems=problems)


ROUTES = [entries, sound]
