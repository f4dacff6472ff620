"""The life of a decision: a new findings document of an event is taken in, and what was decided is kept.

A finding's id follows from rule, subject and readings. Same id: the decision stays. Gone: it stays in the record. A new
id on the rule and subject of one that is gone, or on its very words: if a reading came that was not there before, the
finding is reopened and says so; if readings only went, its judgements are carried over.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.document import DocFinding, Document, encode
from crosscheck.report.titles import title_of
from crosscheck.store import mending
from crosscheck.store.audit import record
from crosscheck.store.database import now
from crosscheck.store.events import get
from crosscheck.store.judge import current, settle
from crosscheck.store.mentions import carry, reanchor
from crosscheck.store.slips import in_order, slip_of
from crosscheck.store.tables import Article, Event, Finding, Judgement, Run
from crosscheck.store.text import storable
from crosscheck.store.views import Actor, RunView


def take(session: Session, actor: Actor | None, event_id: int, document: Document, *, fingerprint: str = "") -> RunView:
    """Make ``document`` the newest run of the event. It must carry the texts of its articles."""
    event = get(session, event_id)
    event.fingerprint = fingerprint
    wanted = mending.wanted(session, event.id)
    _take_articles(session, event, document)
    counts = {"articles": len(document.articles), "findings": len(document.findings), "unread": len(document.unread)}
    counts |= _take_findings(session, actor, event, document)
    counts["mended"] = mending.look(session, event.id, wanted)
    run = Run(
        event_id=event.id,
        at=now(),
        account_id=actor.id if actor else None,
        document=zlib.compress(encode(document, indent=0)),
        counts=msgspec.json.encode(counts).decode(),
    )
    session.add(run)
    session.flush()
    record(session, actor, "checked", after={"run": run.id, **counts}, event=event.id)
    return RunView(id=run.id, at=run.at, account=actor.name if actor else None, counts=counts)


def _take_articles(session: Session, event: Event, document: Document) -> None:
    rows = {row.article_id: row for row in session.scalars(select(Article).where(Article.event_id == event.id))}
    for row in rows.values():
        row.present = False
    for position, article in enumerate(document.articles):
        row = rows.get(article.id) or Article(event_id=event.id, article_id=article.id)
        session.add(row)
        meta = msgspec.structs.replace(article, text=msgspec.UNSET)
        row.position, row.present = position, True
        row.meta = storable(msgspec.json.encode(meta).decode())
        row.text = storable(article.text or "") if article.text is not msgspec.UNSET else ""


def _take_findings(session: Session, actor: Actor | None, event: Event, document: Document) -> dict[str, int]:
    rows = {row.finding: row for row in session.scalars(select(Finding).where(Finding.event_id == event.id))}
    was_present = {row.id for row in rows.values() if row.present}
    for row in rows.values():
        row.present = False
    arrived: list[tuple[Finding, DocFinding]] = []  # new ones, and those that were gone and are back
    for position, finding in enumerate(in_order({f.id: f for f in document.findings}.values())):
        row = rows.get(finding.id) or _blank(event, finding)
        session.add(row)
        if row.id not in was_present:
            arrived.append((row, finding))
        _fill(row, finding, position)
    session.flush()
    counts = {"new": 0, "reopened": 0, "carried": 0, "followed": 0, "back": 0}
    taken = {row.previous_id for row in rows.values() if row.present and row.id in was_present}
    left = {row: _document(row) for row in rows.values() if not row.present and row.id not in taken}
    for row, finding in arrived:
        previous = _previous(finding, left, was_present)
        if previous is None or (row.finding in rows and previous.id not in was_present):
            counts["back" if row.finding in rows else "new"] += 1
            continue
        what = _follow(session, actor, event, row, finding, previous)
        counts[what] += 1
        if what != "back":
            del left[previous]
    reanchor(session, event.id, document)
    gone = [row for row in left if row.id in was_present]
    for row in gone:
        row.version += 1
        record(session, actor, "gone", before={"state": row.state}, event=event.id, finding=row.id)
    kept = sum(row.present and row.id in was_present for row in rows.values())
    return counts | {"kept": kept, "gone": len(gone)}


def _blank(event: Event, finding: DocFinding) -> Finding:
    return Finding(event_id=event.id, finding=finding.id, state="open", start="open", why="", version=0)


def _fill(row: Finding, finding: DocFinding, position: int) -> None:
    payload = storable(msgspec.json.encode(finding).decode())
    row.version += row.payload != payload
    row.rule, row.kind, row.level, row.confidence = finding.rule, finding.kind, finding.level, finding.confidence
    row.subject, row.message = storable(finding.subject), storable(finding.message)
    row.title = storable(title_of(finding))
    row.payload, row.position, row.present, row.slip = payload, position, True, slip_of(finding)
    said = [finding.rule, finding.subject, title_of(finding), finding.message, *(r.value for r in finding.readings)]
    row.search = storable("\n".join(said)).casefold()


def _readings(finding: DocFinding) -> dict[str, str]:
    """Readings as shown, by a form that ignores case and space."""
    return {" ".join(r.value.casefold().split()): r.value for r in finding.readings}


def _places(finding: DocFinding) -> set[tuple[str, int, int]]:
    """Where its mentions stand; articles that did not change keep their ids."""
    return {(m.article, m.start, m.end) for r in finding.readings for m in r.mentions}


def _document(row: Finding) -> DocFinding:
    return msgspec.json.decode(row.payload, type=DocFinding)


def _previous(finding: DocFinding, left: Mapping[Finding, DocFinding], was_present: set[int]) -> Finding | None:
    """Of the findings that are gone, the one that asked the same: same rule, and the same subject or the same words.

    Of several: one that is just gone, then of the same subject, then what shares most places and readings.
    """
    subject = storable(finding.subject).casefold()
    places, ours = _places(finding), _readings(finding).keys()
    ranked = []
    for row, theirs in left.items():
        if row.rule != finding.rule:
            continue
        same, shared = row.subject.casefold() == subject, len(places & _places(theirs))
        if same or shared:
            rank = (row.id in was_present, same, shared, len(ours & _readings(theirs).keys()), row.id)
            ranked.append((rank, row))
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _follow(
    session: Session, actor: Actor | None, event: Event, row: Finding, finding: DocFinding, previous: Finding
) -> str:
    """Let a finding take the place of the one that is gone; says which count it belongs to."""
    old, new = _readings(_document(previous)), _readings(finding)
    came = [value for key, value in new.items() if key not in old]
    standing, own = current(session, previous.id), current(session, row.id)
    if own and (came or not standing):
        return "back"  # judged before on exactly these readings
    row.previous_id, row.assignee_id = previous.id, previous.assignee_id
    carry(session, previous.id, row.id)
    before = {"finding": previous.id, "state": previous.state}

    def log(what: str, **more: object) -> None:
        after = {"state": row.state, **more}
        record(session, actor, what, before=before, after=after, event=event.id, finding=row.id)

    if not standing and previous.start == "open":
        row.why = f"Took the place of finding {previous.id}{_came(came, before=': ')}."
        log("followed")
        return "followed"
    if came:
        row.state = row.start = "reopened"
        row.why = f"Reopened{_came(came, before=': ')}."
        log("reopened", readings=came)
        return "reopened"
    row.start = previous.start
    went = "the same readings" if old.keys() == new.keys() else "a reading went, none came"
    row.why = f"Carried over from finding {previous.id}: {went}."
    for judgement in own:
        judgement.standing = "replaced"
    session.add_all(_copy(judgement, row.id) for judgement in standing)
    session.flush()
    settle(session, row, event)
    log("carried")
    return "carried"


def _came(values: list[str], *, before: str) -> str:
    if not values:
        return ""
    shown = ", ".join(f"\u201c{storable(value)}\u201d" for value in values)
    return before + ("a new reading came, " if len(values) == 1 else "new readings came, ") + shown


def _copy(judgement: Judgement, finding_id: int) -> Judgement:
    kept = ("account_id", "verdict", "reading", "source", "reason", "duplicate_of", "created", "act")
    values = {name: getattr(judgement, name) for name in kept}
    return Judgement(finding_id=finding_id, standing="current", carried=True, **values)
