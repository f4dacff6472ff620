"""After confirmation: what becomes of each correction; and two checks of an event held against each other."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from crosscheck.desk.access import actor_of, as_number, desk_of, read_form
from crosscheck.desk.forms import kept
from crosscheck.desk.kept import Kept
from crosscheck.desk.pages import findings
from crosscheck.desk.render import local_path, page, redirect, with_query
from crosscheck.desk.threads import SLOW, in_thread, threaded
from crosscheck.store import events, mending, people
from crosscheck.store import findings as store_findings
from crosscheck.store.acts import Scope
from crosscheck.store.compare import compare


@get("/events/{event_id:int}/corrections", include_in_schema=False, opt=SLOW)
@threaded
def show(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """All corrections of an event with how far they are."""
    return _show(request, event_id, Kept())


def _show(request: Request[Any, Any, Any], event_id: int, refused: Kept) -> Response[bytes]:
    with desk_of(request).database.read() as session:
        event = events.view(session, event_id)
        found = mending.mendings(session, event_id)
        accounts = [a.name for a in people.accounts(session, active=True)]
    return page(
        request, "mending.html", scope=Scope(event=event_id), kept=refused, event=event, mendings=found, people=accounts
    )


@post("/findings/{finding_id:int}/correction", opt={"role": "checker"}, include_in_schema=False)
async def step(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> Response[bytes]:
    """Keep that a correction was asked, published or verified."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)
    back = local_path(form.text("back"), f"/findings/{finding_id}")

    def do() -> Response[bytes]:
        with desk.database.write() as session:
            told = {"note": form.text("note") or None, "asked_of": form.text("asked_of") or None}
            act = mending.step(session, actor, finding_id, form.text("path"), form.text("step"), **told)
        return redirect(with_query(back, said="step", act=act))

    def again(refused: Kept) -> Response[bytes]:
        if back.startswith("/findings/"):
            return findings.show_again(request, finding_id, refused)
        with desk.database.read() as session:
            event_id = store_findings.get(session, finding_id).event_id
        return _show(request, event_id, refused)

    return await kept(form, "correction", back, again, partial(in_thread, do), fields=("note", "asked_of"))


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
