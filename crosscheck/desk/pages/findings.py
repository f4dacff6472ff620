"""One finding: its evidence, the articles side by side, its history, and the forms that decide on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath
from sqlalchemy.orm import Session

from crosscheck.desk.access import Form, actor_of, as_number, desk_of, read_form
from crosscheck.desk.core import Desk
from crosscheck.desk.evidence import Panel, panel, versions
from crosscheck.desk.forms import kept
from crosscheck.desk.kept import Kept
from crosscheck.desk.pages.queue import CHECKER, decision_of, filter_of, filter_values, versions_of
from crosscheck.desk.render import page, query, redirect
from crosscheck.desk.threads import in_thread, threaded
from crosscheck.document import DocFinding
from crosscheck.pages import rule_page, section
from crosscheck.store import blind, events, findings, judge, mending, mentions, people, slips
from crosscheck.store.acts import Scope
from crosscheck.store.findings import QueueFilter
from crosscheck.store.views import Actor, ArticleView, Changed, FindingView, StoreError

ACTIONS = ("confirm", "dismiss", "unsure", "duplicate", "note", "assign")


@get("/findings/{finding_id:int}", include_in_schema=False)
@threaded
def show(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> Response[bytes]:
    """The finding's page. ``do`` opens one of the forms, the filter says what comes before and after."""
    return show_again(request, finding_id, Kept())


def show_again(request: Request[Any, Any, Any], finding_id: int, refused: Kept) -> Response[bytes]:
    """The finding's page with a form as it was filled in."""
    desk, actor, shown = desk_of(request), actor_of(request), filter_of(request)
    asked = refused.form or request.query_params.get("do", "")
    with desk.database.read() as session:
        view = findings.view(session, finding_id)
        articles = _articles(session, view)
        around = _around(session, desk, view, actor, shown)
        accounts = [a.name for a in people.accounts(session, active=True)]
        hidden = blind.undecided(session, [view.row.event])
        history = [_seen(old, actor, hidden) for old in findings.line(session, view)]
        view = _seen(view, actor, hidden)
        mends = mending.mendings(session, view.row.event, finding=finding_id) if _settled(view) else []
    values = filter_values(shown)
    beside = request.query_params.get("beside", "")
    return page(
        request,
        "finding.html",
        scope=Scope(findings=(finding_id, *(row.id for row in around["siblings"]))),
        kept=refused,
        finding=view,
        hidden=view.row.state == "second" and not _mine(view, actor),
        mine=_mine(view, actor),
        versions=versions(view.document, articles),
        taken_out=[c for c in view.changes if c.standing == "current" and c.now is None],
        panels=panels(view.document, articles, desk, beside),
        listed=[a for a in articles.values()],
        beside=beside,
        people=accounts,
        history=history,
        mends=mends,
        asked=asked if asked in ACTIONS else "",
        why=section(rule_page(view.row.rule) or "", "Why it matters"),
        values=values,
        suffix=query(**values),
        **around,
    )


def _articles(session: Session, view: FindingView) -> dict[str, ArticleView]:
    """The articles that the finding is in, then the event's primary documents."""
    ids = dict.fromkeys(m.article for r in view.document.readings for m in r.mentions)
    articles = events.some_articles(session, view.row.event, ids)
    primaries = findings.primary_articles(session, view.row.event)
    return articles | events.some_articles(session, view.row.event, [p for p in primaries if p not in articles])


def _around(session: Session, desk: Desk, view: FindingView, actor: Actor, shown: QueueFilter) -> dict[str, Any]:
    """Other findings: the next ones of the queue, those on the same words, and those that this one may repeat."""
    before, after = slips.neighbours(session, shown, actor, view.row.id)
    return {
        "before": before,
        "after": after,
        "siblings": slips.siblings(session, view),
        "others": findings.titles(session, view, limit=desk.limits.duplicates),
    }


def _settled(view: FindingView) -> bool:
    """True where corrections may be under way: it is confirmed, or came in place of one that was."""
    return view.row.state == "confirmed" or view.previous is not None


def _mine(view: FindingView, actor: Actor) -> bool:
    return any(j.account == actor.name and j.standing == "current" for j in view.judgements)


def _seen(view: FindingView, actor: Actor, hidden: set[int]) -> FindingView:
    """The finding without what this person may not see yet."""
    judged = tuple(blind.judgements(view.judgements, actor, hidden))
    notes = tuple(blind.notes(view.notes, view.judgements, actor, hidden))
    return msgspec.structs.replace(view, judgements=judged, notes=notes)


def panels(finding: DocFinding, articles: dict[str, ArticleView], desk: Desk, beside: str) -> list[Panel]:
    """Articles side by side: the primary document, then one of each reading, then further ones."""
    firsts = [a.article.id for a in articles.values() if a.article.role == "primary"]
    if beside in articles:
        firsts.append(beside)
    firsts += [r.mentions[0].article for r in finding.readings if r.mentions]
    rest = [m.article for r in finding.readings for m in r.mentions]
    chosen = [a for a in dict.fromkeys([*firsts, *rest]) if a in articles][: desk.limits.panels]
    return [panel(articles[a], finding, chars=desk.limits.panel_chars) for a in chosen]


async def _kept(
    request: Request[Any, Any, Any],
    form: Form,
    name: str,
    finding_id: int,
    do: Callable[[], Response[bytes]],
    **where: Any,
) -> Response[bytes]:
    """What came of a form of the finding's page; where it was refused, that page with the form filled in."""
    here = f"/findings/{finding_id}{query(**filter_values(filter_of(request)))}"
    again = partial(show_again, request, finding_id)
    return await kept(form, name, here, again, partial(in_thread, do), **where)


FORM_OF = {"confirmed": "confirm", "dismissed": "dismiss", "unsure": "unsure", "duplicate": "duplicate"}
JUDGE_FIELDS = ("own_reading", "source", "own_reason", "duplicate_of", "note")


@post("/findings/{finding_id:int}/judge", opt=CHECKER, include_in_schema=False)
async def decide(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> Response[bytes]:
    """Judge the finding, and those of its slip that are ticked, then go to the next slip in the queue."""
    form = await read_form(request)
    name = FORM_OF.get(form.text("verdict"), "confirm")
    rename = {"reading": "own_reading", "reason": "own_reason"}
    do = partial(_decide, request, form, finding_id)
    return await _kept(request, form, name, finding_id, do, fields=JUDGE_FIELDS, rename=rename)


def _decide(request: Request[Any, Any, Any], form: Form, finding_id: int) -> Response[bytes]:
    desk, actor, shown = desk_of(request), actor_of(request), filter_of(request)
    decision, version = decision_of(form), form.number("version")
    key = form.text("request_key") or None
    also = [pair for value in form.all("also") for pair in versions_of(value)]
    also = [] if decision.verdict == "duplicate" else [pair for pair in also if pair[0] != finding_id]
    with desk.database.write() as session:
        own = slips.decisions(session, finding_id, [number for number, _ in also], decision) if also else None
        done = judge.judge(session, actor, [(finding_id, version), *also], decision, own=own, request=key)
        if finding_id not in done.done:
            raise Changed("Somebody judged this finding, or it was checked again, since you opened it.")
        if form.text("note").strip():
            judge.note(session, actor, finding_id, form.text("note"), request=key, act=done.act)
    with desk.database.read() as session:  # where to go next need not hold up who writes
        after = slips.neighbours(session, shown, actor, finding_id)[1]
    values = {"said": "judged", "act": done.act, **filter_values(shown)}
    return redirect("/queue", **values) if after is None else redirect(f"/findings/{after}", last=finding_id, **values)


@post("/findings/{finding_id:int}/note", opt=CHECKER, include_in_schema=False)
async def note(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> Response[bytes]:
    """Put a note on the finding."""
    desk, actor, shown, form = desk_of(request), actor_of(request), filter_of(request), await read_form(request)

    def do() -> Response[bytes]:
        with desk.database.write() as session:
            key = form.text("request_key") or None
            act = judge.note(session, actor, finding_id, form.text("text"), request=key)
        return redirect(f"/findings/{finding_id}", said="noted", act=act, **filter_values(shown))

    return await _kept(request, form, "note", finding_id, do, fields=("text",), rename={"note": "text"})


@post("/findings/{finding_id:int}/assign", opt=CHECKER, include_in_schema=False)
async def assign(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> Response[bytes]:
    """Give the finding to somebody."""
    desk, actor, shown, form = desk_of(request), actor_of(request), filter_of(request), await read_form(request)

    def do() -> Response[bytes]:
        with desk.database.write() as session:
            act = judge.assign(session, actor, [finding_id], form.text("assignee") or None)
        return redirect(f"/findings/{finding_id}", said="assigned", act=act, **filter_values(shown))

    return await _kept(request, form, "assign", finding_id, do, fields=("assignee",))


@post("/findings/{finding_id:int}/move", opt=CHECKER, include_in_schema=False)
async def move(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> Response[bytes]:
    """Move a mention to another reading, or take it out."""
    form = await read_form(request)
    do = partial(_move, request, form, finding_id)
    return await _kept(request, form, "move", finding_id, do, fields=("to",))


def _move(request: Request[Any, Any, Any], form: Form, finding_id: int) -> Response[bytes]:
    where, to = (form.text("article"), form.number("start") or 0), form.text("to")
    if not to:
        raise StoreError("invalid", "Choose where the mention belongs.", field="to")
    with desk_of(request).database.write() as session:
        names = [r.value for r in findings.view(session, finding_id).document.readings]
        number = as_number(to)
        value = names[number - 1] if number and number <= len(names) else None
        if value is None and to != "out":
            raise StoreError("invalid", "Choose one of the readings.", field="to")
        act = mentions.move(session, actor_of(request), finding_id, where, value, version=form.number("version"))
    return redirect(f"/findings/{finding_id}", said="moved", act=act, **filter_values(filter_of(request)))


@get("/find/{content_id:str}", include_in_schema=False)
@threaded
def by_content(request: Request[Any, Any, Any], content_id: FromPath[str]) -> Response[bytes]:
    """From the id of a findings document to the finding's page; the newest event's where several have it."""
    event = as_number(request.query_params.get("event", ""))
    with desk_of(request).database.read() as session:
        return redirect(f"/findings/{findings.by_content(session, content_id, event)}")


ROUTES = [show, decide, note, assign, move, by_content]
