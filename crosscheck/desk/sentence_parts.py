"""What the sentences of the log are made of: parts, with or without an address, and the names that they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from crosscheck.desk import words
from crosscheck.store.views import AuditView

SHOWN = 3  # findings or files that a line names; more are counted, and stand in the entries behind it


class Part(msgspec.Struct, frozen=True):
    """A stretch of a sentence, with an address where it leads somewhere."""

    text: str
    href: str = ""


class Told(msgspec.Struct, frozen=True):
    """What sentences are told with: titles of findings and names of events, by number."""

    titles: Mapping[int, str]
    events: Mapping[int, str]


Tell = Callable[[list[AuditView], Sequence[AuditView], Told], list[Part]]  # (the act's own, all of it, names)


def names_of(entries: Iterable[AuditView], told: Told) -> list[Part]:
    """ "“A”, “B” and 3 more", each a link."""
    numbers = list(dict.fromkeys(e.finding for e in entries if e.finding))
    if not numbers:
        return [Part("something")]
    parts: list[Part] = []
    shown = numbers[:SHOWN]
    for place, number in enumerate(shown):
        last = place == len(shown) - 1 and len(numbers) == len(shown)
        parts.append(Part("" if not place else " and " if last else ", "))
        title = words.shortened(told.titles.get(number, f"finding {number}"), 90)
        parts.append(Part(f"“{title}”", f"/findings/{number}"))
    if len(numbers) > len(shown):
        parts.append(Part(f" and {len(numbers) - len(shown)} more"))
    return parts


def side_of(value: Any) -> dict[str, Any]:
    """One side of an entry, empty where there was nothing."""
    return value if isinstance(value, dict) else {}


def quoted(text: object) -> str:
    """Somebody's words in quotation marks, on one line and not too long."""
    return f"“{words.shortened(' '.join(str(text).split()), 200)}”"


def event_of(entry: AuditView, told: Told) -> list[Part]:
    """The event of an entry, a link."""
    name = told.events.get(entry.event or 0) or side_of(entry.after).get("name") or "an event"
    return [Part(f"“{name}”", f"/events/{entry.event}")]
