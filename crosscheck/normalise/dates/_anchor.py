"""What relative expressions are resolved against: the day of publication, and the days told before in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from crosscheck.normalise.dates._calendar import Interval

_FINE = ("day", "part", "hour", "minute")


@dataclass
class Anchors:
    """The state of resolving one article, mention after mention.

    ``reach`` is for how many sentences a day that was told stays the antecedent of "two days later".
    """

    published: date | None
    reach: int
    told: list[tuple[int, Interval]] = field(default_factory=list)
    sentence: int = 0
    tense: str = ""
    weekday: int | None = None  # told beside the date that is being resolved
    edges: tuple[str, ...] = ()  # "early", "late" told of the interval that is being resolved
    quoted: bool = False  # in somebody's words, whose day may be another
    day_first: bool | None = None  # how the article writes dates in figures, where one of them tells

    @property
    def ahead(self) -> bool:
        """True where the clause tells of what is to come."""
        return self.tense in ("future", "likely")

    @property
    def nearest(self) -> bool:
        """True where the clause only may tell of what is to come: the nearest of two days is meant."""
        return self.tense == "likely"

    def tell(self, interval: Interval) -> None:
        """Remember an interval as told in the current sentence."""
        self.told.append((self.sentence, interval))

    def antecedent(self, *, fine: bool = True, here: bool = False) -> Interval | None:
        """The interval told last, a day where ``fine``; ``here``: in this sentence only. None when it is too far."""
        for sentence, interval in reversed(self.told):
            if self.sentence - sentence > (0 if here else self.reach):
                return None
            if not fine or interval.granularity in _FINE:
                return interval
        return None


def day_of(published: str | None) -> date | None:
    """The calendar day of an ISO 8601 date or date-time, in its own zone; None where it is no date."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
