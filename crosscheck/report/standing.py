"""How the readings of a finding stand to each other, and the line that says so on the first screen.

In: findings and the articles of a document. Out: for each reading primary, majority, departs or tie, always by
independent sources and never by a draft; and one line a slip, the worst first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from crosscheck.document import DocArticle, DocFinding, DocReading, Document
from crosscheck.model import Level
from crosscheck.report.outlets import DRAFT, listed, tellers
from crosscheck.report.shortened import sides
from crosscheck.report.slips import slips
from crosscheck.report.titles import title_of

Standing = Literal["primary", "majority", "departs", "tie", "none"]
MAX_LINES = 10  # what stands on one screen of a phone without scrolling twice


class Line(msgspec.Struct, frozen=True):
    """One slip in one clause: what differs as (text, departs) parts, by how many, who departs, and what else it is."""

    finding: str
    level: Level
    parts: list[tuple[str, bool]]
    share: str
    who: str
    more: int = 0


def standings(finding: DocFinding) -> list[Standing]:
    """For each reading how it stands; "none" is a reading that no article has (a draft's word that no source tells)."""
    if any(r.primary for r in finding.readings):
        return ["primary" if r.primary else "departs" for r in finding.readings]
    counts = [r.independent_sources for r in finding.readings]
    most = max(counts)
    tied = counts.count(most) > 1 and most > 0
    return [_standing(r, n, most, tied) for r, n in zip(finding.readings, counts, strict=True)]


def _standing(reading: DocReading, n: int, most: int, tied: bool) -> Standing:
    if not reading.mentions:
        return "none"
    if n == most and most:
        return "tie" if tied else "majority"
    return "departs"


def lines(document: Document, names: Mapping[str, str]) -> tuple[list[Line], int]:
    """(at most :data:`MAX_LINES` lines, worst first; how many findings stand in none of them)."""
    articles = {a.id: a for a in document.articles}
    found = slips(document.findings)
    shown = [_line(members, articles, names) for members in found[:MAX_LINES]]
    return shown, sum(len(members) for members in found[MAX_LINES:])


def _line(members: Sequence[DocFinding], articles: Mapping[str, DocArticle], names: Mapping[str, str]) -> Line:
    finding = members[0]
    return Line(
        finding.id,
        finding.level,
        parts_of(finding),
        share(finding, articles),
        who(finding, articles, names),
        len(members) - 1,
    )


def parts_of(finding: DocFinding) -> list[tuple[str, bool]]:
    """The title in parts; those of readings that depart are marked."""
    title = title_of(finding)
    departing = [s for s, stand in zip(sides(finding), standings(finding), strict=False) if stand == "departs"]
    parts: list[tuple[str, bool]] = []
    for side in reversed(departing):
        at = title.rfind(side)
        if side and at > 0:
            parts[:0] = [(side, True), (title[at + len(side) :], False)]
            title = title[:at]
    return [(text, departs) for text, departs in [(title, False), *parts] if text]


def share(finding: DocFinding, articles: Mapping[str, DocArticle]) -> str:
    """ "3 to 1" by independent sources, "the draft against 2 sources", "inside one article"."""
    if finding.inside:
        return "inside one article"
    if any(not r.mentions for r in finding.readings):
        return "in no source" if finding.rule.startswith("DRA") else ""
    counts = [r.independent_sources for r in finding.readings]
    drafted = [any(articles[m.article].role == "draft" for m in r.mentions) for r in finding.readings]
    if any(drafted):
        against = sum(n for n, own in zip(counts, drafted, strict=True) if not own)
        beside = sum(n for n, own in zip(counts, drafted, strict=True) if own)
        mine = f"the draft and {beside}" if beside else "the draft"
        return f"{mine} against {against} {'source' if against == 1 else 'sources'}"
    return " to ".join(map(str, counts))


def who(finding: DocFinding, articles: Mapping[str, DocArticle], names: Mapping[str, str]) -> str:
    """ "Kyiv Post departs", "A and B depart from the primary document", "A against B" where sources are even."""
    stands = standings(finding)
    told = [_each(r, articles, names) for r in finding.readings]
    departing = list(dict.fromkeys(n for names_, s in zip(told, stands, strict=True) if s == "departs" for n in names_))
    if "none" in stands:
        return ""
    if finding.inside:
        return listed(list(dict.fromkeys(n for ns in told for n in ns)))
    if departing == [DRAFT] and "primary" not in stands:
        return ""  # "the draft against 2 sources" has said it
    if departing:
        verb = "departs" if len(departing) == 1 and " and " not in departing[0] else "depart"
        return f"{listed(departing)} {verb}{' from the primary document' if 'primary' in stands else ''}"
    even = [listed(names_, 1) for names_, s in zip(told, stands, strict=True) if s == "tie"]
    return " against ".join(even)


def _each(reading: DocReading, articles: Mapping[str, DocArticle], names: Mapping[str, str]) -> list[str]:
    """Who tells a reading; outlets of one passage are named as the copies that they are counted for."""
    told = tellers(reading.mentions, articles, names)
    drafts = [name for name in told if name == DRAFT]
    sources = [name for name in told if name != DRAFT]
    n = reading.independent_sources
    copies = len(sources) - n if 0 < n < len(sources) else 0
    if not copies:
        return told
    kept = sources[:n]
    kept[-1] += f" and {copies} {'copy' if copies == 1 else 'copies'}"
    return [*drafts, *kept]
