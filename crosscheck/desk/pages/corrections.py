"""After confirmation: what becomes of each correction; and two checks of an event held against each other."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from crosscheck.desk.access import actor_of, as_number, desk_of, read_form
from crosscheck.desk.core import SLOW, in_thread, threaded
from crosscheck.desk.render import local_path, page, redirect, with_query
from crosscheck.store import events, mending
from crosscheck.store.acts import Scope
from crosscheck.store.compare import compare


@get("/events/{event_id:int}/corrections", include_in_schema=False, opt=SLOW)
@threaded
def show(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """All corrections of an event with how far they are."""
    with desk_of(request).database.read() as session:
        event = events.view(session, event_id)
        found = mending.mendings(session, event_id)
    return page(request, "mending.html", scope=Scope(event=event_id), event=event, mendings=found)


@post("/findings/{finding_id:int}/correction", opt={"role": "checker"}, include_in_schema=False)
async def step(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> Response[bytes]:
    """Keep that a correction was asked, published or verified."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    def work() -> str:
        with desk.database.write() as session:
            note = form.text("note") or None
            return mending.step(session, actor, finding_id, form.text("path"), form.text("step"), note=note)

    act = await in_thread(work)
    return redirect(with_query(local_path(form.text("back"), f"/findings/{finding_id}"), said="step", act=act))


@get("/events/{event_id:int}/compare", include_in_schema=False, opt=SLOW)
@threaded
def differences(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """What the newest check changed against the one before, or one check against another."""
    before, after = (as_number(request.query_params.get(name, "")) for name in ("before", "after"))
    with desk_of(request).database.read() as session:
        event = events.view(session, event_id)
        found = compare(session, event_id, before, after)
        runs = events.runs(session, event_id, limit=100)
    return page(request, "compare.html", event=event, found=found, runs=runs)


ROUTES = [show, step, differences]
