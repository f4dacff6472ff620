"""Judgements, notes and assignments: made, and counted into a finding's state.

A finding's state follows from the judgements that stand. With one reader the newest decides. With two, each person has
one; equal ones settle it, unequal ones are a disagreement until a reader changes theirs or a third settles it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from crosscheck.store import calls
from crosscheck.store.audit import new_act, record
from crosscheck.store.database import now
from crosscheck.store.findings import get
from crosscheck.store.tables import Account, Event, Finding, Judgement, Note
from crosscheck.store.text import storable, valid_id, words
from crosscheck.store.views import VERDICTS, Actor, Changed, Decision, NotFound, State, StoreError

MAX_TEXT = 4000  # characters of a note, reason or source: a page of typescript


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What an act did: findings changed, and those left alone because somebody was there first."""

    act: str
    done: tuple[int, ...]
    changed: tuple[int, ...] = ()


def checked(session: Session, decision: Decision, finding: Finding | None) -> Decision:
    """The decision with trimmed texts; raises :class:`StoreError` where something is missing."""
    for name in ("reading", "source", "reason"):
        if len(getattr(decision, name) or "") > MAX_TEXT:
            raise StoreError("too_long", f"At most {MAX_TEXT} characters, please.", field=name)
    decision = msgspec.structs.replace(
        decision, reading=words(decision.reading), source=words(decision.source), reason=words(decision.reason)
    )
    if decision.verdict not in VERDICTS:
        raise StoreError("invalid", "A judgement is confirmed, dismissed, unsure or duplicate.")
    if decision.verdict == "dismissed" and not decision.reason:
        raise StoreError("reason_missing", "A dismissal needs a reason.", field="reason")
    if decision.verdict == "duplicate":
        other = session.get(Finding, decision.duplicate_of) if valid_id(decision.duplicate_of or 0) else None
        if other is None or (finding and (other.id == finding.id or other.event_id != finding.event_id)):
            said = "Say of which other finding of this event it is a duplicate."
            raise StoreError("duplicate_of", said, field="duplicate_of")
    else:
        decision = msgspec.structs.replace(decision, duplicate_of=None)
    return decision


def judge(
    session: Session,
    actor: Actor,
    chosen: Sequence[tuple[int, int | None]],
    decision: Decision,
    *,
    own: Mapping[int, Decision] | None = None,
    request: str | None = None,
    redoes: str | None = None,
) -> Outcome:
    """Judge findings, given as (id, version as it was shown or None), as one act.

    A finding that changed since it was shown is left alone and named in the outcome; where it is the only one,
    :class:`Changed` is raised. ``own`` are decisions of single findings that differ from the common one. ``request`` is
    a key of the sender's: the same key again does nothing again. ``redoes`` is the undo that this takes back.
    """
    act, done, changed = new_act(), [], []
    for number, (finding_id, version) in enumerate(dict(chosen).items()):
        finding = get(session, finding_id)
        valid = checked(session, (own or {}).get(finding_id, decision), finding)
        key = f"{request}:{finding_id}"[-80:] if request else None
        if key and session.scalar(select(exists().where(Judgement.request == key))):
            done.append(finding_id)
        elif version is not None and version != finding.version:
            changed.append(finding_id)
        else:
            _judge_one(session, actor, finding, valid, act, key, redoes)
            done.append(finding_id)
        if number % 100 == 99:
            session.flush()
    if changed and not done and len(chosen) == 1:
        raise Changed("Somebody judged this finding, or it was checked again, since you opened it.")
    return Outcome(act=act, done=tuple(done), changed=tuple(changed))


def _judge_one(
    session: Session,
    actor: Actor,
    finding: Finding,
    decision: Decision,
    act: str,
    request: str | None,
    redoes: str | None,
) -> None:
    event = session.get_one(Event, finding.event_id)
    standing = current(session, finding.id)
    # with one reader the newest decides for all, with two everybody's own counts
    replaced = [j for j in standing if event.readers == 1 or j.account_id == actor.id]
    before = summary(finding, replaced[-1] if replaced else None) | {"replaced": [j.id for j in replaced]}
    for old in replaced:
        old.standing = "replaced"
    row = Judgement(
        finding_id=finding.id,
        account_id=actor.id,
        verdict=decision.verdict,
        reading=decision.reading if decision.verdict == "confirmed" else None,
        source=decision.source if decision.verdict == "confirmed" else None,
        reason=decision.reason,
        duplicate_of=decision.duplicate_of,
        created=now(),
        standing="current",
        carried=False,
        act=act,
        request=request,
    )
    session.add(row)
    session.flush()
    settle(session, finding, event)
    after = summary(finding, row)
    where = {"event": event.id, "finding": finding.id}
    record(session, actor, "judged", before=before, after=after, act=act, undoes=redoes, **where)


def current(session: Session, finding_id: int) -> list[Judgement]:
    """The judgements that stand, oldest first."""
    query = select(Judgement).where(Judgement.finding_id == finding_id, Judgement.standing == "current")
    return list(session.scalars(query.order_by(Judgement.id)))


def summary(finding: Finding, judgement: Judgement | None) -> dict[str, object]:
    """What the audit log keeps of a finding and one judgement on it."""
    row: dict[str, object] = {"state": finding.state, "version": finding.version}
    if judgement is not None:
        row["judgement"] = judgement.id
        for name in ("verdict", "reading", "source", "reason", "duplicate_of"):
            if (value := getattr(judgement, name)) is not None:
                row[name] = value
    return row


def state_of(standing: Sequence[Judgement], readers: int, start: str) -> State:
    """What the judgements that stand come to; without any, ``start``."""
    if not standing:
        return start  # type: ignore[return-value]
    if readers == 1:
        return standing[-1].verdict  # type: ignore[return-value]
    if len(standing) < readers:
        return "second"
    votes = Counter((j.verdict, _folded(j.reading), j.duplicate_of) for j in standing)
    (verdict, _, _), most = votes.most_common(1)[0]
    return verdict if most * 2 > len(standing) else "disagreement"  # type: ignore[return-value]


def _folded(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def settle(session: Session, finding: Finding, event: Event) -> None:
    """Write the finding's state anew; whoever has it open will be told that it changed."""
    finding.state = state_of(current(session, finding.id), event.readers, finding.start)
    finding.version += 1


def settle_event(session: Session, event: Event) -> None:
    """Write the states of all findings of an event anew, after the number of readers changed."""
    session.flush()
    for finding in session.scalars(select(Finding).where(Finding.event_id == event.id)).all():
        settle(session, finding, event)


def note(
    session: Session,
    actor: Actor,
    finding_id: int,
    text: str,
    *,
    request: str | None = None,
    act: str | None = None,
    redoes: str | None = None,
) -> str:
    """Put a note on a finding; returns the act. Raises :class:`StoreError` where it is empty or too long.

    ``act`` joins it to a judgement that it was written with.
    """
    finding = get(session, finding_id)
    kept = words(text)
    if not kept:
        raise StoreError("empty", "The note is empty.", field="note")
    if len(kept) > MAX_TEXT:
        raise StoreError("too_long", f"At most {MAX_TEXT} characters, please.", field="note")
    act = act or new_act()
    key = f"{request}:{finding_id}"[-80:] if request else None
    if key and (old := session.scalars(select(Note).where(Note.request == key)).first()):
        return old.act
    row = Note(finding_id=finding.id, account_id=actor.id, text=kept, created=now(), act=act, request=key)
    row.withdrawn = False
    session.add(row)
    session.flush()
    calls.keep(session, row)
    after = {"note": row.id, "text": kept}
    where = {"event": finding.event_id, "finding": finding.id}
    return record(session, actor, "noted", after=after, act=act, undoes=redoes, **where)


def assign(
    session: Session, actor: Actor, finding_ids: Iterable[int], assignee: str | None, *, redoes: str | None = None
) -> str:
    """Give findings to somebody by name, or to nobody; returns the act."""
    account = None
    if assignee:
        account = session.scalars(select(Account).where(Account.name == storable(assignee), Account.active)).first()
        if account is None:
            raise NotFound("account", field="assignee")
    act = new_act()
    for finding_id in dict.fromkeys(finding_ids):
        finding = get(session, finding_id)
        before, finding.assignee_id = finding.assignee_id, account.id if account else None
        if before != finding.assignee_id:
            record(
                session,
                actor,
                "assigned",
                before={"assignee": before},
                after={"assignee": finding.assignee_id, "name": assignee},
                event=finding.event_id,
                finding=finding.id,
                act=act,
                undoes=redoes,
            )
    return act
