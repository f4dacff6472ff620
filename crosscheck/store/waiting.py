"""What waits for a person: notes that call them, second readings that are due from them, corrections asked of them."""

from __future__ import annotations

import msgspec
from sqlalchemy import Select, and_, exists, func, select
from sqlalchemy.orm import Session, aliased

from crosscheck.store import blind
from crosscheck.store.findings import QueueFilter, filtered
from crosscheck.store.tables import Account, CorrectionStep, Event, Finding, Judgement, Note
from crosscheck.store.tables_own import NoteCall
from crosscheck.store.undo import line
from crosscheck.store.views import Actor

DUE = QueueFilter(state="due")
MOST = 100  # every page counts what waits: beyond this nobody reads the number, and counting takes time
_Later = aliased(CorrectionStep)


class CallView(msgspec.Struct, frozen=True, kw_only=True):
    """A note that calls this person; ``text`` is None while it is hidden from a second reader."""

    id: int
    finding: int
    title: str
    event: int
    event_name: str
    account: str
    text: str | None
    created: str
    done: str | None


class AskedView(msgspec.Struct, frozen=True, kw_only=True):
    """A correction that was asked of this person, and is neither published nor verified."""

    finding: int
    title: str
    event: int
    event_name: str
    path: str
    says: str
    right: str | None
    note: str | None
    account: str
    created: str


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """How much waits; of second readings at most :data:`MOST` are counted."""

    calls: int
    second: int
    corrections: int

    @property
    def all(self) -> int:
        """All of it."""
        return self.calls + self.second + self.corrections


def count(session: Session, actor: Actor) -> Waiting:
    """How much waits for this person."""
    calls = select(func.count(NoteCall.id)).join(Note, Note.id == NoteCall.note_id)
    calls = calls.where(NoteCall.account_id == actor.id, NoteCall.done.is_(None), ~Note.withdrawn)
    due = select(Finding.id).join(Event, Event.id == Finding.event_id).where(Event.readers > 1)
    due = filtered(due, DUE, actor).limit(MOST)
    asked = _asked(select(func.count(CorrectionStep.id)), actor)
    return Waiting(
        calls=session.scalar(calls) or 0,
        second=session.scalar(select(func.count()).select_from(due.subquery())) or 0,
        corrections=session.scalar(asked) or 0,
    )


def calls(session: Session, actor: Actor, *, done: bool = False, limit: int = 100) -> list[CallView]:
    """Notes that call this person, newest first: those to be ticked off, or those that are ticked off."""
    query = select(NoteCall, Note, Account.name, Finding.id, Finding.title, Event.id, Event.name)
    query = query.join(Note, Note.id == NoteCall.note_id).join(Account, Account.id == Note.account_id)
    query = query.join(Finding, Finding.id == Note.finding_id).join(Event, Event.id == Finding.event_id)
    query = query.where(NoteCall.account_id == actor.id, ~Note.withdrawn)
    query = query.where(NoteCall.done.is_not(None) if done else NoteCall.done.is_(None))
    rows = session.execute(query.order_by(NoteCall.id.desc()).limit(limit)).all()
    hidden = blind.undecided(session, {row[5] for row in rows})
    judged = set(session.scalars(select(Judgement.act).where(Judgement.act.in_([row[1].act for row in rows]))))
    return [
        CallView(
            id=call.id,
            finding=finding,
            title=title,
            event=event,
            event_name=event_name,
            account=name,
            text=None if finding in hidden and note.act in judged and name != actor.name else note.text,
            created=note.created,
            done=call.done,
        )
        for call, note, name, finding, title, event, event_name in rows
    ]


def corrections(session: Session, actor: Actor, *, limit: int = 100) -> list[AskedView]:
    """Corrections that were asked of this person, newest first."""
    query = _asked(select(CorrectionStep, Account.name), actor).join(Account, Account.id == CorrectionStep.account_id)
    made = []
    for step, name in session.execute(query.order_by(CorrectionStep.id.desc()).limit(limit)).all():
        newest = line(session, step.finding_id, back=False)[-1]
        finding = session.get_one(Finding, newest)
        made.append(
            AskedView(
                finding=newest,
                title=finding.title,
                event=finding.event_id,
                event_name=session.get_one(Event, finding.event_id).name,
                path=step.path,
                says=step.says,
                right=step.right,
                note=step.note,
                account=name,
                created=step.created,
            )
        )
    return made


def _asked(query: Select, actor: Actor) -> Select:  # type: ignore[type-arg]
    """Steps by which a correction was asked of this person, with no later step of anybody's on it."""
    later = exists().where(
        and_(
            _Later.finding_id == CorrectionStep.finding_id,
            _Later.path == CorrectionStep.path,
            _Later.id > CorrectionStep.id,
            _Later.standing == "current",
            _Later.account_id.is_not(None),
        )
    )
    asked = (
        CorrectionStep.asked_of_id == actor.id,
        CorrectionStep.step == "asked",
        CorrectionStep.standing == "current",
    )
    return query.where(*asked, ~later)
