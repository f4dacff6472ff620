"""What is matched: facts with the frames of their clauses, and what was found between them.

In: facts. Out: records, for the modules beside this one and the aligners of dates and places.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from crosscheck.align.events import EventIndex
from crosscheck.align.frames import Frame
from crosscheck.model import Fact
from crosscheck.timing import Relation

Relate = Callable[[Fact, Fact], Relation]  # same, different or unknown


@dataclass(slots=True)
class Item:
    """A fact with its frame. ``value`` is a short string that equal values share; ``order`` its place among all."""

    fact: Fact
    frame: Frame
    value: str
    order: int
    headline: bool = False
    opening: bool = False  # in the head of its article, of the event that the head tells
    events: EventIndex | None = None
    alone: bool = False  # the only day that its sentence tells
    _past: bool | None = None
    _classes: frozenset[str] | None = None

    @property
    def past(self) -> bool:
        """True for an event before the one that the articles cover; read when asked for, since most are never asked."""
        if self._past is None:
            self._past = self.events is not None and self.events.anchor(self.fact).background
        return self._past

    @property
    def classes(self) -> frozenset[str]:
        """Classes of event, those of older events apart."""
        if self._classes is None:
            self._classes = frozenset(f"past {c}" for c in self.frame.cores) if self.past else self.frame.cores
        return self._classes

    @property
    def time(self) -> str:
        """The day that is told, whatever else is told with it."""
        return self.value.partition("/")[0]

    @property
    def signature(self) -> tuple[object, ...]:
        """What two copies of one sentence share."""
        return self.value, self.frame.cores, self.frame.bag, self.headline


@dataclass(slots=True)
class Pairs:
    """What was found between items: likeness of agreeing and of differing pairs, by the items' order."""

    same: dict[tuple[int, int], float] = field(default_factory=dict)
    different: dict[tuple[int, int], float] = field(default_factory=dict)
    best_same: dict[tuple[int, str], float] = field(default_factory=dict)  # (item, article) to likeness
    in_heads: set[tuple[int, str]] = field(default_factory=set)  # items whose value the head of an article tells


def shared_core(group: Sequence[Item]) -> str:
    """The class of event by which a group is known: one that all its items have, so that one more changes nothing."""
    common = frozenset.intersection(*(i.frame.cores for i in group))
    if common:
        return min(common)
    count = Counter(c for i in group for c in i.frame.cores)
    return min(count, key=lambda c: (-count[c], c)) if count else ""


def by_value(items: Iterable[Item]) -> Iterable[list[Item]]:
    """Facts on which nobody differs, by value and class of event, so that agreement shows."""
    rows: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        rows[item.value, item.frame.core or item.fact.id].append(item)
    return rows.values()
