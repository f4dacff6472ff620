"""The findings document: what `check --format json` writes and every report reads.

Reports, the desk and the HTTP API see only this, never the pipeline's own types, so a document that was saved can be
shown again without its articles. Offsets are code points of the article's text; ``end`` is exclusive; ``line`` and
``column`` count from 1. The JSON Schema in docs/findings.schema.json is made from these structs.
"""

from __future__ import annotations

import msgspec

from crosscheck.model import ArticleRole, FindingKind, Level, Unread, Value

SCHEMA_VERSION = 1


class Tool(msgspec.Struct, frozen=True, kw_only=True):
    """What made the document; ``settings`` is a hash of everything that can change a finding."""

    name: str = "crosscheck"
    version: str
    model: str
    settings: str


class DocArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article that was read. ``text`` is there where offsets do not hold in the file, or on request."""

    id: str
    path: str
    title: str
    publisher: str | None
    published: str | None
    role: ArticleRole
    source_group: str
    url: str | None = None
    byline: str | None = None
    text: str | msgspec.UnsetType | None = msgspec.UNSET


class DocMention(msgspec.Struct, frozen=True, kw_only=True):
    """The place of one mention: offsets, line and column, the words, and the span of its sentence.

    ``marks`` are the stretches inside the mention whose words differ from the other readings (article offsets).
    """

    article: str
    start: int
    end: int
    line: int
    column: int
    text: str
    sentence: tuple[int, int]
    marks: tuple[tuple[int, int], ...] = ()
    asserted_by: str | None = None


class DocReading(msgspec.Struct, frozen=True, kw_only=True):
    """One version of the fact. ``primary`` is true where a primary document carries it, ``data`` its normal form."""

    value: str
    independent_sources: int
    mentions: tuple[DocMention, ...]
    primary: bool = False
    data: Value | None = None


class DocSign(msgspec.Struct, frozen=True, kw_only=True):
    """A sign that made two facts one question, in words ("same verb"), with its weight in log odds."""

    sign: str
    weight: float


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """What a check looked at, for one kind: ``told`` facts in all, ``met`` another article's, ``alone`` met none."""

    kind: FindingKind
    told: int
    met: int
    alone: int


class DocFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A conflict. Findings of one slip share a ``group``; ``why`` are its signs of one question, strongest first.

    ``title`` says what differs and of which event without taking a side. ``less`` are mentions that answer the same
    question and say less than either reading ("yesterday" beside two times of that day): they count for no side.
    """

    id: str
    rule: str
    kind: FindingKind
    level: Level
    confidence: float
    subject: str
    message: str
    suggestion: str | None
    readings: tuple[DocReading, ...]
    verdict: str | None = None
    inside: bool = False
    group: str = ""
    why: tuple[DocSign, ...] = ()
    title: str = ""
    less: tuple[DocMention, ...] = ()


class DocFact(msgspec.Struct, frozen=True, kw_only=True):
    """A fact without conflict: agreed by several sources, or told by one only."""

    kind: str
    subject: str
    value: str
    mentions: tuple[DocMention, ...]
    independent_sources: int = 1
    data: Value | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """All that a check found, what agreed, what one source alone tells, and what was not read."""

    schema_version: int = SCHEMA_VERSION
    tool: Tool
    articles: tuple[DocArticle, ...]
    findings: tuple[DocFinding, ...]
    agreed: tuple[DocFact, ...]
    single_source: tuple[DocFact, ...]
    unread: tuple[Unread, ...]
    warnings: tuple[str, ...] = ()
    compared: tuple[Compared, ...] = ()


def encode(document: Document, *, indent: int = 1) -> bytes:
    """The document as UTF-8 JSON with a final line end; same document, same bytes."""
    return msgspec.json.format(msgspec.json.encode(document), indent=indent) + b"\n"


def decode(data: bytes | str) -> Document:
    """Read a document back; raises msgspec.ValidationError when it is not one."""
    return msgspec.json.decode(data, type=Document)
