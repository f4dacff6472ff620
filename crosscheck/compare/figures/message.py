"""The sentence that tells an editor what two or more figures disagree about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crosscheck.align.sources import independent
from crosscheck.compare.figures.judge import Dispute
from crosscheck.compare.findings import sources_phrase
from crosscheck.model import Cluster, Corpus, Fact, Reading

_WHY = {
    "conflict": "",
    "update": " The later or revised figure may be an update.",
    "attributed": " Each figure is credited to its own source.",
    "rounding": " One may be a rounding of the other.",
}


def shown(facts: Sequence[Fact]) -> str:
    """A reading as its sources most often write it."""
    counts = Counter(" ".join(f.mention.text.split()) for f in facts)
    return min(counts, key=lambda text: (-counts[text], len(text), text))


def message(cluster: Cluster, found: Dispute, readings: Sequence[Reading], corpus: Corpus) -> str:
    """One or two plain sentences: what is counted, each value with its independent sources, what may explain it."""
    told = sorted(readings, key=lambda r: (-independent(r.facts, corpus), r.canonical))
    values = "; ".join(f"“{r.value}” in {sources_phrase(r.facts, corpus)}" for r in told)
    subject = cluster.subject[:1].upper() + cluster.subject[1:]
    inside = len({f.article for r in readings for f in r.facts}) == 1
    lead = f"{subject}: one article tells {len(told)} figures" if inside else f"{subject}: the figures differ"
    scale = " They differ by a power of ten: check the scale." if found.scale and found.verdict == "conflict" else ""
    return f"{lead}: {values}.{scale}{_WHY[found.verdict]}"
