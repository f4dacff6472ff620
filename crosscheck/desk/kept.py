"""A form that was refused, as it was filled in: what pages need to show it again."""

from __future__ import annotations

import msgspec


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed into one form of a page, and what is wrong with its ``field``, or with it all where that is "".

    ``here`` is the page that the form stands on. The empty one is that of a page whose forms nobody sent yet.
    """

    form: str = ""
    texts: dict[str, list[str]] = {}
    field: str = ""
    message: str = ""
    here: str = ""
    status: int = 200

    def value(self, form: str, field: str, otherwise: str = "") -> str:
        """What stands in a text field: what was typed, else ``otherwise``."""
        if form != self.form:
            return otherwise
        return next(iter(self.texts.get(field, [])[::-1]), "")

    def has(self, form: str, field: str, value: object, otherwise: object = False) -> bool:
        """Whether a box or an option is chosen: as it was sent, else ``otherwise``."""
        return str(value) in self.texts.get(field, []) if form == self.form else bool(otherwise)

    def picked(self, form: str, field: str, number: int, otherwise: object) -> bool:
        """Whether a box whose value starts with ``number`` and a colon was ticked, else ``otherwise``."""
        starts = (value.startswith(f"{number}:") for value in self.texts.get(field, []))
        return any(starts) if form == self.form else bool(otherwise)

    def error(self, form: str, field: str = "") -> str:
        """What is wrong with a field, or with the whole form where no field is named; "" where nothing is."""
        return self.message if (form, field) == (self.form, self.field) else ""
