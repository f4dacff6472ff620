"""What undo and redo would take back from a page, and what was just done there: always named, never a surprise."""

from __future__ import annotations

import msgspec

from crosscheck.desk import words
from crosscheck.desk.core import Desk
from crosscheck.store.acts import ActView, Scope, can_undo, last_act, last_undo, view
from crosscheck.store.views import Actor


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """An act that can be undone or redone, in words; ``only`` are the findings on the screen where it did more."""

    act: str
    words: str
    only: str = ""


class Undoing(msgspec.Struct, frozen=True, kw_only=True):
    """For the head and the foot of a page: what was done, what can be undone and what redone."""

    done: str = ""
    undo: Offer | None = None
    redo: Offer | None = None


def undoing(desk: Desk, actor: Actor | None, scope: Scope | None, act: str) -> Undoing:
    """``act`` is what the page says was just done; without it the last act within what is on the screen counts."""
    if actor is None or not actor.may("checker") or (scope is None and not act):
        return Undoing()
    with desk.database.read() as session:
        just = view(session, act, actor)
        if just is not None and not just.undone:
            said = words.act(just)
            offer = Offer(act=just.act, words=said) if can_undo(session, just.act) else None
            return Undoing(done=f"{words.DONE[just.what]}: {said}.", undo=offer)
        said = words.act(just) if just else ""
        if scope is None:
            return Undoing(done=f"Undone: {said}." if just else "")
        undo = _offer(view(session, last_act(session, actor, scope), actor, only=scope.findings))
        redo = _offer(view(session, last_undo(session, actor, scope), actor, only=scope.findings))
        if just is not None:
            return Undoing(done=f"Undone: {said}.", undo=undo, redo=Offer(act=just.act, words=said))
        return Undoing(undo=undo, redo=redo)


def _offer(found: ActView | None) -> Offer | None:
    if found is None:
        return None
    here = found.count < found.of_all
    said = words.act(found) + (f" (here; {found.of_all} in all)" if here else "")
    return Offer(act=found.act, words=said, only=" ".join(map(str, found.findings)) if here else "")
