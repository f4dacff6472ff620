"""Style sheets, the script, and the page of keys."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath

from crosscheck.desk.render import STATIC, page, static
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


@get("/keys", sync_to_thread=False, include_in_schema=False)
def keys(request: Request[Any, Any, Any]) -> Response[bytes]:
    """All keys."""
    return page(request, "keys.html")


@get("/favicon.ico", opt={"public": True}, sync_to_thread=False, include_in_schema=False)
def favicon() -> Response[bytes]:
    """None; browsers ask anyway."""
    return Response(content=b"", status_code=204)


ROUTES = [file, keys, favicon]
