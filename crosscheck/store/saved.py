"""Views of the queue, a filter and an order, that a person keeps under a name; others open them by their link."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.store.database import now
from crosscheck.store.findings import QueueFilter
from crosscheck.store.tables import Account
from crosscheck.store.tables_own import SavedView
from crosscheck.store.text import valid_id, words
from crosscheck.store.views import Actor, NotFound, StoreError

MOST = 50  # views of one person; they stand in one line above the queue


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A view with its name and whose it is."""

    id: int
    account: str
    name: str
    shown: QueueFilter


def save(session: Session, actor: Actor, name: str, shown: QueueFilter) -> int:
    """Keep a view under a name, in the place of an earlier one of that name; returns its number."""
    kept = words(name)
    if not kept:
        raise StoreError("empty", "Give the view a name.", field="name")
    if len(kept) > 80:
        raise StoreError("too_long", "At most 80 characters, please.", field="name")
    rows = session.scalars(select(SavedView).where(SavedView.account_id == actor.id)).all()
    row = next((r for r in rows if r.name == kept), None)
    if row is None:
        if len(rows) >= MOST:
            raise StoreError("too_many", f"At most {MOST} views; remove one first.", field="name")
        row = SavedView(account_id=actor.id, name=kept, created=now())
        session.add(row)
    row.filter = msgspec.json.encode(shown).decode()
    session.flush()
    return row.id


def of(session: Session, actor: Actor) -> list[View]:
    """A person's views by name."""
    query = select(SavedView).where(SavedView.account_id == actor.id).order_by(SavedView.name)
    return [_view(row, actor.name) for row in session.scalars(query)]


def get(session: Session, view_id: int) -> View:
    """Anybody's view; raises :class:`NotFound`."""
    row = session.get(SavedView, view_id) if valid_id(view_id) else None
    if row is None:
        raise NotFound("view")
    return _view(row, session.get_one(Account, row.account_id).name)


def remove(session: Session, actor: Actor, view_id: int) -> None:
    """Take one's own view away."""
    row = session.get(SavedView, view_id) if valid_id(view_id) else None
    if row is None or row.account_id != actor.id:
        raise NotFound("view")
    session.delete(row)


def _view(row: SavedView, account: str) -> View:
    return View(id=row.id, account=account, name=row.name, shown=msgspec.json.decode(row.filter, type=QueueFilter))
