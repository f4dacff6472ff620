"""Scores findings documents against events whose conflicts and traps are marked by hand.

A conflict is found where one finding of its kind, at warning or error, has two different readings, and marked mentions
of different value overlap a mention of the one and a mention of the other. The first two marked mentions always differ in
value; further ones are the same values in other articles (wire copies), which an editor accepts as well. A trap found so
is a false alarm. Affiliation and quote_attribution stand for each other, being one slip seen from two sides.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path, PurePath

import msgspec

from crosscheck.document import DocFinding, DocMention, Document

LOUD = ("error", "warning")
_SLIP_OF_TWO_SIDES = {"affiliation", "quote_attribution"}


class GoldMention(msgspec.Struct, frozen=True, kw_only=True):
    """One marked place: the article's file name and spans in code points of that file, ends exclusive."""

    article: str
    spans: tuple[tuple[int, int], ...]
    text: str
    value: str


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """A line of gold: a conflict, which has a priority, or a trap, which has the reason why it is no conflict."""

    id: str
    cluster: str
    split: str
    label: str
    kind: str
    priority: str | None = None
    why: str | None = None
    mentions: tuple[GoldMention, ...]
    note: str = ""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a document says to one line of gold."""

    gold: Gold
    loud: tuple[DocFinding, ...]  # of the gold's kind, warning or error
    noted: bool  # only a note of the kind
    other_kind: tuple[DocFinding, ...]  # warning or error under another kind


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """The outcomes of some events, and how many of their findings are loud and how many of these hit a conflict."""

    outcomes: tuple[Outcome, ...]
    articles: int
    loud_findings: int
    hitting_findings: int

    def count(self, label: str, *, found: bool = False, kind: str | None = None, priority: str | None = None) -> int:
        """How many lines of gold are of a label, and, where asked, found, of a kind, of a priority."""
        return sum(
            o.gold.label == label
            and (not found or bool(o.loud))
            and kind in (None, o.gold.kind)
            and priority in (None, o.gold.priority)
            for o in self.outcomes
        )


def read_gold(path: Path) -> list[Gold]:
    """The lines of a gold file. Raises msgspec.ValidationError for a line that is not gold."""
    with path.open(encoding="utf-8") as lines:
        return [msgspec.convert(json.loads(line), Gold) for line in lines if line.strip()]


def score(gold: Iterable[Gold], documents: Mapping[str, Document]) -> Score:
    """The score of the documents, by name of the event, against all gold of these events."""
    outcomes = tuple(_outcome(g, documents[g.cluster]) for g in gold if g.cluster in documents)
    hits = {(o.gold.cluster, f.id) for o in outcomes if o.gold.label == "conflict" for f in o.loud}
    return Score(
        outcomes=outcomes,
        articles=sum(len(d.articles) for d in documents.values()),
        loud_findings=sum(f.level in LOUD for d in documents.values() for f in d.findings),
        hitting_findings=len(hits),
    )


def table(result: Score) -> Iterator[str]:
    """Lines of text: the figures, then recall and alarms by kind."""
    yield f"conflicts found        {_share(result.count('conflict', found=True), result.count('conflict'))}"
    must = result.count("conflict", found=True, priority="must"), result.count("conflict", priority="must")
    yield f"  of these must        {_share(*must)}"
    missed = [o for o in result.outcomes if o.gold.label == "conflict" and not o.loud]
    yield f"  only under other kind {sum(bool(o.other_kind) for o in missed)}, only as note {sum(o.noted for o in missed)}"
    yield f"false alarms on traps  {_share(result.count('trap', found=True), result.count('trap'))}"
    yield f"precision, lower bound {_share(result.hitting_findings, result.loud_findings)}"
    yield f"loud findings          {result.loud_findings / max(1, result.articles):.2f} an article"
    for kind in sorted({o.gold.kind for o in result.outcomes}):
        found, conflicts = (result.count("conflict", found=f, kind=kind) for f in (True, False))
        alarms, traps = (result.count("trap", found=f, kind=kind) for f in (True, False))
        yield f"  {kind:18} recall {found:3}/{conflicts:<3}  false alarms {alarms:3}/{traps:<3}"


def describe(outcome: Outcome) -> str:
    """One line on a line of gold: its id, kind, why or priority, and the marked words."""
    gold = outcome.gold
    words = " | ".join(f"{m.article}: {m.text}" for m in gold.mentions)
    return f"{gold.id} {gold.kind} {gold.why or gold.priority}: {words}"


def _outcome(gold: Gold, document: Document) -> Outcome:
    files = {a.id: PurePath(a.path).name for a in document.articles}
    touching = [f for f in document.findings if _finds(f, gold.mentions, files)]
    of_kind = [f for f in touching if _same_kind(f.kind, gold.kind)]
    loud = tuple(f for f in of_kind if f.level in LOUD)
    other = tuple(f for f in touching if f not in of_kind and f.level in LOUD)
    return Outcome(gold=gold, loud=loud, noted=bool(of_kind) and not loud, other_kind=other)


def _same_kind(a: str, b: str) -> bool:
    return a == b or {a, b} == _SLIP_OF_TWO_SIDES


def _finds(finding: DocFinding, marked: Sequence[GoldMention], files: Mapping[str, str]) -> bool:
    """True where two different readings carry marked mentions of different value."""
    carried = [
        (i, mark.value)
        for i, reading in enumerate(finding.readings)
        for mark in marked
        if any(_overlaps(m, mark, files) for m in reading.mentions)
    ]
    return any(i != j and a != b for (i, a), (j, b) in combinations(carried, 2))


def _overlaps(mention: DocMention, marked: GoldMention, files: Mapping[str, str]) -> bool:
    return files[mention.article] == marked.article and any(
        mention.start < end and start < mention.end for start, end in marked.spans
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}  ({part}/{whole})" if whole else "-"
