"""What comparing two figures asks of the whole event.

In: nothing of the pair. Out: a :class:`Context`, made once an event and handed to every comparison.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crosscheck.align.events import EventIndex
from crosscheck.align.figures.profile import Profile
from crosscheck.settings import FigureSettings
from crosscheck.settings.figurescores import FigureScores


@dataclass(frozen=True, slots=True)
class Context:
    """``same_person`` says whether the bearers of two ages are one, None where nothing tells.

    ``strange`` is True for a place that an article never names; ``alone`` are the ids of facts that are the only ones
    of their question, or of their noun, in their article.
    """

    events: EventIndex
    settings: FigureSettings
    same_person: Callable[[Profile, Profile], bool | None]
    strange: Callable[[frozenset[str], str], bool]
    alone: frozenset[str] = frozenset()

    @property
    def scores(self) -> FigureScores:
        """What each sign counts for."""
        return self.settings.scores

    def both_alone(self, a: Profile, b: Profile) -> bool:
        """True where each is the only figure of its question in its article."""
        return a.fact.id in self.alone and b.fact.id in self.alone
