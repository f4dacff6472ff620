"""The audit log: numbered without gaps, each entry chained to the one before by its hash, never changed."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.store.database import now
from crosscheck.store.migrate import GENESIS
from crosscheck.store.tables import Audit, Chain
from crosscheck.store.views import Actor, AuditView

_PAGE = 1000


def new_act() -> str:
    """An id that joins all entries of one thing that a person did."""
    return uuid.uuid4().hex


def _hash(row: Audit) -> str:
    kept = [row.seq, row.at, row.account_id, row.account, row.what, row.event_id, row.finding_id, row.act, row.undoes]
    text = msgspec.json.encode([*kept, row.before, row.after, row.previous])
    return hashlib.sha256(text).hexdigest()


def record(
    session: Session,
    actor: Actor | None,
    what: str,
    *,
    before: Any = None,
    after: Any = None,
    event: int | None = None,
    finding: int | None = None,
    act: str | None = None,
    undoes: str | None = None,
) -> str:
    """Append an entry inside the caller's write transaction and return its act. ``actor`` None is the desk itself."""
    chain = session.scalars(select(Chain)).one()
    row = Audit(
        seq=chain.seq + 1,
        at=now(),
        account_id=actor.id if actor else None,
        account=actor.name if actor else "crosscheck",
        what=what,
        event_id=event,
        finding_id=finding,
        act=act or new_act(),
        undoes=undoes,
        before=msgspec.json.encode(before, order="sorted").decode(),
        after=msgspec.json.encode(after, order="sorted").decode(),
        previous=chain.hash,
    )
    row.hash = _hash(row)
    session.add(row)
    chain.seq, chain.hash = row.seq, row.hash
    return row.act


def entries(
    session: Session, *, after: int = 0, event: int | None = None, finding: int | None = None, limit: int | None = None
) -> Iterator[AuditView]:
    """Entries with a number above ``after``, in order, those of one event or finding where asked."""
    query = select(Audit).order_by(Audit.seq)
    if event is not None:
        query = query.where(Audit.event_id == event)
    if finding is not None:
        query = query.where(Audit.finding_id == finding)
    left = limit if limit is not None else float("inf")
    while left > 0:
        rows = session.scalars(query.where(Audit.seq > after).limit(int(min(left, _PAGE)))).all()
        if not rows:
            return
        yield from map(_view, rows)
        after, left = rows[-1].seq, left - len(rows)
        session.expunge_all()


def latest(
    session: Session,
    *,
    event: int | None = None,
    account: str | None = None,
    before: int | None = None,
    limit: int = 20,
) -> list[AuditView]:
    """The newest entries, newest first: of one event or account, and below the number ``before`` where asked.

    An act is not torn: entries of the oldest one beyond ``limit`` come with it.
    """
    query = select(Audit).order_by(Audit.seq.desc())
    if event is not None:
        query = query.where(Audit.event_id == event)
    if account is not None:
        query = query.where(Audit.account == account)
    if before is not None:
        query = query.where(Audit.seq < before)
    rows = list(session.scalars(query.limit(limit)))
    if len(rows) == limit:
        rows += session.scalars(query.where(Audit.act == rows[-1].act, Audit.seq < rows[-1].seq))
    return [_view(row) for row in rows]


def _view(row: Audit) -> AuditView:
    return AuditView(
        seq=row.seq,
        at=row.at,
        account=row.account,
        what=row.what,
        event=row.event_id,
        finding=row.finding_id,
        act=row.act,
        undoes=row.undoes,
        before=msgspec.json.decode(row.before),
        after=msgspec.json.decode(row.after),
        previous=row.previous,
        hash=row.hash,
    )


def check(session: Session) -> list[str]:
    """What is wrong with the log, a line each: gaps, changed entries, broken links, a cut end. Empty when sound."""
    problems: list[str] = []
    seq, previous = 0, GENESIS
    while rows := session.scalars(select(Audit).where(Audit.seq > seq).order_by(Audit.seq).limit(_PAGE)).all():
        for row in rows:
            problems += _check_row(row, seq, previous)
            seq, previous = row.seq, row.hash
        session.expunge_all()
    chain = session.scalars(select(Chain)).one()
    if (chain.seq, chain.hash) != (seq, previous):
        problems.append(f"the log ends at entry {seq}, but {chain.seq} were written")
    return problems


def _check_row(row: Audit, seq: int, previous: str) -> Iterable[str]:
    if row.seq != seq + 1:
        yield f"entries {seq + 1} to {row.seq - 1} are missing"
    elif row.previous != previous:
        yield f"entry {row.seq} does not follow from entry {seq}"
    if row.hash != _hash(row):
        yield f"entry {row.seq} was changed after it was written"
