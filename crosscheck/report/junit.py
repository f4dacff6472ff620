"""JUnit XML: one suite an article, one case a finding; without times, so that bytes are stable."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from crosscheck.document import DocFinding, Document
from crosscheck.report.context import Context, Index, at_least
from crosscheck.report.wording import coverage, readings, result

# characters that XML 1.0 cannot hold at all
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(document: Document, context: Context) -> str:
    """Findings at or above --fail-on are failures, others pass with their text; unread files are errors."""
    index = Index(document)
    by_article: dict[str, list[DocFinding]] = {a.id: [] for a in document.articles}
    for finding in document.findings:
        by_article[index.anchor(finding).article].append(finding)
    quiet = f"{result(document, context)} {coverage(document)}"
    suites = [_suite(index.paths[a], found, index, context, quiet) for a, found in by_article.items()]
    if document.unread:
        suites.append(_unread(document))
    tests, failures, errors = (sum(s.counts[i] for s in suites) for i in range(3))
    head = f'<testsuites name="crosscheck" tests="{tests}" failures="{failures}" errors="{errors}">\n'
    body = "".join(s.xml for s in suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{body}</testsuites>\n'


class _Suite(NamedTuple):
    """A test suite's XML with its numbers of cases, failures and errors."""

    counts: tuple[int, int, int]
    xml: str


def _suite(path: str, findings: list[DocFinding], index: Index, context: Context, quiet: str) -> _Suite:
    """One article; without a finding it is one case that passes, with ``quiet`` as its output."""
    failures = sum(at_least(f.level, context.fail_on) for f in findings)
    cases = [_case(f, index, context, path) for f in findings]
    if not cases:
        out = f"<system-out>{_text(quiet)}</system-out>"
        cases = [f'    <testcase classname={_attribute(path)} name="no findings here">{out}</testcase>\n']
    head = f'  <testsuite name={_attribute(path)} tests="{len(cases)}" failures="{failures}" errors="0">\n'
    return _Suite((len(cases), failures, 0), head + "".join(cases) + "  </testsuite>\n")


def _case(finding: DocFinding, index: Index, context: Context, path: str) -> str:
    at = index.anchor(finding)
    name = f"{finding.rule} line {at.line}: {finding.subject} [{finding.id}]"
    body = _text("\n".join([f"{path}:{at.line}:{at.column}: {finding.message}", *readings(finding, index)]))
    if at_least(finding.level, context.fail_on):
        inner = f"<failure message={_attribute(finding.message)} type={_attribute(finding.level)}>{body}</failure>"
    else:
        inner = f"<system-out>{body}</system-out>"
    return f"    <testcase classname={_attribute(path)} name={_attribute(name)}>{inner}</testcase>\n"


def _unread(document: Document) -> _Suite:
    n = len(document.unread)
    rows = "".join(
        f'    <testcase classname={_attribute(u.path)} name="read">'
        f'<error message={_attribute(u.reason)} type="unread"/></testcase>\n'
        for u in document.unread
    )
    head = f'  <testsuite name="not read" tests="{n}" failures="0" errors="{n}">\n'
    return _Suite((n, 0, n), head + rows + "  </testsuite>\n")


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", " ".join(text.split())))
