"""Notes that call a colleague by ``@name``: whom they call, and what is still to be ticked off."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.store.database import now
from crosscheck.store.tables import Account, Note
from crosscheck.store.tables_own import NoteCall
from crosscheck.store.text import valid_id
from crosscheck.store.views import Actor, NotFound


def pieces(text: str, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """``text`` cut into (piece, name): a piece that calls somebody has the name as the account writes it, else "".

    The longest name counts ("@Ana Maria" before "@Ana"). A name stands alone: ``ana@paper.example`` calls nobody.
    """
    longest = sorted(names, key=lambda name: (-len(name), name))
    done = 0
    at = text.find("@")
    while at >= 0:
        name = _name_at(text, at, longest)
        if name:
            yield text[done:at], ""
            done = at + 1 + len(name)
            yield text[at:done], name
        at = text.find("@", max(at + 1, done))
    yield text[done:], ""


def _name_at(text: str, at: int, longest: list[str]) -> str:
    before = text[at - 1 : at]
    if before.isalnum() or before in ("_", "@"):
        return ""
    for name in longest:
        end = at + 1 + len(name)
        after = text[end : end + 1]
        if text[at + 1 : end].casefold() == name.casefold() and not (after.isalnum() or after == "_"):
            return name
    return ""


def keep(session: Session, note: Note) -> None:
    """Keep whom a new note calls, each once."""
    if "@" not in note.text:
        return
    accounts = {
        name: number for number, name in session.execute(select(Account.id, Account.name).where(Account.active))
    }
    called = dict.fromkeys(name for _, name in pieces(note.text, accounts) if name)
    session.add_all(NoteCall(note_id=note.id, account_id=accounts[name]) for name in called)
    session.flush()


def tick(session: Session, actor: Actor, call_id: int, *, done: bool) -> None:
    """Tick a call of this person's off, or take that back."""
    row = session.get(NoteCall, call_id) if valid_id(call_id) else None
    if row is None or row.account_id != actor.id:
        raise NotFound("mention")
    row.done = now() if done else None
