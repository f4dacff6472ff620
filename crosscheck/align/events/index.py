"""Anchors of sentences and facts, read when asked for.

In: a corpus. Out: anchors, by fact, by place and by sentence. A sentence without a time of its own goes on about the
event of the one before where its words say so ("The quake killed ...", "It was ...").
"""

from __future__ import annotations

import msgspec

from crosscheck.align.events import times
from crosscheck.align.events.agreement import Agreements
from crosscheck.align.events.anchor import Anchor, anchor_of
from crosscheck.align.events.clauses import Clauses
from crosscheck.align.events.stamps import Stamps
from crosscheck.model import Corpus, Fact, Sentence
from crosscheck.settings import EventSettings


class EventIndex:
    """Anchors of the facts of a corpus, computed when asked for and kept."""

    def __init__(self, corpus: Corpus, settings: EventSettings | None = None) -> None:
        settings = settings or EventSettings()
        self._corpus = corpus
        self._stamps = Stamps(corpus, settings)
        self._clauses = Clauses(corpus, self._stamps, settings)
        self._sentences: dict[tuple[str, int], Anchor] = {}
        self._facts: dict[str, Anchor] = {}
        self._clocks: dict[tuple[str, int], int | None] = {}
        self._plain: dict[tuple[str, int], bool] = {}
        self.compatible = Agreements(corpus, self._stamps, settings).compatible
        self.today = self._stamps.today

    def anchor(self, fact: Fact) -> Anchor:
        """The anchor of the clause in which a fact stands."""
        found = self._facts.get(fact.id)
        if found is None:
            place = fact.mention.parts.get("number", fact.mention.span)
            found = self.anchor_at(fact.article, fact.mention.sentence, place.start)
            clock = self._local_time(fact.article, fact.mention.sentence) if found.clock is None else None
            if clock is not None:
                found = msgspec.structs.replace(found, clock=clock)
            self._facts[fact.id] = found
        return found

    def anchor_at(self, article: str, sentence: int, offset: int) -> Anchor:
        """The anchor at a character of a sentence: ``sentence`` is its index, ``offset`` the article's."""
        stamps = self._stamps.of(article)[sentence]
        whole = self.sentence_anchor(article, sentence)
        if not stamps and self._is_plain(article, sentence):
            return whole
        stamp = self._clauses.governing(article, sentence, offset, stamps) if stamps else None
        if stamp is None:
            clause = self._clauses.text_at(article, sentence, offset)
            if times.BEFORE.search(clause):
                return msgspec.structs.replace(whole, period=None, background=True, explicit=True, label="before")
            vague = self._clauses.is_shifted(article, sentence, offset)
            return Anchor(names=whole.names, vague=vague) if stamps or vague else whole
        return anchor_of(stamp, whole.names)

    def _is_plain(self, article: str, sentence: int) -> bool:
        """True where no clause of a sentence turns to another time by its words."""
        key = (article, sentence)
        known = self._plain.get(key)
        if known is None:
            text = self._text(article, self._corpus.extractions[article].sentences[sentence])
            known = self._plain[key] = not times.BEFORE.search(text) and not self._clauses.turns(article, sentence)
        return known

    def sentence_anchor(self, article: str, sentence: int) -> Anchor:
        """The anchor of a sentence as a whole, carried over from the one before where it goes on about the same."""
        key = (article, sentence)
        if key not in self._sentences:
            for index in range(sentence + 1):  # in order: each may lean on the one before, and none recurses
                if (article, index) not in self._sentences:
                    self._sentences[article, index] = self._read_sentence(article, index)
        return self._sentences[key]

    def _read_sentence(self, article: str, index: int) -> Anchor:
        sentence = self._corpus.extractions[article].sentences[index]
        names = frozenset(w for n in sentence.names for w in n.casefold().split())
        main = self._clauses.opening_stamp(article, index)
        if main is not None:
            return anchor_of(main, names)
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

    def _local_time(self, article: str, index: int) -> int | None:
        """Minutes of the day where a sentence names one local time of day."""
        if (article, index) not in self._clocks:
            self._clocks[article, index] = self._read_time(article, index)
        return self._clocks[article, index]

    def _read_time(self, article: str, index: int) -> int | None:
        span = self._corpus.extractions[article].sentences[index].span
        found = {
            (int(m[1]) % 12 + (12 if m[3].casefold() == "p" else 0)) * 60 + int(m[2] or 0)
            for m in times.LOCAL.finditer(self._corpus.articles[article].text, span.start, span.end)
        }
        return next(iter(found)) if len(found) == 1 else None

    def _text(self, article: str, sentence: Sentence) -> str:
        return self._corpus.articles[article].text[sentence.span.start : sentence.span.end]
