"""Checks that were asked for: what became of them, also for a desk that was started anew or runs beside this one."""

from __future__ import annotations

import uuid
import zlib

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from crosscheck.document import Document, decode, encode
from crosscheck.store.database import now
from crosscheck.store.tables import Job
from crosscheck.store.views import Actor, JobView, NotFound

KEPT = 500  # finished jobs without an event; older ones and their documents are dropped


def create(session: Session, actor: Actor | None, *, owner: str, event: int | None = None) -> str:
    """A job that waits; returns its id."""
    job = Job(id=uuid.uuid4().hex, state="waiting", owner=owner, created=now(), event_id=event)
    job.account_id = actor.id if actor else None
    session.add(job)
    old = select(Job.id).where(Job.event_id.is_(None)).order_by(Job.created.desc()).offset(KEPT)
    session.execute(delete(Job).where(Job.id.in_(list(session.scalars(old)))))
    return job.id


def start(session: Session, job_id: str) -> None:
    """The job runs now."""
    session.get_one(Job, job_id).state = "running"


def finish(session: Session, job_id: str, *, document: Document | None = None, error: str | None = None) -> None:
    """The job is done, with its document, or failed, with the reason."""
    job = session.get_one(Job, job_id)
    job.state, job.error, job.finished = "failed" if error else "done", error, now()
    if document is not None and job.event_id is None:
        job.document = zlib.compress(encode(document, indent=0))


def abandon(session: Session, owner: str) -> None:
    """Jobs that a desk of this name left unfinished when it ended."""
    for job in session.scalars(select(Job).where(Job.owner == owner, Job.state.in_(["waiting", "running"]))):
        job.state, job.error, job.finished = "failed", "The desk was stopped while this check ran.", now()


def owners(session: Session) -> list[str]:
    """The desks that have unfinished jobs."""
    query = select(Job.owner).where(Job.state.in_(["waiting", "running"])).distinct()
    return list(session.scalars(query.order_by(Job.owner)))


def view(session: Session, job_id: str) -> JobView:
    """One job; raises :class:`NotFound`."""
    job = session.get(Job, job_id)
    if job is None:
        raise NotFound("job")
    return _view(job)


def _view(job: Job) -> JobView:
    return JobView(
        id=job.id,
        event=job.event_id,
        state=job.state,  # type: ignore[arg-type]
        created=job.created,
        finished=job.finished,
        error=job.error,
    )


def document(session: Session, job_id: str) -> Document | None:
    """What a job without an event found; None while it is not done."""
    job = session.get(Job, job_id)
    if job is None:
        raise NotFound("job")
    return decode(zlib.decompress(job.document)) if job.document else None


def latest(session: Session, event_id: int) -> JobView | None:
    """The event's newest job."""
    query = select(Job).where(Job.event_id == event_id).order_by(Job.created.desc()).limit(1)
    job = session.scalars(query).first()
    return _view(job) if job else None
