"""Who may do what: the guard of every route, and the tokens that tie a form to the page that it came from."""

from __future__ import annotations

import hmac
from typing import Any

from litestar.connection import ASGIConnection, Request
from litestar.datastructures import UploadFile
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler

from crosscheck.desk.core import Desk
from crosscheck.desk.shield import SAFE, Visitor
from crosscheck.store.views import Actor, StoreError

Connection = ASGIConnection[Any, Any, Any, Any]


class LoginNeeded(HTTPException):
    """Nobody is logged in."""

    status_code = 401
    detail = "Please log in."


def visitor_of(connection: Connection) -> Visitor:
    """Who the shield found to have sent the request."""
    visitor: Visitor = connection.scope["visitor"]  # type: ignore[typeddict-item]
    return visitor


def guard(connection: Connection, handler: BaseRouteHandler) -> None:
    """Routes say the least role in ``opt["role"]`` (default reader) or are ``opt["public"]``."""
    if handler.opt.get("public") or connection.scope["path"].startswith("/schema"):
        return
    visitor = visitor_of(connection)
    if visitor.actor is None:
        raise LoginNeeded
    role = handler.opt.get("role", "reader")
    if not visitor.actor.may(role):
        raise StoreError("forbidden", f"This needs the role {role}; yours is {visitor.actor.role}.")
    api = connection.scope["path"].startswith("/api/")
    if visitor.token and not api:
        raise StoreError("forbidden", "A token opens the API only.")
    if api and not visitor.token and connection.scope["method"] not in SAFE:  # type: ignore[typeddict-item]
        _json_only(connection, handler)


def _json_only(connection: Connection, handler: BaseRouteHandler) -> None:
    """Without a token a browser's cookie speaks; another site's form cannot send JSON. Uploads rely on the origin."""
    kind = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind and kind != "application/json" and not handler.opt.get("upload"):
        raise HTTPException(status_code=415, detail="Send application/json.")


def desk_of(request: Request[Any, Any, Any]) -> Desk:
    """The desk that serves this request."""
    desk: Desk = request.app.state.desk
    return desk


def actor_of(request: Request[Any, Any, Any]) -> Actor:
    """Who sends this request; routes that are not public only."""
    actor = visitor_of(request).actor
    assert actor is not None
    return actor


def form_token(desk: Desk, visitor: Visitor) -> str:
    """The token that forms of this visitor carry."""
    return desk.sign(f"form {visitor.cookie}")


class Form:
    """A submitted form: texts by name, and files."""

    def __init__(self, texts: list[tuple[str, str]], files: list[tuple[str, str, bytes]]) -> None:
        self._texts = texts
        self.files = [(name, data) for _, name, data in files if name]

    def all(self, name: str) -> list[str]:
        """Every value of a field."""
        return [value for key, value in self._texts if key == name]

    def replace(self, name: str, value: str) -> None:
        """Let a field have another value, for a form that is shown again."""
        self._texts = [(key, old) for key, old in self._texts if key != name] + [(name, value)]

    def names(self) -> list[str]:
        """The names of the fields."""
        return list(dict.fromkeys(name for name, _ in self._texts))

    def text(self, name: str) -> str:
        """The last value of a field, "" where there is none."""
        return next(iter(self.all(name)[::-1]), "")

    def number(self, name: str) -> int | None:
        """A field's value as a number, None where it is none."""
        return as_number(self.text(name))


def as_number(text: str) -> int | None:
    """A plain decimal number that a database can hold, else None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


async def read_form(request: Request[Any, Any, Any]) -> Form:
    """The form of a request, after its token was checked. Raises StoreError where that does not fit."""
    data = await request.form()
    texts: list[tuple[str, str]] = []
    files: list[tuple[str, str, bytes]] = []
    for name, value in data.multi_items():
        if isinstance(value, UploadFile):
            files.append((name, value.filename, await value.read()))
        else:
            texts.append((name, str(value)))
    form = Form(texts, files)
    visitor = visitor_of(request)
    given = form.text("form_token").encode("utf-8", "surrogatepass")
    if not visitor.cookie or not hmac.compare_digest(given, form_token(desk_of(request), visitor).encode()):
        raise StoreError("form", "This form is out of date. Please go back, load the page again and send it once more.")
    return form
