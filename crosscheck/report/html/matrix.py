"""The agreement matrix: facts told by two articles or more against articles, conflicts first in each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from crosscheck.document import DocFact, DocFinding, DocMention, Document
from crosscheck.report.html import strings
from crosscheck.report.html.cards import standings
from crosscheck.report.html.show import headed, one_line

MAX_CELL = 70  # characters; the whole reading stands on the finding's card
MAX_AGREED = 60  # rows of a kind without conflict; the rest stands in the list of what agreed
ORDER = ("name", "affiliation", "date", "figure", "place", "quote_wording", "quote_attribution")


class Cell(msgspec.Struct, frozen=True):
    """The reading of one article; an article that says nothing has an empty one."""

    label: str
    value: str = ""
    href: str = ""
    standing: str = ""


class Row(msgspec.Struct, frozen=True):
    """One fact. ``level`` is empty where the articles agree."""

    subject: str
    level: str
    level_word: str
    href: str
    finding: str
    cells: list[Cell]


class Block(msgspec.Struct, frozen=True):
    """The rows of one kind."""

    kind: str
    title: str
    conflicts: int
    agreed: int
    more: int
    rows: list[Row]


def blocks(document: Document, labels: Mapping[str, str]) -> list[Block]:
    """One block a kind that has rows, kinds with conflicts first, else in a fixed order."""
    found = []
    for kind in ORDER:
        conflicts = [f for f in document.findings if f.kind == kind]
        agreed = [f for f in document.agreed if f.kind == kind and len(_articles(f.mentions)) > 1]
        if not conflicts and not agreed:
            continue
        rows = [_conflict(f, document, labels) for f in conflicts if _several(f)]
        rows += [_agreed(f, document, labels) for f in agreed[:MAX_AGREED]]
        found.append(
            Block(kind, strings.KINDS[kind], len(conflicts), len(agreed), max(0, len(agreed) - MAX_AGREED), rows)
        )
    return sorted((b for b in found if b.rows), key=lambda b: not b.conflicts)


def _several(finding: DocFinding) -> bool:
    return len(_articles(m for r in finding.readings for m in r.mentions)) > 1


def _articles(mentions: Iterable[DocMention]) -> set[str]:
    return {m.article for m in mentions}


def _conflict(finding: DocFinding, document: Document, labels: Mapping[str, str]) -> Row:
    stands = standings(finding)
    by_article: dict[str, list[tuple[str, str]]] = {}
    for reading, stand in zip(finding.readings, stands, strict=True):
        for teller in _articles(reading.mentions):
            by_article.setdefault(teller, []).append((one_line(reading.value, MAX_CELL), stand))
    href = f"#f-{finding.id}"
    cells = []
    for article in document.articles:
        told = by_article.get(article.id)
        if not told:
            cells.append(Cell(labels[article.id]))
            continue
        stand = next((s for s in ("departs", "tie", "primary") if any(t[1] == s for t in told)), "majority")
        cells.append(Cell(labels[article.id], " / ".join(t[0] for t in told), href, stand))
    return Row(
        headed(one_line(finding.subject, 120)), finding.level, strings.LEVELS[finding.level], href, finding.id, cells
    )


def _agreed(fact: DocFact, document: Document, labels: Mapping[str, str]) -> Row:
    first: dict[str, DocMention] = {}
    for mention in fact.mentions:
        first.setdefault(mention.article, mention)
    cells = []
    for article in document.articles:
        told = first.get(article.id)
        if told is None:
            cells.append(Cell(labels[article.id]))
        else:
            cells.append(
                Cell(labels[article.id], one_line(told.text, MAX_CELL), f"#m-{article.id}-{told.start}", "agree")
            )
    return Row(headed(one_line(fact.subject, 120)), "", "", "", "", cells)
