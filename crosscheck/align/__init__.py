"""Stage 4, align: facts of all articles in, clusters out: what in different articles is about the same thing.

Source groups and identities of people are found first, since every other aligner counts and compares by them.
"""

from __future__ import annotations

from crosscheck.align import dates, events, figures, identities, names, places, quotes, roles, sources
from crosscheck.model import Cluster, Corpus
from crosscheck.settings import Settings

_ALIGNERS = (names, roles, dates, figures, places, quotes)


def align(corpus: Corpus, settings: Settings) -> tuple[Corpus, list[Cluster]]:
    """The corpus with source groups and identities filled in, and all clusters, single-article ones included."""
    corpus = sources.group(corpus, settings)
    corpus = identities.identify(corpus, settings)
    clusters = [cluster for module in _ALIGNERS for cluster in module.align(corpus, settings)]
    events.forget()
    return corpus, clusters
