"""NAM101: one person, two spellings of the name."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import msgspec

from crosscheck.compare.findings import favoured, majority_first, make_finding
from crosscheck.compare.names import Spellings, certain, person_spellings, told, told_in_one_article
from crosscheck.compare.surnames import surnames
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="NAM101",
    name="spelling-of-a-person",
    kind="name",
    level="warning",
    summary="Sources spell one person's name differently.",
    aspects=("person",),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Misspellings as warnings (errors where age or office say that it is one person), romanisations as notes."""
    ways = person_spellings(cluster, corpus, settings.names), surnames(cluster, corpus, settings.names)
    for found in chain(*ways):
        readings = majority_first(found.readings, corpus)
        cluster = msgspec.structs.replace(cluster, key=found.key)
        if found.level == "variant":
            text = f"The {found.part} is romanised in different ways: {told(readings, corpus)}. Settle on one."
            yield make_finding(
                RULE, cluster, corpus, readings, message=text, confidence=0.6, level="note", verdict="romanisation"
            )
            yield from _inside(found, cluster, corpus)
            continue
        spelt = found.level == "spelling"
        sure = spelt and certain(readings, settings.names)
        what = "is spelled in different ways" if spelt else "of what seems to be one person differs"
        text = f"The {found.part} {what}: {told(readings, corpus)}. At most one of them is right."
        yield make_finding(
            RULE,
            cluster,
            corpus,
            readings,
            message=text,
            confidence=0.9 if sure else 0.75,
            level="error" if sure else "warning",
            verdict="spelling" if spelt else "name",
            suggestion=favoured(readings, corpus),
        )


def _inside(found: Spellings, cluster: Cluster, corpus: Corpus) -> Iterable[Finding]:
    """A finding for each article that itself writes one name in two ways: whatever its style, one of them is none."""
    for readings in told_in_one_article(found, corpus):
        name = corpus.articles[readings[0].facts[0].article].path.rpartition("/")[2]
        inside = msgspec.structs.replace(cluster, key=f"{found.key} in {name}")
        written = " and ".join(f"“{r.value}”" for r in readings)
        text = f"{name} itself writes the {found.part} in two ways: {written}."
        yield make_finding(RULE, inside, corpus, readings, message=text, confidence=0.7, verdict="style")
