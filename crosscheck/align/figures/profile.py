"""What a figure says of itself for aligning: what is counted, what happened to it, where, whose, and in which event.

In: facts of kind figure. Out: a :class:`Profile` each, made once, so that pairs are compared without touching text.
"""

from __future__ import annotations

import msgspec

from crosscheck.align.events import Anchor, EventIndex
from crosscheck.align.figures import what, where
from crosscheck.align.figures.ages import Described, Persons, described
from crosscheck.align.figures.asked import Asked, asked, is_points
from crosscheck.credit import source_of
from crosscheck.likeness import Setting, setting
from crosscheck.model import Corpus, Fact, Quantity, Sentence
from crosscheck.settings import FigureSettings

_NOUN_BEHIND = 40  # characters in which "houses *and buildings*" tells the wider noun
_SUPPOSED = ("can", "could", "would", "may", "might", "if")


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as alignment sees it; word sets are casefolded lemmas. ``lede``: it stands where the news is told."""

    fact: Fact
    article: str
    measure: str
    unit: str
    head: str
    noun: str  # the counted noun itself, before classes
    quals: frozenset[str]
    grave: str  # "seriously" injured
    theme: str
    verb: str
    anchor: Anchor
    scope: frozenset[str]
    scope_noun: str
    focus: frozenset[str]
    reference: frozenset[str]
    names: frozenset[str]
    setting: Setting
    further: bool
    negated: bool
    change: str
    ordinal: str
    person: str
    guessed: bool  # the person is the one spoken of before, since the sentence names nobody
    described: Described  # of ages: what the sentence says of their bearer
    lede: bool
    subject: frozenset[str]  # proper names of the subject
    rate: str
    source: str  # who it is credited to; of magnitudes only, where agencies differ and are told apart
    part: bool  # "three of the seven", "including three"
    supposed: bool
    modal: str  # will, could, expect ...
    asked: Asked  # the question that it answers
    population: frozenset[str]  # of what place a population is told; "?island" where only its kind is said


class Profiler:
    """Makes profiles; knows which names the whole event is about, since those tell no figure from another."""

    def __init__(self, corpus: Corpus, events: EventIndex, settings: FigureSettings) -> None:
        self._corpus = corpus
        self._events = events
        self._settings = settings
        ledes = where.lede_names(corpus, settings)
        least = max(2, settings.common_name_share * len(corpus.extractions))
        self.common = frozenset(w for w, n in ledes.items() if n >= least)
        self.familiar = frozenset(w for w, n in ledes.items() if n >= 2)
        self.persons = Persons(corpus)
        self._sentence_names: dict[tuple[str, int], frozenset[str]] = {}
        self._vocabulary: dict[str, frozenset[str]] = {}

    def _names(self, article: str, index: int, sentence: Sentence) -> frozenset[str]:
        kept = self._sentence_names.get((article, index))
        if kept is None:
            kept = frozenset(w for n in sentence.names for w in where.name_words(n))
            self._sentence_names[article, index] = kept
        return kept

    def strange(self, scope: frozenset[str], article: str) -> bool:
        """True where an article never names a place, nor do two ledes: it cannot tell what befell there."""
        return bool(scope) and not scope & self.knows(article) and not scope & self.familiar

    def knows(self, article: str) -> frozenset[str]:
        """Words of all proper names of an article."""
        if article not in self._vocabulary:
            sentences = self._corpus.extractions[article].sentences
            self._vocabulary[article] = frozenset(w for s in sentences for n in s.names for w in where.name_words(n))
        return self._vocabulary[article]

    def profile(self, fact: Fact) -> Profile:
        """The profile of one figure."""
        value, attrs, span = fact.value, fact.mention.attrs, fact.mention.span
        assert isinstance(value, Quantity)
        sentence = self._corpus.sentence(fact)
        text = self._corpus.articles[fact.article].text
        number = fact.mention.parts.get("number", span)
        clause, question = where.clause_of(text, sentence, fact), asked(fact, text, sentence)
        noun, verb, modal = attrs.get("counted", ""), attrs.get("verb", ""), attrs.get("modal", "")
        kinds = attrs.get("qualifiers", "")
        person, guessed, bearer = self._bearer(fact, value, sentence, text)
        return Profile(
            fact=fact, article=fact.article, asked=question, noun=noun, verb=verb, modal=modal,
            measure="percent" if is_points(fact) else value.measure,
            unit=what.unit(value),
            head=what.head(noun, verb, kinds, text[span.end : span.end + _NOUN_BEHIND]),
            quals=frozenset(kinds.split()) - {"other", "more"} | what.narrowed(text, span.end),
            grave=what.grave(text, number.end),
            theme=question.happened or what.theme(noun, verb, attrs),
            rate=what.rate(attrs),
            part=what.is_part(fact, text),
            further=attrs.get("further") == "1" and (what.says_more(fact) or self._has_companion(fact)),
            negated="negated" in attrs,
            supposed=modal in _SUPPOSED,
            change=attrs.get("change", ""),
            ordinal=what.ordinal(attrs, clause),
            anchor=self._events.anchor(fact),
            scope=where.places(clause) - self.common,
            scope_noun=where.scope_noun(clause),
            focus=where.focus(attrs, value.measure),
            reference=where.reference(attrs, value.measure, text[span.end : sentence.span.end]),
            population=where.population_of(attrs, text, sentence, fact),
            names=self._names(fact.article, fact.mention.sentence, sentence) - self.common,
            subject=frozenset() if sentence.headline else where.names_in(attrs.get("subject", "")),
            setting=setting(fact, self._corpus, self._settings.context_words),
            lede=sentence.headline or fact.mention.sentence < self._settings.lede_sentences,
            source=source_of(fact, self._corpus) if value.measure == "magnitude" else "",
            person=person, guessed=guessed, described=bearer,
        )  # fmt: skip

    def _bearer(self, fact: Fact, value: Quantity, sentence: Sentence, text: str) -> tuple[str, bool, Described]:
        """Of an age: its bearer's full name, True where that is a guess, and what the sentence says of the bearer."""
        if value.measure != "age":
            return "", False, Described()
        number = fact.mention.parts.get("number", fact.mention.span)
        lead = text[max(0, number.start - 30) : number.start]
        return *self.persons.of(fact), described(fact, frozenset(sentence.lemmas), lead)

    def _has_companion(self, fact: Fact) -> bool:
        """True where "another 10" has a first number of the same fate to add to, in its sentence or the one before."""
        event = fact.mention.attrs.get("event")
        return any(
            other.kind == "figure"
            and other.mention.span.start < fact.mention.span.start
            and fact.mention.sentence - other.mention.sentence <= 1
            and other.mention.attrs.get("event") == event
            for other in self._corpus.extractions[fact.article].facts
        )
