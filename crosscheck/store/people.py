"""People: accounts with argon2 passwords, logins that are slowed down when they fail, sessions, API tokens."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import UTC, datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from crosscheck.store.audit import record
from crosscheck.store.database import Database, now
from crosscheck.store.tables import Account, ApiToken, LoginFailure, LoginSession
from crosscheck.store.text import storable, valid_id
from crosscheck.store.views import ROLES, AccountRole, AccountView, Actor, NotFound, StoreError

LOCAL = "local"  # the single user of a desk without accounts
MIN_PASSWORD = 10  # characters; NIST SP 800-63B asks for 8 at least and for no rules of composition
MAX_PASSWORD = 200  # argon2 takes time with the length
SESSION_HOURS = 12  # a working day
FAILURE_MINUTES = 15
FAILURES_A_NAME = 5  # a person who mistypes gets in; a guesser gets 480 tries a day
FAILURES_AN_ADDRESS = 30  # an office behind one address
_NAME = re.compile(r"[^\W_][\w .@'+-]{0,78}\Z")


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobody() -> str:
    return str(_hasher().hash(secrets.token_hex(8)))


def _later(**time: int) -> str:
    return (datetime.now(UTC) + timedelta(**time)).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _actor(row: Account) -> Actor:
    return Actor(id=row.id, name=row.name, role=row.role)  # type: ignore[arg-type]


def local_actor(session: Session) -> Actor:
    """The single local user, made on first use."""
    row = session.scalars(select(Account).where(Account.name == LOCAL)).first()
    if row is None:
        row = Account(name=LOCAL, role="admin", password="", active=True, created=now())
        session.add(row)
        session.flush()
        record(session, None, "account created", after={"name": LOCAL, "role": "admin"})
    return _actor(row)


def hash_password(password: str) -> str:
    """The argon2 hash of a new password; raises :class:`StoreError` where it is too short or too long."""
    if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        raise StoreError("password", f"A password has {MIN_PASSWORD} to {MAX_PASSWORD} characters.", field="password")
    return str(_hasher().hash(password.encode("utf-8", "surrogatepass")))


def add_account(session: Session, actor: Actor | None, *, name: str, role: str, password_hash: str) -> AccountView:
    """A new account. Raises :class:`StoreError` where the name is taken or odd, or the role unknown."""
    name = storable(name).strip()
    if not _NAME.match(name) or name.casefold() in {LOCAL, "none", "me", "crosscheck"}:
        said = "A name has up to 79 letters, digits, spaces or . @ ' + - and starts with a letter."
        raise StoreError("name", said, field="name")
    if role not in ROLES:
        raise StoreError("role", "A role is reader, checker or admin.")
    if session.scalar(select(Account.id).where(func.lower(Account.name) == name.lower())):
        raise StoreError("name_taken", f"There is an account of the name {name} already.", field="name")
    row = Account(name=name, role=role, password=password_hash, active=True, created=now())
    session.add(row)
    session.flush()
    record(session, actor, "account created", after={"name": name, "role": role})
    return _account(row)


def _account(row: Account) -> AccountView:
    return AccountView(id=row.id, name=row.name, role=row.role, active=row.active, created=row.created)  # type: ignore[arg-type]


def accounts(session: Session, *, active: bool = False) -> list[AccountView]:
    """All accounts by name, or the active ones only."""
    query = select(Account).order_by(Account.name)
    if active:
        query = query.where(Account.active)
    return [_account(row) for row in session.scalars(query)]


def can_log_in(session: Session) -> bool:
    """True when at least one active admin has a password."""
    query = select(Account.id).where(Account.active, Account.role == "admin", Account.password != "")
    return session.scalar(query.limit(1)) is not None


def change_account(
    session: Session, actor: Actor, account_id: int, *, role: str, active: bool, password_hash: str | None = None
) -> None:
    """Change role, activity or password; the last active admin cannot be taken away. Ends the account's sessions."""
    row = session.get(Account, account_id) if valid_id(account_id) else None
    if row is None:
        raise NotFound("account")
    if role not in ROLES:
        raise StoreError("role", "A role is reader, checker or admin.")
    before = {"name": row.name, "role": row.role, "active": row.active}
    row.role, row.active = role, active
    if password_hash:
        row.password = password_hash
    session.flush()
    if not can_log_in(session):
        raise StoreError("last_admin", "The last admin must stay an active admin.")
    after = {"name": row.name, "role": role, "active": active, "password": bool(password_hash)}
    record(session, actor, "account changed", before=before, after=after)
    session.execute(delete(LoginSession).where(LoginSession.account_id == row.id))


def change_password(session: Session, actor: Actor, password_hash: str) -> None:
    """Set one's own password; all other logins of the account end."""
    row = session.get_one(Account, actor.id)
    row.password = password_hash
    session.execute(delete(LoginSession).where(LoginSession.account_id == row.id))
    record(session, actor, "password changed")


# --- logging in ------------------------------------------------------------------------------------------------------


def log_in(database: Database, *, name: str, password: str, address: str) -> tuple[Actor, str]:
    """The account and a new session token. Raises :class:`StoreError`: ``slow_down`` or ``login``.

    The password is checked outside of any transaction, at the same cost for names that do not exist.
    """
    name = storable(name).strip()[:80]
    with database.read() as session:
        _refuse_when_many(session, name, address)
        row = session.scalars(select(Account).where(func.lower(Account.name) == name.lower(), Account.active)).first()
    right = _verify(row.password if row and row.password else _nobody(), password) and row is not None
    with database.write() as session:
        session.execute(delete(LoginFailure).where(LoginFailure.at < _later(minutes=-FAILURE_MINUTES)))
        session.execute(delete(LoginSession).where(LoginSession.expires < now()))
        if right and row is not None:
            token = secrets.token_urlsafe(32)
            expires = _later(hours=SESSION_HOURS)
            session.add(LoginSession(hash=_hashed(token), account_id=row.id, created=now(), expires=expires))
            session.execute(delete(LoginFailure).where(LoginFailure.name == name.lower()))
            record(session, _actor(row), "logged in", after={"address": address})
            return _actor(row), token
        session.add(LoginFailure(name=name.lower(), address=address, at=now()))
        record(session, None, "login refused", after={"name": name, "address": address})
    raise StoreError("login", "That name and password do not go together.")


def _refuse_when_many(session: Session, name: str, address: str) -> None:
    recent = select(func.count(LoginFailure.id)).where(LoginFailure.at > _later(minutes=-FAILURE_MINUTES))
    by_name = session.scalar(recent.where(LoginFailure.name == name.lower())) or 0
    by_address = session.scalar(recent.where(LoginFailure.address == address)) or 0
    if by_name >= FAILURES_A_NAME or by_address >= FAILURES_AN_ADDRESS:
        raise StoreError("slow_down", f"Too many tries. Please wait {FAILURE_MINUTES} minutes.")


def _verify(hashed: str, password: str) -> bool:
    if len(password) > MAX_PASSWORD:
        return False
    try:
        return bool(_hasher().verify(hashed, password.encode("utf-8", "surrogatepass")))
    except (VerificationError, InvalidHashError):
        return False


def check_password(database: Database, actor: Actor, password: str) -> bool:
    """True when this is the account's password."""
    with database.read() as session:
        hashed = session.get_one(Account, actor.id).password
    return _verify(hashed or _nobody(), password) and bool(hashed)


def by_session(session: Session, token: str) -> Actor | None:
    """Who is logged in with this session token."""
    query = select(Account).join(LoginSession, LoginSession.account_id == Account.id)
    query = query.where(LoginSession.hash == _hashed(token), LoginSession.expires > now(), Account.active)
    row = session.scalars(query).first()
    return _actor(row) if row else None


def log_out(session: Session, actor: Actor, token: str) -> None:
    """End this session."""
    session.execute(delete(LoginSession).where(LoginSession.hash == _hashed(token)))
    record(session, actor, "logged out")


# --- API tokens ------------------------------------------------------------------------------------------------------


def make_token(session: Session, actor: Actor, *, name: str, role: AccountRole) -> str:
    """A new API token for the actor; this is the only time that it is seen."""
    if role not in ROLES or not actor.may(role):
        raise StoreError("role", "A token cannot do more than its owner.", field="role")
    name = storable(name).strip()[:80] or "token"
    token = "ccd_" + secrets.token_urlsafe(32)
    row = ApiToken(account_id=actor.id, name=name, hash=_hashed(token), role=role, created=now())
    session.add(row)
    session.flush()
    record(session, actor, "token made", after={"token": row.id, "name": name, "role": role})
    return token


def revoke_token(session: Session, actor: Actor, token_id: int) -> None:
    """Make a token useless; one's own, or anybody's for an admin."""
    row = session.get(ApiToken, token_id) if valid_id(token_id) else None
    if row is None or (row.account_id != actor.id and not actor.may("admin")):
        raise NotFound("token")
    if row.revoked is None:
        row.revoked = now()
        record(session, actor, "token revoked", after={"token": row.id, "name": row.name})


def tokens(session: Session, actor: Actor) -> list[tuple[int, str, str, str, str | None]]:
    """(id, name, role, created, revoked) of the actor's tokens."""
    query = select(ApiToken).where(ApiToken.account_id == actor.id).order_by(ApiToken.id)
    return [(row.id, row.name, row.role, row.created, row.revoked) for row in session.scalars(query)]


def by_token(session: Session, token: str) -> Actor | None:
    """Whose API token this is, with the lesser of the token's and the owner's role."""
    query = select(ApiToken, Account).join(Account, Account.id == ApiToken.account_id)
    query = query.where(ApiToken.hash == _hashed(token), ApiToken.revoked.is_(None), Account.active)
    found = session.execute(query).first()
    if found is None:
        return None
    row, account = found
    role = min(row.role, account.role, key=ROLES.index)
    return Actor(id=account.id, name=account.name, role=role)  # type: ignore[arg-type]
