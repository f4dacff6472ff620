"""The desk's words: levels, kinds, states, reasons and times, as an editor reads them."""

from __future__ import annotations

from datetime import datetime

import msgspec

from crosscheck.report.html import strings
from crosscheck.report.wording import sureness
from crosscheck.store.acts import ActView

# levels, kinds and confidence are the report's words: an editor who goes from one to the other reads the same
LEVELS = strings.LEVELS
KINDS = {kind: word[:1].upper() + word[1:] for kind, word in strings.KIND_ONE.items()}
STATES = {
    "open": "Open",
    "reopened": "Reopened",
    "second": "Waits for a second reader",
    "disagreement": "Readers disagree",
    "unsure": "Unsure",
    "confirmed": "Confirmed",
    "dismissed": "Dismissed",
    "duplicate": "Duplicate",
}
SORTS = {
    "": "as in the report",
    "level": "level, then confidence",
    "confidence": "confidence",
    "title": "title",
    "newest": "newest first",
}
VERDICTS = {"confirmed": "Confirmed", "dismissed": "Dismissed", "unsure": "Unsure", "duplicate": "Duplicate"}
REASONS = (
    "They speak of different things",
    "Known variant or rounding: both hold",
    "A later update, not a conflict",
    "Misread by the checker",
    "One source copied the other",
    "Not worth a correction",
)
KEYS = (
    ("j", "next"),
    ("k", "previous"),
    ("c", "confirm"),
    ("d", "dismiss"),
    ("u", "unsure"),
    ("n", "note"),
    ("a", "assign"),
    ("x", "select in the queue"),
    ("z", "undo what the foot of the page names"),
    ("Z", "redo what was undone"),
    ("/", "search"),
    ("?", "these keys"),
)
SAID = {
    "judged": "Judged.",
    "undone": "Undone.",
    "redone": "Done again.",
    "noted": "Note kept.",
    "assigned": "Assigned.",
    "check": "The check is in line.",
    "empty": "The event is made. Add its articles.",
    "moved": "Moved.",
    "step": "Kept.",
    "changed": "Changed.",
    "keys": "Your keys are kept.",
    "view": "The view is kept.",
    "removed": "The view is removed.",
    "ticked": "Ticked off.",
    "unticked": "It waits for you again.",
    "baseline": "Dismissals taken over from the baseline.",
    "revoked": "The token is revoked.",
    "password": "Password changed. Please log in again.",
}
DONE = {
    "judged": "Judged",
    "noted": "Note kept",
    "assigned": "Assigned",
    "mention moved": "Moved",
    "correction": "Kept",
}


def day(text: str | None) -> str:
    """ "12 May 2024" of an ISO date or date-time, "" of none; anything else as it is."""
    if not text:
        return ""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{found.day} {found:%B %Y}"


def moment(text: str | None) -> str:
    """ "12 May 2024, 18:05 UTC" of a stored time."""
    if not text:
        return ""
    found = datetime.fromisoformat(text)
    return f"{found.day} {found:%B %Y, %H:%M} UTC"


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 finding", "3 findings"."""
    return f"1 {one}" if number == 1 else f"{number:,} {many or one + 's'}"


def certainty(confidence: float) -> str:
    """A confidence in the report's words."""
    return sureness(confidence)


def act(done: ActView) -> str:
    """What somebody did, to be put behind "Undo" or "Judged": "3 findings confirmed", "“Toll” dismissed"."""
    what = f"“{shortened(done.title)}”" if done.count == 1 else count(done.count, "finding")
    if done.what == "judged":
        verdict = VERDICTS.get(done.after.get("verdict", ""), "judged").lower()
        if verdict == "duplicate":
            verdict = f"marked as a duplicate of finding {done.after.get('duplicate_of')}"
        return f"{what} {verdict if verdict != 'unsure' else 'left unsure'}{', with a note' if done.noted else ''}"
    if done.what == "noted":
        return f"note on {what}"
    if done.what == "correction":
        return f"correction of {what} in {done.after['path']} {done.after['name']}"
    if done.what == "mention moved":
        where = "taken out" if done.after["to"] is None else f"to “{shortened(done.after['to'], 40)}”"
        return f"“{shortened(done.after['text'], 40)}” in {what} {where}"
    if "name" not in done.after:  # an undo keeps the number only
        return f"assignment of {what}"
    return f"{what} assigned to {done.after['name'] or 'nobody'}"


def shortened(text: str, length: int = 60) -> str:
    """A subject cut at a word, for lines that must stay short."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def raw(entry: object) -> str:
    """One side of a log entry as JSON, "" where there was nothing."""
    return "" if entry is None else msgspec.json.encode(entry).decode()


def sentence(text: str) -> str:
    """A subject as a heading: its first letter a capital."""
    return text[:1].upper() + text[1:]
