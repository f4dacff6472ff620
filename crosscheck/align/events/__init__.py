"""Which event a fact is about: the one that the articles cover, or an older one that they recall.

In: a :class:`~crosscheck.model.Corpus`. Out: an :class:`Anchor` for any fact, and whether two anchors can be one event.
Every aligner uses it, so that the toll of the tsunami of 2004 never stands against the toll of yesterday's quake.

An anchor is read from time expressions (date facts of the same article where there are some, else years, "last month",
"two years ago", weekdays), from the part of the sentence in which they stand, and from the sentence before where a
sentence goes on about the same thing ("The quake killed ...", "It was ..."). Nothing is computed for an article until
one of its facts is asked for.
"""

from __future__ import annotations

from crosscheck.align.events.agreement import Agreement
from crosscheck.align.events.anchor import Anchor
from crosscheck.align.events.index import EventIndex
from crosscheck.model import Corpus
from crosscheck.settings import EventSettings

__all__ = ["Agreement", "Anchor", "EventIndex", "forget", "index_of"]

_last: list[tuple[Corpus, EventSettings, EventIndex]] = []


def forget() -> None:
    """Let go of the last corpus: a server that runs for days must not hold articles that it has done with."""
    _last.clear()


def index_of(corpus: Corpus, settings: EventSettings) -> EventIndex:
    """The index of a corpus, one for all aligners: the last one made is kept, for as long as the corpus is the same."""
    for known, of_settings, index in tuple(_last):
        if known is corpus and of_settings == settings:
            return index
    index = EventIndex(corpus, settings)
    _last[:] = [(corpus, settings, index)]
    return index
