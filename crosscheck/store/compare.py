"""Two checks of one event held against each other: findings new, gone, changed, the same. The counts add up."""

from __future__ import annotations

import zlib
from typing import Literal

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.document import DocFinding, Document, decode
from crosscheck.report.titles import title_of
from crosscheck.store import events
from crosscheck.store.tables import Finding, Run
from crosscheck.store.views import NotFound, RunView, StoreError


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One finding that two checks do not tell alike. ``finding`` is its number at the desk; readings by value."""

    what: Literal["new", "gone", "changed"]
    finding: int
    rule: str
    subject: str
    title: str
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two checks. ``total_before`` is same + changed + gone, ``total_after`` same + changed + new."""

    before: RunView
    after: RunView
    total_before: int
    total_after: int
    same: int
    new: tuple[Difference, ...]
    gone: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    articles_new: tuple[str, ...]
    articles_gone: tuple[str, ...]
    articles_changed: tuple[str, ...]


def compare(session: Session, event_id: int, before: int | None = None, after: int | None = None) -> Comparison:
    """Two checks of an event by their numbers; without them the newest and the one before it.

    Raises :class:`StoreError` where there are not two checks, :class:`NotFound` where a number is not of this event.
    """
    events.get(session, event_id)
    runs = {run.id: run for run in events.runs(session, event_id, limit=1000)}
    if len(runs) < 2:
        raise StoreError("not_found", "There are not two checks of this event yet.")
    after = after if after is not None else next(iter(runs))
    before = before if before is not None else next((n for n in runs if n < after), None)
    if before is None or before not in runs or after not in runs or before == after:
        raise NotFound("pair of checks")
    old, new = _document(session, before), _document(session, after)
    return _compared(session, event_id, (runs[before], old), (runs[after], new))


def _document(session: Session, run: int) -> Document:
    return decode(zlib.decompress(session.get_one(Run, run).document))


def _compared(
    session: Session, event_id: int, older: tuple[RunView, Document], newer: tuple[RunView, Document]
) -> Comparison:
    (before, old), (after, new) = older, newer
    numbers, previous = _numbers(session, event_id)
    paths = [{a.path: a.id for a in d.articles} for d in (old, new)]
    names = [{a.id: a.path for a in d.articles} for d in (old, new)]
    theirs, ours = ({f.id: f for f in d.findings} for d in (old, new))
    same, changed, arrived = 0, [], []
    left = {key: f for key, f in theirs.items() if key not in ours}
    for key, finding in ours.items():
        if key in theirs:
            found = _difference(numbers[key], theirs[key], finding, names)
            same += found is None
            changed += [found] if found else []
            continue
        earlier = _earlier(key, previous, left)
        if earlier is None:
            arrived.append(_plain("new", numbers[key], finding))
        else:
            was = left.pop(earlier)
            difference = _difference(numbers[key], was, finding, names)
            changed.append(difference or _plain("changed", numbers[key], finding))
    return Comparison(
        before=before,
        after=after,
        total_before=len(theirs),
        total_after=len(ours),
        same=same,
        new=tuple(arrived),
        gone=tuple(_plain("gone", numbers[key], f) for key, f in left.items()),
        changed=tuple(changed),
        articles_new=tuple(sorted(paths[1].keys() - paths[0].keys())),
        articles_gone=tuple(sorted(paths[0].keys() - paths[1].keys())),
        articles_changed=tuple(sorted(p for p in paths[0].keys() & paths[1].keys() if paths[0][p] != paths[1][p])),
    )


def _numbers(session: Session, event_id: int) -> tuple[dict[str, int], dict[str, str]]:
    """Numbers of the event's findings by content id, and the content id in whose place each came."""
    query = select(Finding.id, Finding.finding, Finding.previous_id).where(Finding.event_id == event_id)
    rows = session.execute(query).all()
    contents = {number: content for number, content, _ in rows}
    came = {content: contents[earlier] for _, content, earlier in rows if earlier in contents}
    return {content: number for number, content, _ in rows}, came


def _earlier(key: str, previous: dict[str, str], left: dict[str, DocFinding]) -> str | None:
    """The finding that is gone in whose place this one came, through those of checks between the two."""
    seen = {key}
    while (key := previous.get(key, "")) and key not in seen:
        if key in left:
            return key
        seen.add(key)
    return None


def _plain(what: Literal["new", "gone", "changed"], number: int, finding: DocFinding) -> Difference:
    return Difference(what=what, finding=number, rule=finding.rule, subject=finding.subject, title=title_of(finding))


def _difference(number: int, old: DocFinding, new: DocFinding, names: list[dict[str, str]]) -> Difference | None:
    """What two forms of a finding do not tell alike; None where it is only places that moved."""
    was, now = ({r.value: r for r in f.readings} for f in (old, new))
    came, went = tuple(v for v in now if v not in was), tuple(v for v in was if v not in now)
    sources = []
    for value in (v for v in now if v in was):
        files = [
            {n.get(m.article, m.article) for m in r[value].mentions} for n, r in zip(names, (was, now), strict=True)
        ]
        if files[0] != files[1]:
            added, gone = sorted(files[1] - files[0]), sorted(files[0] - files[1])
            told = ([f"now also in {', '.join(added)}"] if added else []) + (
                [f"no longer in {', '.join(gone)}"] if gone else []
            )
            sources.append(f"\u201c{value}\u201d {' and '.join(told)}")
    if not came and not went and not sources and old.level == new.level:
        return None
    plain = _plain("changed", number, new)
    return msgspec.structs.replace(plain, came=came, went=went, sources=tuple(sources))
