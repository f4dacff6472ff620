"""Findings as the queue and the pages see them: filters, order, neighbours, one finding with all its history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, exists, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from crosscheck.document import DocArticle, DocFinding
from crosscheck.store.overlay import edited, heads, moved
from crosscheck.store.tables import Account, Article, Event, Finding, Judgement, Note
from crosscheck.store.text import like, storable, valid_id
from crosscheck.store.views import (
    TO_DO,
    Actor,
    FindingRow,
    FindingView,
    JudgementView,
    MentionView,
    NoteView,
    NotFound,
)


class QueueFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What the queue shows: ``state`` a state, ``todo``, ``due`` (from this person), ``all`` or ``gone``.

    ``assignee`` is a name, ``me`` or ``none``; ``sort`` one of :data:`crosscheck.store.slips.SORTS`.
    """

    event: int | None = None
    level: str | None = None
    kind: str | None = None
    state: str = "todo"
    assignee: str | None = None
    q: str | None = None
    sort: str = ""


_Assignee = aliased(Account)
_COLUMNS = (
    Finding.id,
    Finding.finding,
    Finding.event_id,
    Event.name,
    Finding.rule,
    Finding.kind,
    Finding.level,
    Finding.confidence,
    Finding.subject,
    Finding.message,
    Finding.state,
    Finding.present,
    Finding.version,
    _Assignee.name,
    Finding.why,
    Finding.slip,
    Finding.title,
)
ORDER = (Finding.event_id, Finding.position, Finding.id)


def rows(*extra: Any) -> Select[Any]:
    """Columns of the queue's lines, and more; to be read by :func:`row_of`."""
    query: Any = select(*_COLUMNS, *extra).join(Event, Event.id == Finding.event_id)
    joined: Select[Any] = query.outerjoin(_Assignee, _Assignee.id == Finding.assignee_id)
    return joined


def row_of(values: Sequence[Any]) -> FindingRow:
    """A line of the queue from what :func:`rows` selects."""
    names = FindingRow.__struct_fields__
    return FindingRow(**dict(zip(names, values, strict=False)))


def filtered(query: Any, shown: QueueFilter, actor: Actor) -> Select[Any]:
    """A query on findings limited to what the filter shows."""
    query = query.where(Finding.present.is_(shown.state != "gone"), *_in_state(shown.state, actor))
    if shown.event is not None:
        query = query.where(Finding.event_id == (shown.event if valid_id(shown.event) else 0))
    if shown.level:
        query = query.where(Finding.level == shown.level)
    if shown.kind:
        query = query.where(Finding.kind == shown.kind)
    if shown.assignee:
        query = query.where(_given_to(shown.assignee, actor))
    if shown.q:
        query = query.where(Finding.search.like(like(shown.q), escape="\\"))
    narrowed: Select[Any] = query
    return narrowed


def _in_state(state: str, actor: Actor) -> list[ColumnElement[bool]]:
    if state == "todo":
        return [Finding.state.in_(TO_DO)]
    if state == "due":
        return _due(actor)
    return [] if state in {"all", "gone"} else [Finding.state == state]


def _given_to(assignee: str, actor: Actor) -> ColumnElement[bool]:
    if assignee == "none":
        return Finding.assignee_id.is_(None)
    if assignee == "me":
        return Finding.assignee_id == actor.id
    return Finding.assignee_id == select(Account.id).where(Account.name == assignee).scalar_subquery()


def _due(actor: Actor) -> list[ColumnElement[bool]]:
    """A second reading is due from everybody who has not judged, but for findings that were given to somebody else."""
    if not actor.may("checker"):
        return [false()]
    stands = (Judgement.finding_id == Finding.id, Judgement.standing == "current")
    mine = exists().where(*stands, Judgement.account_id == actor.id)
    read = exists().where(*stands, Judgement.account_id == Finding.assignee_id)
    free = or_(Finding.assignee_id.is_(None), Finding.assignee_id == actor.id, read)
    return [Finding.state == "second", ~mine, free]


def queue(
    session: Session, shown: QueueFilter, actor: Actor, *, offset: int = 0, limit: int = 50
) -> tuple[list[FindingRow], int]:
    """A stretch of the queue and how long the whole is: by event, then as the document orders them."""
    total = session.scalar(filtered(select(func.count(Finding.id)), shown, actor)) or 0
    query = filtered(rows(), shown, actor).order_by(*ORDER).offset(min(offset, 2**31)).limit(limit)
    return [row_of(values) for values in session.execute(query)], total


def get(session: Session, finding_id: int) -> Finding:
    """The finding's row; raises :class:`NotFound`."""
    row = session.get(Finding, finding_id) if valid_id(finding_id) else None
    if row is None:
        raise NotFound("finding")
    return row


def view(session: Session, finding_id: int) -> FindingView:
    """One finding with its document form, judgements and notes; raises :class:`NotFound`."""
    if not valid_id(finding_id):
        raise NotFound("finding")
    query = rows(Finding.payload, Finding.previous_id, Event.readers).where(Finding.id == finding_id)
    values = session.execute(query).first()
    if values is None:
        raise NotFound("finding")
    payload, previous, readers = values[-3:]
    changes = moved(session, finding=finding_id)
    articles = heads(session, values[2]) if changes else {}
    return FindingView(
        row=row_of(values),
        document=edited(msgspec.json.decode(payload, type=DocFinding), changes, articles),
        judgements=tuple(judgements(session, finding=finding_id)),
        changes=tuple(changes),
        notes=tuple(notes(session, [finding_id])),
        readers=readers,
        previous=previous,
        following=session.scalar(select(Finding.id).where(Finding.previous_id == finding_id).limit(1)),
    )


def of_event(session: Session, event_id: int, *, gone: bool = True) -> list[tuple[FindingRow, DocFinding]]:
    """All findings of an event with their document form, in order; gone ones last, or left out."""
    query = rows(Finding.payload).where(Finding.event_id == event_id)
    if not gone:
        query = query.where(Finding.present)
    found = session.execute(query.order_by(Finding.present.desc(), *ORDER))
    changes: dict[int, list[MentionView]] = {}
    for change in moved(session, event=event_id):
        changes.setdefault(change.finding, []).append(change)
    articles = heads(session, event_id) if changes else {}
    documents = [(row_of(values), msgspec.json.decode(values[-1], type=DocFinding)) for values in found]
    return [(row, edited(document, changes.get(row.id, []), articles)) for row, document in documents]


def judgements(
    session: Session, *, finding: int | None = None, event: int | None = None, after: int = 0, limit: int | None = None
) -> list[JudgementView]:
    """Judgements of a finding, an event or all, oldest first, those no longer standing too."""
    query = select(Judgement, Account.name).join(Account, Account.id == Judgement.account_id)
    if finding is not None:
        query = query.where(Judgement.finding_id == finding)
    if event is not None:
        query = query.join(Finding, Finding.id == Judgement.finding_id).where(Finding.event_id == event)
    query = query.where(Judgement.id > after).order_by(Judgement.id).limit(limit)
    return [judgement_view(row, name) for row, name in session.execute(query)]


def judgement_view(row: Judgement, account: str) -> JudgementView:
    """The struct of a judgement's row."""
    return JudgementView(
        id=row.id,
        finding=row.finding_id,
        account=account,
        verdict=row.verdict,  # type: ignore[arg-type]
        reading=row.reading,
        source=row.source,
        reason=row.reason,
        duplicate_of=row.duplicate_of,
        created=row.created,
        standing=row.standing,  # type: ignore[arg-type]
        carried=row.carried,
        act=row.act,
    )


def notes(session: Session, finding_ids: Sequence[int]) -> list[NoteView]:
    """Notes on some findings, oldest first."""
    query = select(Note, Account.name).join(Account, Account.id == Note.account_id)
    rows = session.execute(query.where(Note.finding_id.in_(finding_ids)).order_by(Note.id))
    return [
        NoteView(
            id=n.id,
            finding=n.finding_id,
            account=name,
            text=n.text,
            created=n.created,
            withdrawn=n.withdrawn,
            act=n.act,
        )
        for n, name in rows
    ]


def event_names(session: Session) -> dict[int, str]:
    """Names of all events by id, newest first."""
    return dict(session.execute(select(Event.id, Event.name).order_by(Event.id.desc())).all())


def titles(session: Session, finding: FindingView, *, limit: int) -> list[tuple[int, str, str]]:
    """(id, rule, title) of the event's other findings: what one may be a duplicate of, those of its kind first."""
    row = finding.row
    query = select(Finding.id, Finding.rule, Finding.title).where(Finding.event_id == row.event, Finding.present)
    order = (Finding.kind != row.kind, Finding.position)
    rows = session.execute(query.where(Finding.id != row.id).order_by(*order).limit(limit))
    return [(number, rule, title) for number, rule, title in rows]


def titles_of(session: Session, finding_ids: Iterable[int]) -> dict[int, str]:
    """Titles of findings by number; numbers that are none are left out."""
    wanted = sorted({number for number in finding_ids if valid_id(number)})
    found: dict[int, str] = {}
    for start in range(0, len(wanted), 500):  # databases bound the number of parameters
        query = select(Finding.id, Finding.title).where(Finding.id.in_(wanted[start : start + 500]))
        found |= {number: title for number, title in session.execute(query)}
    return found


def primary_articles(session: Session, event_id: int) -> list[str]:
    """Ids of the event's primary documents."""
    query = select(Article.meta).where(Article.event_id == event_id, Article.present)
    rows = session.scalars(query.where(Article.meta.contains('"role":"primary"', autoescape=True)))
    return [msgspec.json.decode(meta, type=DocArticle).id for meta in rows]


def line(session: Session, finding: FindingView) -> list[FindingView]:
    """The findings in whose place this one came, newest first."""
    found: list[FindingView] = []
    seen = {finding.row.id}
    while finding.previous is not None and finding.previous not in seen:
        seen.add(finding.previous)
        finding = view(session, finding.previous)
        found.append(finding)
    return found


def tally(session: Session, event_id: int) -> list[tuple[str, int]]:
    """(name, standing judgements) of everybody who judged in this event."""
    query = select(Account.name, func.count()).join(Judgement, Judgement.account_id == Account.id)
    query = query.join(Finding, Finding.id == Judgement.finding_id)
    query = query.where(Finding.event_id == event_id, Finding.present, Judgement.standing == "current")
    rows = session.execute(query.group_by(Account.name).order_by(Account.name))
    return [(name, number) for name, number in rows]


def by_content(session: Session, content_id: str, event_id: int | None = None) -> int:
    """The number of the finding with this content id, of the newest event that has it; raises :class:`NotFound`."""
    query = select(Finding.id).where(Finding.finding == storable(content_id))
    if event_id is not None:
        query = query.where(Finding.event_id == event_id)
    found = session.scalar(query.order_by(Finding.event_id.desc()).limit(1))
    if found is None:
        raise NotFound("finding")
    return found
