"""Which event a fact is about: the one that the articles cover, or an older one that they recall.

In: a :class:`~crosscheck.model.Corpus`. Out: an :class:`Anchor` for any fact, and whether two anchors can be one event.
Every aligner uses it, so that the toll of the tsunami of 2004 never stands against the toll of yesterday's quake.

An anchor is read from time expressions (date facts of the same article where there are some, else years, "last month",
"two years ago", weekdays), from the part of the sentence in which they stand, and from the sentence before where a
sentence goes on about the same thing ("The quake killed ...", "It was ..."). Nothing is computed for an article until
one of its facts is asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

import msgspec

from crosscheck.align import eventtimes as times
from crosscheck.model import Corpus, Fact, Sentence, When
from crosscheck.settings import EventSettings

Agreement = Literal["same", "different", "unknown"]


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """What event a fact is about, as far as the text says.

    ``period`` is (first day, last day), ISO 8601, both inclusive, or None; ``label`` the words that it was read from;
    ``background`` True for an event before the one that the articles cover; ``names`` the proper names of the sentence,
    casefolded words; ``explicit`` False where the anchor was carried over from the sentence before or is a default;
    ``open`` True for a stretch of time up to now ("since October"); ``vague`` where the clause turns to another time
    that it does not name ("two years after a quake that killed ...").
    """

    period: tuple[str, str] | None = None
    label: str = ""
    background: bool = False
    names: frozenset[str] = frozenset()
    explicit: bool = False
    open: bool = False
    vague: bool = False
    clock: int | None = None  # minutes of the day, where a time of day is told with the event


class EventIndex:
    """Anchors of the facts of a corpus, computed when asked for and kept."""

    def __init__(self, corpus: Corpus, settings: EventSettings | None = None) -> None:
        self._corpus = corpus
        self._settings = settings or EventSettings()
        self._stamps: dict[str, list[list[times.Stamp]]] = {}
        self._sentences: dict[tuple[str, int], Anchor] = {}
        self._facts: dict[str, Anchor] = {}
        self._kept_clauses: dict[tuple[str, int], tuple[list[int], set[int], set[int]]] = {}
        known = sorted(d for a in corpus.articles.values() if (d := times.day(a.published)))
        self._median = known[len(known) // 2] if known else None
        self._main: list[tuple[int, int]] | None = None
        self._numbers: dict[str, set[int]] = {}

    # --- what is asked -----------------------------------------------------------------------------------------------

    def anchor(self, fact: Fact) -> Anchor:
        """The anchor of the clause in which a fact stands."""
        found = self._facts.get(fact.id)
        if found is None:
            place = fact.mention.parts.get("number", fact.mention.span)
            found = self.anchor_at(fact.article, fact.mention.sentence, place.start)
            if found.clock is None:
                found = msgspec.structs.replace(found, clock=self._local_time(fact.article, fact.mention.sentence))
            self._facts[fact.id] = found
        return found

    def anchor_at(self, article: str, sentence: int, offset: int) -> Anchor:
        """The anchor at a character of a sentence: ``sentence`` is its index, ``offset`` the article's."""
        stamps = self._stamps_of(article)[sentence]
        stamp = self._stamp_for(article, sentence, offset, stamps) if stamps else None
        whole = self.sentence_anchor(article, sentence)
        if stamp is None:
            clause = self._clause(article, sentence, offset)
            if times.BEFORE.search(clause):
                return msgspec.structs.replace(whole, period=None, background=True, explicit=True, label="before")
            vague = self._is_shifted(article, sentence, offset)
            return Anchor(names=whole.names, vague=vague) if stamps or vague else whole
        return _anchor_of(stamp, whole.names)

    def sentence_anchor(self, article: str, sentence: int) -> Anchor:
        """The anchor of a sentence as a whole, carried over from the one before where it goes on about the same."""
        key = (article, sentence)
        if key not in self._sentences:
            for index in range(sentence + 1):  # in order: each may lean on the one before, and none recurses
                if (article, index) not in self._sentences:
                    self._sentences[article, index] = self._read_sentence(article, index)
        return self._sentences[key]

    def compatible(self, a: Anchor, b: Anchor) -> Agreement:
        """Whether two anchors can be one event: ``same``, ``different``, or ``unknown`` where the text does not say."""
        if a.open != b.open or a.vague or b.vague:
            return "unknown"
        apart = a.clock is not None and b.clock is not None and abs(a.clock - b.clock) > self._settings.clock_minutes
        if a.period and b.period:
            agreement = self._periods(a.period, b.period)
            if agreement == "different" and a.label == b.label and times.DAY.fullmatch(a.label):
                agreement = "unknown"  # "Friday" on Friday and on Monday: the week is a guess
            return "different" if apart and agreement != "different" else agreement
        if a.background != b.background:
            past = a if a.background else b
            if past.period and self._is_main(past.period):
                return "same"
            other = b if a.background else a
            named = other.explicit and bool(other.label) and not other.period and not times.DAY.fullmatch(other.label)
            return "different" if past.explicit and not named else "unknown"  # "in January", of which year?
        if a.background:  # two older events, at least one without a date
            return "same" if a.label == b.label and a.label.startswith("last ") else "unknown"
        if (
            a.label != b.label
            and times.DAY.fullmatch(a.label)
            and times.DAY.fullmatch(b.label)
            and not (a.period or b.period)
        ):
            return "different"
        return "different" if apart else "same"

    def today(self, article: str) -> int | None:
        """Ordinal of the article's publication day; where unknown, the middle one of the other articles."""
        return times.day(self._corpus.articles[article].published) or self._median

    # --- how it is read ----------------------------------------------------------------------------------------------

    def _periods(self, a: tuple[str, str], b: tuple[str, str]) -> Agreement:
        first, second = times.days(a), times.days(b)
        if first is None or second is None:
            return "unknown"
        gap = max(first[0], second[0]) - min(first[1], second[1])
        if gap <= 0:
            return "same"
        age = max(1, (self._median or max(first[1], second[1])) - min(first[0], second[0]))
        slack = max(self._settings.day_slack, age * self._settings.gap_share)
        return "unknown" if gap <= slack else "different"

    def _is_main(self, period: tuple[str, str]) -> bool:
        """True for a period that headlines and ledes of several articles tell as their own event's."""
        if self._main is None:
            self._main = self._told_first()
        days = times.days(period)
        return days is not None and any(days[0] <= b and a <= days[1] for a, b in self._main)

    def _told_first(self) -> list[tuple[int, int]]:
        told: dict[str, set[tuple[int, int]]] = {}  # by source group: a copied lede is one lede
        for article in self._corpus.extractions:
            lede = self._stamps_of(article)[: self._settings.lede_sentences]
            periods = {d for row in lede for s in row if not s.local and s.period and (d := times.days(s.period))}
            told.setdefault(self._corpus.groups.get(article, article), set()).update(periods)
        least = max(2, len(told) * self._settings.main_share)
        every = sorted(set().union(*told.values()))
        return [p for p in every if sum(any(q[0] <= p[1] and p[0] <= q[1] for q in t) for t in told.values()) >= least]

    def _read_sentence(self, article: str, index: int) -> Anchor:
        sentence = self._corpus.extractions[article].sentences[index]
        names = frozenset(w for n in sentence.names for w in n.casefold().split())
        main = self._stamp_of_main_clause(article, index)
        if main is not None:
            return _anchor_of(main, names)
        text = self._text(article, sentence)
        if times.BEFORE.search(text):
            return Anchor(names=names, label="before", background=True, explicit=False)
        before = self._sentences.get((article, index - 1)) if index else None
        if (
            before is not None
            and before.background
            and not before.open
            and self._goes_on(article, index, text, sentence)
        ):
            return msgspec.structs.replace(before, names=before.names | names, explicit=False)
        return Anchor(names=names)

    def _goes_on(self, article: str, index: int, text: str, sentence: Sentence) -> bool:
        """True where a sentence without a time of its own goes on about the event of the sentence before."""
        if sentence.headline or sentence.source:
            return False  # somebody is heard again: back to the event that is covered
        before = self._corpus.extractions[article].sentences[index - 1]
        if sentence.paragraph == before.paragraph and times.GOES_ON.match(text):
            return True
        shared = set(before.lemmas) - {w for n in before.names for w in n.casefold().split()}
        tail = text.casefold()
        return any(f" the {lemma}" in f" {tail}" for lemma in sorted(shared) if len(lemma) > 3)

    def _stamp_of_main_clause(self, article: str, index: int) -> times.Stamp | None:
        """The first time expression of the opening clause: one in a later clause dates that clause only."""
        starts, _, _ = self._clauses(article, index)
        opening = starts[1] if len(starts) > 1 else self._sentence(article, index).span.end
        for stamp in self._stamps_of(article)[index]:
            if not stamp.local and stamp.start < opening:
                return stamp
        return None

    def _stamp_for(self, article: str, index: int, offset: int, stamps: list[times.Stamp]) -> times.Stamp | None:
        """The time expression that governs a character: of its own clause, else of the clauses before."""
        starts, shifts, near = self._clauses(article, index)
        mine = max(0, bisect_right(starts, offset) - 1)
        by_clause: dict[int, list[times.Stamp]] = {}
        for stamp in stamps:
            by_clause.setdefault(max(0, bisect_right(starts, stamp.start) - 1), []).append(stamp)
        text = self._corpus.articles[article].text
        own = [
            s
            for s in by_clause.get(mine, [])
            if not s.local or s.start <= offset or times.by_event(text[offset : s.start])
        ]
        if own:
            return min(own, key=lambda s: (s.local, abs(s.start - offset)))
        if mine in shifts or mine in near:
            return None  # "days after a quake killed ...": another time than the clause before
        for clause in range(mine - 1, -1, -1):
            found = [s for s in by_clause.get(clause, []) if not s.local]
            if not found and clause == mine - 1 and times.WHEN.match(text, starts[mine]):
                found = by_clause.get(clause, [])  # "the election of 2010, when ..."
            if found:
                return found[-1]
            if clause in shifts or clause in near:
                break
        after = by_clause.get(mine + 1, [])
        bare = [s for s in after if s.start - starts[mine + 1] <= self._settings.bare_date_chars and not s.local]
        return bare[0] if bare else None

    def _local_time(self, article: str, index: int) -> int | None:
        """Minutes of the day where a sentence names one local time of day."""
        span = self._sentence(article, index).span
        found = {
            (int(m[1]) % 12 + (12 if m[3].casefold() == "p" else 0)) * 60 + int(m[2] or 0)
            for m in times.LOCAL.finditer(self._corpus.articles[article].text, span.start, span.end)
        }
        return next(iter(found)) if len(found) == 1 else None

    def _is_shifted(self, article: str, index: int, offset: int) -> bool:
        starts, shifts, _ = self._clauses(article, index)
        return min(shifts, default=len(starts)) <= max(0, bisect_right(starts, offset) - 1)

    def _clause(self, article: str, index: int, offset: int) -> str:
        starts, _, _ = self._clauses(article, index)
        mine = max(0, bisect_right(starts, offset) - 1)
        end = starts[mine + 1] if mine + 1 < len(starts) else self._sentence(article, index).span.end
        return self._corpus.articles[article].text[starts[mine] : end]

    def _clauses(self, article: str, index: int) -> tuple[list[int], set[int], set[int]]:
        """Offsets at which the clauses of a sentence start; which turn to a time long ago, which to a few days off."""
        kept = self._kept_clauses.get((article, index))
        if kept is not None:
            return kept
        sentence = self._sentence(article, index)
        starts, shifts, near = [sentence.span.start], set(), set()
        for match in times.SPLIT.finditer(self._corpus.articles[article].text, sentence.span.start, sentence.span.end):
            if match["shift"]:
                shifts.add(len(starts))
            elif match["near"]:
                near.add(len(starts))
            starts.append(match.end())
        self._kept_clauses[article, index] = starts, shifts, near
        return starts, shifts, near

    def _stamps_of(self, article: str) -> list[list[times.Stamp]]:
        found = self._stamps.get(article)
        if found is None:
            found = [self._read_stamps(article, i) for i in range(len(self._corpus.extractions[article].sentences))]
            self._add_dates(article, found)
            self._stamps[article] = found
        return found

    def _numbers_of(self, article: str) -> set[int]:
        """Where the figures of an article start: "1600 homes" is no year."""
        if article not in self._numbers:
            facts = self._corpus.extractions[article].facts
            spans = (f.mention.parts.get("number", f.mention.span) for f in facts if f.kind == "figure")
            self._numbers[article] = {s.start for s in spans}
        return self._numbers[article]

    def _read_stamps(self, article: str, index: int) -> list[times.Stamp]:
        sentence = self._sentence(article, index)
        text = self._corpus.articles[article].text
        today = self.today(article)
        numbers = self._numbers_of(article)
        stamps = []
        for match in times.CUE.finditer(text, sentence.span.start, sentence.span.end):
            lead = text[sentence.span.start : match.start()]
            if match["day"] and times.REPORT.search(lead) or match["year"] and match.start() in numbers:
                continue
            period = times.of_year(match["year"]) if match["year"] else None
            past = bool(match["past"]) or (period is not None and self._is_past(period, today))
            stamps.append(
                times.Stamp(
                    match.start(), match.end(), period, times.label(match[0]), past,
                    bool(match["year"]) and times.is_local(match["year"], lead, text[match.end() : match.end() + 2]),
                    bool(times.SINCE.search(lead)),
                )
            )  # fmt: skip
        return stamps

    def _add_dates(self, article: str, rows: list[list[times.Stamp]]) -> None:
        """Date facts are the better reading of the same words: they replace what was read from the text."""
        text = self._corpus.articles[article].text
        today = self.today(article)
        for fact in self._corpus.extractions[article].facts:
            value = fact.value
            if fact.kind != "date" or not isinstance(value, When) or not value.start:
                continue
            period = (value.start[:10], (value.end or value.start)[:10])
            span, row = fact.mention.span, rows[fact.mention.sentence]
            lead = text[self._sentence(article, fact.mention.sentence).span.start : span.start]
            row[:] = [s for s in row if s.end <= span.start or s.start >= span.end]
            if times.days(period) is None or times.REPORT.search(lead):
                continue
            since = value.modifier == "since" or bool(times.SINCE.search(lead))
            far = value.granularity in ("year", "quarter", "month")
            row.append(
                times.Stamp(
                    span.start, span.end, period, times.label(fact.mention.text),
                    self._is_past(period, today),
                    far and times.is_local(fact.mention.text, lead, text[span.end : span.end + 2]), since,
                    times.clock(value),
                )
            )  # fmt: skip
            row.sort(key=lambda s: s.start)

    def _is_past(self, period: tuple[str, str], today: int | None) -> bool:
        days = times.days(period)
        if days is None:
            return False
        return today is None or days[1] < today - self._settings.background_days

    def _sentence(self, article: str, index: int) -> Sentence:
        return self._corpus.extractions[article].sentences[index]

    def _text(self, article: str, sentence: Sentence) -> str:
        return self._corpus.articles[article].text[sentence.span.start : sentence.span.end]


def _anchor_of(stamp: times.Stamp, names: frozenset[str]) -> Anchor:
    return Anchor(
        period=stamp.period,
        label=stamp.label,
        background=stamp.past,
        names=names,
        explicit=True,
        open=stamp.open,
        clock=stamp.clock,
    )


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
