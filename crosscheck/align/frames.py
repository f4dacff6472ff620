"""The event to which a date or place belongs, as alignment compares it. Not an aligner: dates and places use it.

In: a fact whose mention carries an event frame (``event``, ``who``, ``what``, ``noun``). Out: a :class:`Frame`, and how
like two frames are. Two facts are about one event where the class of event is one and those who take part are, or where
their sentences tell almost the same.
"""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from crosscheck.data.eventwords import CAUSES, HARM, IMPACT, LIGHT, NEWS, REPORTING, VIOLENT, event_class, is_event
from crosscheck.model import Corpus, Fact
from crosscheck.settings import FrameSettings

_PRONOUNS = frozenset("he she it they we i you who which that this these those one other some him her them".split())
_TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december morning afternoon evening night day week month year today yesterday tomorrow "
    "hour minute last next early late time local a.m. p.m. gmt utc".split()
)
_BOUNDS = frozenset({"start", "begin", "open"})  # light, but events of their own: "the trial began on Monday"
_DECIMAL = re.compile(r"(?<![\d.])\d\.\d(?![\d.])")
_CALLED = frozenset("come receive get take make place go respond answer".split())
_VEHICLES = frozenset("train car bus truck lorry van coach tram vehicle motorcycle ship boat ferry plane jet".split())
_AMMUNITION = frozenset("shot bullet round gun weapon missile rocket gas grenade rifle shell".split())
_VAGUE = frozenset("people person man woman official authority police thing part number lot place area".split())


class Frame(msgspec.Struct, frozen=True):
    """What a date or place belongs to.

    ``core`` is the class of the event, empty where the words do not tell it; ``cores`` that and the event that acts
    ("the quake killed"); ``main`` is true where the event is one that the article's head tells; ``parties`` the lemmas
    of who and what takes part; ``names`` the words of proper names in the sentence; ``bag`` its content; ``reported``
    marks a verb of reporting ("said on Tuesday").
    """

    core: str
    cores: frozenset[str]
    parties: frozenset[str]
    names: frozenset[str]
    bag: frozenset[str]
    reported: bool
    main: bool = False
    sizes: tuple[float, ...] = ()  # decimal figures of the sentence: magnitudes tell two quakes apart
    negated: bool = False
    rare: frozenset[str] = frozenset()  # of ``names`` those that no article's head holds and nobody is quoted by
    beside: frozenset[str] = frozenset()  # of ``cores`` those that only a verb joined to the dated one tells


class Framer:
    """Makes the frames of a corpus; keeps what is common to the facts of one sentence or article."""

    def __init__(self, corpus: Corpus, settings: FrameSettings) -> None:
        self._corpus = corpus
        self._settings = settings
        self._main: dict[str, tuple[str, ...]] = {}
        self._heads: frozenset[str] | None = None
        self._sentences: dict[tuple[str, int], tuple[frozenset[str], frozenset[str]]] = {}

    def frame(self, fact: Fact) -> Frame:
        """The frame of a fact of kind date or place."""
        attrs = fact.mention.attrs
        heads = [w for key in ("who", "what", "noun", "of") for w in attrs.get(key, "").split()]
        core, reported = _core(attrs)
        main = self.main(fact.article)
        names, bag = self._sentence(fact)
        if not core and main and (_is_it(attrs) or (main[0] in bag and _stem(attrs.get("event", ""), []) in IMPACT)):
            core = main[0]  # "it happened at noon", "... hit the coast on Sunday"
        agent = attrs.get("by", "") if attrs.get("event") not in ("follow", "precede") else ""  # that is another one
        actor = attrs.get("who", agent).split()[-1:]
        cores = {core, event_class(actor[0])} if actor and is_event(actor[0]) and not reported else {core}
        if core in VIOLENT:
            cores |= VIOLENT & set(main)  # "the attack" is the shooting that the article is about
        if cores & HARM and self.in_head(fact):
            cores |= CAUSES & set(main) & bag  # "nine died in the fire on Tuesday"
        if attrs.get("event") == "report" and not reported:
            cores |= {"alarm"}  # "the fire was reported at 3 a.m."
        also = frozenset(event_class(v) for v in attrs.get("also", "").split() if is_event(v) and not reported)
        beside = also - cores
        cores |= also
        parties = {event_class(h) for h in heads if h not in _PRONOUNS and h not in _VAGUE and h not in _TIME_WORDS}
        return Frame(
            core,
            frozenset(cores - {""}),
            frozenset(parties - cores),
            names,
            bag,
            reported,
            bool(cores & set(main)),
            self._sizes(fact),
            "negated" in attrs,
            names - self._head_names() - frozenset(self._corpus.sentence(fact).source.casefold().split()),
            beside,
        )

    def main(self, article: str) -> tuple[str, ...]:
        """The classes of event that headline and first sentences tell, the most often told first."""
        if article not in self._main:
            count: Counter[str] = Counter()
            for sentence in self._corpus.extractions[article].sentences[: self._settings.head_sentences]:
                words = (*sentence.lemmas, "")
                told = {
                    event_class(_stem(w, [n])) if w == "open" else event_class(w)
                    for w, n in zip(words, words[1:], strict=False)
                    if not (w == "fire" and "open" in words)
                }
                count.update(sorted(told & NEWS))
            ranked = sorted(count, key=lambda c: (-count[c], c))
            self._main[article] = tuple(ranked[: self._settings.main_events])
        return self._main[article]

    def _head_names(self) -> frozenset[str]:
        """Words of the names in the heads of all articles: they belong to the event that is covered."""
        if self._heads is None:
            rows = (e.sentences[: self._settings.head_sentences] for e in self._corpus.extractions.values())
            self._heads = frozenset(w for row in rows for s in row for n in s.names for w in n.casefold().split())
        return self._heads

    def _sizes(self, fact: Fact) -> tuple[float, ...]:
        span = self._corpus.sentence(fact).span
        return tuple(float(m) for m in _DECIMAL.findall(self._corpus.articles[fact.article].text, span.start, span.end))

    def in_head(self, fact: Fact) -> bool:
        """True for a fact of the headline, dateline or lede."""
        return fact.mention.sentence < self._settings.head_sentences

    def _sentence(self, fact: Fact) -> tuple[frozenset[str], frozenset[str]]:
        key = (fact.article, fact.mention.sentence)
        if key not in self._sentences:
            sentence = self._corpus.sentence(fact)
            names = {w for n in sentence.names for w in n.casefold().split() if w not in _TIME_WORDS and len(w) > 1}
            words = (w for w in sentence.lemmas if w not in _TIME_WORDS and w not in LIGHT and not w[:1].isdigit())
            self._sentences[key] = frozenset(names), frozenset(event_class(w) for w in words)
        return self._sentences[key]


def _is_it(attrs: dict[str, str]) -> bool:
    """True for "it happened", "the incident took place": the event is the one that the article is about."""
    return attrs.get("event", "").partition("_")[0] in LIGHT and attrs.get("who", "").split()[-1:] in (
        ["it"],
        ["this"],
        ["that"],
        ["incident"],
        ["tragedy"],
        ["disaster"],
        ["accident"],
    )


def _core(attrs: dict[str, str]) -> tuple[str, bool]:
    """The class of the event that is dated: the noun that the words hang on, else the verb, else what it happens to."""
    noun, verb = attrs.get("noun", ""), attrs.get("event", "")
    if is_event(noun):
        return event_class(noun), False
    thing = attrs.get("what", "").split()[-1:]
    stem = _stem(verb, thing)
    if stem == "report" and "who" not in attrs and thing and is_event(thing[0]):
        return event_class(thing[0]), False
    if stem in _CALLED and "call" in (*attrs.get("who", "").split()[-1:], *thing):
        return "alarm", False  # "a call came in at 3:33 a.m."
    if stem in REPORTING:
        return stem, True
    if stem and (stem not in LIGHT or stem in _BOUNDS):
        return event_class(stem), False
    for key in ("who", "what"):
        last = attrs.get(key, "").split()
        if last and is_event(last[-1]):
            return event_class(last[-1]), False
    if stem in LIGHT and (goal := attrs.get("goal", "")):
        return event_class(goal), False  # "voters go to the polls", "the film comes to cinemas"
    known = noun and noun.isalpha() and noun not in _VAGUE and noun not in _TIME_WORDS and noun not in REPORTING
    return (noun, False) if known and stem == "be" else ("", False)


def _stem(verb: str, thing: list[str]) -> str:
    """The verb, with its particle or object where these make it another event: "gun down", "open fire"."""
    together = f"{verb}_{thing[0]}" if thing else ""
    if is_event(together):
        return together
    if verb in ("hit", "strike", "ram") and thing and thing[0] in _VEHICLES:
        return "crash"
    if verb == "fire":
        return "shoot" if thing and thing[0] in _AMMUNITION else "dismiss"
    return verb if is_event(verb) else verb.partition("_")[0]


def _two_events(a: Frame, b: Frame) -> bool:
    """True where both tell an event that the table of events knows: no class of one is of the other."""
    if a.reported != b.reported:
        return True
    return any(is_event(c) for c in a.cores) and any(is_event(c) for c in b.cores)


def tied(a: Frame, b: Frame, settings: FrameSettings) -> bool:
    """True where two sentences that tell one value can be about one event: enough to stand in one reading."""
    if a.negated != b.negated or other_size(a, b, settings):
        return False
    shared = len(a.bag & b.bag)
    overlap = shared / max(1, min(len(a.bag), len(b.bag)))
    if a.reported != b.reported:  # the parse may hang a time on "said" in one of two copies
        return shared >= settings.event_words and overlap >= settings.copied_overlap
    if a.cores & b.cores and (a.main and b.main or shared >= 2):
        return True
    return shared >= settings.tied_words and overlap >= settings.tied_overlap and not _two_events(a, b)


def other_size(a: Frame, b: Frame, settings: FrameSettings) -> bool:
    """True for two quakes, as their magnitudes tell."""
    if "quake" not in a.cores & b.cores or not a.sizes or not b.sizes:
        return False
    return min(abs(x - y) for x in a.sizes for y in b.sizes) > settings.magnitude_apart


def likeness(a: Frame, b: Frame, settings: FrameSettings, *, alone: bool = False) -> float:
    """0 to 1: how surely two frames are one event; 0 where nothing ties them.

    ``alone`` is true where each sentence tells one time only: then a near copy of the sentence is the same telling,
    whatever its verbs are.
    """
    if a.negated != b.negated or other_size(a, b, settings):
        return 0.0
    shared, smaller = len(a.bag & b.bag), min(len(a.bag), len(b.bag))
    overlap = shared / max(1, smaller)
    copied = shared >= settings.copied_words and overlap >= settings.copied_overlap
    if not a.cores & b.cores:
        same = alone and copied and overlap >= settings.same_sentence and not _two_events(a, b)
        return settings.copied_likeness * overlap if same else 0.0
    if copied:
        return settings.copied_likeness + (1 - settings.copied_likeness) * overlap
    if a.reported or b.reported:
        return 0.0
    parties = len(a.parties & b.parties)
    if not (a.cores - a.beside) & (b.cores - b.beside) and not parties and smaller > settings.bare_words:
        return settings.copied_likeness * overlap if overlap >= settings.event_overlap else 0.0
    if parties and (overlap >= settings.party_overlap or parties > 1):
        return settings.party_likeness + (settings.copied_likeness - settings.party_likeness) * overlap
    if a.main and b.main and (overlap >= settings.main_overlap or smaller <= settings.bare_words):
        return settings.main_likeness + (settings.copied_likeness - settings.main_likeness) * overlap
    named = len(a.rare & b.rare) >= settings.full_name  # who declared the result, whose funeral it was
    if overlap >= settings.event_overlap and (shared >= settings.event_words or named):
        return settings.copied_likeness * overlap
    return 0.0
