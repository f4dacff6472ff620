"""What leaves an event: CSV, JSON, the HTML report, corrections, the baseline; and a baseline that comes in."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from crosscheck.desk.access import actor_of, desk_of, read_form
from crosscheck.desk.core import Desk
from crosscheck.desk.pages.events import kept_on_event
from crosscheck.desk.render import environment, redirect
from crosscheck.desk.report import report_html
from crosscheck.desk.threads import SLOW, in_thread, threaded
from crosscheck.store import events, exports
from crosscheck.store.views import Actor, NotFound, StoreError

BASELINE_BYTES = 5_000_000


def _csv(desk: Desk, event_id: int, actor: Actor) -> bytes:
    with desk.database.read() as session:
        return exports.findings_csv(session, event_id, actor)


def _json(desk: Desk, event_id: int, actor: Actor) -> bytes:
    with desk.database.read() as session:
        return exports.event_json(session, event_id, actor)


def _json_ld(desk: Desk, event_id: int, _actor: Actor) -> bytes:
    with desk.database.read() as session:
        graph = exports.json_ld(exports.corrections(session, event_id))
    return msgspec.json.format(msgspec.json.encode(graph), indent=1) + b"\n"


def _sheet(desk: Desk, event_id: int, _actor: Actor) -> bytes:
    with desk.database.read() as session:
        event = events.view(session, event_id)
        found = exports.corrections(session, event_id)
    # a script element ends at the first "</", whatever the JSON around it says
    graph = msgspec.json.encode(exports.json_ld(found)).decode().replace("<", "\\u003c")
    settled = [c for c in found if c.right is not None]
    unsettled = [c for c in found if c.right is None]
    template = environment().get_template("corrections.html")
    text = template.render(event=event, settled=settled, unsettled=unsettled, graph=graph)
    return text.encode("utf-8", "replace")


def _baseline(desk: Desk, event_id: int, _actor: Actor) -> bytes:
    with desk.database.read() as session:
        return exports.write_baseline(session, event_id)


FORMS = {
    "findings.csv": ("text/csv", _csv),
    "event.json": ("application/json", _json),
    "report.html": ("text/html", report_html),
    "corrections.html": ("text/html", _sheet),
    "corrections.jsonld": ("application/ld+json", _json_ld),
    "baseline.json": ("application/json", _baseline),
}


@get("/events/{event_id:int}/export/{name:str}", include_in_schema=False, opt=SLOW)
@threaded
def export(request: Request[Any, Any, Any], event_id: FromPath[int], name: FromPath[str]) -> Response[bytes]:
    """A file to keep. It is always a download: what is in it never runs as a page of this desk."""
    desk = desk_of(request)
    if name not in FORMS:
        raise NotFound("export")
    with desk.database.read() as session:
        title = events.get(session, event_id).name
    media, make = FORMS[name]
    stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or f"event-{event_id}"
    headers = {
        "content-disposition": f'attachment; filename="{stem}-{name}"',
        "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    }
    return Response(content=make(desk, event_id, actor_of(request)), media_type=media, headers=headers)


@post(
    "/events/{event_id:int}/baseline",
    opt={"role": "checker"},
    include_in_schema=False,
    request_max_body_size=BASELINE_BYTES,
)
async def take_baseline(request: Request[Any, Any, Any], event_id: FromPath[int]) -> Response[bytes]:
    """Dismiss what a baseline file names."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    def do() -> Response[bytes]:
        if not form.files:
            raise StoreError("empty", "Choose a baseline file.", field="baseline")
        with desk.database.write() as session:
            events.get(session, event_id)
            exports.read_baseline(session, actor, event_id, form.files[0][1])
        return redirect(f"/events/{event_id}", said="baseline")

    return await kept_on_event(request, form, "baseline", event_id, partial(in_thread, do), "baseline")


ROUTES = [export, take_baseline]
