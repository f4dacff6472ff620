"""Stage 4, align: facts of all articles in, clusters out: what in different articles is about the same thing.

Source groups and identities of people are found first, since every other aligner counts and compares by them.
"""

from __future__ import annotations

from functools import partial

from crosscheck import guard
from crosscheck.align import dates, figures, identities, names, places, quotes, roles, sources, victims
from crosscheck.model import Cluster, Corpus
from crosscheck.settings import Settings

_ALIGNERS = (names, roles, dates, figures, places, victims, quotes)


def align(corpus: Corpus, settings: Settings) -> tuple[Corpus, list[Cluster]]:
    """The corpus with source groups and identities filled in, and all clusters, single-article ones included."""
    grouped = guard.guarded("telling which sources copy", lambda: sources.group(corpus, settings), otherwise=corpus)
    known = guard.guarded("telling who is who", lambda: identities.identify(grouped, settings), otherwise=grouped)
    clusters: list[Cluster] = []
    for module in _ALIGNERS:
        part = f"comparing {module.__name__.rpartition('.')[2]}"
        clusters += guard.guarded_each(part, partial(module.align, known, settings))
    return known, clusters
