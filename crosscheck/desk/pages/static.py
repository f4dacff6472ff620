"""Style sheets, the script, and the page on which everybody chooses their keys."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from crosscheck.desk.access import actor_of, desk_of, read_form
from crosscheck.desk.forms import kept
from crosscheck.desk.kept import Kept
from crosscheck.desk.render import STATIC, page, redirect, static
from crosscheck.desk.threads import in_thread, threaded
from crosscheck.store.keys import NAMES, choose_keys
from crosscheck.store.views import NotFound

_BY_NAME = {path.rpartition("/")[2]: path for path in STATIC}


@get("/static/{name:str}", opt={"public": True}, sync_to_thread=False, include_in_schema=False)
def file(name: FromPath[str]) -> Response[bytes]:
    """A style sheet or script; its address holds a hash of it, so it may be kept for ever."""
    path = _BY_NAME.get(name)
    if path is None:
        raise NotFound("file")
    headers = {"cache-control": "public, max-age=31536000, immutable"}
    return Response(content=static(path)[0], media_type=STATIC[path], headers=headers)


@get("/keys", include_in_schema=False)
@threaded
def keys(request: Request[Any, Any, Any]) -> Response[bytes]:
    """All keys, and the form that changes them or switches them off."""
    return page(request, "keys.html")


@post("/keys", include_in_schema=False)
async def choose(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Keep one's own keys, or go back to the usual ones."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)
    usual = form.text("do") == "usual"
    own = {} if usual else {name: form.text(f"key-{number}") for number, name in enumerate(NAMES)}

    def keep() -> None:
        with desk.database.write() as session:
            on, digits = (usual or form.text(name) == "yes" for name in ("on", "digits"))
            choose_keys(session, actor, on=on, digits=digits, own=own)

    async def work() -> Response[bytes]:
        await in_thread(keep)
        return redirect("/keys", said="keys")

    fields = {name: f"key-{number}" for number, name in enumerate(NAMES)}
    again = partial(_again, request)
    return await kept(form, "keys", "/keys", again, work, fields=tuple(fields.values()), rename=fields)


def _again(request: Request[Any, Any, Any], refused: Kept) -> Response[bytes]:
    return page(request, "keys.html", kept=refused)


@get("/favicon.ico", opt={"public": True}, sync_to_thread=False, include_in_schema=False)
def favicon() -> Response[bytes]:
    """None; browsers ask anyway."""
    return Response(content=b"", status_code=204)


ROUTES = [file, keys, choose, favicon]
