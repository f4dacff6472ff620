"""Aligns places across articles: by the event that happened there, or by the place that a direction is told from.

Aspects: ``bearing`` (direction and distance from one named place), ``location`` (one event, which place), and
``placed`` for facts on which nobody differs.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crosscheck.align.events import EventIndex, index_of
from crosscheck.align.frames import Framer, likeness, other_size
from crosscheck.align.matching import Item, by_value, match, shared_core
from crosscheck.align.subjects import told_first
from crosscheck.align.victims import is_victims, within_deaths
from crosscheck.data.eventwords import is_event
from crosscheck.geography import bearing_relation, kind_of, place_relation, same_place
from crosscheck.model import Cluster, Corpus, Fact, Place
from crosscheck.settings import Settings
from crosscheck.timing import Relation

# Events that happen at one place; a class of its own that no table knows ("walk", "live") says too little.
_MOVING = frozenset(
    "arrive leave escape start end meet play protest release appoint charge convict sentence sue bear".split()
)


# Verbs whose subject is what a direction places.
_LYING = frozenset("lie sit stand locate situate".split())
# Events that are everywhere in a region at once: where they were felt is no conflict.
_WIDE = frozenset("quake aftershock storm flood erupt protest vanish snow power outage".split())


def align(corpus: Corpus, settings: Settings) -> Iterable[Cluster]:
    """Clusters of place facts: those that differ, by aspect, then all others by place and event."""
    events = index_of(corpus, settings.events)
    framer = Framer(corpus, settings.frames)
    facts = [f for f in corpus.facts("place") if isinstance(f.value, Place) and not is_victims(f)]
    items = [_item(f, i, framer, corpus, events) for i, f in enumerate(facts)]
    taken: set[str] = set()
    for cluster in (*_bearings(items, corpus, settings), *_locations(items, corpus, settings)):
        taken.update(f.id for f in cluster.facts)
        yield cluster
    told = within_deaths(corpus)
    rest = by_value(i for i in items if i.fact.id not in taken and i.fact.id not in told)
    yield from (_cluster("placed", group, 1.0, corpus) for group in rest)


def _item(fact: Fact, order: int, framer: Framer, corpus: Corpus, events: EventIndex) -> Item:
    value = fact.value
    assert isinstance(value, Place)
    shown = f"{value.key}|{value.direction or ''}|{value.distance_km or ''}"
    headline = corpus.sentence(fact).headline
    return Item(fact, framer.frame(fact), shown, order, headline, False, events)


def _bearings(items: Sequence[Item], corpus: Corpus, settings: Settings) -> Iterator[Cluster]:
    def relation(a: Fact, b: Fact) -> Relation:
        return bearing_relation(a, b, settings.places)

    def like(a: Item, b: Item) -> float:
        """The place is one already: the event, or a little of the sentence, must be one besides."""
        thing = _one_thing(a, b)  # "is 100 miles from" and "was seen 65 miles from" are of one tense where it is
        if (a.past != b.past and not thing) or other_size(a.frame, b.frame, settings.frames):
            return 0.0
        shared = a.frame.bag & b.frame.bag
        smaller = max(1, min(len(a.frame.bag), len(b.frame.bag)))
        tied = a.frame.cores & b.frame.cores or a.frame.parties & b.frame.parties or thing
        tied = tied or len(shared) >= settings.frames.event_words
        if tied and not _other_thing(a, b) or _one_distance(a.fact, b.fact, settings):
            return 0.6 + 0.4 * len(shared) / smaller
        return 0.0

    def extra(item: Item) -> Iterator[str]:
        yield f"from:{_place(item.fact).key[:2]}"

    usable = [i for i in items if i.fact.mention.attrs.get("form") == "geometry"]
    for group, score in match(usable, relation, settings.frames, like=like, extra=extra):
        yield _cluster("bearing", group, score, corpus)


def _locations(items: Sequence[Item], corpus: Corpus, settings: Settings) -> Iterator[Cluster]:
    known: dict[str, list[Place]] = defaultdict(list)
    for item in items:
        known[item.fact.article].append(_place(item.fact))

    def relation(a: Fact, b: Fact) -> Relation:
        how = place_relation(a, b, settings.places)
        if how != "different" or kind_of(a) == "scene":
            return how
        if any(same_place(_place(a), p, settings.places) for p in known[b.article]) or any(
            same_place(_place(b), p, settings.places) for p in known[a.article]
        ):
            return "unknown"  # an article that names both knows how they lie to one another
        return how

    def like(a: Item, b: Item) -> float:
        if a.past != b.past or a.frame.reported or b.frame.reported or not a.frame.cores & b.frame.cores:
            return 0.0
        if kind_of(a.fact) == "scene":
            return _one_death(a, b)
        return likeness(a.frame, b.frame, settings.frames)

    usable = [i for i in items if kind_of(i.fact) and _happens(i)]
    for group, score in match(usable, relation, settings.frames, like=like):
        yield _cluster("location", group, score, corpus)


def _one_thing(a: Item, b: Item) -> bool:
    """True where what one article places is named in the other's sentence: an island, a plant, an epicentre."""
    units = {"kilometer", "kilometre", "mile", "km", "population", "people"}
    words = {w for i in (a, b) for w in _place(i.fact).name.casefold().split()} | units
    found = ((a.frame.parties & b.frame.bag) | (b.frame.parties & a.frame.bag)) - words
    return any(w.isalpha() for w in found)


def _other_thing(a: Item, b: Item) -> bool:
    """True where what one direction places ("Cobb, a community 4 miles east of") is not in the other sentence."""
    for one, other in ((a, b), (b, a)):
        attrs = one.fact.mention.attrs
        noun, who = attrs.get("noun", ""), attrs.get("who", "").split()
        if not noun and who and attrs.get("event") in _LYING:
            noun = who[-1]
        known = {noun, *who}
        if noun.isalpha() and not is_event(noun) and known.isdisjoint(other.frame.bag):
            return True
    return False


def _one_distance(a: Fact, b: Fact, settings: Settings) -> bool:
    """True for one distance from one place: who copies a number and turns the map speaks of the same thing."""
    one, two = _place(a).distance_km, _place(b).distance_km
    if one is None or two is None or min(one, two) < settings.places.told_km:
        return False
    return abs(one - two) <= settings.places.copied_share * max(one, two)


def _one_death(a: Item, b: Item) -> float:
    """How surely two scenes of death are of one victim: by name, where both articles name whom they mean."""
    if "die" not in a.frame.cores & b.frame.cores:
        return 0.0
    one, two = a.frame.parties & a.frame.names, b.frame.parties & b.frame.names
    if one and two:
        return 0.9 if one & two else 0.0
    return 0.6


def _happens(item: Item) -> bool:
    attrs = item.fact.mention.attrs
    if item.frame.cores & _WIDE and kind_of(item.fact) != "scene":
        return False
    return (
        bool(item.frame.core)
        and item.frame.core not in _MOVING
        and not attrs.get("negated")
        and (is_event(item.frame.core) or is_event(attrs.get("event", "")) or is_event(attrs.get("noun", "")))
    )


def _place(fact: Fact) -> Place:
    assert isinstance(fact.value, Place)
    return fact.value


def _cluster(aspect: str, group: Sequence[Item], score: float, corpus: Corpus) -> Cluster:
    """A bearing's key is the place that it is told from; a location's the event: it stays with more articles."""
    first = group[0]
    told = min(_place(i.fact).key for i in group) if aspect == "bearing" else shared_core(group)
    subject = told_first(group, corpus)
    if aspect == "bearing":
        subject = f"direction or distance from {_place(first.fact).name}"
    key = f"{aspect}|{told}"
    digest = hashlib.sha256(f"{key}|{first.fact.id}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Cluster(
        id=f"place:{aspect}:{digest}",
        kind="place",
        aspect=aspect,
        subject=subject,
        key=key,
        facts=tuple(i.fact for i in group),
        similarity=round(min(score, 1.0), 3),
    )
