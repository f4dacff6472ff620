"""Files that people gave to an event: uploaded, pasted or fetched; beside those of its folder where it has one."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.store.audit import record
from crosscheck.store.database import now
from crosscheck.store.events import get
from crosscheck.store.tables import Account, Meta, Upload
from crosscheck.store.tables_files import Fetched
from crosscheck.store.text import storable, valid_id
from crosscheck.store.views import Actor, NotFound, StoreError

_SWITCH = "fetching"


class File(msgspec.Struct, frozen=True, kw_only=True):
    """A file with what a manifest tells of it: title, publisher, published, url, role, fetched, sha256."""

    name: str
    data: bytes
    meta: dict[str, str] = {}


class FetchedView(msgspec.Struct, frozen=True, kw_only=True):
    """A page that was fetched, without its bytes. ``at`` is when, ``url`` where it was found at last."""

    id: int
    asked: str
    url: str
    at: str
    media: str
    sha256: str
    size: int
    name: str
    account: str


def put(session: Session, actor: Actor, event_id: int, files: Iterable[File]) -> list[str]:
    """Add or replace files, by name; returns the names."""
    event = get(session, event_id)
    if event.kind == "story":
        raise StoreError("invalid", "The articles of a story come from its archive.")
    names = []
    for file in files:
        row = session.scalars(select(Upload).where(Upload.event_id == event.id, Upload.name == file.name)).first()
        before = {"size": row.size} if row else None
        if row is None:
            row = Upload(event_id=event.id, name=file.name)
            session.add(row)
        row.data, row.size, row.created = file.data, len(file.data), now()
        row.meta = msgspec.json.encode(file.meta).decode() if file.meta else ""
        after = {"name": file.name, "size": len(file.data)}
        record(session, actor, "file replaced" if before else "file added", before=before, after=after, event=event.id)
        names.append(file.name)
    return names


def remove(session: Session, actor: Actor, event_id: int, name: str) -> None:
    """Take a file out of the next run; findings on it, and what was fetched, stay in the record."""
    row = session.scalars(select(Upload).where(Upload.event_id == event_id, Upload.name == name)).first()
    if row is None:
        raise NotFound("file", field="remove")
    record(session, actor, "file removed", before={"name": name, "size": row.size}, event=event_id)
    session.delete(row)


def sizes(session: Session, event_id: int) -> list[tuple[str, int]]:
    """(name, size) of the files."""
    query = select(Upload.name, Upload.size).where(Upload.event_id == event_id).order_by(Upload.name)
    return [(name, size) for name, size in session.execute(query)]


def contents(session: Session, event_id: int) -> list[File]:
    """The files with what is told of them."""
    rows = session.scalars(select(Upload).where(Upload.event_id == event_id).order_by(Upload.name))
    return [
        File(name=r.name, data=r.data, meta=msgspec.json.decode(r.meta, type=dict[str, str]) if r.meta else {})
        for r in rows
    ]


def free_name(stem: str, ending: str, taken: Collection[str]) -> str:
    """A name for a file that none of the ``taken`` has."""
    number = 1
    while (name := f"{stem}{f'-{number}' if number > 1 else ''}{ending}") in taken:
        number += 1
    return name


# --- fetched pages ---------------------------------------------------------------------------------------------------


def may_fetch(session: Session) -> bool:
    """Whether an admin allowed this desk to fetch addresses; not allowed until then."""
    row = session.get(Meta, _SWITCH)
    return row is not None and row.value == "yes"


def allow_fetching(session: Session, actor: Actor, *, allowed: bool) -> None:
    """Turn the switch."""
    before = may_fetch(session)
    if before != allowed:
        session.merge(Meta(key=_SWITCH, value="yes" if allowed else "no"))
        record(session, actor, "setting changed", before={"fetching": before}, after={"fetching": allowed})


def keep_page(session: Session, actor: Actor, event_id: int, page: Mapping[str, str], data: bytes, stem: str) -> str:
    """Keep a page as evidence, and as a file of the event; returns the file's name.

    ``page`` tells ``asked``, ``url``, ``at``, ``media`` and ``ending``. The same address again replaces the file and
    leaves the earlier evidence as it is.
    """
    event = get(session, event_id)
    url = storable(page["url"])
    query = select(Fetched.name).where(Fetched.event_id == event.id, Fetched.url == url).order_by(Fetched.id.desc())
    taken = {name for name, _ in sizes(session, event.id)} | set(
        session.scalars(select(Fetched.name).where(Fetched.event_id == event.id))
    )
    name = session.scalar(query.limit(1)) or free_name(stem, page["ending"], taken)
    digest = hashlib.sha256(data).hexdigest()
    kept = Fetched(event_id=event.id, account_id=actor.id, asked=page["asked"], url=url, at=page["at"], name=name)
    kept.media, kept.sha256, kept.size, kept.data = page["media"], digest, len(data), data
    session.add(kept)
    session.flush()
    told = {"fetched": kept.id, "url": url, "at": page["at"], "sha256": digest, "size": len(data), "name": name}
    record(session, actor, "page fetched", after=told, event=event.id)
    meta = {"url": url, "fetched": page["at"], "sha256": digest}
    put(session, actor, event.id, [File(name=name, data=data, meta=meta)])
    return name


def fetched(session: Session, event_id: int) -> list[FetchedView]:
    """What was fetched for an event, newest first."""
    columns = [getattr(Fetched, name) for name in FetchedView.__struct_fields__[:-1]]
    query = select(*columns, Account.name.label("account")).join(Account, Account.id == Fetched.account_id)
    rows = session.execute(query.where(Fetched.event_id == event_id).order_by(Fetched.id.desc()))
    return [FetchedView(**row._mapping) for row in rows]


def fetched_bytes(session: Session, event_id: int, fetched_id: int) -> tuple[str, bytes]:
    """(file name, bytes) of a page as it came; raises :class:`NotFound`."""
    row = session.get(Fetched, fetched_id) if valid_id(fetched_id) else None
    if row is None or row.event_id != event_id:
        raise NotFound("page")
    return row.name, row.data
