"""Findings by API: the queue, one finding, judgements, notes, assignment, undo."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from sqlalchemy.orm import Session

from crosscheck.desk.access import actor_of, desk_of
from crosscheck.desk.api.check import PATH
from crosscheck.desk.api.types import (
    Assignee,
    FindingPage,
    MentionMove,
    NewJudgement,
    NewNote,
    NewStep,
    Number,
    RedoRequest,
    Undone,
    UndoRequest,
    WaitingList,
    errors,
)
from crosscheck.desk.threads import threaded
from crosscheck.model import FindingKind, Level
from crosscheck.store import blind, findings, judge, mending, mentions, people, slips, waiting
from crosscheck.store.findings import QueueFilter
from crosscheck.store.mending import Mending
from crosscheck.store.redo import redo
from crosscheck.store.undo import undo
from crosscheck.store.views import AccountView, Actor, Decision, FindingView, JudgementView, State

CHECKER = {"role": "checker"}
Offset = Annotated[int, QueryParameter(ge=0, le=2**31 - 1)]
Size = Annotated[int, QueryParameter(ge=1, le=500)]
Words = Annotated[str | None, QueryParameter(max_length=200)]


@get(f"{PATH}/findings", responses=errors(), tags=["findings"])
@threaded
def queue(
    request: Request[Any, Any, Any],
    event: Number = None,
    level: FromQuery[Level | None] = None,
    kind: FromQuery[FindingKind | None] = None,
    work: Annotated[State | Literal["todo", "due", "all", "gone"], QueryParameter(name="state")] = "all",
    assignee: Words = None,
    q: Words = None,
    offset: Offset = 0,
    limit: Size = 100,
) -> FindingPage:
    """The queue, filtered as on its page."""
    shown = QueueFilter(event=event, level=level, kind=kind, state=work, assignee=assignee, q=q)
    with desk_of(request).database.read() as session:
        rows, total = findings.queue(session, shown, actor_of(request), offset=offset, limit=limit)
    return FindingPage(findings=rows, total=total)


@get(f"{PATH}/findings/{{finding_id:int}}", responses=errors(404), tags=["findings"])
@threaded
def one(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> FindingView:
    """One finding with its evidence and its whole record."""
    with desk_of(request).database.read() as session:
        return masked(session, findings.view(session, finding_id), actor_of(request))


def masked(session: Session, view: FindingView, actor: Actor) -> FindingView:
    """Without what others decided while the second reader has not judged."""
    hidden = blind.undecided(session, [view.row.event])
    judged = tuple(blind.judgements(view.judgements, actor, hidden))
    notes = tuple(blind.notes(view.notes, view.judgements, actor, hidden))
    return msgspec.structs.replace(view, judgements=judged, notes=notes)


@post(
    f"{PATH}/findings/{{finding_id:int}}/judgements",
    opt=CHECKER,
    responses=errors(404, 409, 415),
    tags=["findings"],
)
@threaded
def decide(request: Request[Any, Any, Any], finding_id: FromPath[int], data: JSONBody[NewJudgement]) -> FindingView:
    """Judge a finding; the answer shows it as it is then."""
    actor = actor_of(request)
    names = Decision.__struct_fields__
    decision = Decision(**{name: getattr(data, name) for name in names})
    with desk_of(request).database.write() as session:
        others = [row.id for row in slips.siblings(session, findings.view(session, finding_id))] if data.slip else []
        own = slips.decisions(session, finding_id, others, decision)
        chosen = [(finding_id, data.version), *((number, None) for number in others)]
        judge.judge(session, actor, chosen, decision, own=own, request=data.request)
        return masked(session, findings.view(session, finding_id), actor)


@post(f"{PATH}/findings/{{finding_id:int}}/notes", opt=CHECKER, responses=errors(404, 415), tags=["findings"])
@threaded
def note(request: Request[Any, Any, Any], finding_id: FromPath[int], data: JSONBody[NewNote]) -> FindingView:
    """Put a note on a finding."""
    actor = actor_of(request)
    with desk_of(request).database.write() as session:
        judge.note(session, actor, finding_id, data.text)
        return masked(session, findings.view(session, finding_id), actor)


@post(
    f"{PATH}/findings/{{finding_id:int}}/assignee",
    status_code=200,
    opt=CHECKER,
    responses=errors(404, 415),
    tags=["findings"],
)
@threaded
def assign(request: Request[Any, Any, Any], finding_id: FromPath[int], data: JSONBody[Assignee]) -> FindingView:
    """Give a finding to somebody, or to nobody."""
    actor = actor_of(request)
    with desk_of(request).database.write() as session:
        judge.assign(session, actor, [finding_id], data.name)
        return masked(session, findings.view(session, finding_id), actor)


@post(
    f"{PATH}/findings/{{finding_id:int}}/mentions",
    status_code=200,
    opt=CHECKER,
    responses=errors(404, 409, 415),
    tags=["findings"],
)
@threaded
def move(request: Request[Any, Any, Any], finding_id: FromPath[int], data: JSONBody[MentionMove]) -> FindingView:
    """Move a mention to another reading, or take it out; counts follow, and a new check keeps it."""
    actor = actor_of(request)
    with desk_of(request).database.write() as session:
        mentions.move(session, actor, finding_id, (data.article, data.start), data.to, version=data.version)
        return masked(session, findings.view(session, finding_id), actor)


@post(
    f"{PATH}/findings/{{finding_id:int}}/corrections",
    opt=CHECKER,
    responses=errors(404, 409, 415),
    tags=["findings"],
)
@threaded
def correction(request: Request[Any, Any, Any], finding_id: FromPath[int], data: JSONBody[NewStep]) -> list[Mending]:
    """Keep that the correction of one article was asked, published or verified; the answer shows the finding's."""
    with desk_of(request).database.write() as session:
        told = {"note": data.note, "asked_of": data.asked_of}
        mending.step(session, actor_of(request), finding_id, data.path, data.step, **told)
        return mending.mendings(session, findings.get(session, finding_id).event_id, finding=finding_id)


@post(f"{PATH}/undo", status_code=200, opt=CHECKER, responses=errors(404, 409, 415), tags=["findings"])
@threaded
def take_back(request: Request[Any, Any, Any], data: JSONBody[UndoRequest]) -> Undone:
    """Undo one's last act, or the one that is named."""
    with desk_of(request).database.write() as session:
        outcome = undo(session, actor_of(request), data.act, only=[data.finding] if data.finding is not None else None)
    return Undone(act=outcome.act, findings=list(outcome.done))


@post(f"{PATH}/redo", status_code=200, opt=CHECKER, responses=errors(404, 409, 415), tags=["findings"])
@threaded
def do_again(request: Request[Any, Any, Any], data: JSONBody[RedoRequest]) -> Undone:
    """Do again what one's last undo, or the one that is named, took back."""
    with desk_of(request).database.write() as session:
        outcome = redo(session, actor_of(request), data.act)
    return Undone(act=outcome.act, findings=list(outcome.done))


@get(f"{PATH}/judgements", responses=errors(), tags=["findings"])
@threaded
def judgements(
    request: Request[Any, Any, Any], event: Number = None, after: Offset = 0, limit: Size = 500
) -> list[JudgementView]:
    """All judgements in the order in which they were made, those that no longer stand too; ``after`` is an id."""
    actor = actor_of(request)
    with desk_of(request).database.read() as session:
        rows = findings.judgements(session, event=event, after=after, limit=limit)
        hidden = blind.undecided(session, findings.event_names(session) if event is None else [event])
    return blind.judgements(rows, actor, hidden)


@get(f"{PATH}/accounts", responses=errors(), tags=["findings"])
@threaded
def accounts(request: Request[Any, Any, Any]) -> list[AccountView]:
    """The people to whom findings can be given."""
    with desk_of(request).database.read() as session:
        return people.accounts(session, active=True)


@get(f"{PATH}/waiting", responses=errors(), tags=["findings"])
@threaded
def mine(request: Request[Any, Any, Any]) -> WaitingList:
    """What waits for the account whose token or login this is, newest first, at most 100 of each."""
    actor = actor_of(request)
    with desk_of(request).database.read() as session:
        return WaitingList(
            calls=waiting.calls(session, actor),
            second=findings.queue(session, waiting.DUE, actor, limit=100)[0],
            corrections=waiting.corrections(session, actor),
        )


ROUTES = [queue, one, decide, note, assign, move, correction, take_back, do_again, judgements, accounts, mine]
