"""The stories of an archive, the worst first, and the opening of one as an event."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from crosscheck.desk import stories
from crosscheck.desk.access import actor_of, as_number, desk_of, read_form
from crosscheck.desk.render import page, redirect
from crosscheck.desk.threads import in_thread, threaded
from crosscheck.report.html.strings import LEVEL_PLURALS
from crosscheck.store import events
from crosscheck.store.acts import Scope

CHECKER = {"role": "checker"}


@get("/stories", include_in_schema=False)
@threaded
def listed(request: Request[Any, Any, Any]) -> Response[bytes]:
    """A page of the archive's stories."""
    desk = desk_of(request)
    archive = stories.archive_of(desk)
    text = request.query_params.get("q", "")[:200]
    number = max(1, as_number(request.query_params.get("page", "")) or 1)
    size = desk.limits.page_rows
    everything = archive.stories()
    found = stories.matching(everything, text)
    shown = found[(number - 1) * size : number * size]
    with desk.database.read() as session:
        offers = stories.offers(session, archive, shown)
        of_event = {v.id: v for v in events.views(session, [o.event for o in offers if o.event])}
    return page(
        request,
        "stories.html",
        scope=Scope(),
        archive=archive.name,
        offers=offers,
        of_event=of_event,
        total=len(everything),
        found=len(found),
        q=text,
        number=number,
        pages=-(-len(found) // size),
        values={"q": text},
        LEVEL_PLURALS=LEVEL_PLURALS,
    )


@post("/stories/{story:str}/open", opt=CHECKER, include_in_schema=False)
async def open_one(request: Request[Any, Any, Any], story: FromPath[str]) -> Response[bytes]:
    """Open a story as an event, or go to the event that it was opened as."""
    await read_form(request)
    event_id = await in_thread(stories.open_story, desk_of(request), actor_of(request), story)
    return redirect(f"/events/{event_id}")


ROUTES = [listed, open_one]
