"""A draft against its sources: which findings concern it, what decides them, and what the draft alone says.

In: findings and clusters of all articles. Out: those of the draft. The draft is what must change and never counts as a
source; where a primary document is given, it decides. Suggestions give the sources' reading and rewrite nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

import msgspec

from crosscheck.align.sources import independent
from crosscheck.model import Cluster, Corpus, Fact, Finding, FindingKind, Level, Reading, Span

_Spans = list[tuple[str, Span]]
RESTATED = "restated"  # verdict of what the draft retells otherwise than its sources


def drafts(corpus: Corpus) -> frozenset[str]:
    """Ids of the articles that are drafts."""
    return frozenset(a.id for a in corpus.articles.values() if a.role == "draft")


def of_the_draft(
    clusters: Iterable[Cluster], findings: Iterable[Finding], corpus: Corpus
) -> tuple[list[Cluster], list[Finding]]:
    """Clusters and findings that concern a draft; all of them where there is none.

    A conflict between sources in which the draft takes no side is theirs, not the draft's. Two drafts are not each
    other's sources.
    """
    mine = drafts(corpus)
    if not mine:
        return list(clusters), [_named(f, corpus) for f in findings]
    kept = _once([_settled(f, mine, corpus) for f in findings if _concerns(f, mine)], mine)
    return [c for c in clusters if any(f.article in mine for f in c.facts)], kept


def _once(findings: list[Finding], mine: frozenset[str]) -> list[Finding]:
    """One finding for one slip: what the draft restates otherwise gives way to a rule that says as much, and takes the
    place of one that only notes it."""
    told = [(f, _spans(f, mine)) for f in findings]
    loud = [(f.kind, s) for f, s in told if f.level != "note" and f.verdict != RESTATED]
    first = [f for f, s in told if f.verdict == RESTATED and not _among(f, s, loud)]
    taken = [(f.kind, _spans(f, mine)) for f in first]
    return [
        f for f, s in told if f in first or f.verdict != RESTATED and not (f.level == "note" and _among(f, s, taken))
    ]


def _among(finding: Finding, spans: _Spans, others: Iterable[tuple[FindingKind, _Spans]]) -> bool:
    """True where one of the others is of the same sort, at the same place of the draft."""
    return any(_family(kind) == _family(finding.kind) and _meet(spans, other) for kind, other in others)


def _family(kind: FindingKind) -> str:
    return "name" if kind in ("place", "affiliation") else kind


def _spans(finding: Finding, mine: frozenset[str]) -> _Spans:
    return [(f.article, f.mention.span) for r in finding.readings for f in r.facts if f.article in mine]


def _meet(a: _Spans, b: _Spans) -> bool:
    return any(x == y and s.overlaps(t) for x, s in a for y, t in b)


def _concerns(finding: Finding, mine: frozenset[str]) -> bool:
    told_by = {f.article for r in finding.readings for f in r.facts}
    return bool(told_by & mine) and (len(told_by) == 1 or bool(told_by - mine))


def _settled(finding: Finding, mine: frozenset[str], corpus: Corpus) -> Finding:
    """The finding with the sources' reading as suggestion, its level by how the draft stands to the sources."""
    own = [r for r in finding.readings if any(f.article in mine for f in r.facts)]
    other = [r for r in finding.readings if r not in own and r.facts]
    if not other or len(own) != 1:
        return finding  # the draft contradicts itself, or says what no source does: the rule has said all
    if any(_primary(f, corpus) for f in own[0].facts):
        return _changed(finding, "The primary document has the draft's reading.", level="note")
    decisive = next((r for r in other if any(_primary(f, corpus) for f in r.facts)), None)
    if decisive is not None:
        level: Level = "note" if finding.level == "note" else "error"
        return _changed(finding, _departs("The draft", decisive, corpus), level=level, suggestion=decisive.value)
    counts = sorted((independent(r.facts, corpus) for r in other), reverse=True)
    mine_too = independent(own[0].facts, corpus)
    if mine_too > counts[0]:
        return _changed(finding, "The draft follows the majority.", level="note")
    against = {f.article for r in other for f in r.facts}
    if against <= {f.article for f in own[0].facts} and not _retells(other, own[0], mine, corpus):
        return _changed(finding, "The sources that say otherwise say so too.", level="note")
    if counts[0] == mine_too or counts[:1] == counts[1:2]:
        divided = _changed(finding, "The sources are divided.", level=finding.level)
        return msgspec.structs.replace(divided, suggestion=None)
    best = max(other, key=lambda r: independent(r.facts, corpus))
    return _changed(finding, "", level=finding.level, suggestion=best.value)


def _retells(other: Sequence[Reading], own: Reading, mine: frozenset[str], corpus: Corpus) -> bool:
    """True where a sentence of the draft has more words of one that says otherwise than of those that say the same."""

    def words(fact: Fact) -> set[str]:
        return {w for w in corpus.sentence(fact).lemmas if len(w) > 3}

    told = [words(f) for f in own.facts if f.article in mine]
    same = max((len(t & words(f)) for f in own.facts if f.article not in mine for t in told), default=0)
    return any(len(t & words(f)) > same for r in other for f in r.facts for t in told)


def _named(finding: Finding, corpus: Corpus) -> Finding:
    """A finding without a draft: the reading that departs from a primary document is named."""
    decisive = next((r for r in finding.readings if any(_primary(f, corpus) for f in r.facts)), None)
    departing = [r for r in finding.readings if not any(_primary(f, corpus) for f in r.facts)]
    if decisive is None or not departing or finding.inside:
        return finding
    who = ", ".join(f"“{_short(r.value)}”" for r in departing)
    return _changed(finding, _departs(who, decisive, corpus), level=finding.level, suggestion=decisive.value)


def _departs(who: str, decisive: Reading, corpus: Corpus) -> str:
    fact = next(f for f in decisive.facts if _primary(f, corpus))
    name = PurePath(corpus.articles[fact.article].path).name
    return f"{who} departs from the primary document {name}, which has “{_short(decisive.value)}”."


def _changed(finding: Finding, words: str, *, level: Level, suggestion: str | None = None) -> Finding:
    return msgspec.structs.replace(
        finding,
        level=level,
        message=f"{finding.message} {words}".strip(),
        suggestion=suggestion if suggestion is not None else finding.suggestion,
    )


def _primary(fact: Fact, corpus: Corpus) -> bool:
    return corpus.articles[fact.article].role == "primary"


def _short(text: str, most: int = 120) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


# --- what the draft alone says ---------------------------------------------------------------------------------------


def untold(clusters: Sequence[Cluster], corpus: Corpus, kinds: frozenset[str], *, least: float = 0.0) -> Iterator[Fact]:
    """Facts of the drafts, of these kinds of mention, that no cluster joins with a fact of a source.

    Facts whose mention was read with less than ``least`` confidence are left out.
    """
    mine = drafts(corpus)
    if not mine or len(mine) == len(corpus.articles):
        return
    told: set[str] = set()
    for cluster in clusters:
        if any(f.article not in mine for f in cluster.facts):
            told.update(f.id for f in cluster.facts if f.article in mine)
    for article in corpus.articles:
        if article in mine:
            for fact in corpus.extractions[article].facts:
                if fact.kind in kinds and fact.id not in told and fact.mention.confidence >= least:
                    yield fact


def only_the_draft(
    fact: Fact,
    *,
    rule: str,
    kind: FindingKind,
    subject: str,
    key: str,
    value: str,
    message: str,
    confidence: float,
) -> Finding:
    """A note on a fact that stands in no source; its second reading has no mention, for there is none."""
    from crosscheck.compare.findings import finding_id

    canonical = key or value.casefold()
    silent = Reading(value="in no source", canonical="", facts=())
    return Finding(
        id=finding_id(rule, f"{kind}:{key}", [canonical, ""]),
        rule=rule,
        kind=kind,
        level="note",
        confidence=confidence,
        subject=subject,
        message=message,
        readings=(silent, Reading(value=value, canonical=canonical, facts=(fact,))),
        verdict="only_the_draft",
        inside=False,
    )
