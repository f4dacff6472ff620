"""NAM101: one person, two spellings of the name."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosscheck.compare.findings import favoured, majority_first, make_finding
from crosscheck.compare.names import certain, person_spellings, told
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
    for found in person_spellings(cluster, corpus, settings.names):
        readings = majority_first(found.readings, corpus)
        cluster = msgspec.structs.replace(cluster, key=found.key)
        if found.level == "variant":
            text = f"The {found.part} is romanised in different ways: {told(readings, corpus)}. Settle on one."
            yield make_finding(
                RULE, cluster, corpus, readings, message=text, confidence=0.6, level="note", verdict="romanisation"
            )
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
