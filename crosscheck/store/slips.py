"""Findings of one slip: grouped in the queue as in the report, and judged once for all.

One slip of the pen makes several findings: a name, its office, its quote. The document gives them one ``group``; the
rows of a group stand next to each other, where its first finding stands in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from crosscheck.document import DocFinding
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


def queue(
    session: Session, shown: QueueFilter, actor: Actor, *, offset: int = 0, limit: int = 50
) -> tuple[list[Slip], int, int]:
    """A stretch of the queue by slips, and how many slips and findings the whole has."""
    key = (Finding.event_id, Finding.slip)
    groups = filtered(select(*key), shown, actor).group_by(*key)
    total = session.scalar(select(func.count()).select_from(groups.subquery())) or 0
    number = session.scalar(filtered(select(func.count(Finding.id)), shown, actor)) or 0
    first = func.min(Finding.position)
    leads = groups.order_by(Finding.event_id, first, func.min(Finding.id)).offset(min(offset, 2**31)).limit(limit)
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
    here = tuple_(row.event_id, row.position, row.id)
    same = tuple_(Finding.event_id, Finding.slip) == tuple_(row.event_id, row.slip)
    query = filtered(select(Finding.id, Finding.event_id, Finding.slip), shown, actor).where(~same)
    before = session.execute(
        query.where(tuple_(*ORDER) < here).order_by(*(column.desc() for column in ORDER)).limit(1)
    ).first()
    after = session.execute(query.where(tuple_(*ORDER) > here).order_by(*ORDER).limit(1)).first()
    if before is not None:
        lead = filtered(select(Finding.id), shown, actor).where(
            Finding.event_id == before.event_id, Finding.slip == before.slip
        )
        return session.scalar(lead.order_by(*ORDER).limit(1)), after.id if after else None
    return None, after.id if after else None


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
