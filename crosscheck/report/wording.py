"""Sentences that several formats share: a finding in words, without any mark-up."""

from __future__ import annotations

from crosscheck.document import Compared, DocFinding, DocMention, DocReading, Document
from crosscheck.model import LEVELS
from crosscheck.report.context import Context, Index
from crosscheck.settings import ConfidenceSettings, ReasonSettings


def count(n: int, one: str, many: str | None = None) -> str:
    """ "0 facts", "1 fact", "1,204 facts"."""
    return f"1 {one}" if n == 1 else f"{n:,} {many or one + 's'}"


def carriers(reading: DocReading, index: Index) -> str:
    """Who tells a reading: "the draft", "1 source", "3 independent sources, primary document"; "" where nobody does."""
    said = ["the draft"] if any(m.article in index.drafts for m in reading.mentions) else []
    n = reading.independent_sources
    if n:
        said.append(count(n, "source", "independent sources"))
    return " and ".join(said) + (", primary document" if reading.primary else "")


def advice(index: Index) -> str:
    """What stands before a suggestion."""
    return "sources have" if index.drafts else "suggested"


def readings(finding: DocFinding, index: Index) -> list[str]:
    """Each reading with who tells it and where, a line each."""
    lines = []
    for reading in finding.readings:
        where = ", ".join(index.place(m) for m in first_of_each(reading.mentions))
        who = carriers(reading, index)
        lines.append(f"{one_line(reading.value)} ({who}: {where})" if where else one_line(reading.value))
    return lines


def first_of_each(mentions: tuple[DocMention, ...]) -> tuple[DocMention, ...]:
    """The first mention in every article."""
    first: dict[str, DocMention] = {}
    for mention in mentions:
        first.setdefault(mention.article, mention)
    return tuple(first.values())


def result(document: Document, context: Context) -> str:
    """The outcome in one sentence."""
    parts = [count(n, level) for level in LEVELS if (n := sum(finding.level == level for finding in document.findings))]
    found = f"Found {', '.join(parts)}" if parts else "No conflicts found"
    aside = [*context.set_aside, *([f"{context.hidden} more not shown: --max-findings"] if context.hidden else [])]
    return f"{found} ({'; '.join(aside)})." if aside else f"{found}."


def coverage(document: Document) -> str:
    """What was read, what agreed and what one source alone tells: silence is no agreement."""
    drafts = sum(a.role == "draft" for a in document.articles)
    sources = len(document.articles) - drafts
    independent = len({a.source_group for a in document.articles if a.role != "draft"})
    read = count(sources, "source")
    if independent < sources:
        read += f" ({independent} independent)"
    if drafts:
        read = f"{count(drafts, 'draft')} against {read}"
    agreed, single = count(len(document.agreed), "fact"), count(len(document.single_source), "fact")
    told = f"{agreed} agreed, {single} told by one source only"
    if drafts:
        told = f"{agreed} of the draft told by a source too, {single} told by the draft only"
    return f"Read {read}: {told}" + (f", {count(len(document.unread), 'file')} not read." if document.unread else ".")


COMPARED = {
    "name": "names",
    "affiliation": "offices",
    "date": "dates",
    "figure": "figures",
    "place": "places",
    "quote_wording": "quotes",
    "quote_attribution": "speakers of quotes",
}


def compared(document: Document) -> list[str]:
    """What was looked at, a line a kind: "dates: 14 read, 6 met, 8 told by one source only"."""
    drafted = any(a.role == "draft" for a in document.articles)
    return [f"{COMPARED[row.kind]}: {_compared(row, drafted)}" for row in document.compared]


def _compared(row: Compared, drafted: bool) -> str:
    if not row.told:
        return "none read in the draft" if drafted else "none read"
    if drafted:
        return f"{row.told:,} read in the draft, {row.met:,} met a source's, {row.alone:,} told by the draft only"
    return f"{row.told:,} read, {row.met:,} met, {row.alone:,} told by one source only"


_BANDS = ConfidenceSettings()
CONFIDENCE = (
    (_BANDS.high_from, "high confidence"),
    (_BANDS.fair_from, "fair confidence"),
    (0.0, "only a lead"),
)


def sureness(confidence: float) -> str:
    """A confidence in the words of report, desk and terminal; the bands and their reason stand in the settings."""
    return next((words for least, words in CONFIDENCE if confidence >= least), CONFIDENCE[-1][1])


_REASONS = ReasonSettings()
_SIGN = ((_REASONS.strong_from, "strong"), (_REASONS.clear_from, "clear"), (0.0, "slight"))


def signs(finding: DocFinding) -> list[str]:
    """Why the facts of a finding were taken for one question, a phrase a sign: "same verb (clear)"."""
    return [f"{one_line(s.sign)} ({_strength(s.weight)})" for s in finding.why]


def _strength(weight: float) -> str:
    if not weight:
        return "says nothing"
    word = next(word for least, word in _SIGN if abs(weight) >= least)
    return word if weight > 0 else f"{word}, against"


def one_line(text: str) -> str:
    """White space of any kind as single spaces."""
    return " ".join(text.split())
