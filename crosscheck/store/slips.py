"""Findings of one slip: grouped in the queue as in the report, and judged once for all.

One slip of the pen makes several findings: a name, its office, its quote. The document gives them one ``group``; the
rows of a group stand next to each other, where its first finding stands in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import and_, case, func, select, tuple_
from sqlalchemy.orm import Session, aliased

from crosscheck.document import DocFinding
from crosscheck.model import LEVELS
from crosscheck.store.findings import ORDER, QueueFilter, filtered, get, row_of, rows
from crosscheck.store.tables import Finding
from crosscheck.store.views import Actor, Decision, FindingRow, FindingView, Slip


def slip_of(finding: DocFinding) -> str:
    """The name of a finding's slip; one that shares none is a slip of its own."""
    return (finding.group or finding.id)[:80]


def in_order(found: Iterable[DocFinding]) -> list[DocFinding]:
    """Findings in the document's order, those of one slip behind its first."""
    slips: dict[str, list[DocFinding]] = {}
    for finding in found:
        slips.setdefault(slip_of(finding), []).append(finding)
    return [finding for slip in slips.values() for finding in slip]


# what the queue can be ordered by: the slip that comes first by these columns of its findings stands first
_RANK = case({level: place for place, level in enumerate(LEVELS)}, value=Finding.level, else_=len(LEVELS))
_Lead = aliased(Finding)
_TITLE = (  # of the slip's first finding: the one that heads its row
    select(func.lower(_Lead.title))
    .where(_Lead.event_id == Finding.event_id, _Lead.slip == Finding.slip)
    .order_by(_Lead.present.desc(), _Lead.position, _Lead.id)
    .limit(1)
    .correlate(Finding)
    .scalar_subquery()
)
_PLACE = (Finding.event_id, func.min(Finding.position), func.min(Finding.id))
_BY: dict[str, tuple[Any, ...]] = {
    "": _PLACE,
    "level": (func.min(_RANK), -func.max(Finding.confidence), *_PLACE),
    "confidence": (-func.max(Finding.confidence), *_PLACE),
    "title": (_TITLE, *_PLACE),
    "newest": (-func.max(Finding.id), *_PLACE),
}
SORTS = tuple(_BY)  # "" is the report's order, event by event


def _groups(query: Any, sort: str) -> tuple[Any, list[Any]]:
    """The slips of a query on findings as a subquery, and its columns to order by."""
    columns = [column.label(f"by{place}") for place, column in enumerate(_BY.get(sort, _PLACE))]
    found = query.add_columns(*columns).group_by(Finding.event_id, Finding.slip).subquery()
    return found, [found.c[column.name] for column in columns]


def queue(
    session: Session, shown: QueueFilter, actor: Actor, *, offset: int = 0, limit: int = 50
) -> tuple[list[Slip], int, int]:
    """A stretch of the queue by slips, and how many slips and findings the whole has."""
    key = (Finding.event_id, Finding.slip)
    groups, order = _groups(filtered(select(*key), shown, actor), shown.sort)
    total = session.scalar(select(func.count()).select_from(groups)) or 0
    number = session.scalar(filtered(select(func.count(Finding.id)), shown, actor)) or 0
    leads = select(groups.c.event_id, groups.c.slip).order_by(*order).offset(min(offset, 2**31)).limit(limit)
    page = [(event, slip) for event, slip in session.execute(leads)]
    query = filtered(rows(), shown, actor).where(tuple_(*key).in_(page)).order_by(*ORDER)
    found: dict[tuple[int, str], list[FindingRow]] = {names: [] for names in page}
    for row in map(row_of, session.execute(query)) if page else ():
        found[row.event, row.group].append(row)
    return [Slip(rows=tuple(members)) for members in found.values()], total, number


def numbers(session: Session, shown: QueueFilter, actor: Actor, *, limit: int) -> list[tuple[int, int]]:
    """(id, version) of all findings that a filter shows, at most ``limit``."""
    query = filtered(select(Finding.id, Finding.version), shown, actor).order_by(*ORDER).limit(limit)
    return [(number, version) for number, version in session.execute(query)]


def neighbours(session: Session, shown: QueueFilter, actor: Actor, finding_id: int) -> tuple[int | None, int | None]:
    """The first findings of the slips before and after this finding's, whether or not it is still in the queue."""
    row = get(session, finding_id)
    found = _in_place(session, shown, actor, row) if not shown.sort else _in_order(session, shown, actor, row)

    def lead(slip: Any) -> int | None:
        if slip is None:
            return None
        first = filtered(select(Finding.id), shown, actor)
        first = first.where(Finding.event_id == slip.event_id, Finding.slip == slip.slip)
        number: int | None = session.scalar(first.order_by(*ORDER).limit(1))
        return number

    before, after = map(lead, found)
    return before, after


def _in_place(session: Session, shown: QueueFilter, actor: Actor, row: Finding) -> tuple[Any, Any]:
    """The slips before and after a finding in the report's order, which an index keeps: no queue is read for it."""
    here = tuple_(row.event_id, row.position, row.id)
    same = tuple_(Finding.event_id, Finding.slip) == tuple_(row.event_id, row.slip)
    query = filtered(select(Finding.event_id, Finding.slip), shown, actor).where(~same)
    down = [column.desc() for column in ORDER]
    before = session.execute(query.where(tuple_(*ORDER) < here).order_by(*down).limit(1)).first()
    after = session.execute(query.where(tuple_(*ORDER) > here).order_by(*ORDER).limit(1)).first()
    return before, after


def _in_order(session: Session, shown: QueueFilter, actor: Actor, row: Finding) -> tuple[Any, Any]:
    """The same in another order, for which all slips of the queue are looked at."""
    key = (Finding.event_id, Finding.slip)
    same = (Finding.event_id == row.event_id, Finding.slip == row.slip)
    own, order = _groups(select(*key).where(*same, Finding.present.is_(row.present)), shown.sort)
    here = tuple_(*session.execute(select(*order).select_from(own)).one())
    groups, order = _groups(filtered(select(*key), shown, actor).where(~and_(*same)), shown.sort)
    query = select(groups.c.event_id, groups.c.slip)
    down = [column.desc() for column in order]
    before = session.execute(query.where(tuple_(*order) < here).order_by(*down).limit(1)).first()
    after = session.execute(query.where(tuple_(*order) > here).order_by(*order).limit(1)).first()
    return before, after


def siblings(session: Session, finding: FindingView) -> list[FindingRow]:
    """The other findings of the slip that the newest check found, in order."""
    row = finding.row
    query = rows().where(Finding.event_id == row.event, Finding.slip == row.group, Finding.present)
    return [row_of(values) for values in session.execute(query.where(Finding.id != row.id).order_by(*ORDER))]


def decisions(session: Session, lead: int, others: Sequence[int], decision: Decision) -> dict[int, Decision]:
    """What a judgement on the first finding means for the others of its slip.

    The right reading of another finding is the one that stands in the same articles as the one that was chosen; where
    that is none or several, it is left unsettled. A duplicate is one for itself and is not passed on.
    """
    documents = {n: msgspec.json.decode(get(session, n).payload, type=DocFinding) for n in [lead, *others]}
    return {
        number: msgspec.structs.replace(decision, reading=_same_articles(documents[lead], documents[number], decision))
        for number in others
    }


def _same_articles(lead: DocFinding, other: DocFinding, decision: Decision) -> str | None:
    chosen = {m.article for r in lead.readings if r.value == decision.reading for m in r.mentions}
    fits = [r.value for r in other.readings if chosen & {m.article for m in r.mentions}]
    return fits[0] if len(fits) == 1 else None
