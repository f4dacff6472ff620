"""Events by API: listed, made, checked again, their documents and baselines."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, get, post
from litestar.params import FromPath, JSONBody

from crosscheck.desk import added
from crosscheck.desk.access import actor_of, desk_of
from crosscheck.desk.api.check import BODY_BYTES, PATH, file_name
from crosscheck.desk.api.types import BaselineTaken, EventMade, NewArticles, NewEvent, Number, errors
from crosscheck.desk.core import Desk
from crosscheck.desk.snapshot import safe_files
from crosscheck.desk.threads import SLOW, in_thread, threaded
from crosscheck.desk.worker import Given
from crosscheck.document import Document
from crosscheck.fetching import Page
from crosscheck.store import events, exports, files, jobs, mending
from crosscheck.store.agreement import Agreement, agreement
from crosscheck.store.compare import Comparison, compare
from crosscheck.store.exports.baseline import Baseline
from crosscheck.store.files import FetchedView, File
from crosscheck.store.mending import Mending
from crosscheck.store.views import Actor, EventView, JobView, StoreError

CHECKER = {"role": "checker"}


@get(f"{PATH}/events", responses=errors(), tags=["events"])
@threaded
def listed(request: Request[Any, Any, Any]) -> list[EventView]:
    """All events with how far the work on them is, newest first."""
    with desk_of(request).database.read() as session:
        return events.views(session)


@post(f"{PATH}/events", opt=CHECKER, request_max_body_size=BODY_BYTES, responses=errors(413, 415, 429), tags=["events"])
async def make(request: Request[Any, Any, Any], data: JSONBody[NewEvent]) -> EventMade:
    """Make an event of articles and put a check of it in line."""
    desk, actor = desk_of(request), actor_of(request)
    event_id = await in_thread(_make, desk, actor, data)
    job_id = await desk.checks.event(actor, event_id)
    return await in_thread(_made, desk, event_id, job_id)


def _make(desk: Desk, actor: Actor, data: JSONBody[NewEvent]) -> int:
    came = [File(name=name, data=content) for name, content in safe_files(_files(data.articles), desk.limits)]
    with desk.database.write() as session:
        event_id = events.create(session, actor, name=data.name, readers=data.readers).id
        files.put(session, actor, event_id, came)
        return event_id


def _files(articles: list[Given]) -> list[tuple[str, bytes]]:
    """Articles as files with a manifest; same names are told apart by a number."""
    found: dict[str, bytes] = {}
    manifest = []
    for number, article in enumerate(articles, 1):
        name = file_name(article.path, number)
        if name in found or name == "manifest.json":
            name = f"{number:03}-{name}"
        found[name] = article.text.encode("utf-8", "replace")
        keys = ("title", "publisher", "published", "url", "role")
        manifest.append({"file": name} | {key: v for key in keys if (v := getattr(article, key)) is not None})
    return [*found.items(), ("manifest.json", msgspec.json.encode(manifest))]


def _made(desk: Desk, event_id: int, job_id: str) -> EventMade:
    with desk.database.read() as session:
        return EventMade(event=events.view(session, event_id), job=jobs.view(session, job_id))


@get(f"{PATH}/events/{{event_id:int}}", responses=errors(404), tags=["events"])
@threaded
def one(request: Request[Any, Any, Any], event_id: FromPath[int]) -> EventView:
    """One event."""
    with desk_of(request).database.read() as session:
        return events.view(session, event_id)


@get(f"{PATH}/events/{{event_id:int}}/document", responses=errors(404), tags=["events"])
@threaded
def document(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Document:
    """The findings document of the newest check, with the articles' texts."""
    with desk_of(request).database.read() as session:
        events.get(session, event_id)
        return events.document(session, event_id)


@get(f"{PATH}/events/{{event_id:int}}/agreement", responses=errors(404), tags=["events"])
@threaded
def readers_agree(request: Request[Any, Any, Any], event_id: FromPath[int]) -> list[Agreement]:
    """How far each pair of readers agrees, by what each decided before seeing the other's judgement."""
    with desk_of(request).database.read() as session:
        events.get(session, event_id)
        return agreement(session, event_id)


@get(f"{PATH}/events/{{event_id:int}}/compare", responses=errors(404), tags=["events"], opt=SLOW)
@threaded
def differences(
    request: Request[Any, Any, Any], event_id: FromPath[int], before: Number = None, after: Number = None
) -> Comparison:
    """Two checks of an event, by default the newest and the one before: findings new, gone, changed, the same."""
    with desk_of(request).database.read() as session:
        return compare(session, event_id, before, after)


@get(f"{PATH}/events/{{event_id:int}}/corrections", responses=errors(404), tags=["events"], opt=SLOW)
@threaded
def corrections(request: Request[Any, Any, Any], event_id: FromPath[int]) -> list[Mending]:
    """What becomes of each correction that confirmed findings want."""
    with desk_of(request).database.read() as session:
        events.get(session, event_id)
        return mending.mendings(session, event_id)


@post(
    f"{PATH}/events/{{event_id:int}}/check",
    status_code=202,
    opt=CHECKER,
    responses=errors(404, 429),
    tags=["events"],
)
async def check(request: Request[Any, Any, Any], event_id: FromPath[int]) -> JobView:
    """Check an event again; a check that is under way is not doubled."""
    desk = desk_of(request)
    job_id = await desk.checks.event(actor_of(request), event_id)
    return (await in_thread(_made, desk, event_id, job_id)).job


@post(
    f"{PATH}/events/{{event_id:int}}/articles",
    status_code=202,
    opt=CHECKER,
    request_max_body_size=BODY_BYTES,
    responses=errors(404, 413, 415, 429),
    tags=["events"],
)
async def add(request: Request[Any, Any, Any], event_id: FromPath[int], data: JSONBody[NewArticles]) -> JobView:
    """Add articles to an event and check it again; where one address fails nothing is added."""
    desk, actor = desk_of(request), actor_of(request)
    if not data.articles and not data.addresses:
        raise StoreError("empty", "Send articles or addresses.")
    await in_thread(_ready, desk, event_id, bool(data.addresses))
    pages, failed = await desk.outside(added.fetch, desk, data.addresses)
    if failed:
        raise StoreError("not_fetched", " ".join(f"{address} {reason}." for address, reason in failed.items()))
    await in_thread(_add, desk, actor, event_id, data.articles, pages)
    job_id = await desk.checks.event(actor, event_id, fresh=True)
    return (await in_thread(_made, desk, event_id, job_id)).job


def _ready(desk: Desk, event_id: int, fetches: bool) -> None:
    with desk.database.read() as session:
        events.get(session, event_id)
        if fetches:
            added.allowed(session)


def _add(desk: Desk, actor: Actor, event_id: int, articles: list[Given], pages: list[Page]) -> None:
    with desk.database.write() as session:
        for article in articles:
            names = ("text", "title", "publisher", "published", "url", "role")
            given = added.Pasted(**{name: getattr(article, name) or "" for name in names})
            taken = [name for name, _ in files.sizes(session, event_id)]
            files.put(session, actor, event_id, [added.pasted_file(given, desk, taken)])
        added.keep(session, actor, event_id, pages)
        added.bounded(desk, files.sizes(session, event_id), field="")


@get(f"{PATH}/events/{{event_id:int}}/fetched", responses=errors(404), tags=["events"])
@threaded
def evidence(request: Request[Any, Any, Any], event_id: FromPath[int]) -> list[FetchedView]:
    """The pages that were fetched for an event, newest first: address, time and hash."""
    with desk_of(request).database.read() as session:
        events.get(session, event_id)
        return files.fetched(session, event_id)


@get(f"{PATH}/events/{{event_id:int}}/baseline", responses=errors(404), tags=["events"])
@threaded
def baseline(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Baseline:
    """The event's dismissals, as the command line's baseline."""
    with desk_of(request).database.read() as session:
        events.get(session, event_id)
        return msgspec.json.decode(exports.write_baseline(session, event_id), type=Baseline)


@post(
    f"{PATH}/events/{{event_id:int}}/baseline",
    status_code=200,
    opt=CHECKER,
    responses=errors(404, 413, 415),
    tags=["events"],
)
@threaded
def take_baseline(request: Request[Any, Any, Any], event_id: FromPath[int], data: JSONBody[Baseline]) -> BaselineTaken:
    """Dismiss what a baseline names and nobody has judged."""
    with desk_of(request).database.write() as session:
        events.get(session, event_id)
        done, left = exports.read_baseline(session, actor_of(request), event_id, msgspec.json.encode(data))
    return BaselineTaken(dismissed=done, left=left)


ROUTES: list[Any] = [
    listed,
    make,
    one,
    document,
    readers_agree,
    differences,
    corrections,
    check,
    add,
    evidence,
    baseline,
    take_baseline,
]
