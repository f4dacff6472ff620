"""What went wrong, as a page for people and as ``{"error": {"code", "message"}}`` for programs."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException, SerializationException

from crosscheck.desk.access import LoginNeeded
from crosscheck.desk.jobs import Busy
from crosscheck.desk.render import local_path, page, redirect
from crosscheck.errors import CrosscheckError
from crosscheck.store.views import StoreError

log = logging.getLogger("crosscheck.desk")

STATUS = {
    "not_found": 404,
    "changed": 409,
    "forbidden": 403,
    "slow_down": 429,
    "login": 401,
    "nothing_to_undo": 409,
    "nothing_to_do": 409,
}
CODES = {
    400: "bad_request",
    401: "login_needed",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "unsupported_media_type",
    422: "invalid",
    429: "slow_down",
}


def described(error: Exception) -> tuple[int, str, str]:
    """(status, code, message) of anything that was raised."""
    match error:
        case StoreError():
            return STATUS.get(error.code, 400), error.code, error.message
        case CrosscheckError():
            return 400, "invalid", str(error)
        case Busy():
            return 429, "busy", "Too many checks are waiting. Please try again in a minute."
        case RecursionError():
            return 400, "malformed_json", "The body is nested too deeply."
        case HTTPException():
            return _http(error)
        case SerializationException() | msgspec.MsgspecError():
            return 400, "malformed_json", f"The body is not valid: {error}"
    log.error("unexpected", exc_info=error)
    return 500, "internal", "Something went wrong at this desk. It was written to its log."


def _http(error: HTTPException) -> tuple[int, str, str]:
    status = error.status_code
    message = error.detail
    extra = error.extra
    if isinstance(extra, list) and extra:
        message += " " + "; ".join(f"{e.get('key', '')} {e.get('message', e)}".strip() for e in extra if e)
    cause = error.__cause__ or error.__context__
    if status == 400 and isinstance(cause, SerializationException | msgspec.MsgspecError):
        deep = cause.__cause__ or cause
        if "missing required field `data`" in str(deep):
            return 400, "malformed_json", "The body is empty."
        code = "invalid" if isinstance(deep, msgspec.ValidationError) else "malformed_json"
        return 400, code, f"The request is not valid: {deep}"
    return status, CODES.get(status, "error"), message


def handle(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """The answer to an error: JSON below /api and /schema, else a page, or the login."""
    status, code, message = described(error)
    headers = {"retry-after": "60"} if status == 429 else {}
    path = request.scope["path"]
    if path.startswith(("/api/", "/schema")):
        if status == 401:
            headers["www-authenticate"] = "Bearer"
        body = {"error": {"code": code, "message": message}}
        return Response(content=body, status_code=status, headers=headers, media_type="application/json")
    if isinstance(error, LoginNeeded):
        query = request.scope["query_string"].decode("latin-1")
        target = path + (f"?{query}" if query else "")
        back = target if request.method == "GET" else _back(request)
        return redirect("/login" + (f"?to={quote(back)}" if back not in ("", "/") else ""))
    told: dict[str, Any] = {"code": code, "message": message, "status_code": status, "back": _back(request)}
    answer: Response[Any] = page(request, "error.html", status=status, **told)
    answer.headers.update(headers)
    return answer


def _back(request: Request[Any, Any, Any]) -> str:
    """The page of this desk on which a form was sent or a link followed, "" where that is not known."""
    came = urlsplit(request.headers.get("referer", ""))
    if came.netloc.lower() != request.headers.get("host", "").lower() or came.path == request.scope["path"]:
        return ""
    return local_path(came.path + (f"?{came.query}" if came.query else ""), "")
