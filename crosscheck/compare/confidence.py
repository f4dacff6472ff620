"""Calibrates a rule's confidence: what a rule says of its evidence becomes the share of such findings that are right.

Rules of different kinds were written apart, and their scales differ. For each kind the table in the settings holds the
mean of what its rules said of the findings above note on measured events, and the share of those findings that were
right, and so does a table of single rules, which goes first; what a rule says above or below that mean moves the share
by ``slope``. Rules that say a fitted probability already are left as they are. The figures stand in docs/accuracy.md.
"""

from __future__ import annotations

import msgspec

from crosscheck.model import Finding
from crosscheck.settings import ConfidenceSettings


def calibrated(finding: Finding, settings: ConfidenceSettings) -> Finding:
    """The finding with its confidence on the common scale, between ``least`` and ``most``."""
    if finding.rule in settings.fitted:
        return finding
    mean, share = settings.rules.get(finding.rule) or settings.kinds[finding.kind]
    value = share + settings.slope * (finding.confidence - mean)
    value = min(max(value, settings.least), settings.most)
    return msgspec.structs.replace(finding, confidence=round(value, 3))
