"""PLA603: one person's wounds in other parts of the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.anatomy import agree, apart
from crosscheck.compare.victims import versions, worded
from crosscheck.model import Cluster, Corpus, Fact, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="PLA603",
    name="wounds",
    kind="place",
    level="warning",
    summary="One person's wounds are told in other parts of the body.",
    aspects=("wounds",),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """At most one finding: of the articles whose lists of parts cannot both hold."""
    found = versions(cluster, corpus, _apart)
    if found:
        yield worded(RULE, cluster, corpus, found, settings)


def _apart(one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    """True where all that one article tells stands against all that another tells."""
    ways = [{f.mention.attrs.get("by", "") for f in facts} - {""} for facts in (one, other)]
    if ways[0] and ways[1] and not ways[0] & ways[1]:
        return False  # shot in the arm, stabbed in the leg: both may be
    mine, theirs = _parts(one), _parts(other)
    if any(f.mention.attrs.get("open") for f in (*one, *other)) and not any(agree(a, b) for a in mine for b in theirs):
        return False  # "including one in the back" leaves room for others
    return apart(mine, theirs)


def _parts(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for f in facts for p in f.mention.attrs["hurt"].split("|")))
