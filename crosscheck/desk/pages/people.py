"""Logging in and out, one's own account and tokens, everybody's accounts, and the first admin."""

from __future__ import annotations

import hmac
import secrets
from functools import partial
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from crosscheck.desk.access import actor_of, desk_of, read_form, visitor_of
from crosscheck.desk.core import Desk
from crosscheck.desk.forms import kept
from crosscheck.desk.kept import Kept
from crosscheck.desk.render import local_path, page, redirect
from crosscheck.desk.threads import in_thread, threaded
from crosscheck.store import people
from crosscheck.store.views import NotFound, StoreError

PUBLIC = {"public": True}
ADMIN = {"role": "admin"}


def _only_with_users(desk: Desk) -> None:
    if not desk.users:
        raise NotFound("page")


def _needs_setup(desk: Desk) -> bool:
    with desk.database.read() as session:
        return not people.can_log_in(session)


@get("/login", opt=PUBLIC, include_in_schema=False)
@threaded
def login_form(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The login, or the making of the first admin where there is nobody yet."""
    desk = desk_of(request)
    _only_with_users(desk)
    if _needs_setup(desk):
        return redirect("/setup")
    return page(request, "login.html", to=request.query_params.get("to", ""), name="", error="", plain=_plain(request))


def _plain(request: Request[Any, Any, Any]) -> bool:
    """True when passwords would cross a network in the clear."""
    visitor = visitor_of(request)
    return not visitor.secure and not visitor.address.startswith(("127.", "::1"))


@post("/login", opt=PUBLIC, include_in_schema=False)
async def login(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Log in; the browser gets a new secret."""
    desk, form = desk_of(request), await read_form(request)
    _only_with_users(desk)
    visitor = visitor_of(request)

    def work() -> str:
        name, password = form.text("name"), form.text("password")
        return people.log_in(desk.database, name=name, password=password, address=visitor.address)[1]

    try:
        visitor.fresh = await in_thread(work)
    except StoreError as error:
        status = 429 if error.code == "slow_down" else 401
        to = form.text("to")
        told: dict[str, Any] = {"to": to, "name": form.text("name")[:80], "error": error.message}
        shown = page(request, "login.html", status=status, plain=_plain(request), **told)
        if status == 429:
            shown.headers["retry-after"] = str(people.FAILURE_MINUTES * 60)
        return shown
    return redirect(local_path(form.text("to"), "/"))


@post("/logout", include_in_schema=False)
async def logout(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Log out."""
    desk, actor = desk_of(request), actor_of(request)
    await read_form(request)
    _only_with_users(desk)
    visitor = visitor_of(request)

    def work() -> None:
        with desk.database.write() as session:
            people.log_out(session, actor, visitor.cookie)

    await in_thread(work)
    visitor.fresh = secrets.token_urlsafe(32)
    return redirect("/login")


@get("/setup", opt=PUBLIC, include_in_schema=False)
@threaded
def setup_form(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The form of the first admin."""
    desk = desk_of(request)
    _only_with_users(desk)
    if not _needs_setup(desk):
        return redirect("/login")
    return page(request, "setup.html")


@post("/setup", opt=PUBLIC, include_in_schema=False)
async def setup(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Make the first admin, by the code that the desk printed where it was started."""
    desk, form = desk_of(request), await read_form(request)
    _only_with_users(desk)

    def work() -> None:
        given = form.text("code").strip().encode("utf-8", "surrogatepass")
        if desk.setup_code is None or not hmac.compare_digest(given, desk.setup_code.encode()):
            raise StoreError("code", "That is not the code that the desk printed when it started.", field="code")
        hashed = people.hash_password(form.text("password"))
        with desk.database.write() as session:
            if people.can_log_in(session):
                raise StoreError("forbidden", "There is an admin already.")
            people.add_account(session, None, name=form.text("name"), role="admin", password_hash=hashed)
        desk.setup_code = None

    try:
        await in_thread(work)
    except StoreError as error:
        if error.code == "code":  # a wrong code costs a new one: it cannot be guessed step by step
            desk.new_setup_code()
        texts = {"name": [form.text("name")], "code": [form.text("code")] if error.code != "code" else []}
        status = 403 if error.code == "code" else 400
        told = Kept(form="setup", texts=texts, field=error.field, message=error.message, here="/setup", status=status)
        return page(request, "setup.html", kept=told)
    return redirect("/login")


@get("/account", include_in_schema=False)
@threaded
def account(request: Request[Any, Any, Any]) -> Response[bytes]:
    """One's own account: password and API tokens."""
    return _account(request)


def _account(request: Request[Any, Any, Any], refused: Kept = Kept(), *, token: str = "") -> Response[bytes]:
    with desk_of(request).database.read() as session:
        tokens = people.tokens(session, actor_of(request))
    return page(request, "account.html", kept=refused, tokens=tokens, token=token)


@post("/account/password", include_in_schema=False)
async def password(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Set one's own password; all logins of the account end."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)
    _only_with_users(desk)

    def do() -> Response[bytes]:
        if not people.check_password(desk.database, actor, form.text("old")):
            raise StoreError("password", "That is not your password.", field="old")
        hashed = people.hash_password(form.text("new"))
        with desk.database.write() as session:
            people.change_password(session, actor, hashed)
        return redirect("/login", said="password")

    again, fields = partial(_account, request), ("old", "new")
    return await kept(
        form, "password", "/account", again, partial(in_thread, do), fields=fields, rename={"password": "new"}
    )


@post("/account/tokens", include_in_schema=False)
async def make_token(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Make an API token; this answer is the only place where it is ever seen."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    def do() -> Response[bytes]:
        with desk.database.write() as session:
            token = people.make_token(session, actor, name=form.text("name"), role=form.text("role"))  # type: ignore[arg-type]
        return _account(request, token=token)

    return await kept(
        form, "token", "/account", partial(_account, request), partial(in_thread, do), fields=("name", "role")
    )


@post("/account/tokens/{token_id:int}/revoke", include_in_schema=False)
async def revoke(request: Request[Any, Any, Any], token_id: FromPath[int]) -> Response[bytes]:
    """Make a token useless."""
    desk, actor = desk_of(request), actor_of(request)
    await read_form(request)

    def work() -> None:
        with desk.database.write() as session:
            people.revoke_token(session, actor, token_id)

    await in_thread(work)
    return redirect("/account", said="revoked")


@get("/people", opt=ADMIN, include_in_schema=False)
@threaded
def accounts(request: Request[Any, Any, Any]) -> Response[bytes]:
    """All accounts."""
    return _people(request)


def _people(
    request: Request[Any, Any, Any], refused: Kept = Kept(), *, made: tuple[str, str] | None = None
) -> Response[bytes]:
    desk = desk_of(request)
    _only_with_users(desk)
    with desk.database.read() as session:
        return page(request, "people.html", kept=refused, accounts=people.accounts(session), made=made)


@post("/people", opt=ADMIN, include_in_schema=False)
async def add(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Make an account with a password that is shown once, for its owner to change."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    def do() -> Response[bytes]:
        word = secrets.token_urlsafe(12)
        hashed = people.hash_password(word)
        with desk.database.write() as session:
            view = people.add_account(
                session, actor, name=form.text("name"), role=form.text("role"), password_hash=hashed
            )
        return _people(request, made=(view.name, word))

    return await kept(
        form, "account", "/people", partial(_people, request), partial(in_thread, do), fields=("name", "role")
    )


@post("/people/{account_id:int}", opt=ADMIN, include_in_schema=False)
async def change(request: Request[Any, Any, Any], account_id: FromPath[int]) -> Response[bytes]:
    """Change an account's role or activity, or give it a new password that is shown once."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    def do() -> Response[bytes]:
        word = secrets.token_urlsafe(12) if form.text("do") == "password" else None
        hashed = people.hash_password(word) if word else None
        with desk.database.write() as session:
            name = next((a.name for a in people.accounts(session) if a.id == account_id), "")
            active = form.text("active") == "yes"
            people.change_account(
                session, actor, account_id, role=form.text("role"), active=active, password_hash=hashed
            )
        return _people(request, made=(name, word)) if word else redirect("/people", said="changed")

    return await kept(form, f"account-{account_id}", "/people", partial(_people, request), partial(in_thread, do))


ROUTES = [
    login_form,
    login,
    logout,
    setup_form,
    setup,
    account,
    password,
    make_token,
    revoke,
    accounts,
    add,
    change,
]
