"""Events: the list, a new one, one event with its progress, articles, files and runs, and one article in full."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from crosscheck.desk import stories
from crosscheck.desk.access import actor_of, as_number, desk_of, read_form
from crosscheck.desk.core import Desk, in_thread, threaded
from crosscheck.desk.evidence import whole
from crosscheck.desk.render import page, redirect
from crosscheck.desk.sentences import lines
from crosscheck.desk.snapshot import safe_files
from crosscheck.store import audit, blind, events, findings, jobs
from crosscheck.store.acts import Scope
from crosscheck.store.agreement import agreement
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
    return page(request, "event_new.html", limits=desk_of(request).limits)


@post("/events/new", opt=CHECKER, include_in_schema=False, request_max_body_size=UPLOAD_BYTES)
async def create(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Make an event of uploaded files and check it."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)
    files = safe_files(form.files, desk.limits)
    if not files:
        raise StoreError("empty", "Choose at least one file.")
    name = form.text("name").strip()[:200] or files[0][0]
    readers = 2 if form.text("readers") == "2" else 1

    def work() -> int:
        with desk.database.write() as session:
            event_id = events.create(session, actor, name=name, readers=readers).id
            events.put_files(session, actor, event_id, files)
            return event_id

    event_id = await in_thread(work)
    await desk.check_event(actor, event_id)
    return redirect(f"/events/{event_id}", said="check")


@get("/events/{event_id:int}", include_in_schema=False)
async def show(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """How far the work on an event is, and what is still open."""
    desk = desk_of(request)
    return await in_thread(_page, request, desk, event_id)


def _page(request: Request[Any, Any, Any], desk: Desk, event_id: int, **more: Any) -> Response[bytes]:
    values = _event(desk, actor_of(request), event_id)
    job = values["job"]
    step = desk.jobs.step(job.id) if job else None
    at_work = bool(job) and desk.at_work(job)
    scope = Scope(event=event_id)
    return page(request, "event.html", scope=scope, step=step, at_work=at_work, limits=desk.limits, **values, **more)


def _event(desk: Desk, actor: Actor, event_id: int) -> dict[str, Any]:
    story = desk.story_of(event_id)
    with desk.database.read() as session:
        view = events.view(session, event_id)
        values: dict[str, Any] = {
            "event": view,
            "articles": events.article_heads(session, event_id),
            "files": events.files(session, event_id),
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
    await desk_of(request).check_event(actor_of(request), event_id)
    return redirect(f"/events/{event_id}", said="check")


@post("/events/{event_id:int}/files", opt=CHECKER, include_in_schema=False, request_max_body_size=UPLOAD_BYTES)
async def add_files(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """Add or replace files of an uploaded event, or take one out; then check again where that was asked for."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)
    files = safe_files(form.files, desk.limits)
    gone = form.text("remove")
    if not files and not gone:
        raise StoreError("empty", "Choose at least one file.")
    await in_thread(_change_files, desk, actor, event_id, files, gone)
    await desk.check_event(actor, event_id)
    return redirect(f"/events/{event_id}", said="check")


def _change_files(desk: Desk, actor: Actor, event_id: int, files: list[tuple[str, bytes]], gone: str) -> None:
    with desk.database.write() as session:
        events.put_files(session, actor, event_id, files)
        if gone:
            events.remove_file(session, actor, event_id, gone)
        kept = events.files(session, event_id)
    if len(kept) > desk.limits.files or sum(size for _, size in kept) > desk.limits.upload_bytes:
        raise StoreError("too_large", "That is more than this desk takes in one event.")


@post("/events/{event_id:int}/change", opt=CHECKER, include_in_schema=False)
async def change(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """Rename an event, or say how many readers its findings need."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    def work() -> None:
        with desk.database.write() as session:
            readers = form.number("readers") or 1
            events.change(session, actor, event_id, name=form.text("name")[:200], readers=readers)

    await in_thread(work)
    return redirect(f"/events/{event_id}", said="changed")


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


ROUTES = [home, new, create, show, check, add_files, change, article]
