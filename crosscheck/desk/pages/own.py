"""What belongs to one person: saved views of the queue, and what waits for them."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from crosscheck.desk.access import actor_of, desk_of, read_form
from crosscheck.desk.forms import kept
from crosscheck.desk.pages import queue
from crosscheck.desk.pages.queue import filter_of, filter_values
from crosscheck.desk.render import page, query, redirect
from crosscheck.desk.threads import in_thread, threaded
from crosscheck.store import calls, saved, slips, waiting

SHOWN = 30  # second readings on the page; the queue has all


@post("/views", include_in_schema=False)
async def save(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Keep the view that the address tells under a name."""
    desk, actor, shown, form = desk_of(request), actor_of(request), filter_of(request), await read_form(request)
    values = filter_values(shown)

    def do() -> Response[bytes]:
        with desk.database.write() as session:
            saved.save(session, actor, form.text("name"), shown)
        return redirect("/queue", said="view", **values)

    again = partial(queue.show_again, request)
    return await kept(form, "view", f"/queue{query(**values)}", again, partial(in_thread, do), fields=("name",))


@get("/views/{view_id:int}", include_in_schema=False)
@threaded
def view(request: Request[Any, Any, Any], view_id: FromPath[int]) -> Response[bytes]:
    """Somebody's view, by its link."""
    with desk_of(request).database.read() as session:
        found = saved.get(session, view_id)
    return redirect("/queue", shared=view_id, **filter_values(found.shown))


@post("/views/{view_id:int}/remove", include_in_schema=False)
async def remove(request: Request[Any, Any, Any], view_id: FromPath[int]) -> Response[bytes]:
    """Take one's own view away."""
    desk, actor = desk_of(request), actor_of(request)
    await read_form(request)

    def do() -> Response[bytes]:
        with desk.database.write() as session:
            saved.remove(session, actor, view_id)
        return redirect("/queue", said="removed")

    return await in_thread(do)


@get("/waiting", include_in_schema=False)
@threaded
def mine(request: Request[Any, Any, Any]) -> Response[bytes]:
    """What waits for this person."""
    actor = actor_of(request)
    with desk_of(request).database.read() as session:
        due, groups, total = slips.queue(session, waiting.DUE, actor, limit=SHOWN)
        return page(
            request,
            "waiting.html",
            calls=waiting.calls(session, actor),
            ticked=waiting.calls(session, actor, done=True, limit=20),
            due=due,
            more=groups - len(due),
            total=total,
            corrections=waiting.corrections(session, actor),
        )


@post("/calls/{call_id:int}", include_in_schema=False)
async def tick(request: Request[Any, Any, Any], call_id: FromPath[int]) -> Response[bytes]:
    """Tick a note that calls this person off, or take that back."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)
    done = form.text("do") != "open"

    def do() -> Response[bytes]:
        with desk.database.write() as session:
            calls.tick(session, actor, call_id, done=done)
        return redirect("/waiting", said="ticked" if done else "unticked")

    return await in_thread(do)


ROUTES = [save, view, remove, mine, tick]
