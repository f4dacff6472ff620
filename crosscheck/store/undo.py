"""Undo: of the last act, of one named act, or of one finding's share of a bulk act; any time, after a restart too."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.store import mending
from crosscheck.store.acts import TAKEN_BACK, UNDOABLE, last_act
from crosscheck.store.audit import new_act, record
from crosscheck.store.judge import Outcome, settle, summary
from crosscheck.store.mentions import take_back
from crosscheck.store.tables import Audit, Event, Finding, Judgement, Note
from crosscheck.store.text import valid_id
from crosscheck.store.views import Actor, NotFound, StoreError


def undo(session: Session, actor: Actor, act: str | None = None, *, only: Collection[int] | None = None) -> Outcome:
    """Take back an act of this person's own (or, for an admin, anybody's); without ``act`` the last one.

    ``only`` limits it to the share of these findings. Raises :class:`StoreError` where there is nothing to undo, or a
    later judgement stands in its place.
    """
    if only is not None and not all(map(valid_id, only)):
        raise NotFound("finding")
    act = act or last_act(session, actor)
    query = select(Audit).where(Audit.act == act, Audit.what.in_(UNDOABLE), ~TAKEN_BACK).order_by(Audit.seq)
    if only is not None:
        query = query.where(Audit.finding_id.in_({n for one in only for n in line(session, one, back=True)}))
    rows = session.scalars(query).all()
    if act is None or not rows:
        raise StoreError("nothing_to_undo", "There is nothing to undo.")
    if any(row.account_id != actor.id for row in rows) and not actor.may("admin"):
        raise StoreError("forbidden", "Only who did this, or an admin, can undo it.")
    undone = new_act()
    done = [found for row in reversed(rows) for found in _undo_one(session, actor, row, undone)]
    if not done:
        raise StoreError("nothing_to_undo", "A later judgement stands in its place: undo that one first.")
    return Outcome(act=undone, done=tuple(done))


def line(session: Session, finding_id: int, *, back: bool) -> list[int]:
    """The finding and those that it came from (``back``), or those that it became when it was checked again."""
    found: list[int] = []
    at: int | None = finding_id
    while at is not None and at not in found:
        found.append(at)
        where, what = (Finding.id, Finding.previous_id) if back else (Finding.previous_id, Finding.id)
        at = session.scalar(select(what).where(where == at).limit(1))
    return found


def _undo_one(session: Session, actor: Actor, row: Audit, act: str) -> list[int]:
    """The ids of the findings that changed: the entry's own, and those to which its judgement was carried."""
    finding = session.get_one(Finding, row.finding_id)
    if row.what == "judged":
        changed = []
        for number in line(session, finding.id, back=False):
            if _undo_judgement(session, actor, row, session.get_one(Finding, number), act):
                changed.append(number)
        return changed
    if row.what == "correction":
        return mending.take_back(session, actor, row, finding, act)
    if row.what == "mention moved":
        return take_back(session, actor, row, finding, act)
    if row.what == "noted":
        written = session.scalars(select(Note).where(Note.act == row.act, Note.finding_id == finding.id)).one()
        written.withdrawn = True
        before, after = {"note": written.id, "withdrawn": False}, {"note": written.id, "withdrawn": True}
    else:
        was, given = (msgspec.json.decode(side)["assignee"] for side in (row.before, row.after))
        if finding.assignee_id != given:
            return []
        finding.assignee_id = was
        before, after = {"assignee": given}, {"assignee": was}
    where = {"event": finding.event_id, "finding": finding.id}
    record(session, actor, "undone", before=before, after=after, act=act, undoes=row.act, **where)
    return [finding.id]


def _undo_judgement(session: Session, actor: Actor, row: Audit, finding: Finding, act: str) -> bool:
    made = select(Judgement).where(Judgement.act == row.act, Judgement.finding_id == finding.id)
    judgement = session.scalars(made).first()
    if judgement is None or judgement.standing != "current":
        return False
    before = summary(finding, judgement)
    judgement.standing = "undone"
    restored = None
    if not judgement.carried:
        for number in msgspec.json.decode(row.before)["replaced"]:
            restored = session.get_one(Judgement, number)
            restored.standing = "current"
    session.flush()
    settle(session, finding, session.get_one(Event, finding.event_id))
    after = summary(finding, restored)
    where = {"event": finding.event_id, "finding": finding.id}
    record(session, actor, "undone", before=before, after=after, act=act, undoes=row.act, **where)
    return True
