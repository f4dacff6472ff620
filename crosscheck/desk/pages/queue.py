"""The queue: findings by event, level, kind, state, assignee and text; and what is done to several at once."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
from litestar import Request, Response, get, post

from crosscheck.desk.access import Form, actor_of, as_number, desk_of, read_form
from crosscheck.desk.core import Desk
from crosscheck.desk.forms import kept
from crosscheck.desk.kept import Kept
from crosscheck.desk.render import local_path, page, query, redirect, with_query
from crosscheck.desk.threads import in_thread, threaded
from crosscheck.store import findings, judge, people, saved, slips
from crosscheck.store.acts import Scope
from crosscheck.store.findings import QueueFilter
from crosscheck.store.redo import redo
from crosscheck.store.undo import undo
from crosscheck.store.views import STATES, VERDICTS, Actor, Decision, StoreError

CHECKER = {"role": "checker"}


def filter_of(request: Request[Any, Any, Any]) -> QueueFilter:
    """The filter that a page's address tells; values that mean nothing are ignored."""
    given = request.query_params
    state = given.get("state", "")
    return QueueFilter(
        event=as_number(given.get("event", "")),
        level=given.get("level") or None,
        kind=given.get("kind") or None,
        state=state if state in {*STATES, "due", "all", "gone"} else "todo",
        assignee=given.get("assignee") or None,
        q=given.get("q") or None,
        sort=given.get("sort", "") if given.get("sort", "") in slips.SORTS else "",
    )


def filter_values(shown: QueueFilter) -> dict[str, object]:
    """The filter as query parameters, without what is the default."""
    values = msgspec.structs.asdict(shown).items()
    return {k: v for k, v in values if v not in (None, "") and (k, v) != ("state", "todo")}


def decision_of(form: Form) -> Decision:
    """The judgement that a form tells. Raises StoreError where it tells none."""
    verdict = form.text("verdict")
    if verdict not in VERDICTS:
        raise StoreError("invalid", "Choose a judgement.")
    own_reading, own_reason = form.text("own_reading").strip(), form.text("own_reason").strip()
    return Decision(
        verdict=verdict,
        reading=own_reading or form.text("reading") or None,
        source=form.text("source") or None,
        reason=own_reason or form.text("reason") or None,
        duplicate_of=form.number("other") or form.number("duplicate_of"),
    )


@get("/queue", include_in_schema=False)
@threaded
def show(request: Request[Any, Any, Any]) -> Response[bytes]:
    """A page of the queue."""
    return show_again(request, Kept())


def show_again(request: Request[Any, Any, Any], refused: Kept) -> Response[bytes]:
    """A page of the queue with a form as it was filled in."""
    desk, actor, shown = desk_of(request), actor_of(request), filter_of(request)
    number = max(1, as_number(request.query_params.get("page", "") or refused.value("bulk", "page")) or 1)
    size = desk.limits.page_rows
    with desk.database.read() as session:
        found, groups, total = slips.queue(session, shown, actor, offset=(number - 1) * size, limit=size)
        names = findings.event_names(session)
        accounts = [a.name for a in people.accounts(session, active=True)]
        views = saved.of(session, actor)
        other = as_number(request.query_params.get("shared", ""))
        shared = saved.get(session, other) if other else None
    values = filter_values(shown)
    return page(
        request,
        "queue.html",
        scope=Scope(event=shown.event),
        kept=refused,
        slips=found,
        total=total,
        groups=groups,
        shown=shown,
        event_names=names,
        people=accounts,
        views=[(view, query(**filter_values(view.shown))) for view in views],
        shared=shared if shared and shared.account != actor.name and shared.shown == shown else None,
        number=number,
        pages=-(-groups // size),
        first=(number - 1) * size + 1,
        values=values,
        suffix=query(**values),
    )


@post("/queue", opt=CHECKER, include_in_schema=False)
async def act(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Judge or assign all that is selected, or all that the filter shows, as one act."""
    form = await read_form(request)
    back = local_path(form.text("back"), "/queue")
    do, again = partial(_act, request, form, back), partial(show_again, request)
    fields = ("own_reason", "assignee", "pick")
    return await kept(form, "bulk", back, again, partial(in_thread, do), fields=fields, rename={"reason": "own_reason"})


def _act(request: Request[Any, Any, Any], form: Form, back: str) -> Response[bytes]:
    desk, actor = desk_of(request), actor_of(request)
    chosen = _every(desk, filter_of(request), actor, form) if form.text("every") else _chosen(form)
    if not chosen:
        raise StoreError("empty", "Select at least one finding.", field="pick")
    if len(chosen) > desk.limits.bulk:
        raise StoreError("too_many", f"At most {desk.limits.bulk} findings at once.", field="pick")
    assigns = form.text("do") == "assign"
    with desk.database.write() as session:
        if assigns:
            numbers = [finding for finding, _ in chosen]
            outcome = judge.Outcome(act=judge.assign(session, actor, numbers, form.text("assignee") or None), done=())
        else:
            outcome = judge.judge(session, actor, chosen, decision_of(form), request=form.text("request_key") or None)
    if outcome.changed:
        left = ", ".join(map(str, outcome.changed))
        raise StoreError(
            "changed", f"{len(outcome.done)} judged. Left alone, since somebody changed them meanwhile: {left}."
        )
    return redirect(with_query(back, said="assigned" if assigns else "judged", act=outcome.act))


def _every(desk: Desk, shown: QueueFilter, actor: Actor, form: Form) -> list[tuple[int, int | None]]:
    """All that the filter shows. Raises StoreError where that is another number than was on the page."""
    found: list[tuple[int, int | None]] = list(_all(desk, shown, actor))
    seen = form.number("total")
    if seen is not None and seen != len(found) and len(found) <= desk.limits.bulk:
        said = f"This view shows {len(found)} findings now; there were {seen} when you opened it. Please look again."
        raise StoreError("changed", said, field="pick")
    return found


def _all(desk: Desk, shown: QueueFilter, actor: Actor) -> list[tuple[int, int]]:
    with desk.database.read() as session:
        return slips.numbers(session, shown, actor, limit=desk.limits.bulk + 1)


def _chosen(form: Form) -> list[tuple[int, int | None]]:
    """Selected findings, each slip as ``id:version`` of its findings."""
    return [pair for value in form.all("pick") for pair in versions_of(value)]


def versions_of(text: str) -> list[tuple[int, int | None]]:
    """``id:version`` pairs with spaces between them; what is none is left out."""
    found = []
    for word in text.split():
        number, _, version = word.partition(":")
        if (finding := as_number(number)) is not None:
            found.append((finding, as_number(version)))
    return found


@post("/undo", opt=CHECKER, include_in_schema=False)
async def take_back(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Undo the act that is named, or the last one."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)
    only = [number for number, _ in versions_of(form.text("only"))] or None

    def work() -> judge.Outcome:
        with desk.database.write() as session:
            return undo(session, actor, form.text("act") or None, only=only)

    return _to(form, await in_thread(work), "undone")


@post("/redo", opt=CHECKER, include_in_schema=False)
async def do_again(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Redo what the undo that is named took back, or the last one."""
    desk, actor, form = desk_of(request), actor_of(request), await read_form(request)

    def work() -> judge.Outcome:
        with desk.database.write() as session:
            return redo(session, actor, form.text("act") or None)

    return _to(form, await in_thread(work), "redone")


def _to(form: Form, outcome: judge.Outcome, said: str) -> Response[bytes]:
    """Back to where the form stood; from a finding's page to the finding that changed."""
    back = local_path(form.text("back"), "")
    if not back or (back.startswith("/findings/") and form.text("go")):
        back = f"/findings/{outcome.done[0]}" + (back[back.index("?") :] if "?" in back else "")
    return redirect(with_query(back, said=said, last=outcome.done[0], act=outcome.act))


ROUTES = [show, act, take_back, do_again]
