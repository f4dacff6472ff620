"""The event to which a date or place belongs, as alignment compares it. Not an aligner: dates and places use it.

In: a fact whose mention carries an event frame (``event``, ``who``, ``what``, ``noun``). Out: a :class:`Frame`, and how
like two frames are. Two facts are about one event where the class of event is one and those who take part are, or where
their sentences tell almost the same.
"""

from __future__ import annotations

import msgspec

from crosscheck.data.eventwords import LIGHT, REPORTING, event_class, is_event
from crosscheck.model import Corpus, Fact
from crosscheck.settings import FrameSettings

_PRONOUNS = frozenset("he she it they we i you who which that this these those one other some him her them".split())
_TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december morning afternoon evening night day week month year today yesterday tomorrow hour minute "
    "last next early late time local a.m. p.m. gmt utc".split()
)
_VAGUE = frozenset("people person man woman official authority police thing part number lot place area".split())


class Frame(msgspec.Struct, frozen=True):
    """``events``: classes of the event; ``parties``: lemmas of who and what takes part; ``bag``: content of the sentence."""

    events: frozenset[str]
    parties: frozenset[str]
    bag: frozenset[str]
    reported: bool  # dated by a verb of reporting: "said on Tuesday"


def frame_of(fact: Fact, corpus: Corpus) -> Frame:
    """The frame of a fact of kind date or place."""
    attrs = fact.mention.attrs
    verb = attrs.get("event", "")
    heads = [w for key in ("who", "what", "noun", "of") for w in attrs.get(key, "").split()]
    events = {event_class(h) for h in heads if is_event(h)}
    stem = verb if is_event(verb) else verb.partition("_")[0]
    if stem and stem not in LIGHT and stem not in REPORTING:
        events.add(event_class(stem))
    elif stem in ("start", "begin", "open", "end"):
        events.add(event_class(stem))
    parties = {event_class(h) for h in heads if h not in _PRONOUNS and h not in _VAGUE and h not in _TIME_WORDS}
    sentence = corpus.sentence(fact)
    bag = {event_class(w) for w in sentence.lemmas if w not in _TIME_WORDS and w not in LIGHT and not w[:1].isdigit()}
    reported = stem in REPORTING and not events
    return Frame(frozenset(events), frozenset(parties), frozenset(bag), reported)


def likeness(a: Frame, b: Frame, settings: FrameSettings) -> float:
    """0 to 1: how surely two frames are one event; 0 where nothing ties them."""
    shared = len(a.bag & b.bag)
    smaller = min(len(a.bag), len(b.bag))
    overlap = shared / smaller if smaller else 0.0
    if shared >= settings.copied_words and overlap >= settings.copied_overlap:
        return overlap
    if a.reported or b.reported or not a.events & b.events:
        return 0.0
    parties = len(a.parties & b.parties)
    if parties and (overlap >= settings.party_overlap or parties > 1):
        return 0.5 + overlap / 2
    if overlap >= settings.event_overlap and shared >= settings.event_words:
        return overlap
    return 0.0
