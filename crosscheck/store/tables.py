"""The tables. Times are ISO 8601 strings in UTC: they sort, both databases keep them alike, a hash can cover them."""

from __future__ import annotations

from sqlalchemy import Dialect, ForeignKey, Index, Integer, LargeBinary, String, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from crosscheck.store.text import storable


class Words(TypeDecorator[str]):
    """Text; what a database cannot keep is replaced one for one, in what is looked for as in what is kept."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """See :func:`crosscheck.store.text.storable`."""
        return storable(value) if value is not None else None


class Line(TypeDecorator[str]):
    """Text of a bounded length, kept in the same way."""

    impl = String
    cache_ok = True
    process_bind_param = Words.process_bind_param


class Base(DeclarativeBase):
    """Common parent; text columns are unbounded unless a length is given."""

    type_annotation_map = {str: Words}


class Meta(Base):
    """Small facts about the file itself, such as the secret that signs form tokens."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(Line(40), primary_key=True)
    value: Mapped[str]


class Chain(Base):
    """One row: the last number and hash of the audit log. Locking it puts all writers in one line."""

    __tablename__ = "chain"
    id: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int]
    hash: Mapped[str]


class Account(Base):
    """A person. ``password`` is an argon2 hash, or empty where nobody can log in as this account."""

    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Line(80), unique=True)
    role: Mapped[str] = mapped_column(Line(10))
    password: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    created: Mapped[str]
    keys: Mapped[str] = mapped_column(Words, default="")  # see crosscheck.store.keys; "" for the usual ones


class LoginSession(Base):
    """A browser that is logged in. The cookie's value is kept as its SHA-256 only."""

    __tablename__ = "login_session"
    hash: Mapped[str] = mapped_column(Line(64), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    created: Mapped[str]
    expires: Mapped[str]


class LoginFailure(Base):
    """A refused login, kept for as long as it slows the next one down."""

    __tablename__ = "login_failure"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    address: Mapped[str]
    at: Mapped[str] = mapped_column(Words, index=True)


class ApiToken(Base):
    """A key for the HTTP API, shown once, kept as its SHA-256. ``role`` is never above its owner's."""

    __tablename__ = "api_token"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str]
    hash: Mapped[str] = mapped_column(Line(64), unique=True)
    role: Mapped[str] = mapped_column(Line(10))
    created: Mapped[str]
    revoked: Mapped[str | None]


class Event(Base):
    """One event with its articles: a folder that was named at the start, uploaded files, or a story of an archive.

    ``fingerprint`` tells whether the folder or the story has changed since the last check.
    """

    __tablename__ = "event"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(Line(10))  # folder | upload | story
    path: Mapped[str | None]  # of a folder; of a story the archive and the story's id
    readers: Mapped[int] = mapped_column(default=1)
    fingerprint: Mapped[str] = mapped_column(Words, default="")
    created: Mapped[str]


class Upload(Base):
    """A file that people gave to an event, as it came; ``meta`` is what a manifest tells of it, as JSON."""

    __tablename__ = "upload"
    __table_args__ = (UniqueConstraint("event_id", "name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    name: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary)
    size: Mapped[int]
    created: Mapped[str]
    meta: Mapped[str] = mapped_column(Words, default="")


class Article(Base):
    """An article as it was read in some run; those of earlier runs stay, with ``present`` false."""

    __tablename__ = "article"
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), primary_key=True)
    article_id: Mapped[str] = mapped_column(Line(40), primary_key=True)
    position: Mapped[int]
    present: Mapped[bool]
    meta: Mapped[str]  # DocArticle without its text, as JSON
    text: Mapped[str]


class Run(Base):
    """One check of an event: the whole document, compressed, and what it changed."""

    __tablename__ = "run"
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    at: Mapped[str]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    document: Mapped[bytes] = mapped_column(LargeBinary)
    counts: Mapped[str]  # JSON: articles, findings, new, kept, carried, reopened, gone, unread


class Finding(Base):
    """A finding of an event, with where the work on it stands. ``finding`` is the id that follows from its content."""

    __tablename__ = "finding"
    __table_args__ = (
        UniqueConstraint("event_id", "finding"),
        Index("ix_finding_queue", "event_id", "present", "state", "position"),
        Index("ix_finding_slip", "event_id", "slip"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    finding: Mapped[str] = mapped_column(Line(40))
    slip: Mapped[str] = mapped_column(Line(80), default="")  # findings of one slip share it
    rule: Mapped[str] = mapped_column(Line(20))
    kind: Mapped[str] = mapped_column(Line(30))
    level: Mapped[str] = mapped_column(Line(10))
    confidence: Mapped[float]
    subject: Mapped[str]
    title: Mapped[str] = mapped_column(Words, default="")  # what differs, as the report heads it
    message: Mapped[str]
    payload: Mapped[str]  # DocFinding as JSON
    search: Mapped[str]  # what the text filter looks at, case folded
    position: Mapped[int]
    present: Mapped[bool]
    state: Mapped[str] = mapped_column(Line(15))
    start: Mapped[str] = mapped_column(Line(15))  # the state without any judgement: open | reopened
    version: Mapped[int] = mapped_column(default=1)
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("finding.id"))
    why: Mapped[str] = mapped_column(Words, default="")  # why it was reopened or carried over, in words


class Judgement(Base):
    """What one person decided on one finding. Rows are never deleted; ``standing`` says which of them hold."""

    __tablename__ = "judgement"
    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    verdict: Mapped[str] = mapped_column(Line(12))  # confirmed | dismissed | unsure | duplicate
    reading: Mapped[str | None]  # the right reading, for confirmed
    source: Mapped[str | None]  # where that stands
    reason: Mapped[str | None]  # for dismissed
    duplicate_of: Mapped[int | None] = mapped_column(ForeignKey("finding.id"))
    created: Mapped[str]
    standing: Mapped[str] = mapped_column(Line(10))  # current | replaced | undone
    carried: Mapped[bool] = mapped_column(default=False)
    act: Mapped[str] = mapped_column(Line(32), index=True)
    request: Mapped[str | None] = mapped_column(Line(80), unique=True)  # form or client key: sent twice, done once


class Note(Base):
    """A remark on a finding."""

    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    text: Mapped[str]
    created: Mapped[str]
    withdrawn: Mapped[bool] = mapped_column(default=False)
    act: Mapped[str] = mapped_column(Line(32), index=True)
    request: Mapped[str | None] = mapped_column(Line(80), unique=True)


class MentionChange(Base):
    """A mention that a person moved to another reading, or took out. The newest that stands holds for a mention."""

    __tablename__ = "mention_change"
    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    article_id: Mapped[str] = mapped_column(Line(40))  # where the mention stands now; a new check moves it along
    path: Mapped[str]
    start: Mapped[int]
    text: Mapped[str]
    sentence: Mapped[str]
    was: Mapped[str]  # the reading that the checker gave it
    now: Mapped[str | None]  # the reading that it belongs to; None: taken out
    created: Mapped[str]
    standing: Mapped[str] = mapped_column(Line(10))  # current | replaced | undone
    act: Mapped[str] = mapped_column(Line(32), index=True)


class CorrectionStep(Base):
    """What happened to the correction of one article on one question; ``finding_id`` is the first of its line.

    ``mended`` and ``reworded`` are what a new check saw; they have no account.
    """

    __tablename__ = "correction_step"
    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    path: Mapped[str]
    step: Mapped[str] = mapped_column(Line(10))  # asked | published | verified | mended | reworded
    says: Mapped[str]
    right: Mapped[str | None]
    sentence: Mapped[str]
    note: Mapped[str | None]
    asked_of_id: Mapped[int | None] = mapped_column(index=True)  # the account of whom it was asked
    created: Mapped[str]
    standing: Mapped[str] = mapped_column(Line(10))  # current | undone
    act: Mapped[str] = mapped_column(Line(32), index=True)


class Audit(Base):
    """Who did what when, before and after. Append-only (triggers refuse all else), numbered without gaps, chained."""

    __tablename__ = "audit"
    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[str]
    account_id: Mapped[int | None] = mapped_column(index=True)
    account: Mapped[str]
    what: Mapped[str] = mapped_column(Line(30))
    event_id: Mapped[int | None] = mapped_column(index=True)
    finding_id: Mapped[int | None] = mapped_column(index=True)
    act: Mapped[str] = mapped_column(Line(32), index=True)
    undoes: Mapped[str | None] = mapped_column(Line(32), index=True)
    before: Mapped[str]
    after: Mapped[str]
    previous: Mapped[str] = mapped_column(Line(64))
    hash: Mapped[str] = mapped_column(Line(64))


class Job(Base):
    """A check that was asked for. ``owner`` is the desk process that runs it."""

    __tablename__ = "job"
    id: Mapped[str] = mapped_column(Line(32), primary_key=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    state: Mapped[str] = mapped_column(Line(10))  # waiting | running | done | failed
    owner: Mapped[str]
    created: Mapped[str]
    finished: Mapped[str | None]
    error: Mapped[str | None]
    document: Mapped[bytes | None] = mapped_column(LargeBinary)
