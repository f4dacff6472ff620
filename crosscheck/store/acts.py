"""Acts as people see them: what one did, on how many findings, so that undo and redo can name it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session, aliased

from crosscheck.store.tables import Audit, Finding
from crosscheck.store.views import Actor

UNDOABLE = ("judged", "noted", "assigned", "mention moved", "correction")
_LATER = aliased(Audit)
# an act's entry was undone, an undo's entry was redone: a later entry on the same finding names it
TAKEN_BACK = exists().where(_LATER.undoes == Audit.act, _LATER.finding_id == Audit.finding_id)


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What is on the screen: an event, some findings, or everything where both are None."""

    event: int | None = None
    findings: tuple[int, ...] | None = None


class ActView(msgspec.Struct, frozen=True, kw_only=True):
    """An act on ``count`` of its ``of_all`` findings, ``after`` as its first entry has it; ``undone`` for an undo."""

    act: str
    what: str
    count: int
    findings: tuple[int, ...]
    title: str
    after: dict[str, Any]
    noted: bool = False
    undone: bool = False
    of_all: int = 0


def within(scope: Scope) -> list[ColumnElement[bool]]:
    """The conditions on log entries that keep to what is on the screen."""
    found: list[ColumnElement[bool]] = []
    if scope.event is not None:
        found.append(Audit.event_id == scope.event)
    if scope.findings is not None:
        found.append(Audit.finding_id.in_(scope.findings))
    return found


def last_act(session: Session, actor: Actor, scope: Scope = Scope()) -> str | None:
    """The newest act of this person, within what is on the screen, that was not undone."""
    query = select(Audit.act).where(Audit.account_id == actor.id, Audit.what.in_(UNDOABLE), ~TAKEN_BACK)
    return session.scalar(query.where(*within(scope)).order_by(Audit.seq.desc()).limit(1))


def last_undo(session: Session, actor: Actor, scope: Scope = Scope()) -> str | None:
    """The newest undo of this person that can be redone: nothing else was done after it, but for redoing others."""
    done = Audit.what.in_(UNDOABLE) & Audit.undoes.is_(None)
    query = select(Audit.act, Audit.what).where(
        Audit.account_id == actor.id, *within(scope), done | ((Audit.what == "undone") & ~TAKEN_BACK)
    )
    row = session.execute(query.order_by(Audit.seq.desc()).limit(1)).first()
    return row.act if row and row.what == "undone" else None


def view(session: Session, act: str | None, actor: Actor, *, only: Collection[int] | None = None) -> ActView | None:
    """An act of this person's as the log has it, or its share on the findings ``only``; None where there is none."""
    if not act:
        return None
    query = select(Audit).where(Audit.act == act, Audit.account_id == actor.id).order_by(Audit.seq)
    rows = [r for r in session.scalars(query) if r.what in (*UNDOABLE, "undone") and r.finding_id]
    numbers = tuple(dict.fromkeys(int(r.finding_id or 0) for r in rows))
    here = tuple(n for n in numbers if only is None or n in only)
    if not here:
        return None
    first = next(r for r in rows if r.finding_id == here[0])
    title = session.scalar(select(Finding.title).where(Finding.id == here[0])) or ""
    told = first.before if first.what == "undone" else first.after
    values: dict[str, Any] = msgspec.json.decode(told) or {}
    return ActView(
        act=act,
        what=kind_of(values) if first.what == "undone" else first.what,
        count=len(here),
        findings=here,
        title=title,
        after=values,
        noted=first.what == "judged" and any(r.what == "noted" for r in rows),
        undone=first.what == "undone",
        of_all=len(numbers),
    )


def kind_of(side: dict[str, Any]) -> str:
    """Which act an undo took back, by what the log keeps of it."""
    if "step" in side:
        return "correction"
    if "mention" in side:
        return "mention moved"
    return "judged" if "judgement" in side else "noted" if "note" in side else "assigned"


def can_undo(session: Session, act: str) -> bool:
    """True while some entry of the act was not undone."""
    query = select(Audit.seq).where(Audit.act == act, Audit.what.in_(UNDOABLE), ~TAKEN_BACK)
    return session.scalar(query.limit(1)) is not None
