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
_BOUNDS = frozenset({"start", "begin", "open"})  # light, but events of their own: "the trial began on Monday"
_VAGUE = frozenset("people person man woman official authority police thing part number lot place area".split())


class Frame(msgspec.Struct, frozen=True):
    """What a date or place belongs to.

    ``core`` is the class of the event, empty where the words do not tell it; ``parties`` the lemmas of who and what takes
    part; ``names`` the words of proper names in the sentence; ``bag`` the content of the sentence; ``reported`` marks a
    verb of reporting ("said on Tuesday").
    """

    core: str
    parties: frozenset[str]
    names: frozenset[str]
    bag: frozenset[str]
    reported: bool


def frame_of(fact: Fact, corpus: Corpus) -> Frame:
    """The frame of a fact of kind date or place."""
    attrs = fact.mention.attrs
    heads = [w for key in ("who", "what", "noun", "of") for w in attrs.get(key, "").split()]
    core, reported = _core(attrs)
    parties = {event_class(h) for h in heads if h not in _PRONOUNS and h not in _VAGUE and h not in _TIME_WORDS}
    sentence = corpus.sentence(fact)
    names = {w for n in sentence.names for w in n.casefold().split() if w not in _TIME_WORDS and len(w) > 1}
    bag = {event_class(w) for w in sentence.lemmas if w not in _TIME_WORDS and w not in LIGHT and not w[:1].isdigit()}
    return Frame(core, frozenset(parties - {core}), frozenset(names), frozenset(bag), reported)


def _core(attrs: dict[str, str]) -> tuple[str, bool]:
    """The class of the event that is dated: the noun that the words hang on, else the verb, else what it happens to."""
    noun, verb = attrs.get("noun", ""), attrs.get("event", "")
    if is_event(noun):
        return event_class(noun), False
    stem = verb if is_event(verb) else verb.partition("_")[0]
    if stem in REPORTING:
        return stem, True
    if stem and (stem not in LIGHT or stem in _BOUNDS):
        return event_class(stem), False
    for key in ("who", "what"):
        last = attrs.get(key, "").split()
        if last and is_event(last[-1]):
            return event_class(last[-1]), False
    return "", False


def likeness(a: Frame, b: Frame, settings: FrameSettings) -> float:
    """0 to 1: how surely two frames are one event; 0 where nothing ties them."""
    if not a.core or a.core != b.core:
        return 0.0
    shared = len(a.bag & b.bag)
    overlap = shared / max(1, min(len(a.bag), len(b.bag)))
    copied = shared >= settings.copied_words and overlap >= settings.copied_overlap
    if copied:
        return overlap
    if a.reported:
        return 0.0
    parties = len(a.parties & b.parties)
    if parties and (overlap >= settings.party_overlap or parties > 1):
        return 0.5 + overlap / 2
    if overlap >= settings.event_overlap and shared >= settings.event_words:
        return overlap
    return 0.0
