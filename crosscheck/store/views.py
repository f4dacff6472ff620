"""What the store hands out and takes: frozen structs that the pages and the HTTP API share."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from crosscheck.document import DocArticle, DocFinding
from crosscheck.model import FindingKind, Level

AccountRole = Literal["reader", "checker", "admin"]
Verdict = Literal["confirmed", "dismissed", "unsure", "duplicate"]
State = Literal["open", "reopened", "second", "disagreement", "unsure", "confirmed", "dismissed", "duplicate"]

ROLES: tuple[AccountRole, ...] = ("reader", "checker", "admin")
VERDICTS: tuple[Verdict, ...] = ("confirmed", "dismissed", "unsure", "duplicate")
STATES: tuple[State, ...] = (
    "open",
    "reopened",
    "second",
    "disagreement",
    "unsure",
    "confirmed",
    "dismissed",
    "duplicate",
)
TO_DO: tuple[State, ...] = ("open", "reopened", "second", "disagreement")
SETTLED: tuple[State, ...] = ("confirmed", "dismissed", "duplicate")


class StoreError(Exception):
    """What was asked for cannot be done; ``code`` is for machines, the message for people.

    ``field`` is what was given that is wrong, "" where it is no single thing.
    """

    def __init__(self, code: str, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field


class NotFound(StoreError):
    """No such row."""

    def __init__(self, what: str, *, field: str = "") -> None:
        super().__init__("not_found", f"There is no such {what}.", field=field)


class Changed(StoreError):
    """Somebody else changed the finding since it was shown."""

    def __init__(self, message: str) -> None:
        super().__init__("changed", message)


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who does something. ``id`` is an account's."""

    id: int
    name: str
    role: AccountRole

    def may(self, role: AccountRole) -> bool:
        """True when this account's role is at least ``role``."""
        return ROLES.index(self.role) >= ROLES.index(role)


class AccountView(msgspec.Struct, frozen=True, kw_only=True):
    """An account as lists show it."""

    id: int
    name: str
    role: AccountRole
    active: bool
    created: str


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement as a person makes it. ``reading`` is the right reading in words, None where it is not settled."""

    verdict: Verdict
    reading: str | None = None
    source: str | None = None
    reason: str | None = None
    duplicate_of: int | None = None


class JudgementView(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement with who made it and whether it still stands."""

    id: int
    finding: int
    account: str
    verdict: Verdict
    reading: str | None
    source: str | None
    reason: str | None
    duplicate_of: int | None
    created: str
    standing: Literal["current", "replaced", "undone"]
    carried: bool
    act: str


class NoteView(msgspec.Struct, frozen=True, kw_only=True):
    """A remark on a finding."""

    id: int
    finding: int
    account: str
    text: str
    created: str
    withdrawn: bool
    act: str


class MentionView(msgspec.Struct, frozen=True, kw_only=True):
    """A mention that was moved by hand from the reading ``was`` to ``now``; None: it was taken out."""

    id: int
    finding: int
    account: str
    article: str
    path: str
    start: int
    text: str
    was: str
    now: str | None
    created: str
    standing: Literal["current", "replaced", "undone"]
    act: str


class FindingRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the queue. ``id`` numbers it at the desk, ``finding`` is the id that follows from its content."""

    id: int
    finding: str
    event: int
    event_name: str
    rule: str
    kind: FindingKind
    level: Level
    confidence: float
    subject: str
    message: str
    state: State
    present: bool
    version: int
    assignee: str | None
    why: str
    group: str  # findings of one slip share it
    title: str  # what differs, as the report heads it


class Slip(msgspec.Struct, frozen=True, kw_only=True):
    """Findings of one slip that a queue shows, in the report's order: read and judged once."""

    rows: tuple[FindingRow, ...]


class FindingView(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with all judgements, notes and moved mentions, oldest first, and the one that it came from.

    ``document`` is its document form with mentions where people moved them.
    """

    row: FindingRow
    document: DocFinding
    judgements: tuple[JudgementView, ...]
    notes: tuple[NoteView, ...]
    changes: tuple[MentionView, ...]
    readers: int
    previous: int | None
    following: int | None


class EventView(msgspec.Struct, frozen=True, kw_only=True):
    """An event and how far the work on it is. ``states`` counts the findings that are still there."""

    id: int
    name: str
    kind: Literal["folder", "upload", "story"]
    path: str | None
    readers: int
    created: str
    checked: str | None
    articles: int
    findings: int
    to_do: int
    settled: int
    unsure: int
    gone: int
    states: dict[str, int]
    levels: dict[str, int]


class ArticleView(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its text; ``present`` is false for those of earlier runs."""

    article: DocArticle
    text: str
    present: bool


class RunView(msgspec.Struct, frozen=True, kw_only=True):
    """A check of an event and what it changed."""

    id: int
    at: str
    account: str | None
    counts: dict[str, int]


class AuditView(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the audit log."""

    seq: int
    at: str
    account: str
    what: str
    event: int | None
    finding: int | None
    act: str
    undoes: str | None
    before: Any
    after: Any
    previous: str
    hash: str


class JobView(msgspec.Struct, frozen=True, kw_only=True):
    """A check that was asked for."""

    id: str
    event: int | None
    state: Literal["waiting", "running", "done", "failed"]
    created: str
    finished: str | None
    error: str | None
