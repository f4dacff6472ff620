"""POST /check, as the contract says, and the jobs that larger checks become."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import PurePosixPath
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import Operation
from litestar.params import FromPath, JSONBody
from litestar.response import ServerSentEvent, ServerSentEventMessage

from crosscheck.desk.access import actor_of, desk_of
from crosscheck.desk.api.types import CheckRequest, JobBody, errors
from crosscheck.desk.core import Desk
from crosscheck.desk.snapshot import safe_files
from crosscheck.desk.threads import in_thread, threaded
from crosscheck.desk.worker import Given
from crosscheck.document import Document
from crosscheck.store import jobs
from crosscheck.store.views import Actor, JobView, NotFound, StoreError

BODY_BYTES = 20_000_000
UPLOAD_BYTES = 64_000_000
PATH = "/api/v1"
_LATER = ResponseSpec(
    data_container=JobBody, description="The set is large; a job was made of it.", generate_examples=False
)


class CheckFailed(StoreError):
    """The articles could not be checked."""

    def __init__(self, message: str) -> None:
        super().__init__("check_failed", message)


@post(
    f"{PATH}/check",
    status_code=200,
    request_max_body_size=BODY_BYTES,
    responses={202: _LATER, **errors(413, 415, 429)},
    tags=["check"],
)
async def check(request: Request[Any, Any, Any], data: JSONBody[CheckRequest]) -> Response[Document | JobBody]:
    """Check articles against each other.

    Small sets are answered at once with the findings document, larger ones with a job (status 202).
    """
    return await _check(desk_of(request), actor_of(request), data.articles)


class UploadOperation(Operation):
    """The form of an upload, which is read by hand."""

    def __post_init__(self) -> None:
        from litestar.openapi.spec import OpenAPIFormat, OpenAPIMediaType, OpenAPIType, Reference, RequestBody, Schema

        file = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
        fields: dict[str, Reference | Schema] = {"files": Schema(type=OpenAPIType.ARRAY, items=file, min_items=1)}
        form = Schema(type=OpenAPIType.OBJECT, properties=fields, required=["files"])
        self.request_body = RequestBody(content={"multipart/form-data": OpenAPIMediaType(schema=form)}, required=True)


@post(
    f"{PATH}/check/upload",
    status_code=200,
    request_max_body_size=UPLOAD_BYTES,
    responses={202: _LATER, **errors(413, 415, 429)},
    opt={"upload": True},
    operation_class=UploadOperation,
    tags=["check"],
)
async def check_upload(request: Request[Any, Any, Any]) -> Response[Document | JobBody]:
    """Check uploaded files against each other: text, Markdown, HTML or other articles, and perhaps a manifest.json."""
    desk = desk_of(request)
    form = await request.form()
    files = [(v.filename, await v.read()) for _, v in form.multi_items() if hasattr(v, "filename")]
    kept = safe_files(files, desk.limits)
    if not kept:
        raise StoreError("empty", "Send at least one file as multipart/form-data.")
    job_id = await desk.checks.files(actor_of(request), kept)
    small = len(kept) <= desk.limits.at_once_articles and sum(len(d) for _, d in kept) <= desk.limits.at_once_chars
    return await _answer(desk, job_id, at_once=small)


async def _check(desk: Desk, actor: Actor, articles: list[Given]) -> Response[Document | JobBody]:
    if len(articles) > desk.limits.api_articles:
        raise StoreError("too_many", f"At most {desk.limits.api_articles} articles in one check.")
    for article in articles:
        if not article.path.strip() or len(article.path) > 500:
            raise StoreError("invalid", "Every article needs a path of at most 500 characters.")
    if not any(article.text.strip() for article in articles):
        raise StoreError("empty", "The articles have no text.")
    chars = sum(len(article.text) for article in articles)
    small = len(articles) <= desk.limits.at_once_articles and chars <= desk.limits.at_once_chars
    job_id = await desk.checks.articles(actor, articles)
    return await _answer(desk, job_id, at_once=small)


async def _answer(desk: Desk, job_id: str, *, at_once: bool) -> Response[Document | JobBody]:
    if at_once:
        try:
            async with asyncio.timeout(desk.limits.at_once_seconds):
                document, error = await desk.checks.jobs.result(job_id)
        except TimeoutError:
            pass
        else:
            if document is None:
                raise CheckFailed(error or "The check failed.")
            return Response(content=document, status_code=200)
    job = await in_thread(_job, desk, job_id)
    where = f"{PATH}/jobs/{job_id}"
    body = JobBody(job=job, progress=f"{where}/progress", document=f"{where}/document")
    return Response(content=body, status_code=202, headers={"location": where})


def _job(desk: Desk, job_id: str) -> JobView:
    with desk.database.read() as session:
        return jobs.view(session, job_id)


@get(f"{PATH}/jobs/{{job_id:str}}", responses=errors(404), tags=["check"])
@threaded
def job(request: Request[Any, Any, Any], job_id: FromPath[str]) -> JobView:
    """What became of a check."""
    return _job(desk_of(request), job_id)


@get(f"{PATH}/jobs/{{job_id:str}}/document", responses=errors(404, 409), tags=["check"])
@threaded
def job_document(request: Request[Any, Any, Any], job_id: FromPath[str]) -> Document:
    """The findings document of a check that is done; 409 while it is not."""
    desk = desk_of(request)
    with desk.database.read() as session:
        view, document = jobs.view(session, job_id), jobs.document(session, job_id)
    if view.state == "failed":
        raise CheckFailed(view.error or "The check failed.")
    if view.event is not None:
        raise NotFound(f"document here; it is at {PATH}/events/{view.event}/document, and that")
    if document is None:
        raise StoreError("changed", "The check is not done yet.")
    return document


@get(f"{PATH}/jobs/{{job_id:str}}/progress", responses=errors(404), tags=["check"], media_type="text/event-stream")
async def job_progress(request: Request[Any, Any, Any], job_id: FromPath[str]) -> ServerSentEvent:
    """Server-sent events: ``step`` with done, total and what, and at the end one ``end`` with the job."""
    desk = desk_of(request)
    await in_thread(_job, desk, job_id)
    return ServerSentEvent(_events(desk, job_id))


async def _events(desk: Desk, job_id: str) -> AsyncIterator[ServerSentEventMessage]:
    async for step in desk.checks.jobs.steps(job_id):
        data = {"done": step.done, "total": step.total, "what": step.what}
        yield ServerSentEventMessage(event="step", data=msgspec.json.encode(data).decode())
    view = await in_thread(_job, desk, job_id)
    for _ in range(int(desk.limits.job_seconds)):  # a job of another desk: its end shows in the database
        if view.state not in {"waiting", "running"}:
            break
        await asyncio.sleep(1.0)
        view = await in_thread(_job, desk, job_id)
    yield ServerSentEventMessage(event="end", data=msgspec.json.encode(view).decode())


def file_name(path: str, number: int) -> str:
    """A name for an article that came as JSON, to be kept as a file."""
    stem = PurePosixPath(path.replace("\\", "/")).name or f"article-{number}"
    return stem if stem.lower().endswith(".txt") else f"{stem}.txt"


ROUTES = [check, check_upload, job, job_document, job_progress]
