"""Who says what: one table of facts against outlets, each cell the article's own words with those that differ marked.

Columns are source groups in the order of publication, copies under the head of the first; rows are conflicts, then what
several articles tell alike. An article that says less than either side stands as that and is marked for no side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from crosscheck.document import DocArticle, DocFact, DocFinding, DocMention, Document
from crosscheck.report.differing import differing
from crosscheck.report.html import strings
from crosscheck.report.html.evidence import Piece, words
from crosscheck.report.html.show import headed, one_line
from crosscheck.report.outlets import Column
from crosscheck.report.slips import slips
from crosscheck.report.standing import Standing, standings
from crosscheck.report.titles import title_of

MAX_CELL = 80  # characters around the words that differ; the whole sentence stands on the finding's card
MAX_TOLD = 3  # different wordings of one column in one cell
MAX_AGREED = 120  # rows without conflict; the rest stands in the list of what agreed
ORDER = ("name", "affiliation", "date", "figure", "place", "quote_wording", "quote_attribution")

Look = Literal["primary", "majority", "departs", "tie", "none", "less", "agree"]


class Entry(msgspec.Struct, frozen=True):
    """The words of one article: how they stand, where they are, and whose they are if not the column's first."""

    pieces: list[Piece]
    href: str
    standing: Look
    copy: str = ""


class Cell(msgspec.Struct, frozen=True):
    """What one column tells; nothing where it has no entries. ``standing`` is that of its weightiest entry."""

    label: str
    entries: list[Entry]
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
    rows: list[Row]


class Matrix(msgspec.Struct, frozen=True):
    """The whole table: its columns, blocks of rows, how many rows agree and how many more stand in the list."""

    columns: list[Column]
    blocks: list[Block]
    agreed: int
    more: int

    @property
    def conflicts(self) -> int:
        """How many rows are conflicts."""
        return sum(b.conflicts for b in self.blocks)


def matrix(document: Document, labels: Mapping[str, str], columns: Sequence[Column]) -> Matrix | None:
    """The table, or None where no fact is told by two articles."""
    told = list(columns)
    articles = {a.id: a for a in document.articles}
    conflicts = [f for slip in slips(document.findings) for f in slip if _several(_mentions(f))]
    agreed = _merged(f for f in document.agreed if _several(f.mentions))
    kept = agreed[:MAX_AGREED]
    blocks = []
    for kind in ORDER:
        rows = [_conflict(f, told, labels, articles) for f in conflicts if f.kind == kind]
        n = len(rows)
        rows += [_agreed(f, told, labels) for f in kept if f.kind == kind]
        if rows:
            blocks.append(Block(kind, strings.KINDS[kind], n, rows))
    if not blocks:
        return None
    blocks.sort(key=lambda b: not b.conflicts)
    return Matrix(told, blocks, len(kept), len(agreed) - len(kept))


def _several(mentions: Iterable[DocMention]) -> bool:
    return len({m.article for m in mentions}) > 1


def _mentions(finding: DocFinding) -> list[DocMention]:
    return [*(m for r in finding.readings for m in r.mentions), *finding.less]


def _merged(facts: Iterable[DocFact]) -> list[DocFact]:
    """Facts that read alike (kind, subject and value) as one row."""
    found: dict[tuple[str, str, str], DocFact] = {}
    for fact in facts:
        key = (fact.kind, fact.subject.casefold(), fact.value.casefold())
        kept = found.get(key)
        found[key] = msgspec.structs.replace(kept, mentions=(*kept.mentions, *fact.mentions)) if kept else fact
    return list(found.values())


def _conflict(
    finding: DocFinding, columns: list[Column], labels: Mapping[str, str], articles: Mapping[str, DocArticle]
) -> Row:
    marks = differing(finding.readings)
    told: dict[str, list[tuple[DocMention, Look]]] = {}
    stands: list[Standing] = standings(finding)
    for reading, stand in zip(finding.readings, stands, strict=True):
        for mention in reading.mentions:
            told.setdefault(mention.article, []).append((mention, stand))
    sided = set(told)
    for mention in finding.less:
        if mention.article not in sided:
            told.setdefault(mention.article, []).append((mention, "less"))
    cells = [_cell(c, told, marks, labels) for c in columns]
    return Row(
        headed(one_line(title_of(finding), 160)),
        finding.level,
        strings.LEVELS[finding.level],
        f"#f-{finding.id}",
        finding.id,
        cells,
    )


def _agreed(fact: DocFact, columns: list[Column], labels: Mapping[str, str]) -> Row:
    told: dict[str, list[tuple[DocMention, Look]]] = {}
    for mention in fact.mentions:
        if mention.article not in told:
            told[mention.article] = [(mention, "agree")]
    cells = [_cell(c, told, {}, labels) for c in columns]
    return Row(headed(one_line(fact.subject, 120)), "", "", "", "", cells)


def _cell(
    column: Column,
    told: Mapping[str, list[tuple[DocMention, Look]]],
    marks: Mapping[tuple[str, int, int], list[tuple[int, int]]],
    labels: Mapping[str, str],
) -> Cell:
    """Each wording once; a copy that says the same as the column's first adds nothing."""
    entries: dict[tuple[str, str], Entry] = {}
    for article in column.ids:
        for mention, stand in told.get(article, ()):
            key = (" ".join(mention.text.casefold().split()), stand)
            if key in entries or len(entries) >= MAX_TOLD:
                continue
            differs = marks.get((article, mention.start, mention.end), []) if stand != "less" else []
            copy = labels[article] if article != column.head.id else ""
            href = f"#m-{article}-{mention.start}"
            entries[key] = Entry(words(mention, differs, MAX_CELL), href, stand, copy)
    kept = list(entries.values())
    weight = {"departs": 0, "tie": 1, "primary": 2, "majority": 3, "agree": 4, "less": 5, "none": 6}
    stands = sorted((e.standing for e in kept), key=lambda s: weight[s])
    return Cell(labels[column.head.id], kept, stands[0] if stands else "")
