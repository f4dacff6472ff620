"""What the text around a figure tells of it: how it stands in its sentence, on whose word, whether it is being revised.

In: facts. Out: settings, names of sources and truth values, each read once.
"""

from __future__ import annotations

from crosscheck.compare.figures.telling import estimated, listed, marked
from crosscheck.credit import same_source, source_of
from crosscheck.likeness import Setting, likeness, setting
from crosscheck.model import Corpus, Fact
from crosscheck.settings import FigureSettings


class Surroundings:
    """Reads the sentences of the figures of one corpus."""

    def __init__(self, corpus: Corpus, settings: FigureSettings) -> None:
        self._corpus = corpus
        self._settings = settings
        self._places: dict[str, Setting] = {}
        self._sources: dict[str, str] = {}
        self._revised: dict[tuple[str, bool], bool] = {}

    def likeness(self, one: Fact, two: Fact) -> float:
        """How alike two figures stand in their sentences, between 0 and 1."""
        return likeness(self.setting(one), self.setting(two))

    def setting(self, fact: Fact) -> Setting:
        """The words beside a figure and of its sentence."""
        known = self._places.get(fact.id)
        if known is None:
            known = self._places[fact.id] = setting(fact, self._corpus, self._settings.context_words)
        return known

    def source(self, fact: Fact) -> str:
        """Who a figure is credited to, empty where the article tells it as its own."""
        known = self._sources.get(fact.id)
        if known is None:
            known = self._sources[fact.id] = source_of(fact, self._corpus)
        return known

    def marked(self, fact: Fact, *, moved: bool = True) -> bool:
        """True where the sentence says that the number is being revised; ``moved`` counts "rose to" too."""
        known = self._revised.get((fact.id, moved))
        if known is None:
            known = self._revised[fact.id, moved] = marked(fact, self._corpus, moved=moved)
        return known

    def credit(self, one: Fact, two: Fact) -> bool | None:
        """Whether two figures are credited to one body; two bodies explain a difference of estimates only."""
        same = same_source(self.source(one), self.source(two))
        if same is False and not (estimated(one, self._corpus) or estimated(two, self._corpus)):
            return None
        return same

    def is_news(self, fact: Fact) -> bool:
        """True in the lede, which editions bring up to date; the sentences further down they copy."""
        sentence = self._corpus.sentence(fact)
        return not fact.mention.quoted and (sentence.headline or fact.mention.sentence < self._settings.lede_sentences)

    def twice_told(self, one: Fact, two: Fact, near: bool) -> bool:
        """True where one article tells one thing in its headline or lede, and again below."""
        headlines = self._corpus.sentence(one).headline or self._corpus.sentence(two).headline
        return headlines or near and self.is_news(one) != self.is_news(two)

    def tabled(self, one: Fact, two: Fact) -> bool:
        """True where the table of an article says one thing and its text another."""
        return listed(one, self._corpus) != listed(two, self._corpus)
