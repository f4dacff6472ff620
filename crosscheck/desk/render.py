"""Pages from templates. Jinja2 escapes everything; nothing in a page comes from elsewhere, no script stands inline."""

from __future__ import annotations

import hashlib
import secrets
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from litestar import Request, Response

from crosscheck.desk import words
from crosscheck.desk.access import as_number, desk_of, form_token, visitor_of
from crosscheck.desk.core import Desk
from crosscheck.desk.kept import Kept
from crosscheck.desk.undoing import undoing
from crosscheck.report.titles import title_of
from crosscheck.report.wording import signs
from crosscheck.store import calls, waiting
from crosscheck.store.acts import Scope
from crosscheck.store.keys import Keys, keys_of
from crosscheck.store.text import storable
from crosscheck.store.views import Actor

STATIC = {
    "style.css": "text/css",
    "desk/desk.css": "text/css",
    "desk/desk.js": "text/javascript",
    "desk/forms.js": "text/javascript",
}


@cache
def folder() -> Path:
    """Where the templates lie: in the package, or beside it in a checkout."""
    here = Path(__file__).parent.parent
    return next(f for f in (here / "templates", here.parent / "templates") if (f / "style.css").is_file())


@cache
def static(name: str) -> tuple[bytes, str]:
    """(content, version) of a style sheet or script."""
    data = (folder() / name).read_bytes()
    return data, hashlib.sha256(data).hexdigest()[:10]


def static_url(name: str) -> str:
    """The address of a style sheet or script; it changes with the content."""
    return f"/static/{name.rpartition('/')[2]}?v={static(name)[1]}"


def query(**values: object) -> str:
    """A query string of what is set."""
    found = {key: storable(str(value)) for key, value in values.items() if value not in (None, "")}
    return "?" + urlencode(found) if found else ""


@cache
def environment() -> Environment:
    """The template environment of the desk."""
    env = Environment(
        loader=FileSystemLoader(folder() / "desk"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "day": words.day,
        "moment": words.moment,
        "certainty": words.certainty,
        "raw": words.raw,
        "sentence": words.sentence,
        "signs": signs,
        "title_of": title_of,
        "called": lambda text, names: list(calls.pieces(text, names)),
    }
    env.globals |= {
        "count": words.count,
        "LEVELS": words.LEVELS,
        "KINDS": words.KINDS,
        "STATES": words.STATES,
        "VERDICTS": words.VERDICTS,
        "REASONS": words.REASONS,
        "KEYS": words.KEYS,
        "SORTS": words.SORTS,
        "static_url": static_url,
        "query": query,
    }
    return env


def page(
    request: Request[Any, Any, Any],
    template: str,
    *,
    status: int = 200,
    scope: Scope | None = None,
    kept: Kept = Kept(),
    **values: Any,
) -> Response[bytes]:
    """A page. Every template knows the visitor, the form token, a fresh request key and what was just done.

    ``scope`` is what is on the screen, where something of it can be undone. ``kept`` is a form that was refused.
    """
    desk, visitor = desk_of(request), visitor_of(request)
    said = request.query_params.get("said", "")
    acts = undoing(desk, visitor.actor, scope, request.query_params.get("act", "") if said else "")
    text = (
        environment()
        .get_template(template)
        .render(
            actor=visitor.actor,
            users=desk.users,
            has_archive=desk.archive is not None,
            form_token=form_token(desk, visitor),
            request_key=secrets.token_hex(12),
            said=acts.done or words.SAID.get(said, ""),
            undo=acts.undo,
            said_undone=said == "undone",
            redo=acts.redo,
            last=as_number(request.query_params.get("last", "")) if said else None,
            path=request.url.path,
            here=kept.here or request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            kept=kept,
            **_own(desk, visitor.actor),
            **values,
        )
    )
    status = kept.status if kept.message else status
    return Response(content=text.encode("utf-8", "replace"), media_type="text/html", status_code=status)


def _own(desk: Desk, actor: Actor | None) -> dict[str, Any]:
    """What every page knows of its visitor: their keys, and how much waits for them."""
    if actor is None:
        return {"keys": Keys(), "waits": 0}
    with desk.database.read() as session:
        return {"keys": keys_of(session, actor.id), "waits": waiting.count(session, actor).all if desk.users else 0}


def redirect(path: str, **values: object) -> Response[bytes]:
    """See Other: the answer to every form that did something."""
    return Response(content=b"", status_code=303, headers={"location": path + query(**values)})


def with_query(path: str, **values: object) -> str:
    """A path of this desk with more in its query; what was said of an earlier act is dropped."""
    bare, _, rest = path.partition("?")
    kept = [part for part in rest.split("&") if part and not part.startswith(("said=", "last=", "do=", "act="))]
    return bare + "?" + "&".join([*kept, query(**values)[1:]])


def local_path(text: str, otherwise: str) -> str:
    """A path of this desk, for going back to; anything that could lead elsewhere becomes ``otherwise``."""
    if not text.startswith("/") or text.startswith(("//", "/\\")) or any(c in text for c in "\r\n\t\\"):
        return otherwise
    return storable(text)
