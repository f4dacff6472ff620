"""The single keys of a person: switched off, or other ones (WCAG 2.1, success criterion 2.1.4)."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from sqlalchemy.orm import Session

from crosscheck.store.tables import Account
from crosscheck.store.text import storable
from crosscheck.store.views import Actor, StoreError

NAMES = ("j", "k", "c", "d", "u", "n", "a", "x", "z", "Z", "/", "?")  # each act is known by the key that it starts with


class Keys(msgspec.Struct, frozen=True, kw_only=True):
    """``own`` gives other keys than the usual ones, "" for none; ``digits`` lets 1 to 9 choose in an open form."""

    on: bool = True
    digits: bool = True
    own: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The key of an act that is known by its usual key; "" where it has none."""
        return self.own.get(name, name) if self.on else ""

    def table(self) -> dict[str, str]:
        """Usual keys by the keys that stand for them."""
        return {key: name for name in NAMES if (key := self.of(name))}


def keys_of(session: Session, account_id: int) -> Keys:
    """The keys of a person, the usual ones where nothing was chosen."""
    row = session.get(Account, account_id)
    return msgspec.json.decode(row.keys, type=Keys) if row is not None and row.keys else Keys()


def choose_keys(session: Session, actor: Actor, *, on: bool, digits: bool, own: Mapping[str, str]) -> None:
    """Keep a person's keys. Raises :class:`StoreError` with the act as its field where one cannot be."""
    chosen: dict[str, str] = {}
    for name in NAMES:
        key = storable(own.get(name, name)).strip()
        if len(key) > 1 or key.isdigit() or not key.isprintable():
            raise StoreError("key", "A key is one character, and no digit; leave it empty for none.", field=name)
        if key and key in chosen.values():
            raise StoreError("key_taken", f"The key {key} stands for two things.", field=name)
        chosen[name] = key
    kept = Keys(on=on, digits=digits, own={name: key for name, key in chosen.items() if key != name})
    session.get_one(Account, actor.id).keys = msgspec.json.encode(kept, order="sorted").decode()
