"""Redo: what an undo took back is done again, as a new act that can be undone in turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.store import judge, mending, mentions
from crosscheck.store.acts import TAKEN_BACK, UNDOABLE, kind_of, last_undo
from crosscheck.store.judge import Outcome
from crosscheck.store.tables import Account, Audit, CorrectionStep, Finding, MentionChange, Note
from crosscheck.store.undo import line
from crosscheck.store.views import Actor, Changed, Decision, StoreError

Rows = list[tuple[Audit, dict[str, Any]]]


def redo(session: Session, actor: Actor, act: str | None = None) -> Outcome:
    """Do again what an undo of this person's own took back; without ``act`` the last one.

    Raises :class:`StoreError` where there is nothing to redo, and :class:`Changed` where something was decided since.
    """
    act = act or last_undo(session, actor)
    query = select(Audit).where(Audit.act == act, Audit.what == "undone", ~TAKEN_BACK).order_by(Audit.seq)
    rows = [(row, msgspec.json.decode(row.before)) for row in session.scalars(query)]
    if act is None or not rows:
        raise StoreError("nothing_to_undo", "There is nothing to redo.")
    if any(row.account_id != actor.id for row, _ in rows):
        raise StoreError("forbidden", "Only who undid this can redo it.")
    by_kind: dict[str, Rows] = {}
    for row, before in rows:
        by_kind.setdefault(kind_of(before), []).append((row, before))
    made = ""
    for kind in sorted(by_kind, key=UNDOABLE.index):
        made = _AGAIN[kind](session, actor, by_kind[kind], act, made)
    done = dict.fromkeys(int(row.finding_id or 0) for row, _ in rows)
    return Outcome(act=made, done=tuple(done))


def _judge(session: Session, actor: Actor, rows: Rows, redoes: str, _joined: str) -> str:
    own: dict[int, Decision] = {}
    numbers = {row.finding_id for row, _ in rows}
    for row, before in rows:
        finding = session.get_one(Finding, row.finding_id)
        if numbers & set(line(session, finding.id, back=False)[1:]):
            continue  # judged again where it was carried to
        if finding.version != msgspec.json.decode(row.after)["version"]:
            raise Changed("Something was decided since, so this cannot be redone. Please judge anew.")
        own[finding.id] = Decision(**{k: before[k] for k in Decision.__struct_fields__ if k in before})
    chosen = [(number, None) for number in own]
    return judge.judge(session, actor, chosen, next(iter(own.values())), own=own, redoes=redoes).act


def _note(session: Session, actor: Actor, rows: Rows, redoes: str, joined: str) -> str:
    for row, before in rows:
        text = session.get_one(Note, before["note"]).text
        joined = judge.note(session, actor, row.finding_id or 0, text, act=joined or None, redoes=redoes)
    return joined


def _assign(session: Session, actor: Actor, rows: Rows, redoes: str, _joined: str) -> str:
    number = rows[0][1]["assignee"]
    name = session.get_one(Account, number).name if number else None
    return judge.assign(session, actor, [int(row.finding_id or 0) for row, _ in rows], name, redoes=redoes)


def _move(session: Session, actor: Actor, rows: Rows, redoes: str, _joined: str) -> str:
    act = ""
    for row, before in rows:
        old = session.get_one(MentionChange, before["mention"])
        where = (old.article_id, old.start)
        act = mentions.move(session, actor, row.finding_id or 0, where, old.now, redoes=redoes)
    return act


def _step(session: Session, actor: Actor, rows: Rows, redoes: str, _joined: str) -> str:
    act = ""
    for row, before in rows:
        old = session.get_one(CorrectionStep, before["step"])
        name = session.get_one(Account, old.asked_of_id).name if old.asked_of_id else None
        told: dict[str, Any] = {"note": old.note, "asked_of": name, "redoes": redoes}
        act = mending.step(session, actor, row.finding_id or 0, old.path, old.step, **told)
    return act


_Again = Callable[[Session, Actor, Rows, str, str], str]  # (..., the undo, the act to join); returns the new act
_AGAIN: dict[str, _Again] = {
    "judged": _judge,
    "noted": _note,
    "assigned": _assign,
    "mention moved": _move,
    "correction": _step,
}
