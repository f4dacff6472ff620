"""What each kind of fact knows of its values: one file a kind, and nothing of articles.

A kind says which of its questions a fact answers (``aspect``), under which keys two facts may meet though their words
do not (``keys``), what signs of its own two facts show (``signs``), and how two values stand to one another
(``relate``). Linking and judging ask; kinds import neither.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Literal, Protocol

from crosscheck.model import Fact

Relation = Literal["same", "compatible", "different", "unknown"]
Signs = dict[str, float | None]


class Kind(Protocol):
    """One kind of fact, as linking and judging use it."""

    def aspect(self, fact: Fact) -> str:
        """The question that a fact answers (count, age, day, clock, home ...); empty where it answers none."""

    def comparable(self, a: Fact, b: Fact) -> bool:
        """True for values that could be held against each other at all."""

    def held(self, fact: Fact) -> Hashable:
        """All that ``comparable`` looks at: facts of which it is equal stand alike to every other."""

    def keys(self, fact: Fact) -> Iterable[str]:
        """Keys under which it may meet another fact whatever the words round them."""

    def place(self, fact: Fact) -> str:
        """What the fact is one of in its article: the first of them in either article are likelier one question."""

    def signs(self, a: Fact, b: Fact) -> Signs:
        """What speaks for or against one question beside frames and contexts; never the value itself."""

    def relate(self, a: Fact, b: Fact) -> Relation:
        """How the two values stand to one another."""
