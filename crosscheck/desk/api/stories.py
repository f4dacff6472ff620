"""The stories of the desk's archive by API: listed, and opened as events."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import Request, get, post
from litestar.params import FromPath, QueryParameter

from crosscheck.desk import stories
from crosscheck.desk.access import actor_of, desk_of
from crosscheck.desk.api.check import PATH
from crosscheck.desk.api.types import Number, errors
from crosscheck.desk.threads import SLOW, threaded
from crosscheck.store import events
from crosscheck.store.views import EventView

CHECKER = {"role": "checker"}
Words = Annotated[str | None, QueryParameter(max_length=200)]


class StoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the stories, the worst first; ``total`` counts all that fit."""

    total: int
    stories: list[stories.Offer]


@get(f"{PATH}/stories", responses=errors(404), tags=["stories"], opt=SLOW)
@threaded
def listed(request: Request[Any, Any, Any], q: Words = None, page: Number = None) -> StoryPage:
    """Stories of the archive; with ``q`` those whose title, outlets or id have its words."""
    desk = desk_of(request)
    archive = stories.archive_of(desk)
    found = stories.matching(archive.stories(), q or "")
    size = desk.limits.api_page
    start = ((page or 1) - 1) * size
    with desk.database.read() as session:
        return StoryPage(total=len(found), stories=stories.offers(session, archive, found[start : start + size]))


@post(f"{PATH}/stories/{{story:str}}/event", status_code=200, opt=CHECKER, responses=errors(404, 429), tags=["stories"])
@threaded
def open_one(request: Request[Any, Any, Any], story: FromPath[str]) -> EventView:
    """Open a story as an event; one that was opened before is that event."""
    desk = desk_of(request)
    event_id = stories.open_story(desk, actor_of(request), story)
    with desk.database.read() as session:
        return events.view(session, event_id)


ROUTES: list[Any] = [listed, open_one]
