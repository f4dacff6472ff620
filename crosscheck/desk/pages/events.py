"""Events: the list, a new one, one event with its progress, articles, files and runs, and one article in full."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from crosscheck.desk import stories
from crosscheck.desk.access import Form, actor_of, as_number, desk_of, read_form
from crosscheck.desk.core import Desk
from crosscheck.desk.evidence import whole
from crosscheck.desk.forms import kept
from crosscheck.desk.kept import Kept
from crosscheck.desk.render import page, redirect
from crosscheck.desk.sentences import lines
from crosscheck.desk.snapshot import safe_files
from crosscheck.desk.threads import in_thread, threaded
from crosscheck.store import audit, blind, events, files, findings, jobs
from crosscheck.store.acts import Scope
from crosscheck.store.agreement import agreement
from crosscheck.store.files import File
from crosscheck.store.views import Actor, NotFound, StoreError

CHECKER = {"role": "checker"}
UPLOAD_BYTES = 64_000_000  # what a form with files may hold; Limits bounds the files themselves


@get("/", include_in_schema=False)
@threaded
def home(request: Request[Any, Any, Any]) -> Response[bytes]:
    """All events."""
    with desk_of(request).database.read() as session:
        return page(request, "events.html", scope=Scope(), events=events.views(session))


@get("/events/new", opt=CHECKER, sync_to_thread=False, include_in_schema=False)
def new(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The form of a new event."""
    return _new(request, Kept())


def _new(request: Request[Any, Any, Any], refused: Kept) -> Response[bytes]:
    return page(request, "event_new.html", kept=refused, limits=desk_of(request).limits)


@post("/events/new", opt=CHECKER, include_in_schema=False, request_max_body_size=UPLOAD_BYTES)
async def create(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Make an event of uploaded files and check it."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    def make() -> int:
        came = [File(name=name, data=data) for name, data in safe_files(form.files, desk.limits)]
        empty = form.text("do") == "empty"
        if not came and not empty:
            raise StoreError("empty", "Choose at least one file.", field="files")
        name = form.text("name").strip()[:200] or (came[0].name if came else "")
        if not name:
            raise StoreError("empty", "Give the event a name.", field="name")
        with desk.database.write() as session:
            event_id = events.create(session, actor, name=name, readers=2 if form.text("readers") == "2" else 1).id
            files.put(session, actor, event_id, came)
            return event_id

    async def work() -> Response[bytes]:
        event_id = await in_thread(make)
        if form.text("do") == "empty" and not form.files:
            return redirect(f"/events/{event_id}", said="empty")
        await desk.checks.event(actor, event_id)
        return redirect(f"/events/{event_id}", said="check")

    return await kept(form, "new", "/events/new", partial(_new, request), work, fields=("files", "name"))


@get("/events/{event_id:int}", include_in_schema=False)
async def show(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """How far the work on an event is, and what is still open."""
    desk = desk_of(request)
    return await in_thread(page_of_event, request, desk, event_id)


def page_of_event(
    request: Request[Any, Any, Any], desk: Desk, event_id: int, refused: Kept = Kept()
) -> Response[bytes]:
    """The event's page, where one of its forms was refused with that form filled in."""
    values = _event(desk, actor_of(request), event_id)
    job = values["job"]
    step = desk.checks.jobs.step(job.id) if job else None
    at_work = bool(job) and desk.checks.at_work(job)
    scope = Scope(event=event_id)
    limits = desk.limits
    return page(request, "event.html", scope=scope, kept=refused, step=step, at_work=at_work, limits=limits, **values)


async def kept_on_event(
    request: Request[Any, Any, Any],
    form: Form,
    name: str,
    event_id: int,
    work: Callable[[], Awaitable[Response[bytes]]],
    *fields: str,
) -> Response[bytes]:
    """What came of a form of an event's page; where it was refused, that page with the form filled in."""
    again = partial(page_of_event, request, desk_of(request), event_id)
    return await kept(form, name, f"/events/{event_id}", again, work, fields=fields)


def _event(desk: Desk, actor: Actor, event_id: int) -> dict[str, Any]:
    story = desk.story_of(event_id)
    with desk.database.read() as session:
        view = events.view(session, event_id)
        values: dict[str, Any] = {
            "event": view,
            "articles": events.article_heads(session, event_id),
            "files": files.sizes(session, event_id),
            "fetched": files.fetched(session, event_id),
            "may_fetch": files.may_fetch(session),
            "runs": events.runs(session, event_id),
            "job": jobs.latest(session, event_id),
            "log": lines(session, blind.entries(session, audit.latest(session, event=event_id, limit=12), actor)),
            "agreement": agreement(session, event_id),
            "people": findings.tally(session, event_id),
            "unread": (),
            "warnings": (),
            "later": stories.later(desk, session, event_id, story) if story else None,
        }
        if view.checked:
            document = events.document(session, event_id)
            values |= {"unread": document.unread, "warnings": document.warnings}
    readable = view.kind == "upload" or event_id in desk.event_of_folder or story is not None
    return values | {"readable": readable, "stale": view.kind == "folder" and desk.changed_since(event_id)}


@post("/events/{event_id:int}/check", opt=CHECKER, include_in_schema=False)
async def check(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """Check an event again."""
    await read_form(request)
    await desk_of(request).checks.event(actor_of(request), event_id)
    return redirect(f"/events/{event_id}", said="check")


@post("/events/{event_id:int}/change", opt=CHECKER, include_in_schema=False)
async def change(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """Rename an event, or say how many readers its findings need."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    def do() -> Response[bytes]:
        with desk.database.write() as session:
            readers = form.number("readers") or 1
            events.change(session, actor, event_id, name=form.text("name")[:200], readers=readers)
        return redirect(f"/events/{event_id}", said="changed")

    return await kept_on_event(request, form, "change", event_id, partial(in_thread, do), "readers")


@get("/events/{event_id:int}/articles/{article_id:str}", include_in_schema=False)
@threaded
def article(request: Request[Any, Any, Any], event_id: FromPath[int], article_id: FromPath[str]) -> Response[bytes]:
    """An article in full, with the words of one finding marked where one is named."""
    number = as_number(request.query_params.get("finding", ""))
    with desk_of(request).database.read() as session:
        event = events.get(session, event_id)
        found = events.some_articles(session, event.id, [article_id]).get(article_id)
        if found is None:
            raise NotFound("article")
        view = findings.view(session, number) if number else None
    shown = view.document if view and view.row.event == event_id else None
    paragraphs = whole(found, shown)
    return page(
        request, "article.html", event=event, found=found, paragraphs=paragraphs, finding=view if shown else None
    )


ROUTES = [home, new, create, show, check, change, article]
