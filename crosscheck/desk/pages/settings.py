"""What admins decide for the whole desk."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get, post

from crosscheck.desk.access import actor_of, desk_of, read_form
from crosscheck.desk.render import page, redirect
from crosscheck.desk.threads import in_thread, threaded
from crosscheck.store import files

ADMIN = {"role": "admin"}


@get("/settings", opt=ADMIN, include_in_schema=False)
@threaded
def show(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The settings of the desk."""
    with desk_of(request).database.read() as session:
        return page(request, "settings.html", fetching=files.may_fetch(session))


@post("/settings", opt=ADMIN, include_in_schema=False)
async def change(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Keep them."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    def do() -> Response[bytes]:
        with desk.database.write() as session:
            files.allow_fetching(session, actor, allowed=form.text("fetching") == "yes")
        return redirect("/settings", said="changed")

    return await in_thread(do)


ROUTES = [show, change]
