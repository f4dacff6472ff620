"""AFF203: one person, two titles that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.findings import majority_first, make_finding
from crosscheck.compare.roles import both_held, current, pairs, readings_by, role_of, shown, titles_conflict, told
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="AFF203",
    name="title-of-a-person",
    kind="affiliation",
    level="warning",
    summary="Sources give one person two titles that cannot both hold.",
    aspects=("affiliation",),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Titles that nobody holds together; where the very articles that give one also give the other, they know why."""
    facts = [f for f in current(cluster.facts) if not f.inferred or role_of(f).organisation]
    readings = readings_by(facts, corpus, key=lambda f: role_of(f).title, show=shown)
    for pair in pairs(readings, titles_conflict):
        articles = [{f.article for f in r.facts} for r in pair]
        if articles[0] == articles[1] or both_held(pair, facts, corpus):
            continue
        ordered = majority_first(pair, corpus)
        text = f"{cluster.subject} has two titles: {told(ordered, corpus)}."
        yield make_finding(RULE, cluster, corpus, ordered, message=text, confidence=0.75, verdict="title")
