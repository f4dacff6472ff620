"""The clauses of a sentence, and which time expression governs a character of it.

In: a corpus and its stamps. Out: stamps and truth values. A comma or a subordinating word ends the reach of a time
expression; "two years after a quake that killed ..." turns to a time that no stamp of the clause before may date.
Offsets are the article's.
"""

from __future__ import annotations

from bisect import bisect_right

from crosscheck.align.events import times
from crosscheck.align.events.stamps import Stamps
from crosscheck.model import Corpus, Sentence
from crosscheck.settings import EventSettings


class Clauses:
    """Splits sentences when they are asked for, and keeps what it found."""

    def __init__(self, corpus: Corpus, stamps: Stamps, settings: EventSettings) -> None:
        self._corpus = corpus
        self._stamps = stamps
        self._settings = settings
        self._kept: dict[tuple[str, int], tuple[list[int], set[int], set[int]]] = {}

    def governing(self, article: str, index: int, offset: int, stamps: list[times.Stamp]) -> times.Stamp | None:
        """The time expression that governs a character: of its own clause, else of the clauses before."""
        starts, shifts, near = self._of(article, index)
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
        turned = shifts | near
        if mine in turned:
            return None  # "days after a quake killed ...": another time than the clause before
        found = self._before(by_clause, mine, turned, named=bool(times.WHEN.match(text, starts[mine])))
        if found is not None:
            return found
        after = by_clause.get(mine + 1, [])
        bare = [s for s in after if s.start - starts[mine + 1] <= self._settings.bare_date_chars and not s.local]
        return bare[0] if bare else None

    @staticmethod
    def _before(
        by_clause: dict[int, list[times.Stamp]], mine: int, turned: set[int], *, named: bool
    ) -> times.Stamp | None:
        """The last stamp of the clauses before, back to one that turns to another time.

        ``named``: the clause takes up the event just named ("the election of 2010, when ...").
        """
        for clause in range(mine - 1, -1, -1):
            found = [s for s in by_clause.get(clause, []) if not s.local]
            if not found and clause == mine - 1 and named:
                found = by_clause.get(clause, [])
            if found:
                return found[-1]
            if clause in turned:
                break
        return None

    def opening_stamp(self, article: str, index: int) -> times.Stamp | None:
        """The first time expression of the opening clause: one in a later clause dates that clause only."""
        starts, _, _ = self._of(article, index)
        opening = starts[1] if len(starts) > 1 else self._sentence(article, index).span.end
        for stamp in self._stamps.of(article)[index]:
            if not stamp.local and stamp.start < opening:
                return stamp
        return None

    def is_shifted(self, article: str, index: int, offset: int) -> bool:
        """True where the clause, or one before it, turns to a time long ago."""
        starts, shifts, _ = self._of(article, index)
        return min(shifts, default=len(starts)) <= max(0, bisect_right(starts, offset) - 1)

    def turns(self, article: str, index: int) -> bool:
        """True where some clause of a sentence turns to a time long ago."""
        return bool(self._of(article, index)[1])

    def text_at(self, article: str, index: int, offset: int) -> str:
        """The text of the clause in which a character stands."""
        starts, _, _ = self._of(article, index)
        mine = max(0, bisect_right(starts, offset) - 1)
        end = starts[mine + 1] if mine + 1 < len(starts) else self._sentence(article, index).span.end
        return self._corpus.articles[article].text[starts[mine] : end]

    def _of(self, article: str, index: int) -> tuple[list[int], set[int], set[int]]:
        """Offsets at which the clauses of a sentence start; which turn to a time long ago, which to a few days off."""
        kept = self._kept.get((article, index))
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
        self._kept[article, index] = starts, shifts, near
        return starts, shifts, near

    def _sentence(self, article: str, index: int) -> Sentence:
        return self._corpus.extractions[article].sentences[index]
