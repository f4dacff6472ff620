"""Findings as people corrected them: mentions moved by hand stand where they were moved to, and counts follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.document import DocArticle, DocFinding, DocMention, DocReading
from crosscheck.store.tables import Account, Article, Finding, MentionChange
from crosscheck.store.views import MentionView


def moved(session: Session, *, finding: int | None = None, event: int | None = None) -> list[MentionView]:
    """Moves of mentions of a finding or an event, oldest first, those that no longer stand too."""
    query = select(MentionChange, Account.name).join(Account, Account.id == MentionChange.account_id)
    if finding is not None:
        query = query.where(MentionChange.finding_id == finding)
    if event is not None:
        query = query.join(Finding, Finding.id == MentionChange.finding_id).where(Finding.event_id == event)
    return [_view(row, name) for row, name in session.execute(query.order_by(MentionChange.id))]


def _view(row: MentionChange, account: str) -> MentionView:
    return MentionView(
        id=row.id,
        finding=row.finding_id,
        account=account,
        article=row.article_id,
        path=row.path,
        start=row.start,
        text=row.text,
        was=row.was,
        now=row.now,
        created=row.created,
        standing=row.standing,  # type: ignore[arg-type]
        act=row.act,
    )


def heads(session: Session, event_id: int) -> dict[str, DocArticle]:
    """The event's articles, those of earlier checks too, by id and without texts."""
    rows = session.scalars(select(Article.meta).where(Article.event_id == event_id))
    return {article.id: article for article in (msgspec.json.decode(meta, type=DocArticle) for meta in rows)}


def edited(finding: DocFinding, changes: Sequence[MentionView], articles: Mapping[str, DocArticle]) -> DocFinding:
    """The finding with its mentions where they were moved. A reading that lost all of them stays, with no source."""
    values = {r.value for r in finding.readings}
    places = {
        (c.article, c.start): c.now for c in changes if c.standing == "current" and (c.now is None or c.now in values)
    }
    came: dict[str, list[DocMention]] = {}
    stay: dict[str, list[DocMention]] = {}
    for reading in finding.readings:
        for mention in reading.mentions:
            value = places.get((mention.article, mention.start), reading.value)
            if value == reading.value:
                stay.setdefault(value, []).append(mention)
            elif value is not None:
                came.setdefault(value, []).append(mention)
    made = [_counted(r, stay.get(r.value, []), came.get(r.value, []), articles) for r in finding.readings]
    return msgspec.structs.replace(finding, readings=tuple(made))


def _counted(
    reading: DocReading, stay: list[DocMention], came: list[DocMention], articles: Mapping[str, DocArticle]
) -> DocReading:
    """A reading with other mentions; copies of one source still count once."""
    if len(stay) == len(reading.mentions) and not came:
        return reading

    def groups(mentions: Sequence[DocMention]) -> set[str]:
        return {articles[m.article].source_group if m.article in articles else m.article for m in mentions}

    left = min(reading.independent_sources, len(groups(stay)))
    mentions = (*stay, *came)
    primary = any(articles[m.article].role == "primary" for m in mentions if m.article in articles)
    sources = left + len(groups(came) - groups(stay))
    return msgspec.structs.replace(reading, mentions=mentions, independent_sources=sources, primary=primary)
