"""PLA604: one person's death at two places: at the scene and in a hospital, or in two hospitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crosscheck.compare.victims import versions, worded
from crosscheck.model import Cluster, Corpus, Fact, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="PLA604",
    name="place of death",
    kind="place",
    level="warning",
    summary="One person's death is placed at the scene and in a hospital, or in two hospitals.",
    aspects=("deathplace",),
)

# a home may be the scene; who is dead on arrival died before, and is pronounced dead in the hospital
_APART = frozenset(
    frozenset(p)
    for p in (("scene", "hospital"), ("home", "hospital"), ("scene", "way"), ("home", "way"), ("scene", "arrival"),
              ("home", "arrival"))
)  # fmt: skip
_SORT = frozenset(
    "hospital hospitals medical center centre health university the of and at regional memorial county general trauma "
    "clinic community system st st. saint city infirmary".split()
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """At most one finding: of the articles whose places exclude one another."""
    found = versions(cluster, corpus, _apart)
    if found:
        yield worded(RULE, cluster, corpus, found, settings)


def _apart(one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    return all(_two(a, b) for a in one for b in other)


def _two(a: Fact, b: Fact) -> bool:
    one, two = a.mention.attrs, b.mention.attrs
    if one["where"] == two["where"] == "hospital":
        return _two_hospitals(one.get("hospital", ""), two.get("hospital", ""))
    if {one["where"], two["where"]} == {"way", "hospital"}:
        return {one["told"], two["told"]} == {"died"}
    return frozenset((one["where"], two["where"])) in _APART


def _two_hospitals(one: str, other: str) -> bool:
    """True for two names without a word in common, neither of them mere initials."""
    mine, theirs = _own(one), _own(other)
    if not mine or not theirs or any(w.isupper() for w in mine | theirs):
        return False
    return not any(a.casefold()[:4] == b.casefold()[:4] for a in mine for b in theirs)


def _own(name: str) -> set[str]:
    return {w for w in re.findall(r"[\w.]+", name) if w.casefold() not in _SORT}
