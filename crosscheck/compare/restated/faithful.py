"""How far a draft keeps to its sources: it decides what a value that none of them has is worth.

In: for each fact and name of a draft whether a source has it. Out: yes or no for one sentence, which is left out. A
draft that brings many facts is of its reporter's own knowledge, and one more says nothing; where every name and nearly
every fact is the sources', one that they lack is a slip.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from crosscheck.settings import RestatedSettings

Tell = Callable[[str], Sequence[tuple[int, bool]]]  # article -> sentence, and whether a source has the fact


class Held(msgspec.Struct, frozen=True):
    """What a draft tells in its other sentences: how many facts and names, and how many of each no source has."""

    facts: int
    own_facts: int
    names: int
    own_names: int


class Faith:
    """Counts once a draft."""

    def __init__(self, facts: Tell, names: Tell, settings: RestatedSettings) -> None:
        self._facts, self._names, self._settings = facts, names, settings
        self._kept: dict[str, tuple[Sequence[tuple[int, bool]], Sequence[tuple[int, bool]]]] = {}

    def held(self, article: str, sentence: int) -> Held:
        """What the sentences but this one tell."""
        if article not in self._kept:
            self._kept[article] = self._facts(article), self._names(article)
        facts, names = ([ok for at, ok in told if at != sentence] for told in self._kept[article])
        return Held(len(facts), facts.count(False), len(names), names.count(False))

    def faithful(self, article: str, sentence: int) -> bool:
        """True where the draft brings hardly any facts and names of its own."""
        held, limits = self.held(article, sentence), self._settings
        return held.own_facts + held.own_names <= max(limits.own_facts, limits.own_share * (held.facts + held.names))

    def strictly(self, article: str, sentence: int) -> bool:
        """True where it has no name of its own and next to no fact, among enough of both."""
        held, limits = self.held(article, sentence), self._settings
        return (
            held.own_names == 0
            and held.own_facts <= max(limits.strict_facts, limits.strict_share * held.facts)
            and held.facts + held.names >= limits.strict_least
        )
