"""Aligns dates, times of day and durations across articles: by the event that they date, never by the date.

Aspects: ``date`` (one event on which day), ``time_of_day``, ``duration``, ``weekday`` (a weekday beside its date, one
fact), and ``dated`` for facts on which nobody differs.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from crosscheck.align.events import EventIndex, index_of
from crosscheck.align.frames import Framer
from crosscheck.align.matching import Item, by_value, coming_often, match, shared_core
from crosscheck.align.subjects import lasting_words, told_first
from crosscheck.data.eventwords import RECURRING
from crosscheck.model import Cluster, Corpus, Fact, Place, When
from crosscheck.settings import Settings
from crosscheck.timing import (
    Relation,
    clock_relation,
    day_relation,
    days_of,
    duration_relation,
    minutes_of,
    ordinal,
    spoken,
)

_DURATION_VERBS = frozenset("sentence jail imprison serve live work marry convict face ban suspend".split())


def align(corpus: Corpus, settings: Settings) -> Iterable[Cluster]:
    """Clusters of date facts: those that differ, by aspect, then all others by what they date."""
    events = index_of(corpus, settings.events)
    facts = [f for f in corpus.facts("date") if isinstance(f.value, When)]
    framer = Framer(corpus, settings.frames)
    told = Counter((f.article, f.mention.sentence) for f in facts if _tells_day(f) and _is_day(f))
    items = [_item(f, i, framer, corpus, events) for i, f in enumerate(facts)]
    for item in items:
        one = told[item.fact.article, item.fact.mention.sentence] == 1
        item.alone = one and _tells_day(item.fact) and _is_day(item.fact)
    often = RECURRING | coming_often([i for i in items if _tells_day(i.fact)], _day_relation(events, corpus))
    taken: set[str] = set()
    for cluster in (
        *_weekdays(facts),
        *_days(items, corpus, settings, events, often),
        *_clocks(items, corpus, settings, events, often),
        *_durations(items, corpus, settings),
    ):
        taken.update(f.id for f in cluster.facts if cluster.aspect != "weekday")
        yield cluster
    rest = by_value(i for i in items if i.fact.id not in taken)
    yield from (_cluster("dated", group, 1.0, corpus) for group in rest)


def _item(fact: Fact, order: int, framer: Framer, corpus: Corpus, events: EventIndex) -> Item:
    value = fact.value
    assert isinstance(value, When)
    told = value.start[:10] if value.start else value.weekday or ""
    shown = f"{told}/{(value.end or '')[:10]}|{value.clock or ''}|{value.duration or ''}|{value.zone or ''}"
    frame, sentence = framer.frame(fact), corpus.sentence(fact)
    opening = frame.main and not sentence.headline and framer.in_head(fact)
    return Item(fact, frame, shown, order, sentence.headline, opening, events)


def _one_sentence(a: Fact, b: Fact, corpus: Corpus) -> bool:
    """True where two sentences tell the same but for their numbers: "The mill was built in 1987", "in 1978"."""
    one, two = ([w for w in corpus.sentence(f).lemmas if not w[:1].isdigit()] for f in (a, b))
    return len(one) > 1 and one == two


def _day_relation(events: EventIndex, corpus: Corpus) -> Callable[[Fact, Fact], Relation]:
    """Days compared, those of older events with those of older events only, and there only where they lie near."""

    def relation(a: Fact, b: Fact) -> Relation:
        how = day_relation(a, b)
        if how != "different":
            return how
        one, two = events.anchor(a), events.anchor(b)
        if one.background != two.background:
            return "unknown"
        if one.background and events.compatible(one, two) == "different" and a.article != b.article:
            return how if _one_sentence(a, b, corpus) else "unknown"
        return how

    return relation


def _days(
    items: Sequence[Item], corpus: Corpus, settings: Settings, events: EventIndex, often: frozenset[str]
) -> Iterator[Cluster]:
    def slip(a: Item, b: Item) -> bool:
        """An older event told from memory, a month off, at the same named place."""
        past = events.anchor(a.fact).background and events.anchor(b.fact).background
        return past and len(a.frame.names & b.frame.names) > 1

    usable = [i for i in items if _tells_day(i.fact)]
    for group, score in match(usable, _day_relation(events, corpus), settings.frames, often=often, slip=slip):
        yield _cluster("date", group, score, corpus)


def _is_day(fact: Fact) -> bool:
    """True for a day or a part of one; "this week" beside it dates no other event."""
    return isinstance(fact.value, When) and fact.value.granularity not in ("week", "month", "quarter", "year")


def _tells_day(fact: Fact) -> bool:
    value = fact.value
    if spoken(fact):
        return False
    return (
        isinstance(value, When)
        and value.duration is None
        and (value.start is not None or days_of(fact).weekday is not None or days_of(fact).month_day is not None)
    )


def _clocks(
    items: Sequence[Item], corpus: Corpus, settings: Settings, events: EventIndex, often: frozenset[str]
) -> Iterator[Cluster]:
    countries = _countries(corpus)

    def relation(a: Fact, b: Fact) -> Relation:
        if events.anchor(a).background != events.anchor(b).background or day_relation(a, b) == "different":
            return "unknown"
        return clock_relation(a, b, countries[a.article] + countries[b.article], settings.dates)

    usable = [i for i in items if minutes_of(i.fact) is not None and not spoken(i.fact)]
    for group, score in match(usable, relation, settings.frames, often=often):
        if any(isinstance(i.fact.value, When) and i.fact.value.clock for i in group):
            yield _cluster("time_of_day", group, score, corpus)


def _countries(corpus: Corpus) -> dict[str, list[str]]:
    """The countries that each article speaks of most."""
    found: dict[str, list[str]] = {a: [] for a in corpus.extractions}
    for article, extraction in corpus.extractions.items():
        count = Counter(f.value.country for f in extraction.facts if isinstance(f.value, Place) and f.value.country)
        found[article] = [c for c, _ in sorted(count.items(), key=lambda x: (-x[1], x[0]))[:3]]
    return found


def _durations(items: Sequence[Item], corpus: Corpus, settings: Settings) -> Iterator[Cluster]:
    def relation(a: Fact, b: Fact) -> Relation:
        return duration_relation(a, b, settings.dates)

    def like(a: Item, b: Item) -> float:
        """What lasts must be one: the noun that the words hang on, and a name or two words besides."""
        lasting = _lasting(a) & _lasting(b)
        names = a.frame.bag & b.frame.bag - lasting
        return min(1.0, 0.5 + len(names) / 20) if lasting and len(names) >= 2 else 0.0

    usable = [i for i in items if _tells_length(i.fact) and _lasting(i)]
    spans = [i for i in usable if isinstance(i.fact.value, When) and i.fact.value.duration]
    if not spans:
        return
    for group, score in match(usable, relation, settings.frames, like=like):
        if any(isinstance(i.fact.value, When) and i.fact.value.duration for i in group):
            yield _cluster("duration", group, score, corpus)


def _lasting(item: Item) -> frozenset[str]:
    """What a duration or range measures: the noun it hangs on, else the subject of "lasted"."""
    attrs = item.fact.mention.attrs
    words = [attrs.get("noun", "")]
    if attrs.get("event") in ("last", "run", "take", "continue", "go", "hold", "spend"):
        words += attrs.get("who", "").split()[-1:] + attrs.get("what", "").split()[-1:]
    return frozenset(w for w in words if w and w.isalpha())


def _tells_length(fact: Fact) -> bool:
    value = fact.value
    if not isinstance(value, When) or fact.mention.attrs.get("event") in _DURATION_VERBS:
        return False
    if value.duration:
        return value.start is None
    first, last = ordinal(value.start), ordinal(value.end)
    return (
        fact.mention.attrs.get("form") in ("range", "span") and first is not None and last is not None and last > first
    )


def _weekdays(facts: Sequence[Fact]) -> Iterator[Cluster]:
    """One cluster for each weekday beside a date, and each date that no calendar has: a rule holds it against one."""
    for fact in facts:
        value, form = fact.value, fact.mention.attrs
        dated = form.get("form") in ("date", "numeric") or form.get("a.form") in ("date", "numeric")
        never = isinstance(value, When) and value.modifier == "impossible"
        if isinstance(value, When) and (never or value.weekday and value.start and dated):
            key = f"weekday|{(value.start or fact.mention.text)[:10]}|{value.weekday or ''}"
            yield Cluster(
                id=f"{fact.id}:weekday",
                kind="date",
                aspect="weekday",
                subject=fact.mention.text,
                key=key,
                facts=(fact,),
            )


def _cluster(aspect: str, group: Sequence[Item], score: float, corpus: Corpus) -> Cluster:
    """``subject`` is what the earliest article says of the event; the key holds classes only, so that it stays."""
    nouns = [i.fact.mention.attrs.get("noun", "") for i in group] if aspect == "duration" else []
    key = f"{aspect}|{min(filter(None, nouns), default=shared_core(group))}"
    subject = lasting_words(group, corpus) if aspect == "duration" else told_first(group, corpus)
    digest = hashlib.sha256(f"{key}|{group[0].fact.id}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Cluster(
        id=f"date:{aspect}:{digest}",
        kind="date",
        aspect=aspect,
        subject=subject,
        key=key,
        facts=tuple(i.fact for i in group),
        similarity=round(min(score, 1.0), 3),
    )
