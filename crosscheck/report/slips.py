"""Findings that are one slip: judged once, read once, in the same groups and order in every output.

In: findings in the document's order. Out: groups of them. A slip is one place where an article departs: a name spelt
otherwise is also a name in another office and speaks for another body, and all three fall with one correction. Two
changed words of one statement are two slips, for one can be right and the other wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crosscheck.document import DocFinding, DocMention
from crosscheck.model import LEVELS
from crosscheck.report.differing import differing

_PERSON = frozenset({"name", "affiliation", "quote_attribution"})  # who it was: one slip can raise all three

_NEAREST = 40  # findings of one sentence that a further one is held against: a bound, so that no text costs its square

Place = tuple[str, tuple[int, int]]  # article id, span of the sentence


def grouped(findings: Sequence[DocFinding]) -> tuple[DocFinding, ...]:
    """The findings with their groups filled in: the id of the first finding of the slip."""
    name = {f.id: members[0].id for members in _joined(findings) for f in members}
    return tuple(msgspec.structs.replace(f, group=name[f.id]) for f in findings)


def slips(findings: Sequence[DocFinding]) -> list[list[DocFinding]]:
    """The findings of each slip, most serious first; slips in the order of their first finding.

    A document from before groups were kept has them made.
    """
    if any(f.group for f in findings):
        found: dict[str, list[DocFinding]] = {}
        for finding in findings:
            found.setdefault(finding.group or finding.id, []).append(finding)
        return [_serious_first(members) for members in found.values()]
    return _joined(findings)


def _serious_first(members: list[DocFinding]) -> list[DocFinding]:
    return sorted(members, key=lambda f: LEVELS.index(f.level))


def _joined(findings: Sequence[DocFinding]) -> list[list[DocFinding]]:
    """Findings of one kind of slip whose words overlap in two articles."""
    leader: dict[int, int] = {}
    by_place: dict[Place, list[int]] = {}
    words = [_words(f) for f in findings]
    for i, finding in enumerate(findings):
        meets: dict[int, set[str]] = {}
        for place in sorted(words[i]):
            for j in by_place.get(place, ())[-_NEAREST:]:
                if _akin(finding, findings[j], words[i][place], words[j][place]):
                    meets.setdefault(j, set()).add(place[0])
            by_place.setdefault(place, []).append(i)
        leader[i] = i
        for j, where in meets.items():
            if len(where) >= 2:
                low, high = sorted((_first(leader, i), _first(leader, j)))
                leader[high] = low
    found: dict[int, list[DocFinding]] = {}
    for i, finding in enumerate(findings):
        found.setdefault(_first(leader, i), []).append(finding)
    return [_serious_first(members) for members in found.values()]


def _first(leader: dict[int, int], i: int) -> int:
    """The first finding of the slip that ``i`` belongs to; what is passed on the way is bound to it."""
    first = i
    while leader[first] != first:
        first = leader[first]
    while leader[i] != first:
        leader[i], i = first, leader[i]
    return first


def _words(finding: DocFinding) -> dict[Place, list[tuple[int, int]]]:
    """The stretches that a finding is about, by sentence: what differs; of a name or an office all of it."""
    marks = {} if finding.kind in ("name", "affiliation") else differing(finding.readings)
    found: dict[Place, list[tuple[int, int]]] = {}
    for m in _mentions(finding):
        stretches = marks.get((m.article, m.start, m.end)) or [(m.start, m.end)]
        found.setdefault((m.article, m.sentence), []).extend(stretches)
    return found


def _mentions(finding: DocFinding) -> Iterator[DocMention]:
    return (m for r in finding.readings for m in r.mentions)


def _akin(a: DocFinding, b: DocFinding, mine: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> bool:
    if "quote_attribution" in (a.kind, b.kind) and not (a.kind in _PERSON and b.kind in _PERSON):
        return False  # the mention of who speaks holds the quotation too, whose words are another matter
    return any(x < end and start < y for x, y in mine for start, end in theirs)
