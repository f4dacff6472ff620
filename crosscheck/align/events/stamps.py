"""The time expressions of an article's sentences, with the period that each names.

In: the articles and facts of a corpus. Out: :class:`~crosscheck.align.events.times.Stamp` rows, a list a sentence in
the order of the text, read when an article is first asked for. Date facts are the better reading of their words.
"""

from __future__ import annotations

from crosscheck.align.events import times
from crosscheck.model import Corpus, Sentence, When
from crosscheck.settings import EventSettings


class Stamps:
    """Reads time expressions, and keeps them by article."""

    def __init__(self, corpus: Corpus, settings: EventSettings) -> None:
        self._corpus = corpus
        self._settings = settings
        self._rows: dict[str, list[list[times.Stamp]]] = {}
        self._numbers: dict[str, set[int]] = {}
        known = sorted(d for a in corpus.articles.values() if (d := times.day(a.published)))
        self.median = known[len(known) // 2] if known else None  # ordinal of the middle day of publication

    def of(self, article: str) -> list[list[times.Stamp]]:
        """The time expressions of an article, a list a sentence."""
        found = self._rows.get(article)
        if found is None:
            found = [self._read(article, i) for i in range(len(self._corpus.extractions[article].sentences))]
            self._add_dates(article, found)
            self._rows[article] = found
        return found

    def today(self, article: str) -> int | None:
        """Ordinal of the article's publication day; where unknown, the middle one of the other articles."""
        return times.day(self._corpus.articles[article].published) or self.median

    def _numbers_of(self, article: str) -> set[int]:
        """Where the figures of an article start: "1600 homes" is no year."""
        if article not in self._numbers:
            facts = self._corpus.extractions[article].facts
            spans = (f.mention.parts.get("number", f.mention.span) for f in facts if f.kind == "figure")
            self._numbers[article] = {s.start for s in spans}
        return self._numbers[article]

    def _read(self, article: str, index: int) -> list[times.Stamp]:
        sentence = self._sentence(article, index)
        text = self._corpus.articles[article].text
        today = self.today(article)
        numbers = self._numbers_of(article)
        stamps = []
        for match in times.cues(text, sentence.span.start, sentence.span.end):
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
