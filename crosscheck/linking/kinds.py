"""The kinds that the engine links, and of each the questions that it is trusted with so far."""

from __future__ import annotations

from crosscheck.kinds import Kind
from crosscheck.kinds.date import Dates
from crosscheck.kinds.place import Places
from crosscheck.model import MentionKind
from crosscheck.settings import Settings

# Other questions are aligned by rules until linking does better on held clusters.
TRUSTED = frozenset({"clock", "address", "part", "home"})


def kinds_of(settings: Settings) -> dict[MentionKind, Kind]:
    """Kinds by the kind of mention, in the order in which they are linked."""
    return {"date": Dates(settings), "place": Places(settings)}
