"""names: mentions in, facts out."""

from __future__ import annotations

from crosscheck.model import Fact, Mention
from crosscheck.normalise.people import Scene


def normalise(mentions: list[Mention], scene: Scene) -> list[Fact]:
    """Facts of the mentions of this kind."""
    return []
