"""GitHub workflow commands: each finding becomes an annotation on its line in a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.document import Document
from crosscheck.layout import Lines
from crosscheck.report.context import Context, Index
from crosscheck.report.wording import coverage, readings, result

_COMMAND = {"error": "error", "warning": "warning", "note": "notice"}


def render(document: Document, context: Context) -> str:
    """One workflow command a finding, then the summary as plain lines."""
    return "".join(f"{line}\n" for line in _lines(document, context))


def _lines(document: Document, context: Context) -> Iterator[str]:
    index = Index(document)
    for finding in document.findings:
        at = index.anchor(finding)
        where = {"file": index.paths[at.article]}
        if at.article not in context.loose:  # the lines of an extracted text are not those of the file
            line, column = at.line, at.column
            last, end = line, column + max(at.end - at.start, 1)
            if at.article in context.texts:
                last, end = Lines(context.texts[at.article]).at(max(at.end, at.start + 1))
            where |= {"line": str(line), "endLine": str(last)}
            if last == line:  # columns are ignored over several lines, and warned of
                where |= {"col": str(column), "endColumn": str(end)}
        where["title"] = f"{finding.rule} {finding.kind.replace('_', ' ')}"
        properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
        message = "\n".join([finding.message, *readings(finding, index)])
        yield f"::{_COMMAND[finding.level]} {properties}::{_data(message)}"
    for unread in document.unread:
        yield f"::warning file={_property(unread.path)},title=not read::{_data(unread.reason)}"
    for warning in document.warnings:
        yield f"::notice title=crosscheck::{_data(warning)}"
    for sentence in (result(document, context), coverage(document)):
        yield _data(sentence)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
