"""AFF203: one person, two titles that cannot both hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crosscheck.align.roles import inside_quote
from crosscheck.compare.findings import majority_first, make_finding
from crosscheck.compare.holding import status_of, statuses_conflict
from crosscheck.compare.kin import tie_of, ties_conflict
from crosscheck.compare.roles import (
    both_held,
    of_one_state,
    one_writer_tells_both,
    pairs,
    readings_by,
    role_of,
    shown,
    sure,
    titles_before_one_name,
    titles_conflict,
    told,
)
from crosscheck.data import titles
from crosscheck.model import Cluster, Corpus, Fact, Finding, Level, Reading
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="AFF203",
    name="title-of-a-person",
    kind="affiliation",
    level="warning",
    summary="Sources give one person two titles that cannot both hold.",
    aspects=("affiliation", "kin"),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Titles that nobody holds together; where the very articles that give one also give the other, they know why."""
    if cluster.aspect == "kin":
        yield from _ties(cluster, corpus)
        return
    facts = [f for f in cluster.facts if not inside_quote(f) and (not f.inferred or role_of(f).organisation)]
    titled = [f for f in facts if not _leads(f)]
    readings = readings_by(titled, corpus, key=lambda f: role_of(f).title, show=shown)
    for pair in pairs(readings, titles_conflict, apart=titles_before_one_name):
        slip = any(titles_before_one_name(a, b) for a in pair[0].facts for b in pair[1].facts)
        if one_writer_tells_both(pair, titles_conflict) and not slip or both_held(pair, facts, corpus):
            continue
        ordered = majority_first(pair, corpus)
        text = f"{cluster.subject} has two titles: {told(ordered, corpus)}."
        level = _level(pair, corpus, settings)
        verdict = "state office" if of_one_state(pair) else "title"
        yield make_finding(RULE, cluster, corpus, ordered, message=text, confidence=0.75, level=level, verdict=verdict)
    yield from _statuses(facts, cluster, corpus, settings)


def _level(pair: Sequence[Reading], corpus: Corpus, settings: Settings) -> Level:
    return RULE.level if sure(pair, corpus, settings.names.one_telling) else "note"


def _ties(cluster: Cluster, corpus: Corpus) -> Iterable[Finding]:
    """One person told as two kinds of kin, or somebody's wife as his former one."""
    facts = [f for f in cluster.facts if not inside_quote(f)]
    readings = readings_by(facts, corpus, key=tie_of, show=lambda f: " ".join(f.mention.text.split()))
    for pair in pairs(readings, ties_conflict):
        if {f.article for f in pair[0].facts} & {f.article for f in pair[1].facts}:
            continue  # who tells both knows why
        ordered = majority_first(pair, corpus)
        text = f"Sources differ on a tie of {cluster.subject}: {told(ordered, corpus)}."
        # a note: families are told loosely, and of the first such findings on real events few were slips
        yield make_finding(RULE, cluster, corpus, ordered, message=text, confidence=0.6, level="note", verdict="kin")


def _leads(fact: Fact) -> bool:
    """True for "who leads the town": a mayor does, a coach and a chairman too."""
    return fact.mention.attrs.get("form") == "verb" and fact.mention.attrs.get("title") == "head"


def _statuses(facts: list[Fact], cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """One office, held in full by one source and for the time being, as deputy or with others by another."""
    by_office: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if title := role_of(fact).title:
            by_office[titles.by_canonical()[title].family].append(fact)
    for family in sorted(by_office):
        readings = readings_by(by_office[family], corpus, key=status_of, show=shown)
        for pair in pairs(readings, statuses_conflict):
            bodiless = all(role_of(f).organisation is None for r in pair for f in r.facts)
            if bodiless and one_writer_tells_both(pair, statuses_conflict):
                continue
            ordered = majority_first(pair, corpus)
            text = f"{cluster.subject} holds one office in two ways: {told(ordered, corpus)}."
            joint = any(status_of(f) == "joint" for r in pair for f in r.facts)
            verdict = "joint" if joint else "status"
            level = _level(pair, corpus, settings)
            yield make_finding(
                RULE, cluster, corpus, ordered, message=text, confidence=0.6, level=level, verdict=verdict
            )
