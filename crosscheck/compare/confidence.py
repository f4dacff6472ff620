"""Calibrates a rule's confidence: what a rule says of its evidence becomes the share of such findings that are right.

Rules of different kinds were written apart, and their scales differ. For each kind the table in the settings holds the
mean of what its rules said of the findings above note on measured events, and the share of those findings that were
right, and so does a table of single rules, which goes first; what a rule says above or below that mean moves the share
by ``slope``. Rules that say a fitted probability already are left as they are. The figures stand in docs/accuracy.md.
"""

from __future__ import annotations

from itertools import product

import msgspec

from crosscheck.align.sources import independent
from crosscheck.compare.oneslot import one_slot, sides
from crosscheck.model import Corpus, Finding
from crosscheck.settings import ConfidenceSettings, Settings


def calibrated(finding: Finding, settings: ConfidenceSettings) -> Finding:
    """The finding with its confidence on the common scale, between ``least`` and ``most``."""
    if finding.rule in settings.fitted:
        return finding
    mean, share = settings.rules.get(finding.rule) or settings.kinds[finding.kind]
    value = share + settings.slope * (finding.confidence - mean)
    value = min(max(value, settings.least), settings.most)
    return msgspec.structs.replace(finding, confidence=round(value, 3))


def backed(finding: Finding, corpus: Corpus, settings: Settings) -> Finding:
    """The finding, as a note where its rule needs two sources of one side and each side has one.

    In an event of many sources, where a draft is held against its sources, where two articles tell it in one sentence,
    and of two offices of one state, one word against another is enough.
    """
    limits, event = settings.confidence, settings.certainty
    if finding.level == "note" or finding.rule not in limits.backed or finding.verdict in limits.backed_but:
        return finding
    drafted = any(corpus.articles[f.article].role == "draft" for r in finding.readings for f in r.facts)
    large = len(set(corpus.groups.values())) >= event.large_event
    if drafted or large or any(independent(r.facts, corpus) > 1 for r in finding.readings):
        return finding
    told = [[sides(f, corpus) for f in r.facts[: event.witnesses]] for r in finding.readings[:2]]
    if any((one_slot(a, b, 1) or 0.0) >= limits.backed_slot for a, b in product(*told)):
        return finding
    return msgspec.structs.replace(finding, level="note")
