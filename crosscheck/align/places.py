"""Aligns places across articles."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.model import Cluster, Corpus
from crosscheck.settings import Settings


def align(corpus: Corpus, settings: Settings) -> Iterable[Cluster]:
    """Clusters of facts that are about the same thing."""
    return ()
