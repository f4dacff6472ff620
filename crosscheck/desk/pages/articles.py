"""Articles added to an event by file, paste or address; each time it is checked again, and no judgement is lost."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from crosscheck.desk import added
from crosscheck.desk.access import Form, actor_of, desk_of, read_form
from crosscheck.desk.core import Desk
from crosscheck.desk.pages.events import CHECKER, UPLOAD_BYTES, kept_on_event
from crosscheck.desk.render import redirect
from crosscheck.desk.snapshot import safe_files
from crosscheck.desk.threads import in_thread, threaded
from crosscheck.fetching import Page
from crosscheck.store import events, files
from crosscheck.store.files import File
from crosscheck.store.views import Actor, StoreError


@post("/events/{event_id:int}/files", opt=CHECKER, include_in_schema=False, request_max_body_size=UPLOAD_BYTES)
async def add_files(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """Add or replace files of an event, or take one out."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    def change() -> None:
        came = [File(name=name, data=data) for name, data in safe_files(form.files, desk.limits)]
        gone = form.text("remove")
        if not came and not gone:
            raise StoreError("empty", "Choose at least one file.", field="files")
        with desk.database.write() as session:
            files.put(session, actor, event_id, came)
            if gone:
                files.remove(session, actor, event_id, gone)
            added.bounded(desk, files.sizes(session, event_id), field="files")

    return await _added(request, form, "files", event_id, change, "files", "remove")


@post("/events/{event_id:int}/paste", opt=CHECKER, include_in_schema=False, request_max_body_size=UPLOAD_BYTES)
async def paste(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """Add an article that was pasted."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)
    given = added.Pasted(**{name: form.text(name) for name in added.Pasted.__struct_fields__})

    def change() -> None:
        with desk.database.write() as session:
            events.get(session, event_id)
            taken = [name for name, _ in files.sizes(session, event_id)]
            files.put(session, actor, event_id, [added.pasted_file(given, desk, taken)])
            added.bounded(desk, files.sizes(session, event_id), field="text")

    return await _added(request, form, "paste", event_id, change, *added.Pasted.__struct_fields__)


@post("/events/{event_id:int}/addresses", opt=CHECKER, include_in_schema=False)
async def fetch(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """Fetch addresses and add what came; those that failed stand in the form again."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    async def work() -> Response[bytes]:
        with desk.database.read() as session:
            events.get(session, event_id)
            added.allowed(session)
        asked = added.addresses_of(form.text("addresses"), desk.limits.addresses)
        pages, failed = await desk.outside(added.fetch, desk, asked)
        if pages:
            await in_thread(keep_pages, desk, actor, event_id, pages)
            await desk.checks.event(actor, event_id, fresh=True)
        if failed:
            form.replace("addresses", "\n".join(failed))
            kept = f"{len(pages)} of {len(asked)} came and are being checked. " if pages else ""
            told = " ".join(f"{address} {reason}." for address, reason in failed.items())
            raise StoreError("not_fetched", f"{kept}Not fetched: {told}", field="addresses")
        return redirect(f"/events/{event_id}", said="check")

    return await kept_on_event(request, form, "addresses", event_id, work, "addresses")


def keep_pages(desk: Desk, actor: Actor, event_id: int, pages: list[Page]) -> None:
    """Keep fetched pages, as long as the event does not grow beyond what the desk takes."""
    with desk.database.write() as session:
        added.allowed(session)
        added.keep(session, actor, event_id, pages)
        added.bounded(desk, files.sizes(session, event_id), field="addresses")


async def _added(
    request: Request[Any, Any, Any], form: Form, name: str, event_id: int, change: Any, *fields: str
) -> Response[bytes]:
    async def work() -> Response[bytes]:
        await in_thread(change)
        await desk_of(request).checks.event(actor_of(request), event_id, fresh=True)
        return redirect(f"/events/{event_id}", said="check")

    return await kept_on_event(request, form, name, event_id, partial(work), *fields)


@get("/events/{event_id:int}/fetched/{fetched_id:int}", include_in_schema=False)
@threaded
def evidence(request: Request[Any, Any, Any], event_id: FromPath[int], fetched_id: FromPath[int]) -> Response[bytes]:
    """A page as it came, byte for byte; always a download, never run as a page of this desk."""
    with desk_of(request).database.read() as session:
        name, data = files.fetched_bytes(session, event_id, fetched_id)
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(content=data, media_type="application/octet-stream", headers=headers)


ROUTES = [add_files, paste, fetch, evidence]
