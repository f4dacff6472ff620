"""Compares figures: the logic that the rules FIG401 to FIG407 share.

In: clusters of figures. Out: findings, one a cluster, with every value told and who tells it.
"""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.figures.judge import Dispute, Judge
from crosscheck.compare.figures.message import message, shown
from crosscheck.compare.findings import make_finding
from crosscheck.kinds.values import canonical
from crosscheck.model import Cluster, Corpus, Fact, Finding, Level, Reading
from crosscheck.registry import Rule
from crosscheck.settings import FigureSettings, Settings

__all__ = ["disputed", "forget"]


def disputed(
    rule: Rule, cluster: Cluster, corpus: Corpus, settings: Settings, *, scale: bool = False
) -> Iterable[Finding]:
    """The finding of a cluster whose figures disagree; ``scale`` asks for those that differ by a power of ten only."""
    if len({f.id for f in cluster.facts}) < 2:
        return
    for found in _disputes(cluster, corpus, settings.figures):
        readings = [_reading(facts) for facts in found.readings]
        if _is_scale(found, cluster, settings.figures) != scale or len({r.canonical for r in readings}) < 2:
            continue
        yield make_finding(
            rule,
            cluster,
            corpus,
            readings,
            message=message(cluster, found, readings, corpus),
            confidence=confidence(found, cluster, settings.figures),
            level=_level(found, cluster, settings.figures),
            verdict="scale" if scale else {"conflict": "value"}.get(found.verdict, found.verdict),
        )


_TOLLS = frozenset({"", "dead", "injured", "missing", "arrested", "homes damaged", "homes destroyed"})


class _Kept:
    """The last judge and what it found of the last cluster: several rules ask about one cluster in turn."""

    corpus: Corpus | None = None
    cluster: Cluster | None = None
    judge: Judge | None = None
    found: tuple[Dispute, ...] = ()


def forget() -> None:
    """Let go of the last corpus."""
    _Kept.corpus = _Kept.cluster = _Kept.judge = None
    _Kept.found = ()


def _disputes(cluster: Cluster, corpus: Corpus, settings: FigureSettings) -> tuple[Dispute, ...]:
    if _Kept.judge is None or _Kept.corpus is not corpus or _Kept.judge.settings is not settings:
        _Kept.corpus, _Kept.judge, _Kept.cluster = corpus, Judge(corpus, settings), None
    if _Kept.cluster is not cluster:
        _Kept.cluster, _Kept.found = cluster, tuple(_Kept.judge.disputes(cluster))
    return _Kept.found


def confidence(found: Dispute, cluster: Cluster, settings: FigureSettings) -> float:
    """How likely an editor calls it a conflict; see docs/accuracy.md for the shares that it was fitted to."""
    signs = settings.confidence
    if found.verdict != "conflict":
        return signs.explained
    sure = signs.base + signs.likeness * max(found.likeness, cluster.similarity + signs.by_signs)
    sure += (signs.exact if found.exact else 0.0) + (signs.copied if found.likeness >= settings.copied else 0.0)
    named = {f.mention.attrs.get("attribute", "") for r in found.readings for f in r}
    # one named question; a toll is asked of parts, places and hours too
    sure += settings.named if len(named) == 1 and not named & _TOLLS else 0.0
    implied = any(all(f.mention.attrs.get("implicit") == "1" for f in r) for r in found.readings)
    return sure + (signs.implied if implied else 0.0)


def _level(found: Dispute, cluster: Cluster, settings: FigureSettings) -> Level:
    if found.verdict != "conflict":
        return "note"
    if confidence(found, cluster, settings) < settings.loud_from:
        return "note"
    return "error" if found.exact and found.likeness >= settings.copied else "warning"


def _is_scale(found: Dispute, cluster: Cluster, settings: FigureSettings) -> bool:
    if not found.scale or found.verdict != "conflict":
        return False
    return found.thousands or max(found.likeness, cluster.similarity) >= settings.scale_from


def _reading(facts: list[Fact]) -> Reading:
    lead = min(facts, key=lambda f: (canonical(f), f.id))
    return Reading(value=shown(facts), canonical=canonical(lead), facts=tuple(facts))
