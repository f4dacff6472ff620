"""What the API takes and gives beside the structs of the document and of the store."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import QueryParameter

from crosscheck.desk.worker import Given
from crosscheck.store.views import EventView, FindingRow, JobView, Verdict
from crosscheck.store.waiting import AskedView, CallView

Number = Annotated[int | None, QueryParameter(ge=1, le=2**31 - 1)]


class ErrorDetail(msgspec.Struct, frozen=True, kw_only=True):
    """``code`` is for programs and stays the same, ``message`` is for people."""

    code: str
    message: str


class ErrorBody(msgspec.Struct, frozen=True, kw_only=True):
    """Every answer with a status of 400 or above."""

    error: ErrorDetail


class CheckRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Articles about one event, checked against each other; with a draft among them, the draft against the rest."""

    articles: Annotated[list[Given], msgspec.Meta(min_length=1)]


class JobBody(msgspec.Struct, frozen=True, kw_only=True):
    """A check that is under way: where to watch it and where its document will be."""

    job: JobView
    progress: str
    document: str


class NewEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its articles."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    articles: Annotated[list[Given], msgspec.Meta(min_length=1)]
    readers: Literal[1, 2] = 1


class NewArticles(msgspec.Struct, frozen=True, kw_only=True):
    """Articles to add to an event: as they are, or by their addresses where an admin allowed that."""

    articles: list[Given] = []
    addresses: Annotated[list[Annotated[str, msgspec.Meta(max_length=2000)]], msgspec.Meta(max_length=5)] = []


class EventMade(msgspec.Struct, frozen=True, kw_only=True):
    """The event that was made and the check of it that was put in line."""

    event: EventView
    job: JobView


class FindingPage(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the queue; ``total`` counts the whole of it."""

    findings: list[FindingRow]
    total: int


class NewJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement. ``version`` is the finding's as it was read: where it moved on since, the answer is 409.

    ``request`` is a key of the sender's choice: the same key again judges nothing again. With ``slip`` the other
    findings of the same slip are judged with it, each with the reading that stands in the same articles.
    """

    verdict: Verdict
    reading: str | None = None
    source: str | None = None
    reason: str | None = None
    duplicate_of: int | None = None
    version: int | None = None
    slip: bool = False
    request: Annotated[str, msgspec.Meta(max_length=60)] | None = None


class NewNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=4000)]


class Assignee(msgspec.Struct, frozen=True, kw_only=True):
    """Who should work on a finding; null for nobody."""

    name: str | None


class MentionMove(msgspec.Struct, frozen=True, kw_only=True):
    """A mention, by its article and where it starts, and the reading that it belongs to; null takes it out."""

    article: Annotated[str, msgspec.Meta(max_length=40)]
    start: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]
    to: str | None
    version: int | None = None


class NewStep(msgspec.Struct, frozen=True, kw_only=True):
    """What happened to the correction of one article, with a link or a note; ``asked_of`` is a colleague's name."""

    path: Annotated[str, msgspec.Meta(max_length=500)]
    step: Literal["asked", "published", "verified"]
    note: Annotated[str, msgspec.Meta(max_length=4000)] | None = None
    asked_of: Annotated[str, msgspec.Meta(max_length=80)] | None = None


class WaitingList(msgspec.Struct, frozen=True, kw_only=True):
    """What waits for one's own account: notes that call it, second readings due from it, corrections asked of it."""

    calls: list[CallView]
    second: list[FindingRow]
    corrections: list[AskedView]


class UndoRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What to undo: an act, or one finding's share of it; nothing for one's last act."""

    act: str | None = None
    finding: int | None = None


class RedoRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Which undo to take back; nothing for one's last."""

    act: str | None = None


class Undone(msgspec.Struct, frozen=True, kw_only=True):
    """What was undone or redone, as a new act."""

    act: str
    findings: list[int]


class BaselineTaken(msgspec.Struct, frozen=True, kw_only=True):
    """How many findings a baseline dismissed, and how many of its entries had nothing to do."""

    dismissed: int
    left: int


class AuditSound(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the log is whole and unchanged; if not, why."""

    sound: bool
    problems: list[str]


def errors(*statuses: int) -> dict[int, ResponseSpec]:
    """The error answers of a route, for the OpenAPI document; those that every route has are added."""
    said = {
        400: "The request is not valid.",
        401: "A token or a login is needed.",
        403: "The role does not allow this.",
        404: "There is no such thing.",
        409: "It changed meanwhile, or there is nothing to do.",
        413: "The body is too large.",
        415: "The body is not JSON.",
        429: "Too many checks wait.",
    }
    return {
        status: ResponseSpec(data_container=ErrorBody, description=said[status], generate_examples=False)
        for status in sorted({400, 401, 403, *statuses})
    }
