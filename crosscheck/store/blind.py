"""Blind second reading: what a person may not see before both readers of a finding have judged.

Every way by which a verdict leaves the store for a person goes through here: pages, the log, exports, the API.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from crosscheck.store.tables import Event, Finding, Judgement
from crosscheck.store.views import Actor, AuditView, JudgementView, NoteView

_TOLD = frozenset({"verdict", "reading", "source", "reason", "duplicate_of", "text"})
_LOGINS = frozenset({"logged in", "login refused"})


def undecided(session: Session, event_ids: Iterable[int]) -> set[int]:
    """Findings of these events that want two readers and have fewer judgements that stand.

    One in whose place another came is undecided only while that one is, too.
    """
    stands = and_(Judgement.finding_id == Finding.id, Judgement.standing == "current")
    query = select(Finding.id, Finding.previous_id, func.count(Judgement.id)).join(Event, Event.id == Finding.event_id)
    query = query.outerjoin(Judgement, stands).where(Event.readers > 1, Event.id.in_(list(event_ids)))
    rows = session.execute(query.group_by(Finding.id, Finding.previous_id)).all()
    waiting = {number for number, _, judged in rows if judged < 2}
    after = {previous: number for number, previous, _ in rows if previous is not None}

    def last(number: int) -> int:
        seen = {number}
        while (number := after.get(number, number)) not in seen:
            seen.add(number)
        return number

    return {number for number in waiting if last(number) in waiting}


def judgements(rows: Iterable[JudgementView], actor: Actor, hidden: set[int]) -> list[JudgementView]:
    """Without what others decided on findings that are ``hidden``."""
    return [j for j in rows if j.finding not in hidden or j.account == actor.name]


def notes(rows: Iterable[NoteView], judged: Iterable[JudgementView], actor: Actor, hidden: set[int]) -> list[NoteView]:
    """Without the notes that others wrote as part of a judgement on findings that are ``hidden``."""
    acts = {j.act for j in judged}
    return [n for n in rows if n.finding not in hidden or n.account == actor.name or n.act not in acts]


def entries(session: Session, rows: Iterable[AuditView], actor: Actor) -> list[AuditView]:
    """Log entries without verdicts that are still hidden, and for all but admins without addresses of logins."""
    rows = list(rows)
    hidden = undecided(session, {row.event for row in rows if row.finding and row.event})
    suspects = [row for row in rows if row.finding in hidden and row.account != actor.name]
    acts = _with_judgement(session, {act for row in suspects for act in (row.act, row.undoes) if act})
    masked = {row.seq for row in suspects if row.act in acts or row.undoes in acts}
    return [_masked(row, actor, hide=row.seq in masked) for row in rows]


def _with_judgement(session: Session, acts: set[str]) -> set[str]:
    return set(session.scalars(select(Judgement.act).where(Judgement.act.in_(acts)))) if acts else set()


def _masked(row: AuditView, actor: Actor, *, hide: bool) -> AuditView:
    if hide:
        return msgspec.structs.replace(row, before=_without(row.before, _TOLD), after=_without(row.after, _TOLD))
    if row.what in _LOGINS and not actor.may("admin"):
        return msgspec.structs.replace(row, after=_without(row.after, {"address", "name"}))
    return row


def _without(side: Any, names: Iterable[str]) -> Any:
    """One side of an entry without some of its keys; ``hidden`` tells their number."""
    if not isinstance(side, dict) or not (gone := side.keys() & set(names)):
        return side
    return {key: value for key, value in side.items() if key not in gone} | {"hidden": len(gone)}
