"""A mention that the checker put to the wrong reading is moved, or taken out: logged, undone, kept over a new check."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.document import DocFinding, DocMention, Document
from crosscheck.store.audit import new_act, record
from crosscheck.store.database import now
from crosscheck.store.findings import get
from crosscheck.store.tables import Article, Audit, Finding, MentionChange
from crosscheck.store.views import Actor, Changed, NotFound, StoreError


def move(
    session: Session,
    actor: Actor,
    finding_id: int,
    where: tuple[str, int],
    to: str | None,
    *,
    version: int | None = None,
    redoes: str | None = None,
) -> str:
    """Move the mention at ``where`` (article id, start) to the reading ``to``, or take it out; returns the act.

    Raises :class:`StoreError` where there is no such mention or reading, or where it stands there already.
    """
    finding = get(session, finding_id)
    if version is not None and version != finding.version:
        raise Changed("Somebody changed this finding, or it was checked again, since you opened it.")
    document = msgspec.json.decode(finding.payload, type=DocFinding)
    found = [(m, r.value) for r in document.readings for m in r.mentions if (m.article, m.start) == where]
    if not found:
        raise NotFound("mention")
    if to is not None and to not in {r.value for r in document.readings}:
        raise StoreError("invalid", "Choose one of the readings.")
    mention, was = found[0]
    standing = _current(session, finding.id, where)
    if to == (standing.now if standing else was):
        raise StoreError("nothing_to_do", "It stands there already.")
    act = new_act()
    row = _row(session, finding, mention, was, to)
    row.account_id, row.act = actor.id, act
    session.add(row)
    if standing is not None:
        standing.standing = "replaced"
    session.flush()
    finding.version += 1
    before = {"reading": standing.now if standing else was, "replaced": [standing.id] if standing else []}
    after = {"mention": row.id, "text": row.text, "path": row.path, "from": before["reading"], "to": to}
    place = {"event": finding.event_id, "finding": finding.id}
    return record(session, actor, "mention moved", before=before, after=after, act=act, undoes=redoes, **place)


def _current(session: Session, finding_id: int, where: tuple[str, int]) -> MentionChange | None:
    query = select(MentionChange).where(MentionChange.finding_id == finding_id, MentionChange.standing == "current")
    return session.scalars(
        query.where(MentionChange.article_id == where[0], MentionChange.start == where[1])
    ).one_or_none()


def _row(session: Session, finding: Finding, mention: DocMention, was: str, to: str | None) -> MentionChange:
    article = session.get_one(Article, (finding.event_id, mention.article))
    path = msgspec.json.decode(article.meta)["path"]
    sentence = article.text[slice(*mention.sentence)]
    return MentionChange(
        finding_id=finding.id,
        article_id=mention.article,
        path=path,
        start=mention.start,
        text=mention.text,
        sentence=sentence,
        was=was,
        now=to,
        created=now(),
        standing="current",
    )


def take_back(session: Session, actor: Actor, row: Audit, finding: Finding, act: str) -> list[int]:
    """Undo one logged move, also where a new check carried it to; the findings that changed."""
    changed = []
    for change in session.scalars(
        select(MentionChange).where(MentionChange.act == row.act, MentionChange.standing == "current")
    ).all():
        change.standing = "undone"
        if change.finding_id == finding.id:
            for number in msgspec.json.decode(row.before)["replaced"]:
                session.get_one(MentionChange, number).standing = "current"
        owner = session.get_one(Finding, change.finding_id)
        owner.version += 1
        before = {"mention": change.id, "text": change.text, "path": change.path, "to": change.now}
        where = {"event": owner.event_id, "finding": owner.id}
        record(session, actor, "undone", before=before, after={"mention": change.id}, act=act, undoes=row.act, **where)
        changed.append(owner.id)
    return changed


def carry(session: Session, old: int, new: int) -> None:
    """Copy the moves that stand to the finding that came in place of another."""
    query = select(MentionChange).where(MentionChange.finding_id == old, MentionChange.standing == "current")
    kept = ("account_id", "article_id", "path", "start", "text", "sentence", "was", "now", "created", "act")
    for change in session.scalars(query.order_by(MentionChange.id)).all():
        values = {name: getattr(change, name) for name in kept}
        session.add(MentionChange(finding_id=new, standing="current", **values))
    session.flush()


def reanchor(session: Session, event_id: int, document: Document) -> None:
    """After a new check, let moves point to where their mentions stand now: same file, words and, if any, sentence."""
    query = select(MentionChange, Finding).join(Finding, Finding.id == MentionChange.finding_id)
    query = query.where(Finding.event_id == event_id, Finding.present, MentionChange.standing == "current")
    articles = {a.id: a for a in document.articles}
    for change, finding in session.execute(query).all():
        mentions = [
            m
            for r in msgspec.json.decode(finding.payload, type=DocFinding).readings
            for m in r.mentions
            if m.article in articles
            and articles[m.article].path == change.path
            and _folded(m.text) == _folded(change.text)
        ]
        if mentions:

            def rank(mention: DocMention, change: MentionChange = change) -> tuple[bool, int]:
                text = articles[mention.article].text or ""
                same = _folded(text[slice(*mention.sentence)]) == _folded(change.sentence)
                return not same, abs(mention.start - change.start)

            best = min(mentions, key=rank)
            change.article_id, change.start = best.article, best.start


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
