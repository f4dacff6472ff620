"""The log as sentences: "ana confirmed “People killed: 12 or 13” and noted: …", with the entries behind each.

In: log entries as a person may see them (:mod:`crosscheck.store.blind`). Out: lines of parts, text with or without an
address; a template escapes them. One act is one line, whatever the number of its findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from crosscheck.desk import sentences_events, words
from crosscheck.desk.sentence_parts import Part, Tell, Told, event_of, names_of, quoted, side_of
from crosscheck.store import findings
from crosscheck.store.acts import kind_of
from crosscheck.store.views import AuditView

UNNAMED = "something that is hidden from you for now"
# entries that one check writes, each an act of its own: those of one kind stand in one line
_OF_A_CHECK = frozenset({"reopened", "carried", "followed", "gone", "mended", "reworded", "file added", "file removed"})


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One act: when, the sentence, and the entries that it is told from, in their order."""

    at: str
    parts: tuple[Part, ...]
    entries: tuple[AuditView, ...]

    @property
    def text(self) -> str:
        """The sentence without addresses."""
        return "".join(part.text for part in self.parts)


def lines(session: Session, entries: Sequence[AuditView]) -> list[Line]:
    """Entries that stand next to each other, newest first, as sentences."""
    told = Told(findings.titles_of(session, [e.finding for e in entries if e.finding]), findings.event_names(session))
    return [_line(tuple(reversed(list(group))), told) for _, group in groupby(entries, _key)]


def _key(entry: AuditView) -> tuple[object, ...]:
    if entry.what in _OF_A_CHECK:
        return entry.what, entry.event, entry.account
    # a bulk act may be hidden on some findings only: their verdict is not told by those of the others
    return entry.act, any("hidden" in side_of(side) for side in (entry.before, entry.after))


def _line(entries: tuple[AuditView, ...], told: Told) -> Line:
    parts = [Part(f"{entries[0].account} "), *_sentence(entries, told)]
    return Line(at=entries[-1].at, parts=tuple(_joined(parts)), entries=entries)


def _joined(parts: Iterable[Part]) -> Iterable[Part]:
    """Parts without empty ones, texts that follow one another as one."""
    for linked, group in groupby((p for p in parts if p.text), key=lambda p: p.href):
        yield Part("".join(p.text for p in group), linked)


def _sentence(entries: tuple[AuditView, ...], told: Told) -> list[Part]:
    what = next((e.what for e in entries if e.what != "noted"), "noted")
    own = [e for e in entries if e.what == what]
    tell: Tell = _TELL.get(what, _other)
    return tell(own, entries, told)


def _verdict(side: dict[str, Any], named: list[Part]) -> list[Part]:
    """A judgement on findings: "confirmed “A”: right is “12”, says the coroner"."""
    verdict = side.get("verdict")
    match verdict:
        case None:
            return [Part("judged "), *named, Part(", which you see after your own judgement")]
        case "unsure":
            parts = [Part("left "), *named, Part(" as unsure")]
        case "duplicate":
            other = side.get("duplicate_of")
            parts = [
                Part("marked "),
                *named,
                Part(" as a duplicate of "),
                Part(f"finding {other}", f"/findings/{other}"),
            ]
        case _:
            parts = [Part(f"{words.VERDICTS.get(str(verdict), str(verdict)).lower()} "), *named]
    more = []
    if side.get("reading"):
        more.append(f"right is {quoted(side['reading'])}")
    if side.get("source"):
        more.append(f"says {quoted(side['source'])}")
    if side.get("reason"):
        more.append(quoted(side["reason"]))
    return [*parts, Part(f": {', '.join(more)}" if more else "")]


def _judged(own: list[AuditView], all_: Sequence[AuditView], told: Told) -> list[Part]:
    again = Part("again " if own[0].undoes else "")
    first, *rest = (side_of(e.after) for e in own)
    common = {k: v for k, v in first.items() if all(side.get(k) == v for side in rest)}
    if "verdict" not in common and "verdict" in first:
        common["verdict"] = first["verdict"]
    parts = [again, *_verdict(common, names_of(own, told))]
    notes = [e for e in all_ if e.what == "noted"]
    if notes:
        parts += [Part(", and noted: "), _text_of(notes[0])]
    return parts


def _text_of(entry: AuditView) -> Part:
    side = side_of(entry.after)
    return Part(quoted(side["text"]) if "text" in side else UNNAMED)


def _noted(own: list[AuditView], _all: Sequence[AuditView], told: Told) -> list[Part]:
    return [
        Part("noted again on " if own[0].undoes else "noted on "),
        *names_of(own, told),
        Part(": "),
        _text_of(own[0]),
    ]


def _assigned(own: list[AuditView], _all: Sequence[AuditView], told: Told) -> list[Part]:
    return [Part("assigned "), *names_of(own, told), Part(f" to {side_of(own[0].after).get('name') or 'nobody'}")]


def _moved(own: list[AuditView], _all: Sequence[AuditView], told: Told) -> list[Part]:
    side = side_of(own[0].after)
    where = f"{quoted(side.get('text', ''))} ({side.get('path', '')})"
    to = side.get("to")
    if to is None:
        return [Part(f"took {where} out of "), *names_of(own, told)]
    came = f" from {quoted(side['from'])}" if side.get("from") else ""
    return [Part(f"moved {where} in "), *names_of(own, told), Part(f"{came} to {quoted(to)}")]


def _correction(own: list[AuditView], _all: Sequence[AuditView], told: Told) -> list[Part]:
    side = side_of(own[0].after)
    path = side.get("path", "")
    note = f": {quoted(side['note'])}" if side.get("note") else ""
    match side.get("name"):
        case "asked":
            whom = f" {side['asked_of']}" if side.get("asked_of") else ""
            return [Part(f"asked{whom} for the correction of "), *names_of(own, told), Part(f" in {path}{note}")]
        case "published":
            return [Part("kept that the correction of "), *names_of(own, told), Part(f" in {path} is published{note}")]
    return [Part("verified the correction of "), *names_of(own, told), Part(f" in {path}{note}")]


def _undone(own: list[AuditView], all_: Sequence[AuditView], told: Told) -> list[Part]:
    judged = [e for e in own if kind_of(side_of(e.before)) == "judged"]
    chosen = judged or own
    side, named = side_of(chosen[0].before), names_of(chosen, told)
    match kind_of(side):
        case "judged":
            if "verdict" not in side:
                return [Part("undid a judgement on "), *named]
            return [Part("undid: "), *_verdict({"verdict": side["verdict"], **_duplicate(side)}, named)]
        case "noted":
            return [Part("withdrew a note on "), *named]
        case "mention moved":
            return [Part(f"undid the move of {quoted(side.get('text', 'a mention'))} in "), *named]
        case "correction":
            return [Part("undid a step of the correction of "), *named, Part(f" in {side.get('path', '')}")]
    return [Part("undid the assignment of "), *named]


def _duplicate(side: dict[str, Any]) -> dict[str, Any]:
    return {"duplicate_of": side["duplicate_of"]} if "duplicate_of" in side else {}


def _other(own: list[AuditView], _all: Sequence[AuditView], told: Told) -> list[Part]:
    entry = own[0]
    about = names_of(own, told) if entry.finding else event_of(entry, told) if entry.event else []
    return [Part(entry.what), *([Part(": "), *about] if about else [])]


_TELL: dict[str, Tell] = {
    "judged": _judged,
    "noted": _noted,
    "assigned": _assigned,
    "mention moved": _moved,
    "correction": _correction,
    "undone": _undone,
    **sentences_events.TELL,
}
