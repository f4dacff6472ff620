"""After confirmation: a correction is asked, published, verified; and a new check says when an article was mended.

One line of work is one article on one question. The question is known by the first finding of its line, so that what
was done outlives findings that go when the article is mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from crosscheck.store import events
from crosscheck.store.audit import new_act, record
from crosscheck.store.database import now
from crosscheck.store.exports.corrections import corrections
from crosscheck.store.findings import get, view
from crosscheck.store.tables import Account, Article, Audit, CorrectionStep, Finding
from crosscheck.store.text import storable, words
from crosscheck.store.views import Actor, NotFound, StoreError

STEPS = ("asked", "published", "verified")
# the share of a sentence's other words that must stand in a sentence of the new text for it to be the same one, mended:
# a correction changes the figure or the name and keeps the rest; half leaves room for a clause that goes with it
SAME_SENTENCE = 0.5
_WORD = re.compile(r"\w+")
_AskedOf = aliased(Account)
_Told = tuple[CorrectionStep, str | None, str | None]  # a step, whose it is, and of whom it was asked
_END = re.compile(r"(?<=[.!?\u201d\"])\s+|\n")


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """An article that should say something else. ``right`` are the right reading and its words in other articles."""

    root: int
    finding: int
    path: str
    says: str
    words: tuple[str, ...]
    right: str | None
    right_words: tuple[str, ...]
    sentence: str


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened; ``account`` is None where a new check saw it."""

    step: Literal["asked", "published", "verified", "mended", "reworded"]
    account: str | None
    created: str
    note: str | None
    asked_of: str | None
    act: str


class Mending(msgspec.Struct, frozen=True, kw_only=True):
    """The correction of one article. ``stands``: the newest check still finds the wrong words there."""

    finding: int
    subject: str
    title: str
    path: str
    says: str
    right: str | None
    sentence: str
    stands: bool
    steps: tuple[StepView, ...]

    @property
    def step(self) -> str:
        """How far people brought it: asked, published, verified, or "" where nobody did anything yet."""
        return next((s.step for s in reversed(self.steps) if s.account), "")

    @property
    def seen(self) -> str:
        """What the newest check saw: mended, reworded, or "" where the words still stand."""
        return "" if self.stands else next((s.step for s in reversed(self.steps) if not s.account), "")


def roots(session: Session, event_id: int) -> dict[int, int]:
    """The first finding of each finding's line."""
    rows = session.execute(select(Finding.id, Finding.previous_id).where(Finding.event_id == event_id)).all()
    before = {number: previous for number, previous in rows if previous is not None}

    def first(number: int) -> int:
        seen = set()
        while number in before and number not in seen:
            seen.add(number)
            number = before[number]
        return number

    return {number: first(number) for number, _ in rows}


def wanted(session: Session, event_id: int) -> list[Wanted]:
    """Articles that the confirmed findings of the newest check want corrected, once for each question."""
    first = roots(session, event_id)
    found: dict[tuple[int, str], Wanted] = {}
    documents = {}
    for correction in corrections(session, event_id):
        if correction.finding not in documents:
            documents[correction.finding] = view(session, correction.finding).document
        readings = documents[correction.finding].readings
        right = correction.right
        key = (first[correction.finding], correction.article.path)
        found.setdefault(
            key,
            Wanted(
                root=key[0],
                finding=correction.finding,
                path=key[1],
                says=correction.says,
                words=tuple({m.text for r in readings for m in r.mentions if m.article == correction.article.id}),
                right=right,
                right_words=tuple({m.text for r in readings if r.value == right for m in r.mentions} | {right or ""}),
                sentence=correction.sentence,
            ),
        )
    return list(found.values())


def mendings(session: Session, event_id: int, *, finding: int | None = None) -> list[Mending]:
    """The corrections of an event, or of one question: those that are wanted, and those on which something was done."""
    first = roots(session, event_id)
    root = first.get(finding) if finding is not None else None
    live = {(w.root, w.path): w for w in wanted(session, event_id) if root is None or w.root == root}
    query = select(CorrectionStep, Account.name, _AskedOf.name)
    query = query.outerjoin(Account, Account.id == CorrectionStep.account_id)
    query = query.outerjoin(_AskedOf, _AskedOf.id == CorrectionStep.asked_of_id)
    query = query.join(Finding, Finding.id == CorrectionStep.finding_id)
    query = query.where(Finding.event_id == event_id, CorrectionStep.standing == "current")
    rows: dict[tuple[int, str], list[_Told]] = {key: [] for key in live}
    for row, name, asked_of in session.execute(query.order_by(CorrectionStep.id)):
        if root is None or row.finding_id == root:
            rows.setdefault((row.finding_id, row.path), []).append((row, name, asked_of))
    newest = {start: number for number, start in sorted(first.items())}
    made = [_mending(session, newest[key[0]], key[1], live.get(key), steps) for key, steps in rows.items()]
    return sorted(made, key=lambda m: (m.finding, m.path))


def _mending(
    session: Session,
    finding: int,
    path: str,
    live: Wanted | None,
    steps: list[_Told],
) -> Mending:
    told = live or steps[-1][0]
    row = get(session, finding)
    return Mending(
        finding=finding,
        subject=row.subject,
        title=row.title,
        path=path,
        says=told.says,
        right=told.right,
        sentence=told.sentence,
        stands=live is not None,
        steps=tuple(
            StepView(
                step=s.step,  # type: ignore[arg-type]
                account=name,
                created=s.created,
                note=s.note,
                asked_of=asked_of,
                act=s.act,
            )
            for s, name, asked_of in steps
        ),
    )


def step(
    session: Session,
    actor: Actor,
    finding_id: int,
    path: str,
    name: str,
    *,
    note: str | None = None,
    asked_of: str | None = None,
    redoes: str | None = None,
) -> str:
    """Keep that a correction was asked, perhaps of a colleague by name, published or verified; returns the act."""
    finding = get(session, finding_id)
    if name not in STEPS:
        raise StoreError("invalid", "A correction is asked, published or verified.")
    if note and len(note) > 4000:
        raise StoreError("too_long", "At most 4000 characters, please.", field="note")
    found = next((m for m in mendings(session, finding.event_id, finding=finding_id) if m.path == path), None)
    if found is None:
        raise NotFound("correction")
    if found.step == name:
        raise StoreError("nothing_to_do", f"That the correction was {name} is kept already.")
    act = new_act()
    row = _row(roots(session, finding.event_id)[finding.id], path, name, found, act)
    row.account_id, row.note = actor.id, words(note)
    row.asked_of_id = _colleague(session, asked_of) if asked_of and name == "asked" else None
    session.add(row)
    session.flush()
    after = {"step": row.id, "name": name, "path": path, "says": found.says, "right": found.right, "note": row.note}
    if row.asked_of_id is not None:
        after["asked_of"] = asked_of
    where = {"event": finding.event_id, "finding": finding.id}
    return record(
        session, actor, "correction", before={"name": found.step}, after=after, act=act, undoes=redoes, **where
    )


def _colleague(session: Session, name: str) -> int:
    query = select(Account.id).where(Account.name == storable(name), Account.active)
    if (number := session.scalar(query)) is None:
        raise NotFound("account", field="asked_of")
    return number


def _row(root: int, path: str, name: str, told: Mending | Wanted, act: str) -> CorrectionStep:
    made = CorrectionStep(finding_id=root, path=path, step=name, standing="current", created=now(), act=act)
    made.says, made.right, made.sentence = told.says, told.right, told.sentence
    return made


def take_back(session: Session, actor: Actor, row: Audit, finding: Finding, act: str) -> list[int]:
    """Undo one logged step; the findings that changed."""
    made = session.scalars(select(CorrectionStep).where(CorrectionStep.act == row.act)).one()
    if made.standing != "current":
        return []
    made.standing = "undone"
    before = {"step": made.id, "name": made.step, "path": made.path}
    where = {"event": finding.event_id, "finding": finding.id}
    record(session, actor, "undone", before=before, after={"step": made.id}, act=act, undoes=row.act, **where)
    return [finding.id]


# --- after a new check -----------------------------------------------------------------------------------------------


def look(session: Session, event_id: int, before: Iterable[Wanted]) -> int:
    """Keep what became of the articles that were ``wanted`` before a new check; how many read as confirmed now."""
    session.flush()
    still = {(w.root, w.path) for w in wanted(session, event_id)}
    changed = [w for w in before if (w.root, w.path) not in still]
    if not changed:
        return 0
    newest = {start: number for number, start in sorted(roots(session, event_id).items())}
    paths = {article.path: article.id for article, present in events.article_heads(session, event_id) if present}
    mended = 0
    for one in changed:
        if one.path not in paths or get(session, newest[one.root]).state not in {"confirmed", "reopened"}:
            continue  # the article left the event, or the judgement changed
        text = session.get_one(Article, (event_id, paths[one.path])).text
        name = "mended" if reads_as_confirmed(text, one) else "reworded"
        mended += name == "mended"
        act = new_act()
        session.add(_row(one.root, one.path, name, one, act))
        after = {"path": one.path, "says": one.says, "right": one.right}
        record(session, None, name, after=after, event=event_id, finding=newest[one.root], act=act)
    session.flush()
    return mended


def reads_as_confirmed(text: str, one: Wanted) -> bool:
    """True where the sentence is still there, with the right words in place of those that were wrong."""
    if one.right is None:
        return False
    wrong = {_folded(w) for w in one.words}
    kept = set(_WORD.findall(one.sentence.casefold())) - {w for words in wrong for w in words.split()}
    right = {_folded(w) for w in one.right_words if _WORD.search(w)}
    for sentence in _END.split(text):
        there = _folded(sentence)
        alike = len(kept & set(there.split())) >= SAME_SENTENCE * max(1, len(kept))
        if alike and any(f" {w} " in f" {there} " for w in right) and not any(f" {w} " in f" {there} " for w in wrong):
            return True
    return False


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
