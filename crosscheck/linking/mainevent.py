"""The event that the articles share, and which facts are told of it.

In: a corpus. Out: for a fact how surely its clause tells the shared event. An event of one's own ("the shooting", "the
vote") is what the openings of at least half of the sources name; "It happened around 3 a.m." and "Gunfire broke out at
3:20" share no word, but both tell of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from crosscheck.data.eventwords import HARM, IMPACT, LIGHT, NEWS, VIOLENT, event_class, is_event
from crosscheck.model import Corpus, Fact, Frame

TOLD, MAYBE, ELSEWHERE = 2.0, 1.0, 0.0
_ITSELF = frozenset("it incident event this which that".split())
_HAPPENS = LIGHT | IMPACT | frozenset({"", "break_out", "ring_out", "erupt", "unfold"})
_ONE = VIOLENT | HARM  # "the shooting", "the attack", "the killing" are one story
_ALSO = frozenset({"injure", "charge", "find"})


class MainEvents:
    """Which classes of event the openings of a corpus share."""

    def __init__(self, corpus: Corpus, opening: int, share: float, most: int) -> None:
        """``opening`` sentences of an article count, ``share`` of the sources must name a class, ``most`` are kept."""
        told: dict[str, set[str]] = defaultdict(set)  # by source group: a copied opening is one
        for article, extraction in corpus.extractions.items():
            group = corpus.groups.get(article, article)
            for sentence in extraction.sentences[:opening]:
                classes = {event_class(w) for w in sentence.lemmas if is_event(w)}
                told[group] |= classes & (NEWS | _ALSO)
        counts = Counter(c for classes in told.values() for c in classes)
        least = max(2.0, share * len(told))
        common = sorted((c for c, n in counts.items() if n >= least), key=lambda c: (-counts[c], c))
        self.classes = frozenset(common[:most])
        if self.classes & _ONE:
            self.classes |= _ONE & counts.keys()

    def of(self, fact: Fact) -> float | None:
        """TOLD where the clause tells the shared event, MAYBE where it takes part, ELSEWHERE else; None without one."""
        frame = fact.mention.frame
        if frame is None or not self.classes:
            return None
        if self._holds(frame.verb, frame.head, *frame.path):
            return TOLD
        if frame.verb in _HAPPENS and self._holds(*frame.subject):
            return TOLD
        if frame.verb in IMPACT and (not frame.subject or _ITSELF & set(frame.subject)):
            return TOLD
        return MAYBE if self._holds(*_parties(frame)) else ELSEWHERE

    def _holds(self, *lemmas: str) -> bool:
        return any(event_class(w) in self.classes for w in lemmas if w)


def _parties(frame: Frame) -> tuple[str, ...]:
    return (*frame.subject, *frame.object)
