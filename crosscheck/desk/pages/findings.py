"""One finding: its evidence, the articles side by side, its history, and the forms that decide on it."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from crosscheck.desk.access import actor_of, as_number, desk_of, read_form
from crosscheck.desk.core import Desk, in_thread, threaded
from crosscheck.desk.evidence import Panel, panel, versions
from crosscheck.desk.pages.queue import CHECKER, decision_of, filter_of, filter_values
from crosscheck.desk.render import page, query, redirect
from crosscheck.document import DocFinding
from crosscheck.pages import rule_page, section
from crosscheck.store import events, findings, judge, people
from crosscheck.store.findings import QueueFilter
from crosscheck.store.views import Actor, ArticleView, FindingView

ACTIONS = ("confirm", "dismiss", "unsure", "duplicate", "note", "assign")


@get("/findings/{finding_id:int}", include_in_schema=False)
@threaded
def show(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> Response[bytes]:
    """The finding's page. ``do`` opens one of the forms, the filter says what comes before and after."""
    desk, actor, shown = desk_of(request), actor_of(request), filter_of(request)
    asked = request.query_params.get("do", "")
    with desk.database.read() as session:
        view = findings.view(session, finding_id)
        before, after = findings.neighbours(session, shown, actor, finding_id)
        ids = dict.fromkeys(m.article for r in view.document.readings for m in r.mentions)
        articles = events.some_articles(session, view.row.event, ids)
        primaries = findings.primary_articles(session, view.row.event)
        articles |= events.some_articles(session, view.row.event, [p for p in primaries if p not in articles])
        siblings = findings.same_words(session, view)
        others = findings.titles(session, view, limit=desk.limits.duplicates)
        accounts = [a.name for a in people.accounts(session, active=True)]
        history = findings.line(session, view)
    values = filter_values(shown)
    beside = request.query_params.get("beside", "")
    return page(
        request,
        "finding.html",
        finding=view,
        hidden=blind(view, actor),
        mine=any(j.account == actor.name and j.standing == "current" for j in view.judgements),
        versions=versions(view.document, articles),
        panels=panels(view.document, articles, desk, beside),
        listed=[a for a in articles.values()],
        beside=beside,
        before=before,
        after=after,
        others=others,
        siblings=siblings,
        people=accounts,
        history=history,
        asked=asked if asked in ACTIONS else "",
        why=section(rule_page(view.row.rule) or "", "Why it matters"),
        values=values,
        suffix=query(**values),
    )


def blind(view: FindingView, actor: Actor) -> bool:
    """True while a second reader should not see what the first decided: two readers, and none of this person's own."""
    return view.row.state == "second" and all(
        j.account != actor.name for j in view.judgements if j.standing == "current"
    )


def panels(finding: DocFinding, articles: dict[str, ArticleView], desk: Desk, beside: str) -> list[Panel]:
    """Articles side by side: the primary document, then one of each reading, then further ones."""
    firsts = [a.article.id for a in articles.values() if a.article.role == "primary"]
    if beside in articles:
        firsts.append(beside)
    firsts += [r.mentions[0].article for r in finding.readings if r.mentions]
    rest = [m.article for r in finding.readings for m in r.mentions]
    chosen = [a for a in dict.fromkeys([*firsts, *rest]) if a in articles][: desk.limits.panels]
    return [panel(articles[a], finding, chars=desk.limits.panel_chars) for a in chosen]


@post("/findings/{finding_id:int}/judge", opt=CHECKER, include_in_schema=False)
async def decide(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> Response[bytes]:
    """Judge the finding, then go to the next one in the queue."""
    desk, actor, shown, form = desk_of(request), actor_of(request), filter_of(request), await read_form(request)
    decision, version = decision_of(form), form.number("version")
    key = form.text("request_key") or None

    def work() -> int | None:
        with desk.database.write() as session:
            judge.judge(session, actor, [(finding_id, version)], decision, request=key)
            if form.text("note").strip():
                judge.note(session, actor, finding_id, form.text("note"), request=key)
        with desk.database.read() as session:  # where to go next need not hold up who writes
            return findings.neighbours(session, shown, actor, finding_id)[1]

    return _onwards(await in_thread(work), finding_id, shown, "judged")


def _onwards(after: int | None, here: int, shown: QueueFilter, said: str) -> Response[bytes]:
    values = filter_values(shown)
    if after is None:
        return redirect("/queue", said=said, **values)
    return redirect(f"/findings/{after}", said=said, last=here, **values)


@post("/findings/{finding_id:int}/note", opt=CHECKER, include_in_schema=False)
async def note(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> Response[bytes]:
    """Put a note on the finding."""
    desk, actor, shown, form = desk_of(request), actor_of(request), filter_of(request), await read_form(request)

    def work() -> None:
        with desk.database.write() as session:
            judge.note(session, actor, finding_id, form.text("text"), request=form.text("request_key") or None)

    await in_thread(work)
    return redirect(f"/findings/{finding_id}", said="noted", **filter_values(shown))


@post("/findings/{finding_id:int}/assign", opt=CHECKER, include_in_schema=False)
async def assign(request: Request[Any, Any, Any], finding_id: FromPath[int]) -> Response[bytes]:
    """Give the finding to somebody."""
    desk, actor, shown, form = desk_of(request), actor_of(request), filter_of(request), await read_form(request)

    def work() -> None:
        with desk.database.write() as session:
            judge.assign(session, actor, [finding_id], form.text("assignee") or None)

    await in_thread(work)
    return redirect(f"/findings/{finding_id}", said="assigned", **filter_values(shown))


@get("/find/{content_id:str}", include_in_schema=False)
@threaded
def by_content(request: Request[Any, Any, Any], content_id: FromPath[str]) -> Response[bytes]:
    """From the id of a findings document to the finding's page; the newest event's where several have it."""
    event = as_number(request.query_params.get("event", ""))
    with desk_of(request).database.read() as session:
        return redirect(f"/findings/{findings.by_content(session, content_id, event)}")


ROUTES = [show, decide, note, assign, by_content]
