"""Events: folders and uploads, their articles and runs, and how far the work is."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from crosscheck.document import DocArticle, Document, decode
from crosscheck.store.audit import record
from crosscheck.store.database import now
from crosscheck.store.tables import Account, Article, Event, Finding, Run
from crosscheck.store.text import storable, valid_id
from crosscheck.store.views import SETTLED, TO_DO, Actor, ArticleView, EventView, NotFound, RunView, StoreError


def get(session: Session, event_id: int) -> Event:
    """The event's row; raises :class:`NotFound`."""
    row = session.get(Event, event_id) if valid_id(event_id) else None
    if row is None:
        raise NotFound("event")
    return row


def create(
    session: Session,
    actor: Actor | None,
    *,
    name: str,
    path: str | None = None,
    readers: int = 1,
    kind: Literal["folder", "story"] = "folder",
) -> Event:
    """A new event: of a folder, or a story, where ``path`` is given, else of uploads to come."""
    kind_ = kind if path else "upload"
    row = Event(name=storable(name), kind=kind_, path=path, readers=readers, created=now(), fingerprint="")
    session.add(row)
    session.flush()
    after = {"name": row.name, "kind": kind_, "path": path, "readers": readers}
    record(session, actor, "event created", after=after, event=row.id)
    return row


def of_folder(session: Session, path: str, name: str) -> Event:
    """The event of a folder, made if it is new. ``path`` is absolute and resolved."""
    row = session.scalars(select(Event).where(Event.kind == "folder", Event.path == path)).first()
    return row or create(session, None, name=name, path=path)


def of_stories(session: Session, archive: str) -> dict[str | None, tuple[int, str]]:
    """The events of an archive's stories, by path: (id, fingerprint)."""
    query = select(Event.path, Event.id, Event.fingerprint).where(Event.kind == "story").order_by(Event.id)
    return {path: (id_, mark) for path, id_, mark in session.execute(query) if (path or "").startswith(f"{archive}#")}


def change(session: Session, actor: Actor, event_id: int, *, name: str, readers: int) -> None:
    """Rename an event or change how many readers each finding needs; states follow."""
    from crosscheck.store.judge import settle_event

    row = get(session, event_id)
    if readers not in (1, 2):
        raise StoreError("invalid", "One or two readers.", field="readers")
    if readers < row.readers and not actor.may("admin") and _half_read(session, event_id):
        said = "Findings wait for their second reader: only an admin can end that."
        raise StoreError("forbidden", said, field="readers")
    before = {"name": row.name, "readers": row.readers}
    row.name, row.readers = storable(name).strip() or row.name, readers
    after = {"name": row.name, "readers": row.readers}
    if before != after:
        record(session, actor, "event changed", before=before, after=after, event=row.id)
        settle_event(session, row)


def _half_read(session: Session, event_id: int) -> bool:
    query = select(Finding.id).where(Finding.event_id == event_id, Finding.state == "second")
    return session.scalar(query.limit(1)) is not None


def views(session: Session, event_ids: Sequence[int] | None = None) -> list[EventView]:
    """All events, or those asked for, with their counts; newest first."""
    query = select(Event).order_by(Event.id.desc())
    if event_ids is not None:
        query = query.where(Event.id.in_(event_ids))
    rows = session.scalars(query).all()
    ids = [row.id for row in rows]
    columns = (Finding.event_id, Finding.present, Finding.state, Finding.level)
    counted = session.execute(select(*columns, func.count()).where(Finding.event_id.in_(ids)).group_by(*columns)).all()
    present = select(Article.event_id, func.count()).where(Article.present, Article.event_id.in_(ids))
    newest = select(Run.event_id, func.max(Run.at)).where(Run.event_id.in_(ids))
    articles: dict[int, int] = dict(session.execute(present.group_by(Article.event_id)).all())
    checked: dict[int, str] = dict(session.execute(newest.group_by(Run.event_id)).all())
    return [_view(row, counted, articles.get(row.id, 0), checked.get(row.id)) for row in rows]


def view(session: Session, event_id: int) -> EventView:
    """One event with its counts."""
    return views(session, [get(session, event_id).id])[0]


def _view(row: Event, counted: Sequence, articles: int, checked: str | None) -> EventView:  # type: ignore[type-arg]
    states: dict[str, int] = {}
    levels: dict[str, int] = {}
    gone = 0
    for event_id, present, state, level, number in counted:
        if event_id != row.id:
            continue
        if not present:
            gone += number
            continue
        states[state] = states.get(state, 0) + number
        levels[level] = levels.get(level, 0) + number
    return EventView(
        id=row.id,
        name=row.name,
        kind=row.kind,  # type: ignore[arg-type]
        path=row.path,
        readers=row.readers,
        created=row.created,
        checked=checked,
        articles=articles,
        findings=sum(states.values()),
        to_do=sum(states.get(s, 0) for s in TO_DO),
        settled=sum(states.get(s, 0) for s in SETTLED),
        unsure=states.get("unsure", 0),
        gone=gone,
        states=states,
        levels=levels,
    )


def articles(session: Session, event_id: int) -> list[ArticleView]:
    """The event's articles, present ones first."""
    query = select(Article).where(Article.event_id == event_id).order_by(Article.present.desc(), Article.position)
    return [_article(row) for row in session.scalars(query)]


def article_heads(session: Session, event_id: int) -> list[tuple[DocArticle, bool]]:
    """(article without text, whether it is in the newest run), present ones first."""
    query = select(Article.meta, Article.present).where(Article.event_id == event_id)
    rows = session.execute(query.order_by(Article.present.desc(), Article.position))
    return [(msgspec.json.decode(meta, type=DocArticle), present) for meta, present in rows]


def some_articles(session: Session, event_id: int, article_ids: Iterable[str]) -> dict[str, ArticleView]:
    """Articles with their text, by id; ids that are not there are left out."""
    query = select(Article).where(Article.event_id == event_id, Article.article_id.in_(list(article_ids)))
    return {row.article_id: _article(row) for row in session.scalars(query)}


def _article(row: Article) -> ArticleView:
    return ArticleView(article=msgspec.json.decode(row.meta, type=DocArticle), text=row.text, present=row.present)


def runs(session: Session, event_id: int, limit: int = 10) -> list[RunView]:
    """The newest checks first."""
    query = select(Run.id, Run.at, Account.name, Run.counts).outerjoin(Account, Account.id == Run.account_id)
    rows = session.execute(query.where(Run.event_id == event_id).order_by(Run.id.desc()).limit(limit))
    return [
        RunView(id=i, at=at, account=name, counts=msgspec.json.decode(counts, type=dict[str, int]))
        for i, at, name, counts in rows
    ]


def document(session: Session, event_id: int) -> Document:
    """The findings document of the newest run; raises :class:`NotFound` before the first."""
    query = select(Run.document).where(Run.event_id == event_id).order_by(Run.id.desc()).limit(1)
    data = session.scalars(query).first()
    if data is None:
        raise NotFound("check of this event yet")
    return decode(zlib.decompress(data))
