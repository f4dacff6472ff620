"""What a cluster of judging is told by: its kind of finding, and its subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from crosscheck.model import Fact, FindingKind

KIND: Mapping[str, FindingKind] = {"figure": "figure", "date": "date", "place": "place"}


def subject_of(facts: Sequence[Fact]) -> str:
    """The subject that most of the facts go by; of equals the shortest that says more than one word."""
    counts = Counter(f.subject for f in facts)
    return min(counts, key=lambda s: (-counts[s], len(s.split()) < 2, len(s), s))
